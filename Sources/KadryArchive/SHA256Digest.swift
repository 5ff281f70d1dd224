import CCrypto

/// The SHA-256 of some bytes, as 64 lower-case hex digits.
public func sha256Hex(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  var length: UInt32 = 32
  let done = unsafe bytes.withUnsafeBytes { input in
    unsafe EVP_Digest(input.baseAddress, input.count, &digest, &length, EVP_sha256(), nil)
  }
  guard done == 1, length == 32 else { return "" }
  let digits = Array("0123456789abcdef".utf8)
  var hex: [UInt8] = []
  hex.reserveCapacity(64)
  for byte in digest {
    hex.append(digits[Int(byte >> 4)])
    hex.append(digits[Int(byte & 15)])
  }
  return String(decoding: hex, as: UTF8.self)
}
