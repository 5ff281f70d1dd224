import KadryLexicon
import KadryText

/// Reads one word as a part of a Vietnamese name, in either script, and undoes Russian endings.
struct NameReader {
  let syllables: Syllables
  let names: NameTables
  private let register: NameRegister
  /// The endings that only add to a name, then those that displace a letter.
  private let endings: [NameEnding]

  init(_ lexicons: Lexicons) {
    syllables = lexicons.syllables
    names = lexicons.names
    register = lexicons.register
    let all = lexicons.syllables.endings
    endings = all.filter { $0.restore.isEmpty && !$0.isAdjective } + all.filter { !$0.restore.isEmpty }
  }

  /// The part that a word is, or `nil` when it can be none.
  ///
  /// - Parameter isBare: whether the text is Vietnamese without diacritics.
  func part(_ word: String, _ token: Token, isBare: Bool = false) -> NamePart? {
    if isBare, token.has(.latin) {
      guard syllables.bare.contains(token.stem) || names.bareSurnames.contains(token.stem) else { return nil }
      return NamePart(text: word, key: token.stem, syllables: [], isInflected: false)
    }
    return token.has(.cyrillic) ? cyrillic(word, token) : latin(word, token)
  }

  private func latin(_ word: String, _ token: Token) -> NamePart? {
    guard let syllable = syllables.syllable(of: word) else {
      // Names of minorities have parts that are no Vietnamese syllables; they count by the register or the clan mark.
      return word.contains("'") || word.contains("\u{2019}") || names.surnames.contains(token.key)
        ? NamePart(text: word, key: token.key, syllables: [], isInflected: false) : nil
    }
    return NamePart(text: word, key: token.key, syllables: [syllable], isInflected: false)
  }

  private func cyrillic(_ word: String, _ token: Token) -> NamePart? {
    if token.has(.hyphen) { return hyphenated(word) }
    if word.contains("'") || word.contains("\u{2019}") {
      return NamePart(text: word, key: token.key, syllables: [], isInflected: false)
    }
    let exact = Array(syllables.readings(of: token.key))
    if !exact.isEmpty || names.surnames.contains(token.key) {
      return NamePart(text: word, key: token.key, syllables: exact, isInflected: false)
    }
    // Of several bases that an ending may stand on, the one that more names have; of equals the first.
    let lower = word.lowercased()
    var best: (part: NamePart, frequency: Int)?
    for ending in endings where lower.hasSuffix(ending.ending) {
      guard let cut = strip(word, lower, ending) else { continue }
      let hash = Syllables.hash(cut)
      let readings = Array(syllables.readings(of: hash))
      guard !readings.isEmpty else { continue }
      let frequency = readings.map { register.frequency(of: $0) }.max() ?? 0
      if frequency > best?.frequency ?? -1 {
        best = (NamePart(text: cut, key: hash, syllables: readings, isInflected: true), frequency)
      }
    }
    return best?.part
  }

  /// A hyphenated word is a part when each piece is one; it counts as one part.
  private func hyphenated(_ word: String) -> NamePart? {
    var all: [Syllables.Syllable] = []
    let pieces = word.split(separator: "-").map(String.init)
    for piece in pieces {
      let readings = syllables.readings(of: Syllables.hash(piece))
      guard !readings.isEmpty else { return nil }
      all.append(contentsOf: readings)
    }
    return NamePart(text: word, key: Syllables.hash(word), syllables: all, isInflected: false)
  }

  private func strip(_ word: String, _ lower: String, _ ending: NameEnding) -> String? {
    guard lower.count > ending.ending.count + 1 else { return nil }
    let base = String(word.dropLast(ending.ending.count))
    guard ending.restore.isEmpty || base.last.map({ !isVowel($0) || ending.restore != "\u{44C}" }) ?? false
    else { return nil }
    let isCapitals = word == word.uppercased()
    return base + (isCapitals ? ending.restore.uppercased() : ending.restore)
  }

  private func isVowel(_ c: Character) -> Bool {
    guard let scalar = String(c).lowercased().unicodeScalars.first?.value else { return false }
    return [0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F].contains(scalar)
  }

  func isSurname(_ part: NamePart) -> Bool {
    names.surnames.contains(part.key) || names.bareSurnames.contains(part.key)
  }
  func isCommonSurname(_ part: NamePart) -> Bool {
    names.commonSurnames.contains(part.key) || names.commonBareSurnames.contains(part.key)
  }
  func isFeminine(_ part: NamePart) -> Bool { names.feminine.contains(part.key) }

  /// A name in small letters but capitals at the start of each part, for names set in capitals.
  static func titleCase(_ word: String) -> String {
    guard word.count > 1, word == word.uppercased() else { return word }
    return String(word.prefix(1)) + word.dropFirst().lowercased()
  }
}
