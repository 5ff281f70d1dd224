/// Turns inflected adjectives into the nominative singular by the paradigms of `adjectives.tsv`.
///
/// The endings of all paradigms are laid out once, by their last byte, as UTF-8 in lower case.
struct AdjectiveEndings: Sendable {
  private struct Paradigm {
    var strip: [UInt8]
    var match: [[UInt8]]
    /// The nominative singular's ending by the raw bits of a gender, `nil` where there is none.
    var targets: [String?]
  }
  private struct Case {
    var ending: [UInt8]
    var paradigm: Int
  }

  private var paradigms: [Paradigm] = []
  /// Cases by the last byte of the ending: paradigms in their order, the longest endings first.
  private var cases = [[Case]](repeating: [], count: 256)

  init(_ given: [Paradigms.Paradigm]) {
    for (number, paradigm) in given.enumerated() {
      let targets = (0..<8).map { bits -> String? in
        let gender = Grammemes(rawValue: UInt32(bits) << AdjectiveEndings.firstGender)
        return paradigm.endings.first {
          $0.grammemes.contains(.nomSg) && !$0.grammemes.isDisjoint(with: gender)
        }?.ending
      }
      paradigms.append(
        Paradigm(
          strip: Array(paradigm.strip.utf8), match: paradigm.match.map { Array($0.utf8) }, targets: targets))
      for ending in paradigm.endings.map(\.ending).sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
        guard let last = ending.utf8.last else { continue }
        cases[Int(last)].append(Case(ending: Array(ending.utf8), paradigm: number))
      }
    }
  }

  /// How far the bits of genders are shifted in ``Grammemes``.
  private static let firstGender = UInt32(Grammemes.masculine.rawValue.trailingZeroBitCount)

  /// The word in the nominative singular of a gender, `nil` when no ending fits.
  func nominative(_ word: String, gender: Grammemes) -> String? {
    let lower = CyrillicCase.lower(word)
    guard let last = lower.last else { return nil }
    let bits = Int((gender.rawValue & Grammemes.genders.rawValue) >> AdjectiveEndings.firstGender)
    for index in cases[Int(last)].indices {
      let number = cases[Int(last)][index].paradigm
      guard let target = paradigms[number].targets[bits],
        isForm(lower, cases[Int(last)][index].ending, paradigms[number])
      else { continue }
      return word.dropLast(AdjectiveEndings.letters(cases[Int(last)][index].ending[...])) + target
    }
    return nil
  }

  /// Whether a word in lower case may be a form of the paradigm with this ending.
  private func isForm(_ word: [UInt8], _ ending: [UInt8], _ paradigm: borrowing Paradigm) -> Bool {
    let length = word.count - ending.count
    guard length > 0, word[length...].elementsEqual(ending), AdjectiveEndings.letters(word[..<length]) >= 2
    else { return false }
    return paradigm.match.contains { match in
      AdjectiveEndings.ends(word[..<length], paradigm.strip, with: match)
    }
  }

  private static func letters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Whether a stem and what follows it, taken together, end in `suffix`.
  private static func ends(_ stem: ArraySlice<UInt8>, _ rest: [UInt8], with suffix: [UInt8]) -> Bool {
    if suffix.count <= rest.count { return rest.suffix(suffix.count).elementsEqual(suffix) }
    let before = suffix.count - rest.count
    return before <= stem.count && suffix.suffix(rest.count).elementsEqual(rest)
      && stem.suffix(before).elementsEqual(suffix.prefix(before))
  }
}

/// Lower case for the letters of Russian, on bytes.
enum CyrillicCase {
  /// The UTF-8 of a word with the letters of ASCII and Russian in lower case and й and ё in one piece; other
  /// letters stay as they are.
  static func lower(_ word: String) -> [UInt8] {
    var lower: [UInt8] = []
    lower.reserveCapacity(word.utf8.count)
    var last: UInt32 = 0
    for scalar in word.unicodeScalars {
      let folded = CyrillicCase.lower(scalar.value)
      if let letter = composed(last, folded) {
        lower.removeLast(2)
        append(letter, &lower)
        last = letter
      } else {
        append(folded, &lower)
        last = folded
      }
    }
    return lower
  }

  private static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0x410...0x42F: scalar + 0x20
    case 0x401: 0x451
    default: scalar
    }
  }

  /// The letter that a small letter and a combining mark after it make together.
  private static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x438, 0x306): 0x439
    case (0x435, 0x308): 0x451
    default: nil
    }
  }

  private static func append(_ scalar: UInt32, _ bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      // Longer ones count as letters that no ending has.
      bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }
}
