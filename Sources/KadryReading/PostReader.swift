import KadryLexicon
import KadryPatterns
import KadryText

/// Reads titles: ranks, a function, and the body that follows, in either language.
struct PostReader {
  let tables: ReadingTables
  let types: Types
  let nominative: Nominative
  /// The country whose offices the grid holds.
  static let home = "country/viet-nam"
  private let lexicons: Lexicons
  private let listLead: Int
  private let behind: PostWords
  private let tails: TitleTail

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    lexicons = tables.lexicons
    let conj = tables.registry.bit("conj") ?? tables.types.stopword
    listLead = tables.registry.bit("list-lead") ?? tables.types.stopword
    nominative = Nominative(tables.lexicons)
    behind = PostWords(tables)
    tails = TitleTail(types: types, conj: conj, words: behind)
  }

  func read(_ draft: inout Draft, _ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      if draft.has(types.rank, at: i) { deputies(&draft, i, sentence.tokens) }
      guard draft.has(types.function, at: i), !draft.claimed[i],
        let (index, hit) = draft.chart.first(at: i, type: types.function)
      else {
        i += 1
        continue
      }
      let end = post(&draft, index, hit, sentence)
      i = max(end, i + 1)
    }
  }

  /// What stands around a function while the post is put together.
  private struct Parts {
    var start: Int
    var titleStart: Int
    var titleEnd: Int
    var ranks: [String] = []
    var status = HoldsStatus.holds
    var grammemes: Grammemes
    var lexicon: [String] = []
    /// A level that stands before the function.
    var level: Level?
    /// Hits of the title in order, for its nominative.
    var words: [(tokens: Range<Int>, lemma: UInt32, isAdjective: Bool, isNoun: Bool)] = []
  }

  /// Reads one post and returns the token after its title.
  private func post(_ draft: inout Draft, _ index: Int, _ hit: Annotation, _ sentence: Sentence) -> Int {
    let entry = lexicons.entries[Int(hit.value)]
    let function = lexicons.functions[entry.index]
    var parts = Parts(
      start: Int(hit.start), titleStart: Int(hit.start), titleEnd: Int(hit.end), grammemes: hit.grammemes)
    parts.lexicon = [entry.id]
    parts.words = [(hit.tokens, draft.lemmas[index], false, true)]
    ranksBefore(draft, sentence.tokens, &parts)
    ranksAfter(draft, sentence.tokens, &parts)
    let body = body(
      draft, parts.titleEnd, isOverlapping: sentence.language != .russian,
      takesInstrumental: hit.grammemes.contains(.adjective))
    var tail = parts.titleEnd
    if body == nil,
      function.kind == .diplomat || function.id == "minister" || function.id == "deputy-minister"
    {
      tail = tails.end(draft, parts.titleEnd, sentence.tokens, isDiplomat: function.kind == .diplomat)
    }
    if isWord(draft, hit, function, body, parts) { return Int(hit.end) }
    let allowsPlural = parts.ranks.contains("alternate")
    let isPlural =
      !parts.grammemes.contains(.invariable) && parts.grammemes.caseNumber.isDisjoint(with: .singular)
      && !allowsPlural
    var mention = PostMention(
      tokens: parts.start..<max(tail, body.map { draft.bodies[$0].tokens.upperBound } ?? tail),
      titleTokens: parts.titleStart..<tail, functionTokens: hit.tokens, title: title(draft, parts, tail),
      function: function.id,
      kind: function.kind, ranks: function.ranks + parts.ranks.reversed(), status: parts.status, body: body,
      impliedBody: function.body, place: nil, level: nil, grammemes: parts.grammemes, isPlural: isPlural,
      lexicon: parts.lexicon.reversed())
    if body == nil {
      party(draft, &mention, parts)
      behind.bareBody(draft, &mention, sentence.tokens)
      placeTail(draft, &mention, sentence.tokens)
    }
    if sentence.language == .russian { behind.untilName(draft, &mention, sentence.tokens) }
    draft.posts.append(mention)
    draft.chart.add(
      Annotation(
        start: mention.tokens.lowerBound, end: mention.tokens.upperBound, type: types.post,
        grammemes: mention.grammemes, value: draft.posts.count - 1))
    return Int(hit.end)
  }

  /// «Five deputies, including A, B and C»: a rank alone before a list means deputies of the chief whose
  /// deputy was named before, in the body named last.
  private func deputies(_ draft: inout Draft, _ i: Int, _ sentence: Range<Int>) {
    guard let (index, hit) = draft.chart.first(at: i, type: types.rank), !hit.grammemes.contains(.adjective),
      !hit.grammemes.contains(.invariable),
      lexicons.ranks[lexicons.entries[Int(hit.value)].index].id == "deputy"
    else { return }
    let end = Int(hit.end)
    guard end + 1 < sentence.upperBound, draft.chart.tokens[end].mark == .comma,
      draft.has(listLead, at: end + 1),
      let model = draft.posts.last(where: { $0.ranks.contains("deputy") && $0.titleTokens.lowerBound < i }),
      let body = draft.bodies.indices.last(where: {
        draft.bodies[$0].tokens.upperBound <= i && !draft.bodies[$0].isNested
      })
    else { return }
    let title = lexicons.lemmas[Int(draft.lemmas[index])] + " " + draft.phrase(model.functionTokens)
    draft.posts.append(
      PostMention(
        tokens: hit.tokens, titleTokens: hit.tokens, functionTokens: model.functionTokens, title: title,
        function: model.function, kind: model.kind, ranks: ["deputy"], status: .holds, body: body,
        impliedBody: nil,
        place: nil, level: nil, grammemes: hit.grammemes, isPlural: true, lexicon: ["deputy"]))
    draft.chart.add(
      Annotation(start: i, end: end, type: types.post, grammemes: hit.grammemes, value: draft.posts.count - 1)
    )
  }

  /// «Провинциальный секретарь партии»: the level stands before the function, and the party behind it.
  private func party(_ draft: borrowing Draft, _ mention: inout PostMention, _ parts: Parts) {
    let at = mention.tokens.upperBound
    guard let level = parts.level, at < draft.chart.tokens.count,
      let (_, hit) = draft.chart.first(at: at, type: types.bodyHead), hit.grammemes.allows(.genitive)
    else { return }
    var concepts = lexicons.bodyWords[lexicons.entries[Int(hit.value)].index].concepts
    guard concepts == lexicons.concepts.set(["party"]) else { return }
    concepts.formUnion(lexicons.concepts.set(["committee"]))
    mention.impliedBody = lexicons.directory.organization(concepts, level: level)?.id
    mention.level = level
    mention.tokens = mention.tokens.lowerBound..<Int(hit.end)
  }

  /// Ranks, statuses and the like right before the function, from right to left.
  private func ranksBefore(_ draft: borrowing Draft, _ sentence: Range<Int>, _ parts: inout Parts) {
    while parts.start > sentence.lowerBound {
      let end = parts.start
      guard
        draft.chart.tokens[end].has(.spaceBefore) || draft.chart.tokens[end - 1].mark == .period
          || draft.chart.tokens[end - 1].mark == .dash
          || draft.chart.tokens[end].has(.glued)
      else { return }
      if let (index, hit) = draft.annotation(types.rank, endingAt: end) {
        // A rank in the nominative plural before a genitive is another word's.
        let rank = lexicons.ranks[lexicons.entries[Int(hit.value)].index]
        let isAdjective = hit.grammemes.contains(.adjective)
        if isAdjective, !hit.grammemes.allows(parts.grammemes.caseNumber) { return }
        if !isAdjective, !hit.grammemes.contains(.invariable) {
          guard parts.grammemes.allows(.genitive) || rank.id == "alternate" else { return }
          parts.grammemes = hit.grammemes
        } else if !isAdjective, rank.id == "alternate" {
          parts.grammemes = draft.chart.guesses[Int(hit.start)].union(.masculine)
          if parts.grammemes.caseNumber.isEmpty { parts.grammemes = [.nomSg, .masculine] }
        }
        parts.ranks.append(rank.id)
        parts.start = Int(hit.start)
        parts.titleStart = parts.start
        parts.words.insert((hit.tokens, draft.lemmas[index], isAdjective, !isAdjective), at: 0)
        parts.lexicon.append(rank.id)
        continue
      }
      if let (_, hit) = draft.annotation(types.former, endingAt: end) {
        parts.status = .former
        parts.start = Int(hit.start)
      } else if let (_, hit) = draft.annotation(types.acting, endingAt: end) {
        parts.status = .acting
        if !hit.grammemes.contains(.invariable) { parts.grammemes = hit.grammemes }
        parts.start = Int(hit.start)
      } else if let (_, hit) = draft.annotation(types.drop, endingAt: end) {
        parts.start = Int(hit.start)
      } else if parts.level == nil, parts.ranks.isEmpty,
        let (_, hit) = draft.annotation(types.level, endingAt: end, reach: 2),
        hit.grammemes.contains(.adjective), hit.grammemes.allows(parts.grammemes.caseNumber)
      {
        parts.level = lexicons.bodyWords[lexicons.entries[Int(hit.value)].index].level
        parts.start = Int(hit.start)
      } else {
        return
      }
    }
  }

  /// Vietnamese puts some ranks after the function.
  private func ranksAfter(_ draft: borrowing Draft, _ sentence: Range<Int>, _ parts: inout Parts) {
    while parts.titleEnd < sentence.upperBound,
      let (index, hit) = draft.chart.first(at: parts.titleEnd, type: types.rank),
      hit.grammemes.contains(.invariable), draft.chart.tokens[parts.titleEnd].has(.latin)
    {
      let rank = lexicons.ranks[lexicons.entries[Int(hit.value)].index]
      // «Chính trị viên phó»: in small letters the rank is the word's before it, not the next title's.
      let isTitle =
        draft.has(types.function, at: Int(hit.end))
        || draft.has(types.function, at: parts.titleEnd) && !draft.has(types.org, at: Int(hit.end))
      guard rank.id != "chief",
        rank.id != "deputy" || !(draft.chart.tokens[parts.titleEnd].isCapitalized || isTitle)
      else { return }
      parts.ranks.insert(rank.id, at: 0)
      parts.titleEnd = Int(hit.end)
      parts.words.append((hit.tokens, draft.lemmas[index], false, false))
      parts.lexicon.insert(rank.id, at: 0)
    }
  }

  /// The body that begins right after the title, or inside its last word.
  private func body(_ draft: borrowing Draft, _ title: Int, isOverlapping: Bool, takesInstrumental: Bool)
    -> Int?
  {
    let end = afterOrdinal(draft, title)
    if let (_, hit) = draft.chart.first(at: end, type: types.org) {
      // A participle such as «заведующий» governs the instrumental.
      let wanted: Grammemes = takesInstrumental ? [.genitive, .instrumental] : .genitive
      if hit.grammemes.allows(wanted) || draft.chart.tokens[end].has(.latin) { return Int(hit.value) }
    }
    guard isOverlapping, end > 0, let (_, hit) = draft.chart.first(at: end - 1, type: types.org),
      Int(hit.end) > end
    else { return nil }
    return Int(hit.value)
  }

  /// The token after «13-го», which may stand between a title and a body.
  private func afterOrdinal(_ draft: borrowing Draft, _ i: Int) -> Int {
    guard i + 2 < draft.chart.tokens.count, draft.chart.tokens[i].isNumber,
      draft.chart.tokens[i + 1].mark == .dash,
      !draft.chart.tokens[i + 1].has(.spaceBefore), draft.chart.tokens[i + 2].has(.cyrillic)
    else { return i }
    return i + 3
  }

  /// A word that is no title here: inside a body's name, or an ordinary word without anything of an office.
  private func isWord(
    _ draft: borrowing Draft, _ hit: Annotation, _ function: Function, _ body: Int?, _ parts: Parts
  ) -> Bool {
    // One syllable in small letters is an ordinary word in Vietnamese, and a head of nothing may be a team's.
    let first = draft.chart.tokens[Int(hit.start)]
    if first.has(.latin), hit.tokens.count == 1 || function.id == "head", !first.isCapitalized, body == nil,
      parts.ranks.isEmpty, !draft.isQuery
    {
      return true
    }
    // Inside a body that began earlier.
    for (index, mention) in draft.bodies.enumerated()
    where mention.tokens.lowerBound < parts.start && mention.tokens.upperBound > parts.start && index != body
    {
      return true
    }
    return false
  }

  /// A post right before a level and a place, without a body, as «староста деревни».
  private func placeTail(_ draft: borrowing Draft, _ mention: inout PostMention, _ sentence: Range<Int>) {
    let at = mention.tokens.upperBound
    guard at < sentence.upperBound else { return }
    var next = at
    if let (_, hit) = draft.chart.first(at: at, type: types.level), !hit.grammemes.contains(.adjective),
      hit.grammemes.allows(.genitive)
    {
      mention.level = lexicons.bodyWords[lexicons.entries[Int(hit.value)].index].level
      next = Int(hit.end)
      mention.tokens = mention.tokens.lowerBound..<next
    }
    // A unit abroad that no lexicon knows: an adjective and the noun of a level.
    if next == at, mention.kind == .state || mention.function == "governor", next + 1 < sentence.upperBound,
      draft.chart.tokens[next].isCapitalized, draft.chart.guesses[next].allows(.genitive),
      let (_, level) = draft.chart.first(at: next + 1, type: types.level), level.grammemes.allows(.genitive)
    {
      mention.tokens = mention.tokens.lowerBound..<Int(level.end)
      mention.isForeign = true
      return
    }
    if next > at, let end = behind.unknownPlace(draft, next, sentence) {
      mention.tokens = mention.tokens.lowerBound..<end
      return
    }
    if next < sentence.upperBound, let (_, hit) = draft.chart.first(at: next, type: types.place),
      draft.chart.tokens[next].isCapitalized, !draft.has(types.person, at: next)
    {
      let place = lexicons.places[lexicons.entries[Int(hit.value)].index]
      if place.level != "country" { mention.place = place.vi }
      mention.isForeign = place.level == "country" && place.id != PostReader.home
      mention.tokens = mention.tokens.lowerBound..<Int(hit.end)
    }
  }

  /// The title in the nominative: the first noun and the adjectives before it change, the rest stays.
  private func title(_ draft: borrowing Draft, _ parts: Parts, _ tail: Int) -> String {
    let tokens = parts.titleStart..<tail
    guard draft.chart.tokens[parts.titleStart].has(.cyrillic) else { return draft.phrase(tokens) }
    if parts.grammemes.contains(.invariable) { return draft.phrase(tokens) }
    if parts.level == nil, parts.status != .acting, parts.grammemes.contains(.nomSg),
      !parts.grammemes.contains(.accSg)
    {
      return draft.phrase(tokens)
    }
    var words: [String] = []
    var at = parts.titleStart
    var isDone = false
    let gender =
      parts.grammemes.contains(.feminine) && !parts.grammemes.contains(.masculine)
      ? Grammemes.feminine : Grammemes.masculine
    for word in parts.words {
      guard word.tokens.lowerBound >= at else { continue }
      // A level between rank and function is the body's, not the title's.
      if at < word.tokens.lowerBound, parts.level == nil {
        words.append(draft.phrase(at..<word.tokens.lowerBound))
      }
      at = word.tokens.upperBound
      if isDone {
        words.append(draft.phrase(word.tokens))
        continue
      }
      let first = word.tokens.lowerBound
      words.append(
        word.isAdjective
          ? nominative.adjective(draft, lemma: word.lemma, gender: gender, like: first)
          : nominative.cased(draft, lemma: word.lemma, like: first))
      isDone = word.isNoun
    }
    if at < tail { words.append(draft.phrase(at..<tail)) }
    return words.joined(separator: " ")
  }
}
