import CCrypto
import KadryText
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples.
  static let known: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  @Test(arguments: known)
  func knownVectors(text: String, hex: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).hex == hex)
    var hash = SHA256()
    hash.update(text)
    #expect(hash.finalize().hex == hex)
  }

  @Test func oneMillionLetters() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.digest(of: bytes).hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Every length around the block boundaries, in one piece and in many, against libcrypto.
  @Test func agreesWithLibcryptoAtEveryLength() {
    var bytes: [UInt8] = []
    for length in 0..<300 {
      let expected = libcrypto(bytes)
      #expect(SHA256.digest(of: bytes).bytes == expected, "length \(length)")
      var pieces = SHA256()
      var start = 0
      var step = 1
      while start < bytes.count {
        let end = min(start + step, bytes.count)
        pieces.update(Array(bytes[start..<end]))
        start = end
        step = step * 3 % 71 + 1
      }
      #expect(pieces.finalize().bytes == expected, "length \(length) in pieces")
      bytes.append(UInt8(truncatingIfNeeded: length &* 167 &+ 13))
    }
  }

  @Test func finalizingLeavesTheHashOpen() {
    var hash = SHA256()
    hash.update("ab")
    _ = hash.finalize()
    hash.update("c")
    #expect(hash.finalize().hex == Self.known[1].1)
  }

  @Test func prefixOfTheDigits() {
    let digest = SHA256.digest(of: Array("abc".utf8))
    #expect(digest.hex(digits: 7) == "ba7816b")
    #expect(digest.hex(digits: 99) == digest.hex)
    #expect(digest.hex(digits: -1) == "")
  }

  private func libcrypto(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    unsafe EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    return digest
  }
}
