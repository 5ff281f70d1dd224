import KadryLexicon
import KadryPatterns
import KadryText

/// Finds the words that belong to a post although no body's name or place is made of them: a generic body,
/// what somebody is head of, a place that no lexicon knows.
struct PostWords {
  private let types: Types
  private let lexicons: Lexicons
  /// Nouns whose head holds no office, or -1.
  private let notOffice: Int
  private let acted: Int
  /// How many nouns and adjectives may stand between a title and a name.
  private static let longest = 5

  init(_ tables: ReadingTables) {
    types = tables.types
    lexicons = tables.lexicons
    notOffice = tables.registry.bit("not-office") ?? -1
    acted = tables.registry.bit("acted") ?? -1
  }

  /// A generic body right behind a title, as in «директор департамента», belongs to the phrase, with the
  /// level before it and what it is for.
  func bareBody(_ draft: borrowing Draft, _ mention: inout PostMention, _ sentence: Range<Int>) {
    var at = mention.tokens.upperBound
    guard mention.impliedBody == nil, at < sentence.upperBound else { return }
    let wanted: Grammemes =
      mention.grammemes.contains(.adjective) ? [.genitive, .instrumental] : .genitive
    var level: Level?
    if let (_, hit) = draft.chart.first(at: at, type: types.level), hit.grammemes.contains(.adjective),
      hit.grammemes.allows(wanted), Int(hit.end) < sentence.upperBound
    {
      level = lexicons.bodyWords[lexicons.entries[Int(hit.value)].index].level
      at = Int(hit.end)
    }
    guard let (_, hit) = draft.chart.first(at: at, type: types.bodyHead), hit.grammemes.allows(wanted),
      !hit.grammemes.contains(.invariable), Int(hit.end) <= sentence.upperBound
    else { return }
    let concepts = lexicons.bodyWords[lexicons.entries[Int(hit.value)].index].concepts
    // «Секретарь уездного комитета»: a committee that has a secretary is the Party's.
    if let level, mention.function == "secretary", concepts == lexicons.concepts.set(["committee"]) {
      mention.impliedBody =
        lexicons.directory.organization(lexicons.concepts.set(["party", "committee"]), level: level)?.id
    }
    mention.level = mention.level ?? level
    mention.tokens = mention.tokens.lowerBound..<Int(hit.end)
  }

  /// Takes the words between a title, or its body, and the name of its holder: «начальник заставы Ия Мор
  /// майор …», «председатель жюри …».
  func untilName(_ draft: borrowing Draft, _ mention: inout PostMention, _ sentence: Range<Int>) {
    let start = mention.tokens.upperBound
    guard mention.kind != .membership, mention.kind != .state, !mention.isPlural, start < sentence.upperBound,
      !isName(draft, start)
    else { return }
    var at = start
    if mention.body == nil,
      let end = nouns(
        draft, start, sentence,
        isInstrumental: draft.chart.masks[mention.functionTokens.lowerBound].has(.adj))
    {
      at = end
    }
    if at < sentence.upperBound, !isName(draft, at) {
      if let (_, place) = draft.chart.first(at: at, type: types.place), draft.chart.tokens[at].isCapitalized {
        at = Int(place.end)
      } else if let end = unknownPlace(draft, at, sentence), end < sentence.upperBound, isName(draft, end) {
        at = end
      }
    }
    guard at > start, at < sentence.upperBound, isName(draft, at) || isNameBehindMark(draft, at, sentence)
    else { return }
    mention.tokens = mention.tokens.lowerBound..<at
  }

  /// «Начальник станции – Ле Ван Ан», «командующий округом, генерал Ле Ван Ан»
  private func isNameBehindMark(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at + 1 < sentence.upperBound else { return false }
    switch draft.chart.tokens[at].mark {
    case .dash: return isName(draft, at + 1)
    case .comma: return draft.has(types.honorific, at: at + 1)
    default: return false
    }
  }

  /// The end of the nouns in the genitive and their adjectives that begin at a token; a participle such as
  /// «командующий» governs the instrumental.
  private func nouns(
    _ draft: borrowing Draft, _ start: Int, _ sentence: Range<Int>, isInstrumental: Bool
  ) -> Int? {
    var at = start
    var end: Int?
    while at < sentence.upperBound, at < start + PostWords.longest,
      isGenitive(draft, at, sentence, or: isInstrumental ? .instrumental : []),
      !draft.has(types.said, at: at), !draft.has(types.stopword, at: at),
      notOffice < 0 || !draft.has(notOffice, at: at), acted < 0 || !draft.has(acted, at: at)
    {
      at += 1
      if !draft.chart.masks[at - 1].has(.adj) { end = at }
    }
    // «Станции охраны леса № 3»
    if let last = end, last + 1 < sentence.upperBound, draft.chart.tokens[last].mark == .numero,
      draft.chart.tokens[last + 1].isNumber
    {
      end = last + 2
    }
    return end
  }

  /// Where a place that no lexicon knows ends, right behind the noun of its level: «деревни Хоа Лак А».
  func unknownPlace(_ draft: borrowing Draft, _ start: Int, _ sentence: Range<Int>) -> Int? {
    var at = start
    while at < sentence.upperBound, at < start + 4 {
      let token = draft.chart.tokens[at]
      guard token.isWord && token.isCapitalized || token.isNumber && !draft.claimed[at] && at == start,
        !draft.has(types.person, at: at), !draft.has(types.maybe, at: at), !draft.has(types.place, at: at),
        !draft.has(types.function, at: at), !draft.has(types.honorific, at: at),
        !draft.has(types.rank, at: at)
      else { break }
      at += 1
    }
    return at > start ? at : nil
  }

  private func isName(_ draft: borrowing Draft, _ at: Int) -> Bool {
    draft.has(types.person, at: at) || draft.has(types.maybe, at: at) || draft.has(types.honorific, at: at)
  }

  /// A word in small letters that may stand in the genitive and is no title.
  func isGenitive(
    _ draft: borrowing Draft, _ i: Int, _ sentence: Range<Int>, or other: Grammemes = []
  ) -> Bool {
    guard i < sentence.upperBound else { return false }
    let token = draft.chart.tokens[i]
    return token.isWord && !token.isCapitalized && token.has(.cyrillic) && !draft.claimed[i]
      && (draft.chart.guesses[i].allows(other.union(.genitive)) || isBare(draft, i))
      && !draft.has(types.function, at: i)
      && !draft.has(types.rank, at: i) && !draft.has(types.honorific, at: i)
  }

  /// «Иностранных дел»: a noun without an ending behind an adjective in the genitive.
  func isBare(_ draft: borrowing Draft, _ i: Int) -> Bool {
    i > 0 && draft.chart.tokens[i].ending == 0 && draft.chart.masks[i - 1].has(.adj)
      && draft.chart.guesses[i - 1].allows(.genitive)
  }
}
