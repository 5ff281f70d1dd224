import KadryText

/// How well two parts of names agree.
enum PartMatch: Int, Comparable, Sendable {
  case different
  /// Only a first letter is known of one of them.
  case initial
  /// Two spellings that translations mix, though each is right for another name.
  case confusable
  /// Alike but for diacritics that one of them lacks.
  case bare
  /// One transcribes the other, but also other names.
  case ambiguous
  /// Two transcriptions of one name, of which at most one is right.
  case slip
  /// One transcribes the other and hardly anything else.
  case transcription
  case equal

  static func < (a: PartMatch, b: PartMatch) -> Bool { a.rawValue < b.rawValue }
}

/// Compares parts of names, and says in English what is alike.
struct PartComparison: Sendable {
  let syllables: Syllables
  let register: NameRegister
  /// First Cyrillic letters by the first Latin one, without diacritics.
  private let beginnings: [Unicode.Scalar: Set<Unicode.Scalar>]

  init(_ lexicons: Lexicons) {
    syllables = lexicons.syllables
    register = lexicons.register
    var beginnings: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    for syllable in syllables.all {
      guard let first = PlainSpelling.fold(syllables.vietnamese(syllable)).unicodeScalars.first else {
        continue
      }
      beginnings[first, default: []].formUnion(syllables.beginnings(of: syllable))
    }
    self.beginnings = beginnings
  }

  /// The share of all readings that one name must have to be meant without doubt.
  static let dominance = 0.9
  /// What a name counts whose transcription the spelling is only by a known slip.
  static let slipWeight = 0.02

  /// - Parameter position: where the parts stand in their names.
  func compare(
    _ a: NamePart, _ b: NamePart, at position: NameRegister.Position
  ) -> (match: PartMatch, reason: String?) {
    if a.isInitial || b.isInitial { return initials(a, b) }
    if a.isCyrillic != b.isCyrillic {
      return a.isCyrillic ? transcription(a, b, position) : transcription(b, a, position)
    }
    return a.isCyrillic ? cyrillic(a, b) : latin(a, b)
  }

  // MARK: One script

  private func cyrillic(_ a: NamePart, _ b: NamePart) -> (PartMatch, String?) {
    if a.keys[0] == b.keys[0] { return (.equal, nil) }
    if a.keys.contains(where: b.keys.contains) {
      return (.equal, "\(a.text) and \(b.text) are two cases of one name")
    }
    if a.syllables.isEmpty && b.syllables.isEmpty { return foreign(a, b) }
    let common = PartComparison.common(a.syllables, b.syllables)
    guard !common.isEmpty else {
      return (.different, "\(a.text) and \(b.text) transcribe no common syllable")
    }
    let names = common.filter { register.syllables.contains($0) }
    let example =
      names.max { (register.frequency(of: $0), $1) < (register.frequency(of: $1), $0) } ?? common[0]
    let shown = shown(example)
    // A slip is right for no other name; where both are right for one each, either may be meant.
    let (x, y) = (Set(rightNames(a)), Set(rightNames(b)))
    if x.union(y).isSubset(of: common), x.isEmpty || y.isEmpty || !x.isDisjoint(with: y) {
      return (.slip, "\(a.text) and \(b.text) are two transcriptions of \(shown)")
    }
    return (
      .confusable,
      "\(a.text) and \(b.text) may both be meant for \(shown), but each is right for another name"
    )
  }

  /// Names of no Vietnamese syllable: alike but for an ending.
  private func foreign(_ a: NamePart, _ b: NamePart) -> (PartMatch, String?) {
    let prefix = zip(a.base, b.base).prefix { $0 == $1 }.count
    let tails = [a.base.dropFirst(prefix), b.base.dropFirst(prefix)]
    guard prefix >= 3, tails.allSatisfy({ $0.count <= 2 }), tails.allSatisfy(PartComparison.isEnding) else {
      return (.different, "\(a.text) and \(b.text) are spelled differently")
    }
    return (.confusable, "\(a.text) and \(b.text) differ in their ending")
  }

  /// Whether letters may be what an ending adds or takes: a vowel, й or ь, perhaps with м or й behind it.
  private static func isEnding(_ tail: Substring) -> Bool {
    guard let first = tail.first else { return true }
    return !NameEnding.isHardConsonant(first)
      && tail.dropFirst().allSatisfy { $0 == "\u{43C}" || $0 == "\u{439}" }
  }

  /// The register's names for which a spelling is the right transcription.
  private func rightNames(_ part: NamePart) -> [Syllables.Syllable] {
    part.syllables.filter {
      register.syllables.contains($0) && part.keys.contains(syllables.canonicalHash($0))
    }
  }

