import KadryLexicon
import KadryPatterns
import KadryText

/// Finds persons and places among runs of capitalised words.
///
/// A run that begins with a surname is a person unless a place's noun stands before it or the register of
/// places knows the whole of it; other runs are kept as possible names, which a post or an honorific
/// beside them can make persons.
struct NameFinder {
  let memo: NameMemo
  private var words: TitleWords
  private let initials = InitialedNames()
  /// Where the last place with a place's noun ended.
  var lastPlace = -1
  let types: Types
  let tables: ReadingTables
  let conj: Int
  /// Longest name in parts.
  static let longest = 7

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    conj = tables.registry.bit("conj") ?? tables.types.stopword
    memo = NameMemo(tables.lexicons)
    words = TitleWords(tables.types)
  }

  mutating func find(_ draft: inout Draft) {
    lastPlace = -1
    memo.begin(tokens: draft.chart.tokens.count)
    words.fill(draft.chart)
    for sentence in draft.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        if let end = initials.end(draft, i, sentence.tokens.upperBound) {
          initialed(&draft, i..<end)
          i = end
          continue
        }
        guard isCandidate(draft, i) else {
          i += 1
          continue
        }
        var end = i + 1
        while end < sentence.tokens.upperBound, isCandidate(draft, end), continues(draft, end),
          !initials.isInitial(draft, end)
        { end += 1 }
        run(&draft, i..<end)
        i = end
      }
    }
  }

  func hasPart(_ draft: borrowing Draft, _ i: Int, _ trait: NameTraits = []) -> Bool {
    memo.part(draft, i).map { memo.has(trait, $0) } ?? false
  }

  /// A capitalised word that no longer entry and no title has taken.
  private func isCandidate(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    guard token.isWord, token.isCapitalized, !draft.claimed[i], !isNumberLetter(draft, i) else {
      return false
    }
    return !isTitleWord(draft, i)
  }

  /// The letter of a number such as «15A».
  func isNumberLetter(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    return i > 0 && !token.has(.spaceBefore) && token.end - token.start <= 2
      && draft.chart.tokens[i - 1].isNumber
  }

  private func continues(_ draft: borrowing Draft, _ i: Int) -> Bool {
    !draft.chart.tokens[i].has(.lineBefore) && draft.chart.tokens[i].has(.spaceBefore)
  }

  /// Whether a title, a rank, an honorific or words of a body begin or cover a token.
  private func isTitleWord(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let cover = words.ofToken[i]
    if cover.isEmpty { return false }
    if cover.contains(.long) { return true }
    if cover.contains(.honorific), isStartOfName(draft, i) {
      // «đường Ông Ích Khiêm»
      return draft.annotation(types.streetLead, endingAt: i, reach: 3) == nil
    }
    // «Xa Phu Nghia» without diacritics: at the start of a sentence the unit is likelier than the surname.
    if draft.chart.masks[i].has(.bare), draft.has(types.level, at: i), isSentenceStart(draft, i) {
      return true
    }
    if cover.contains(.placeLead), isStartOfName(draft, i), isNameAfterLead(draft, i) { return true }
    return (cover.contains(.short) || cover.contains(.stopword) && isSentenceStart(draft, i))
      && !isNameWord(draft, i)
  }

  private func isNameAfterLead(_ draft: borrowing Draft, _ i: Int) -> Bool {
    var isName = false
    draft.chart.forEach(at: i) { _, hit in
      if Int(hit.type) == types.placeLead, isNameAhead(draft, Int(hit.end)) { isName = true }
    }
    return isName
  }

  /// A word that may be a name although a lexicon knows it as something else.
  private func isNameWord(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    if token.has(.allCaps), token.end - token.start <= 5, token.has(.latin) { return false }
    guard let part = memo.part(draft, i), !memo.has(.inflected, part) else { return false }
    let isSurname = memo.has(.surname, part)
    let nextIsName =
      i + 1 < draft.chart.tokens.count && draft.chart.tokens[i + 1].isCapitalized
      && continues(draft, i + 1)
    let previousIsName = i > 0 && draft.chart.tokens[i - 1].isCapitalized && draft.chart.tokens[i - 1].isWord
    return (isSurname && nextIsName) || previousIsName
  }

  /// An honorific with a capital before a name, as «Ông» at the start of a sentence.
  private func isStartOfName(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let previousIsName =
      i > 0 && draft.chart.tokens[i - 1].isWord && draft.chart.tokens[i - 1].isCapitalized
      && !draft.chart.tokens[i].has(.lineBefore)
    guard !previousIsName, i + 1 < draft.chart.tokens.count, draft.chart.tokens[i + 1].isCapitalized else {
      return false
    }
    return true
  }

  /// Whether a name with a common surname begins at a token, so that a place's noun before it is no part of it.
  private func isNameAhead(_ draft: borrowing Draft, _ i: Int) -> Bool {
    guard i < draft.chart.tokens.count, draft.chart.tokens[i].isWord, draft.chart.tokens[i].isCapitalized
    else { return false }
    return hasPart(draft, i, .commonSurname)
  }

  private func isSentenceStart(_ draft: borrowing Draft, _ i: Int) -> Bool {
    i == 0 || draft.chart.tokens[i].has(.lineBefore) || draft.chart.tokens[i - 1].kind == .mark
  }

  private mutating func run(_ draft: inout Draft, _ run: Range<Int>) {
    var at = run.lowerBound
    while at < run.upperBound {
      if let end = place(&draft, at, run.upperBound) ?? listedPlace(draft, at, run) {
        lastPlace = end
        at = end
        continue
      }
      var parts: [Int] = []
      var end = at
      while end < run.upperBound, parts.count < NameFinder.longest {
        guard let part = memo.part(draft, end) ?? unknown(draft, end, parts) else { break }
        // A place that fills the rest of the run after a whole name is no part of the name.
        if parts.count >= 2, isKnownPlace(draft, end, run.upperBound),
          end < run.upperBound - 1 || isProvince(draft, end),
          !isNamePair(parts) || isProvince(draft, end) && !hasPart(draft, end), !endsInFeminine(parts)
        {
          break
        }
        parts.append(part)
        end += 1
      }
      if parts.isEmpty {
        // A capitalised word that is no name may stand before one.
        let next = nameStart(draft, at + 1, run.upperBound) ?? run.upperBound
        foreign(&draft, at, next)
        at = next
        continue
      }
      // «Чой Джу Хо»: one part that might be Vietnamese begins a name of other words.
      if parts.count == 1, end < run.upperBound {
        foreign(&draft, at, run.upperBound)
        at = run.upperBound
        continue
      }
      person(&draft, at..<end, parts)
      at = end
    }
  }

  /// Where a name with a common surname begins inside the rest of a run.
  private func nameStart(_ draft: borrowing Draft, _ from: Int, _ limit: Int) -> Int? {
    (from..<max(from, limit - 1)).first { hasPart(draft, $0, .commonSurname) && hasPart(draft, $0 + 1) }
  }

  /// A part that is no Vietnamese syllable, at the end of a name that began as one or in a minority's name.
  private func unknown(_ draft: borrowing Draft, _ i: Int, _ parts: [Int]) -> Int? {
    let token = draft.chart.tokens[i]
    guard !token.has(.allCaps), !token.has(.glued), token.end - token.start <= 14,
      !draft.has(types.place, at: i)
    else { return nil }
    guard let first = parts.first else { return nil }
    let isMinority = memo.has(.clan, first)
    let isInner =
      parts.count == 1 && memo.has(token.has(.latin) ? .commonSurname : .surname, first)
      && i + 1 < draft.chart.tokens.count
      && draft.chart.tokens[i + 1].isCapitalized && hasPart(draft, i + 1)
      && (token.has(.latin) || token.end - token.start <= 6)
    let isTail =
      isInner
      || parts.count >= 2 && memo.has(.surname, first) && draft.chart.annotations.isEmpty == false
        && draft.chart.first(at: i, type: types.post) == nil
    // Behind an honorific or a title a run of capitals is one name, however foreign.
    let isTitled =
      parts.count == 1 && isAfterTitle(draft, i - 1) && token.has(.latin) && token.has(.diacritic)
    guard isMinority || isTail || isTitled else { return nil }
    var isKnown = false
    draft.chart.forEach(at: i) { _, _ in isKnown = true }
    guard !isKnown else { return nil }
    return memo.whole(draft, i)
  }

  /// A name does not end in the middle element of women: «Nguyễn Thị Hà Giang».
  private func endsInFeminine(_ parts: [Int]) -> Bool { parts.last.map { memo.has(.feminine, $0) } ?? false }

  private func isNamePair(_ parts: [Int]) -> Bool { parts.count == 2 && memo.has(.middle, parts[1]) }

  func isAfterTitle(_ draft: borrowing Draft, _ at: Int) -> Bool {
    draft.annotation(types.honorific, endingAt: at, reach: 3) != nil
      || draft.annotation(types.function, endingAt: at, reach: 4) != nil
  }

  /// Whether words of a post end right before a token: a body, a country, a level.
  private func isAfterPost(_ draft: borrowing Draft, _ at: Int) -> Bool {
    for type in [types.bodyHead, types.bodyWord, types.level]
    where draft.annotation(type, endingAt: at, reach: 4) != nil { return true }
    return false
  }

  private func person(_ draft: inout Draft, _ tokens: Range<Int>, _ parts: [Int]) {
    let hasHonorific = draft.annotation(types.honorific, endingAt: tokens.lowerBound, reach: 3) != nil
    let isNamed = draft.annotation(types.notPerson, endingAt: tokens.lowerBound, reach: 4) != nil
    if isNamed {
      draft.namesakes.insert(parts.map { memo.parts[$0].part }.key)
      return
    }
    if !hasHonorific, isQuoted(draft, tokens) { return }
    if parts.count == 1 {
      guard hasHonorific || isAfterTitle(draft, tokens.lowerBound) else { return }
      add(&draft, tokens, parts, type: types.short, isWeak: true, isShort: true, supported: hasHonorific)
      return
    }
    let isSurname = memo.has(.surname, parts[0])
    let isPlace = isKnownPlace(draft, tokens.lowerBound, tokens.upperBound)
    let isMinority = memo.has(.clan, parts[0])
    let isFeminine = parts.count >= 3 && memo.has(.feminine, parts[1])
    let isStrong =
      (isMinority || isFeminine && !isPlace) && parts.count >= 3
      || isSurname && (hasHonorific || (!isPlace && parts.count >= 3))
    // Two words at the start of a sentence are too little without anything beside them.
    let first = draft.chart.tokens[tokens.lowerBound]
    let isBare =
      !hasHonorific && (parts.count == 2 && first.has(.lineBefore) || isInsideCapitals(draft, tokens))
    add(
      &draft, tokens, parts, type: isStrong && !isBare ? types.person : types.maybe,
      isWeak: !isStrong || isBare, isShort: false, supported: hasHonorific)
  }

  /// Capitals that go on beside a run in capitals say nothing of a name.
  private func isInsideCapitals(_ draft: borrowing Draft, _ tokens: Range<Int>) -> Bool {
    func isCapitals(_ i: Int) -> Bool {
      draft.chart.tokens.indices.contains(i) && draft.chart.tokens[i].has(.allCaps)
    }
    guard draft.chart.tokens[tokens.lowerBound].has(.latin), tokens.allSatisfy(isCapitals) else {
      return false
    }
    let isFirst = draft.chart.tokens[tokens.lowerBound].has(.lineBefore)
    let isLast =
      tokens.upperBound >= draft.chart.tokens.count || draft.chart.tokens[tokens.upperBound].has(.lineBefore)
    return !isFirst && isCapitals(tokens.lowerBound - 1) || !isLast && isCapitals(tokens.upperBound)
  }

  /// A name that fills a pair of quotation marks is a club's, a firm's or a school's.
  private func isQuoted(_ draft: borrowing Draft, _ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > 0, tokens.upperBound < draft.chart.tokens.count else { return false }
    let before = draft.chart.tokens[tokens.lowerBound - 1].mark
    let after = draft.chart.tokens[tokens.upperBound].mark
    return (before == .openQuote || before == .quote) && (after == .closeQuote || after == .quote)
  }

  /// Capitalised words that are no Vietnamese syllables: a foreign name, if a title says so beside it.
  private func foreign(_ draft: inout Draft, _ at: Int, _ limit: Int) {
    guard limit < draft.chart.tokens.count, draft.annotation(types.notPerson, endingAt: at, reach: 4) == nil
    else { return }
    let length = limit - at
    // One part alone behind an honorific may be the end of a name that stands in full elsewhere.
    let isShort = length == 1 && draft.annotation(types.honorific, endingAt: at, reach: 3) != nil
    let isTitled = isAfterTitle(draft, at) || length > 1 && isAfterPost(draft, at)
    if draft.has(types.level, at: limit) { return }
    guard length <= (isTitled ? 4 : 3), length > 1 || isTitled else { return }
    for i in at..<limit {
      let token = draft.chart.tokens[i]
      var isKnown = false
      draft.chart.forEach(at: i) { _, _ in isKnown = true }
      guard !isKnown, token.end - token.start > (isTitled ? 2 : 4), !token.has(.allCaps), !token.has(.glued)
      else { return }
    }
    let parts = (at..<limit).map { memo.whole(draft, $0) }
    let number = draft.people.count
    add(
      &draft, at..<limit, parts, type: isShort ? types.short : types.maybe, isWeak: true, isShort: isShort,
      supported: isShort)
    if isShort { draft.people[number].rule = "person.honorific" }
  }

  /// A name with initials: a person for certain where there are two of them.
  private func initialed(_ draft: inout Draft, _ tokens: Range<Int>) {
    if draft.annotation(types.notPerson, endingAt: tokens.lowerBound, reach: 4) != nil
      || isAfterPlaceNoun(draft, tokens.lowerBound)
    {
      return
    }
    let hasHonorific = draft.annotation(types.honorific, endingAt: tokens.lowerBound, reach: 3) != nil
    let letters = tokens.filter { initials.isInitial(draft, $0) }
    let parts = tokens.filter { draft.chart.tokens[$0].isWord }.map { memo.whole(draft, $0) }
    let isStrong = letters.count >= 2 || hasHonorific
    let number = draft.people.count
    add(
      &draft, tokens, parts, type: isStrong ? types.person : types.maybe, isWeak: !isStrong, isShort: false,
      supported: hasHonorific)
    draft.people[number].name = draft.phrase(tokens)
  }

  private func add(
    _ draft: inout Draft, _ tokens: Range<Int>, _ parts: [Int], type: Int, isWeak: Bool, isShort: Bool,
    supported: Bool
  ) {
    var name = ""
    for part in parts {
      if !name.isEmpty { name += " " }
      name += memo.parts[part].title
    }
    draft.people.append(
      PersonMention(
        tokens: tokens, name: name, parts: parts.map { memo.parts[$0].part }, isWeak: isWeak,
        isShort: isShort, isSupported: supported,
        rule: isShort ? "person.short" : supported ? "person.honorific" : "person.name"))
    draft.chart.add(
      Annotation(
        start: tokens.lowerBound, end: tokens.upperBound, type: type, grammemes: .invariable,
        value: draft.people.count - 1))
  }
}
