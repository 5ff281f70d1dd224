import KadryText

/// One spelling that a name may have.
public struct NameForm: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// As given, case endings undone.
    case nominative
    /// The Vietnamese spelling, where hardly any other fits.
    case vietnamese
    /// A Vietnamese name that one part may be.
    case candidate
    /// The transcription by the rules.
    case canonical
    /// A spelling of a known place.
    case place
    /// A transcription with what translations do to it.
    case slip
    /// A place name of several syllables in one word, or with hyphens.
    case oneWord, hyphenated
    /// Latin letters without diacritics.
    case bare
  }
  public let text: String
  public let kind: Kind
  /// Which part of the name a candidate is for; 0 for the first.
  public let part: Int?

  init(_ text: String, _ kind: Kind, part: Int? = nil) {
    self.text = text
    self.kind = kind
    self.part = part
  }
}

extension NameComparer {
  /// How many transcriptions with slips are listed.
  static let slipLimit = 60

  /// The spellings that a name may have, likeliest first, each once.
  ///
  /// Of a Vietnamese name its transcriptions; of a Cyrillic one, and of one without diacritics, the Vietnamese names
  /// that its parts may be, and the transcriptions of the likeliest. Empty when no part is a known syllable.
  public func forms(_ name: String) -> [NameForm] {
    let parsed = parser.parse(name)
    let parts = parsed.cuts.first ?? parsed.parts
    guard parts.contains(where: { !$0.syllables.isEmpty }) else { return [] }
    var forms: [NameForm] = []
    var likely = parts.map { part in part.syllables.first.map { Spelled(text: part.text, syllable: $0) } }
    if parts.contains(where: { $0.isCyrillic || !$0.isMarked }) {
      if parts.contains(where: \.isInflected) {
        forms.append(
          NameForm(parts.map { NameComparer.capitalized($0.base) }.joined(separator: " "), .nominative))
      }
      if let certain = vietnamese(name) { forms.append(NameForm(certain, .vietnamese)) }
      for (index, part) in parts.enumerated() {
        let found = candidates(part, at: index, of: parts.count)
        forms += found.map { NameForm($0.text, .candidate, part: index) }
        likely[index] = found.first
      }
    }
    let isPlace = !places.names(name).names.isEmpty || parts.count > parsed.parts.count || parts.count == 2
    forms += transcriptions(likely, isPlace: isPlace)
    forms += placeSpellings(name).map { NameForm($0, .place) }
    let bare = likely.map { $0.map { PlainSpelling.fold($0.text) } ?? "" }.filter { !$0.isEmpty }
    forms.append(NameForm(bare.map(NameComparer.capitalized).joined(separator: " "), .bare))
    var seen: Set<String> = []
    return forms.filter { seen.insert("\($0.text)\u{0}\($0.part.map(String.init) ?? "")").inserted }
  }

  /// The Vietnamese spelling of a Cyrillic name, where every part leaves hardly any doubt; `nil` otherwise.
  ///
  /// Needs three parts at least, each of which the registers of names know in its place.
  public func vietnamese(_ name: String) -> String? {
    let named = parser.parse(name).parts
    guard named.count >= 3, named.allSatisfy({ $0.isCyrillic && !$0.isInitial }) else { return nil }
    var words: [String] = []
    for (index, part) in named.enumerated() {
      let readings = parts.readings(part, at: NameComparer.position(index, of: named.count))
      let all = readings.reduce(0) { $0 + $1.weight }
      guard let best = readings.first, best.weight >= all * PartComparison.dominance else { return nil }
      words.append(best.entry.name)
    }
    return words.joined(separator: " ")
  }

  static func position(_ index: Int, of count: Int) -> NameRegister.Position {
    index == count - 1 ? .given : index == 0 ? .surname : .middle
  }

  /// A Vietnamese word and its syllable.
  private struct Spelled {
    var text: String
    var syllable: Syllables.Syllable
  }