  private func latin(_ a: NamePart, _ b: NamePart) -> (PartMatch, String?) {
    if a.keys[0] == b.keys[0] { return (.equal, nil) }
    if a.soundKey == b.soundKey { return (.confusable, "\(a.text) and \(b.text) differ in i and y") }
    guard a.bareKey == b.bareKey else {
      return (.different, "\(a.text) and \(b.text) are spelled differently")
    }
    if a.isMarked && b.isMarked {
      return (
        .different, "\(a.text) and \(b.text) differ in \(a.letters == b.letters ? "the tone" : "a letter")"
      )
    }
    return (.bare, "\(a.text) and \(b.text) differ in diacritics, which one of them lacks")
  }

  // MARK: Two scripts

  private func transcription(
    _ a: NamePart, _ b: NamePart, _ position: NameRegister.Position
  ) -> (PartMatch, String?) {
    let common = PartComparison.common(a.syllables, b.syllables)
    guard let syllable = common.first else {
      return (.different, "\(a.text) is no transcription of \(b.text)")
    }
    // Without diacritics the Latin word may be several syllables.
    guard b.isMarked else {
      return (.bare, "\(a.text) may be \(b.text), which has no diacritics")
    }
    let others = readings(a, at: position)
    let all = others.reduce(0) { $0 + $1.weight }
    let own = others.reduce(0) { $0 + ($1.entry.soundKey == b.soundKey ? $1.weight : 0) }
    if own > 0, own >= all * PartComparison.dominance {
      let isRight = a.keys.contains(syllables.canonicalHash(syllable))
      return (.transcription, isRight ? nil : "\(a.text) is a known slip for \(b.text)")
    }
    let rival = others.first { $0.entry.soundKey != b.soundKey }?.entry.name
    return (
      .ambiguous, "\(a.text) may be \(b.text)\(rival.map { ", but also \($0)" } ?? ", but also other names")"
    )
  }

  /// The names that a Cyrillic part may stand for, likeliest first.
  func readings(
    _ part: NamePart, at position: NameRegister.Position
  ) -> [(entry: NameRegister.Entry, weight: Double)] {
    var found: [(entry: NameRegister.Entry, weight: Double)] = []
    for syllable in part.syllables where register.syllables.contains(syllable) {
      let weight = part.keys.contains(syllables.canonicalHash(syllable)) ? 1 : PartComparison.slipWeight
      found += register.candidates(of: syllable, at: position).map { ($0.entry, $0.weight * weight) }
    }
    return found.sorted { ($1.weight, $0.entry.name) < ($0.weight, $1.entry.name) }
  }

  // MARK: Initials

  private func initials(_ a: NamePart, _ b: NamePart) -> (PartMatch, String?) {
    let fits =
      a.isCyrillic == b.isCyrillic
      ? a.base.first == b.base.first
      : !cyrillicBeginnings(a).isDisjoint(with: cyrillicBeginnings(b))
    guard fits else { return (.different, "\(a.text) does not begin as \(b.text)") }
    return (.initial, "\(a.text) and \(b.text) begin alike")
  }

  /// The Cyrillic letters with which a part or its transcription may begin.
  private func cyrillicBeginnings(_ part: NamePart) -> Set<Unicode.Scalar> {
    guard let first = part.base.unicodeScalars.first else { return [] }
    if part.isCyrillic { return [first] }
    if part.isInitial { return beginnings[first] ?? [] }
    return part.syllables.reduce(into: []) { $0.formUnion(syllables.beginnings(of: $1)) }
  }

  /// What two ascending lists have in common.
  private static func common(_ a: [Syllables.Syllable], _ b: [Syllables.Syllable]) -> [Syllables.Syllable] {
    var found: [Syllables.Syllable] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { found.append(a[i]) }
      if a[i] <= b[j] { i += 1 } else { j += 1 }
    }
    return found
  }

  /// A syllable as people know it: the most frequent name that it is.
  private func shown(_ syllable: Syllables.Syllable) -> String {
    let names = NameRegister.Position.allCases.flatMap { register.names(of: syllable, at: $0) }
    if let name = names.max(by: { ($0.count, $1.name) < ($1.count, $0.name) }) { return name.name }
    let plain = syllables.vietnamese(syllable)
    return plain.prefix(1).uppercased() + plain.dropFirst()
  }
}

extension Syllables {
  /// The letters with which Cyrillic spellings of a syllable begin.
  func beginnings(of syllable: Syllable) -> Set<Unicode.Scalar> {
    let onset = onsets[Int(syllable >> 8)]
    let spellings = onset.vi.isEmpty ? rhymes[Int(syllable & 255)].ru : onset.ru
    return Set(spellings.compactMap(\.unicodeScalars.first))
  }
}
