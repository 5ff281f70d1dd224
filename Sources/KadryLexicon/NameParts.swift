import KadryText

/// One part of a name, with the syllables that it may be.
struct NamePart: Sendable {
  /// As written.
  var text: String
  /// Keys of the folded spelling, tone included: as written, or with a Russian ending undone.
  var keys: [UInt64]
  /// The spelling without a Russian ending, lower case; equal to `text` folded where there is none.
  var base: String
  /// What the part may stand for, ascending; one for Vietnamese with its diacritics, empty where it is none.
  var syllables: [Syllables.Syllable]
  var isCyrillic: Bool
  /// Whether an ending was undone.
  var isInflected = false
  /// One letter with a full stop.
  var isInitial = false
  /// Latin only: whether the name has diacritics, so that letters without one have none.
  var isMarked = false
  /// Latin only: the key without diacritics.
  var bareKey: UInt64 = 0
  /// Latin only: letters with their qualities, and the tone.
  var letters: [UInt32] = []
  /// Vietnamese with its diacritics: the key, with i and y as one where they sound alike.
  var soundKey: UInt64 = 0
}

/// A name as it was read: its parts, and other ways to cut words that are several syllables in one.
struct ParsedName: Sendable {
  var parts: [NamePart]
  /// Alternatives to `parts`, where words of several syllables are cut into them; usually empty.
  var cuts: [[NamePart]] = []
  /// Keys of the words, as written.
  var keys: [UInt64] = []
  /// The folded letters without blanks and hyphens.
  var letters = ""
}

/// Reads names into parts, in either script, undoing Russian endings and initials.
struct NameParser: Sendable {
  let tokenizer: Tokenizer
  let syllables: Syllables
  let register: NameRegister
  private let endings: [NameEnding]
  /// Words of places' names by syllable, with how often they occur.
  private let placeWords: [Syllables.Syllable: [String: Int]]
  /// The syllables of a spelling without diacritics.
  private let bySpelling: [UInt64: [Syllables.Syllable]]

  init(_ lexicons: Lexicons) {
    tokenizer = Tokenizer()
    syllables = lexicons.syllables
    register = lexicons.register
    endings = lexicons.syllables.endings.filter { !$0.isAdjective && !$0.ending.isEmpty }
    var words: [Syllables.Syllable: [String: Int]] = [:]
    for word in lexicons.places.flatMap({ $0.vi.split(separator: " ") }).map(String.init) {
      if let syllable = lexicons.syllables.syllable(of: word) {
        words[syllable, default: [:]][word, default: 0] += 1
      }
    }
    placeWords = words
    bySpelling = Dictionary(grouping: lexicons.syllables.all) {
      Syllables.bareKey(lexicons.syllables.vietnamese($0))
    }
  }

  func parse(_ name: String) -> ParsedName {
    let bytes = Array(name.utf8)
    let tokens = tokenizer.tokens(of: bytes)
    var parsed = ParsedName(parts: [])
    let isMarked = tokens.contains { $0.has(.diacritic) && !$0.has(.cyrillic) }
    for (index, token) in tokens.enumerated() where token.isWord {
      parsed.keys.append(token.key)
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      let isInitial = index + 1 < tokens.count && tokens[index + 1].mark == .period && text.count == 1
      for piece in token.has(.hyphen) ? NameParser.pieces(text) : [text] {
        parsed.parts.append(part(piece, token, isMarked, isInitial: isInitial))
      }
    }
    parsed.letters = parsed.parts.map { PlainSpelling.fold($0.text) }.joined()
    parsed.cuts = cuts(parsed.parts)
    // Initials behind a name belong before it.
    let count = parsed.parts.reversed().prefix { $0.isInitial }.count
    if count > 0, count < parsed.parts.count {
      parsed.parts = Array(parsed.parts.suffix(count) + parsed.parts.dropLast(count))
    }
    return parsed
  }

  private static func pieces(_ text: String) -> [String] {
    text.split { $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }.map(String.init)
  }

  private func part(_ text: String, _ token: Token, _ isMarked: Bool, isInitial: Bool) -> NamePart {
    let folded = PlainSpelling.fold(text)
    if token.has(.cyrillic) {
      var part = NamePart(
        text: text, keys: [], base: folded, syllables: [], isCyrillic: true, isInitial: isInitial)
      let key = token.has(.hyphen) ? Syllables.hash(text) : token.key
      part.keys = [key]
      part.syllables = Array(syllables.readings(of: key))
      if part.syllables.isEmpty, !isInitial { undoEnding(&part, folded) }
      return part
    }
    var part = NamePart(
      text: text, keys: [token.key], base: folded, syllables: [], isCyrillic: false, isInitial: isInitial)
    part.isMarked = isMarked
    part.bareKey = token.stem
    part.letters = ToneFolding.letters(text)
    part.soundKey = NameRegister.soundKey(of: text)
    if isMarked {
      part.syllables = syllables.syllable(of: text).map { [$0] } ?? []
    } else {
      part.syllables = bySpelling[Syllables.bareKey(text)] ?? []
    }
    return part
  }