  /// The names of the registers that a part may be, likeliest first, then the syllables that are no known name.
  private func candidates(_ part: NamePart, at index: Int, of count: Int) -> [Spelled] {
    guard !part.isInitial else { return [] }
    let position = NameComparer.position(index, of: count)
    var found: [Spelled] = []
    if part.isCyrillic {
      found = parts.readings(part, at: position).map {
        Spelled(text: $0.entry.name, syllable: $0.entry.syllable)
      }
    } else {
      let entries = part.syllables.flatMap { parser.register.candidates(of: $0, at: position) }
      found = entries.sorted { ($1.weight, $0.entry.name) < ($0.weight, $1.entry.name) }
        .map { Spelled(text: $0.entry.name, syllable: $0.entry.syllable) }
    }
    let known = Set(found.map(\.syllable))
    for syllable in part.syllables where !known.contains(syllable) {
      if let word = parser.word(of: syllable) { found.append(Spelled(text: word, syllable: syllable)) }
    }
    return found
  }

  /// The Cyrillic spellings: right ones first, then those with slips in one part, in two and so on.
  private func transcriptions(_ parts: [Spelled?], isPlace: Bool) -> [NameForm] {
    let spellings = parts.map { part in
      part.map { parser.syllables.spellings(of: $0.syllable).map(NameComparer.capitalized) } ?? []
    }
    guard spellings.allSatisfy({ !$0.isEmpty }) else { return [] }
    var all: [(words: [String], slips: Int)] = [([], 0)]
    for choices in spellings {
      all = all.flatMap { before in
        choices.enumerated().map { (before.words + [$1], before.slips + ($0 > 0 ? 1 : 0)) }
      }
      // Combinations of many slips come last and are cut off.
      all = Array(
        all.enumerated().sorted { ($0.element.slips, $0.offset) < ($1.element.slips, $1.offset) }
          .map(\.element).prefix(NameComparer.slipLimit))
    }
    var forms: [NameForm] = []
    for (words, slips) in all {
      forms.append(NameForm(words.joined(separator: " "), slips == 0 ? .canonical : .slip))
      guard isPlace, words.count > 1, slips < 2 else { continue }
      forms.append(NameForm(words[0] + words.dropFirst().map { $0.lowercased() }.joined(), .oneWord))
      forms.append(NameForm(words.joined(separator: "-"), .hyphenated))
    }
    return forms
  }

  /// What the tables of places spell this name as.
  private func placeSpellings(_ name: String) -> [String] {
    let names = Set(places.names(name).names)
    guard !names.isEmpty else { return [] }
    var found: Set<String> = []
    for value in lexicons.trie.values {
      let entry = lexicons.entries[Int(value.entry)]
      guard entry.kind == .place, names.contains(lexicons.places[entry.index].vi) else { continue }
      found.insert(lexicons.lemmas[Int(value.lemma)])
    }
    return found.sorted()
  }

  private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension Syllables {
  /// The Cyrillic spellings of a syllable, lower case: the canonical one, then what translations write.
  func spellings(of syllable: Syllable) -> [String] {
    guard let right = cyrillic(syllable) else { return [] }
    let (onset, rhyme) = (onsets[Int(syllable >> 8)], rhymes[Int(syllable & 255)])
    let isSoft = onset.softens.contains("y") || onset.softens.contains(rhyme.nucleus)
    var found = [right]
    for beginning in onset.vi.isEmpty ? [""] : onset.ru {
      let regular = onset.vi.isEmpty ? [rhyme.ru[2]] : isSoft ? [rhyme.ru[0], rhyme.ru[1]] : [rhyme.ru[0]]
      for tail in regular + rhyme.ru.dropFirst(3) where !found.contains(beginning + tail) {
        // A soft sign between is for onsets that soften.
        if !isSoft, tail == "\u{44C}" + rhyme.ru[0] { continue }
        found.append(beginning + tail)
      }
    }
    return found
  }
}
