/// SHA-256 (FIPS 180-4), for ids and fingerprints.
///
/// In plain Swift, so that reading needs no system library. Nothing is allocated per block.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(Array("abc".utf8))
/// hash.finalize().hex  // ba7816bf…
/// ```
public struct SHA256: Sendable {
  private var state = SHA256Digest.initial
  /// The block begun.
  private var block = InlineArray<64, UInt8>(repeating: 0)
  /// Bytes taken so far.
  private var length = 0

  public init() {}

  /// The digest of some bytes.
  public static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    update(bytes.span)
  }

  /// Adds the UTF-8 bytes of a string.
  public mutating func update(_ text: String) {
    update(text.utf8.span)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    var position = 0
    let count = bytes.count
    // Fill up the block begun, then take whole blocks at one go, then begin the next.
    while position < count && length & 63 != 0 {
      append(bytes[position])
      position &+= 1
    }
    while count &- position >= 64 {
      for offset in 0..<64 { block[offset] = bytes[position &+ offset] }
      length &+= 64
      position &+= 64
      SHA256.compress(&state, block)
    }
    while position < count {
      append(bytes[position])
      position &+= 1
    }
  }

  /// Adds one byte.
  public mutating func update(byte: UInt8) {
    append(byte)
  }

  /// The digest of everything added; the hash itself stays as it is.
  public func finalize() -> SHA256Digest {
    var copy = self
    let bits = UInt64(length) &* 8
    copy.append(0x80)
    while copy.length & 63 != 56 { copy.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      copy.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return SHA256Digest(words: copy.state)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    block[length & 63] = byte
    length &+= 1
    if length & 63 == 0 { SHA256.compress(&state, block) }
  }

  private static func compress(_ state: inout InlineArray<8, UInt32>, _ block: InlineArray<64, UInt8>) {
    var w = InlineArray<16, UInt32>(repeating: 0)
    for word in 0..<16 {
      let at = word &* 4
      w[word] =
        UInt32(block[at]) << 24 | UInt32(block[at &+ 1]) << 16 | UInt32(block[at &+ 2]) << 8
        | UInt32(block[at &+ 3])
    }
    var a = state[0]
    var b = state[1]
    var c = state[2]
    var d = state[3]
    var e = state[4]
    var f = state[5]
    var g = state[6]
    var h = state[7]
    var round = 0
    while round < 64 {
      // The message schedule, sixteen words at a time.
      if round > 0 { extend(&w) }
      // After eight steps each variable is at its place again, so that none has to be moved.
      for half in 0..<2 {
        let at = half &* 8
        let k = round &+ at
        step(a, b, c, &d, e, f, g, &h, constants[k] &+ w[at])
        step(h, a, b, &c, d, e, f, &g, constants[k &+ 1] &+ w[at &+ 1])
        step(g, h, a, &b, c, d, e, &f, constants[k &+ 2] &+ w[at &+ 2])
        step(f, g, h, &a, b, c, d, &e, constants[k &+ 3] &+ w[at &+ 3])
        step(e, f, g, &h, a, b, c, &d, constants[k &+ 4] &+ w[at &+ 4])
        step(d, e, f, &g, h, a, b, &c, constants[k &+ 5] &+ w[at &+ 5])
        step(c, d, e, &f, g, h, a, &b, constants[k &+ 6] &+ w[at &+ 6])
        step(b, c, d, &e, f, g, h, &a, constants[k &+ 7] &+ w[at &+ 7])
      }
      round &+= 16
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// One step: the working variables that change are `d` and `h`.
  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = g ^ e & (f ^ g)
    let t1 = h &+ s1 &+ choice &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = a & b | c & (a | b)
    d &+= t1
    h = t1 &+ s0 &+ majority
  }

  /// The next sixteen words of the schedule.
  @inline(__always)
  private static func extend(_ w: inout InlineArray<16, UInt32>) {
    for slot in 0..<16 {
      let w15 = w[(slot &+ 1) & 15]
      let w2 = w[(slot &+ 14) & 15]
      let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >> 3
      let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >> 10
      w[slot] = w[slot] &+ s0 &+ w[(slot &+ 9) & 15] &+ s1
    }
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private static let constants: InlineArray<64, UInt32> = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}

/// The 32 bytes of a SHA-256.
public struct SHA256Digest: Sendable {
  static let initial: InlineArray<8, UInt32> = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// Big-endian words.
  public let words: InlineArray<8, UInt32>

  init(words: InlineArray<8, UInt32>) { self.words = words }

  /// A digest that was computed elsewhere; `nil` unless it has 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    var words = InlineArray<8, UInt32>(repeating: 0)
    for position in 0..<32 { words[position / 4] = words[position / 4] << 8 | UInt32(bytes[position]) }
    self.words = words
  }

  /// The digest as 64 lower-case hex digits.
  public var hex: String { hex(digits: 64) }

  /// The first `digits` lower-case hex digits, 64 at most.
  public func hex(digits: Int) -> String { hex(after: "", digits: digits) }

  /// A prefix and then the first `digits` lower-case hex digits, 64 at most.
  public func hex(after prefix: String, digits: Int) -> String {
    var ascii = Array(prefix.utf8)
    appendHex(digits: digits, to: &ascii)
    return String(decoding: ascii, as: UTF8.self)
  }

  /// Appends the first `digits` lower-case hex digits, 64 at most.
  public func appendHex(digits: Int, to bytes: inout [UInt8]) {
    let wanted = min(max(digits, 0), 64)
    bytes.append(addingCapacity: wanted) { hex in
      for index in 0..<8 where index &* 8 < wanted {
        var word = words[index]
        for _ in 0..<min(wanted &- index &* 8, 8) {
          let nibble = UInt8(truncatingIfNeeded: word &>> 28)
          hex.append(nibble &+ (nibble < 10 ? 0x30 : 0x57))
          word = word &<< 4
        }
      }
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) }
  }
}
