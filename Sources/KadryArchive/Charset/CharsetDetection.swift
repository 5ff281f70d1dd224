import KadryText

/// A guess at the charset of bytes that are not UTF-8, by how often letters occur.
enum CharsetDetection {
  /// The charset in which the bytes are Russian or Vietnamese text; `nil` when in none.
  ///
  /// Russian words are runs of high bytes, Vietnamese ones have them singly among ASCII; that leaves two
  /// charsets or three, of which the one with the most common letters is taken.
  static func guess(_ payload: [UInt8]) -> Charset? {
    let sample = payload.prefix(1 << 16)
    var (high, runs) = (0, 0)
    var wasHigh = false
    for byte in sample {
      let isHigh = byte >= 0x80
      if isHigh { high += 1 }
      if isHigh && !wasHigh { runs += 1 }
      wasHigh = isHigh
    }
    guard high >= 4 else { return nil }
    let candidates: [Charset] = high >= 3 * runs ? [.windows1251, .koi8r] : [.windows1258, .tcvn3, .viscii]
    let best = candidates.map { (charset: $0, score: score(sample, as: $0)) }.max { $0.score < $1.score }
    guard let best, best.score >= threshold else { return nil }
    return best.charset
  }

  /// Bits; text in its own charset has about twice as many.
  private static let threshold = 4.0

  /// The mean over all letters beyond ASCII: the binary logarithm of their frequency; much less than nothing for what is no
  /// letter of the two languages, or a capital behind a small letter.
  private static func score(_ sample: ArraySlice<UInt8>, as charset: Charset) -> Double {
    guard let table = charset.table else { return 0 }
    var (sum, count) = (0, 0)
    var isBehindSmall = false
    for scalar in charset.scalars(sample, table: table).unicodeScalars {
      let isCapital = scalar.properties.isUppercase
      defer { isBehindSmall = scalar.properties.isLowercase }
      guard scalar.value >= 0x80, !isPunctuation(scalar) else { continue }
      count += 1
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      guard let frequency = frequencies[small.value], !(isCapital && isBehindSmall) else {
        sum -= 8
        continue
      }
      sum += Int.bitWidth - frequency.leadingZeroBitCount - (isCapital ? 2 : 0)
    }
    return count == 0 ? 0 : Double(sum) / Double(count)
  }

  /// What stands in any text: quotes, dashes, a space that does not break, the signs of number, degree and section.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x2010...0x203A).contains(scalar.value) || [0xA0, 0xA7, 0xAB, 0xB0, 0xBB, 0x2116].contains(scalar.value)
  }

  /// How often letters occur among 10,000 beyond ASCII: Vietnamese ones, then Russian ones, counted in our corpus.
  private static let frequencies: [UInt32: Int] = [
    0xE0: 578, 0xE1: 470, 0xE2: 177, 0xE3: 106, 0xE8: 12, 0xE9: 22, 0xEA: 306, 0xEC: 83,
    0xED: 240, 0xF2: 58, 0xF3: 251, 0xF4: 266, 0xF5: 16, 0xF9: 62, 0xFA: 63, 0xFD: 36,
    0x103: 170, 0x111: 1056, 0x129: 19, 0x169: 16, 0x1A1: 161, 0x1B0: 584, 0x1EA1: 303, 0x1EA3: 245,
    0x1EA5: 138, 0x1EA7: 153, 0x1EA9: 32, 0x1EAB: 17, 0x1EAD: 115, 0x1EAF: 62, 0x1EB1: 24, 0x1EB3: 2,
    0x1EB5: 1, 0x1EB7: 38, 0x1EB9: 3, 0x1EBB: 6, 0x1EBD: 8, 0x1EBF: 301, 0x1EC1: 136, 0x1EC3: 125,
    0x1EC5: 56, 0x1EC7: 335, 0x1EC9: 258, 0x1ECB: 351, 0x1ECD: 82, 0x1ECF: 15, 0x1ED1: 234, 0x1ED3: 241,
    0x1ED5: 78, 0x1ED7: 24, 0x1ED9: 282, 0x1EDB: 165, 0x1EDD: 185, 0x1EDF: 152, 0x1EE1: 7, 0x1EE3: 95,
    0x1EE5: 85, 0x1EE7: 295, 0x1EE9: 131, 0x1EEB: 80, 0x1EED: 41, 0x1EEF: 59, 0x1EF1: 98, 0x1EF3: 66,
    0x1EF5: 1, 0x1EF7: 84, 0x1EF9: 13,
    0x430: 914, 0x431: 114, 0x432: 391, 0x433: 280, 0x434: 349, 0x435: 772, 0x436: 45, 0x437: 153,
    0x438: 754, 0x439: 123, 0x43A: 323, 0x43B: 401, 0x43C: 307, 0x43D: 786, 0x43E: 1078, 0x43F: 308,
    0x440: 519, 0x441: 429, 0x442: 685, 0x443: 215, 0x444: 33, 0x445: 146, 0x446: 86, 0x447: 106,
    0x448: 53, 0x449: 37, 0x44A: 6, 0x44B: 143, 0x44C: 186, 0x44D: 10, 0x44E: 57, 0x44F: 164,
    0x451: 27,
  ]
}