  /// Takes Russian endings off a word whose rest is a syllable then; the nominative that is a frequent name leads.
  private func undoEnding(_ part: inout NamePart, _ folded: String) {
    var bases: [(text: String, hash: UInt64, weight: Int)] = []
    var all: Set<Syllables.Syllable> = []
    for base in withoutEnding(folded) {
      let hash = Syllables.hash(base)
      let readings = syllables.readings(of: hash)
      guard !readings.isEmpty, !bases.contains(where: { $0.hash == hash }) else { continue }
      let canonical = readings.filter { syllables.cyrillic($0) == base }
      bases.append((base, hash, canonical.map { register.frequency(of: $0) }.max() ?? 0))
      all.formUnion(readings)
    }
    guard let best = bases.max(by: { ($0.weight, $1.text) < ($1.weight, $0.text) }) else { return }
    part.keys += bases.map(\.hash)
    part.base = best.text
    part.syllables = all.sorted()
    part.isInflected = true
  }

  /// The spellings that a folded word may have without a Russian ending of names.
  func withoutEnding(_ folded: String) -> [String] {
    endings.compactMap { ending in
      guard folded.hasSuffix(ending.ending), folded.count > ending.ending.count + 1 else { return nil }
      let rest = folded.dropLast(ending.ending.count)
      guard let last = rest.last else { return nil }
      // A soft sign stands after a consonant, й after a vowel, a hard ending after a hard consonant.
      let isConsonant = NameEnding.isHardConsonant(last)
      guard ending.restore == "\u{439}" ? !isConsonant : isConsonant else { return nil }
      return rest + ending.restore
    }
  }

  /// Whether a syllable occurs in names of persons or places.
  func isKnown(_ syllable: Syllables.Syllable) -> Bool {
    register.syllables.contains(syllable) || placeWords[syllable] != nil
  }

  /// The commonest word of a syllable in names of persons, else of places.
  func word(of syllable: Syllables.Syllable) -> String? {
    let names = NameRegister.Position.allCases.flatMap { register.names(of: syllable, at: $0) }
    if let name = names.max(by: { ($0.count, $1.name) < ($1.count, $0.name) }) { return name.name }
    return placeWords[syllable]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func frequency(_ part: NamePart) -> Int {
    part.syllables.map { register.frequency(of: $0) + (placeWords[$0]?.count ?? 0) }.max() ?? 0
  }

  // MARK: Words of several syllables

  /// The ways to cut the words of a name that are no known syllable into several; at most four.
  private func cuts(_ parts: [NamePart]) -> [[NamePart]] {
    guard parts.contains(where: mayBeSeveral) else { return [] }
    var all: [[NamePart]] = [[]]
    for part in parts {
      let alternatives = mayBeSeveral(part) ? cut(part) : []
      if alternatives.isEmpty {
        all = all.map { $0 + [part] }
      } else {
        all = Array(all.flatMap { before in alternatives.map { before + $0 } }.prefix(4))
      }
    }
    return all.contains { $0.count > parts.count } ? all : []
  }

  /// Whether a word is no syllable, or only a slip of one that no name has.
  private func mayBeSeveral(_ part: NamePart) -> Bool {
    guard !part.isInitial, part.base.count > 3 else { return false }
    guard part.isCyrillic else { return part.syllables.isEmpty }
    return !part.syllables.contains { isKnown($0) || part.keys.contains(syllables.canonicalHash($0)) }
  }

  /// A word cut into the fewest syllables, likely names first.
  private func cut(_ part: NamePart) -> [[NamePart]] {
    var best: [(pieces: [String], isInflected: Bool)] = []
    for (index, spelling) in ([part.base] + (part.isCyrillic ? withoutEnding(part.base) : [])).enumerated() {
      let found = SyllableCutter(letters: Array(spelling.unicodeScalars)) { hash in
        (part.isCyrillic ? Array(syllables.readings(of: hash)) : bySpelling[hash] ?? []).contains(
          where: isKnown)
      }.cuts(isLatin: !part.isCyrillic)
      guard let count = found.first?.count, count > 1 else { continue }
      if let least = best.first?.pieces.count {
        if count > least { continue }
        if count < least { best = [] }
      }
      best += found.map { ($0, index > 0) }
    }
    let weighted = best.map { cut in
      (parts: cut.pieces.map { piece(String($0), of: part, isInflected: cut.isInflected) }, text: cut.pieces)
    }
    return weighted.sorted { a, b in
      let (x, y) = (likelihood(a.parts), likelihood(b.parts))
      return x != y ? x > y : a.text.joined(separator: " ") < b.text.joined(separator: " ")
    }.prefix(4).map(\.parts)
  }

  private func likelihood(_ parts: [NamePart]) -> Double {
    parts.reduce(1) { $0 * Double(1 + frequency($1)) }
  }

  private func piece(_ text: String, of part: NamePart, isInflected: Bool) -> NamePart {
    let hash = Syllables.hash(text)
    var piece = NamePart(text: text, keys: [hash], base: text, syllables: [], isCyrillic: part.isCyrillic)
    piece.isInflected = isInflected
    if part.isCyrillic {
      piece.syllables = Array(syllables.readings(of: hash))
    } else {
      piece.bareKey = Syllables.bareKey(text)
      piece.letters = ToneFolding.letters(text)
      piece.keys = [Syllables.key(text)]
      piece.syllables = bySpelling[piece.bareKey] ?? []
    }
    return piece
  }
}
