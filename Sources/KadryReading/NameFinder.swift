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
  let types: Types
  let tables: ReadingTables
  /// Longest name in parts.
  static let longest = 7

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    memo = NameMemo(tables.lexicons)
    words = TitleWords(tables.types)
  }

  mutating func find(_ draft: inout Draft) {
    memo.begin(tokens: draft.chart.tokens.count)
    words.fill(draft.chart)
    for sentence in draft.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard isCandidate(draft, i) else {
          i += 1
          continue
        }
        var end = i + 1
        while end < sentence.tokens.upperBound, isCandidate(draft, end), continues(draft, end) { end += 1 }
        run(&draft, i..<end)
        i = end
      }
    }
  }

  private func hasPart(_ draft: borrowing Draft, _ i: Int, _ trait: NameTraits = []) -> Bool {
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
  private func isNumberLetter(_ draft: borrowing Draft, _ i: Int) -> Bool {
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

  private func run(_ draft: inout Draft, _ run: Range<Int>) {
    var at = run.lowerBound
    while at < run.upperBound {
      if let end = place(&draft, at, run.upperBound) {
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
          !isNamePair(parts) || isProvince(draft, end), !endsInFeminine(parts)
        {
          break
        }
        parts.append(part)
        end += 1
      }
      if parts.isEmpty {
        foreign(&draft, at, run.upperBound)
        at = run.upperBound
        continue
      }
      person(&draft, at..<end, parts)
      at = end
    }
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
      parts.count == 1 && memo.has(.surname, first) && i + 1 < draft.chart.tokens.count
      && draft.chart.tokens[i + 1].isCapitalized && hasPart(draft, i + 1) && token.has(.latin)
    let isTail =
      isInner
      || parts.count >= 2 && memo.has(.surname, first) && draft.chart.annotations.isEmpty == false
        && draft.chart.first(at: i, type: types.post) == nil
    guard isMinority || isTail else { return nil }
    var isKnown = false
    draft.chart.forEach(at: i) { _, _ in isKnown = true }
    guard !isKnown else { return nil }
    return memo.whole(draft, i)
  }

  private func isProvince(_ draft: borrowing Draft, _ token: Int) -> Bool {
    guard let (_, hit) = draft.chart.first(at: token, type: types.place) else { return false }
    return tables.lexicons.places[tables.lexicons.entries[Int(hit.value)].index].level
      == Level.province.rawValue
  }

  /// A name does not end in the middle element of women: «Nguyễn Thị Hà Giang».
  private func endsInFeminine(_ parts: [Int]) -> Bool { parts.last.map { memo.has(.feminine, $0) } ?? false }

  private func isNamePair(_ parts: [Int]) -> Bool { parts.count == 2 && memo.has(.middle, parts[1]) }

  private func isKnownPlace(_ draft: borrowing Draft, _ start: Int, _ limit: Int) -> Bool {
    draft.chart.first(at: start, type: types.place).map { Int($0.annotation.end) == limit } ?? false
  }

  /// A place at the start of the rest of a run: after a place's noun anything is one.
  private func place(_ draft: inout Draft, _ at: Int, _ limit: Int) -> Int? {
    let known = draft.chart.first(at: at, type: types.place).map(\.annotation)
    let hasLead = isAfterPlaceNoun(draft, at)
    if let known, Int(known.end) <= limit {
      let isSurname = hasPart(draft, at, .surname)
      let rest = limit - Int(known.end)
      // A place and then a whole name: the place belongs to what stands before.
      if isSurname, rest >= 3, hasPart(draft, Int(known.end), .commonSurname), known.tokens.count >= 2 {
        return Int(known.end)
      }
      if hasLead || !isSurname || (rest == 0 && known.tokens.count < 3 && !isAfterTitle(draft, at)) {
        return rest == 0 || hasLead || !isSurname || rest >= 2 ? Int(known.end) : nil
      }
      return nil
    }
    guard hasLead, !(isAfterLevel(draft, at) && isWholeName(draft, at, limit)) else { return nil }
    if !isAfterLevel(draft, at) { remember(&draft, at, limit) }
    // An unknown place: it ends where a surname begins a name of its own.
    var end = at + 1
    while end < limit, end - at < 3 {
      if limit - end >= 3, hasPart(draft, end, .commonSurname) { break }
      end += 1
    }
    return end
  }

  /// Remembers a name that a street, a school or the like has in this article.
  private func remember(_ draft: inout Draft, _ at: Int, _ limit: Int) {
    let parts = (at..<limit).compactMap { memo.part(draft, $0).map { memo.parts[$0].part } }
    if parts.count == limit - at, parts.count >= 2 { draft.namesakes.insert(parts.key) }
  }

  /// Three or more parts that begin with a common surname are a name even after a place's noun.
  private func isWholeName(_ draft: borrowing Draft, _ at: Int, _ limit: Int) -> Bool {
    guard limit - at >= 3, hasPart(draft, at) else { return false }
    let isName =
      hasPart(draft, at + 1, .feminine) || hasPart(draft, at, .commonSurname)
      || hasPart(draft, at, .surname) && hasPart(draft, at + 1, .middle)
    return isName && (at + 1..<limit).allSatisfy { hasPart(draft, $0) }
  }

  private func isAfterLevel(_ draft: borrowing Draft, _ at: Int) -> Bool {
    draft.annotation(types.level, endingAt: at, reach: 2) != nil
  }

  private func isAfterPlaceNoun(_ draft: borrowing Draft, _ at: Int) -> Bool {
    let house = beforeHouseNumber(draft, at)
    if house < at, draft.annotation(types.streetLead, endingAt: house, reach: 3) != nil { return true }
    if let (_, noun) = draft.annotation(types.placeLead, endingAt: at, reach: 3) {
      // Nor is «làng» in «già làng», which is said of a person.
      if let (_, honorific) = draft.annotation(types.honorific, endingAt: at, reach: 3),
        honorific.start < noun.start
      {
        return false
      }
      // The end of a longer word, as «trường» in «môi trường», is no place's noun.
      let longer = draft.annotation(types.bodyWord, endingAt: at, reach: 5)
      return longer.map { $0.annotation.start >= noun.start } ?? true
    }
    guard let (_, level) = draft.annotation(types.level, endingAt: at, reach: 2) else { return false }
    return !level.grammemes.contains(.adjective)
  }

  /// The token at which a house's number before a name begins, else the name's: «số 15A Lê Lợi», «kiệt 4/2 …».
  private func beforeHouseNumber(_ draft: borrowing Draft, _ at: Int) -> Int {
    var start = at
    if start > 0, isNumberLetter(draft, start - 1) { start -= 1 }
    guard start > 0, draft.chart.tokens[start - 1].isNumber, draft.chart.tokens[at].has(.spaceBefore) else {
      return at
    }
    start -= 1
    while start > 1, draft.chart.tokens[start - 1].mark == .slash, draft.chart.tokens[start - 2].isNumber {
      start -= 2
    }
    return start
  }

  func isAfterTitle(_ draft: borrowing Draft, _ at: Int) -> Bool {
    draft.annotation(types.honorific, endingAt: at, reach: 3) != nil
      || draft.annotation(types.function, endingAt: at, reach: 4) != nil
  }

  private func person(_ draft: inout Draft, _ tokens: Range<Int>, _ parts: [Int]) {
    let hasHonorific = draft.annotation(types.honorific, endingAt: tokens.lowerBound, reach: 3) != nil
    let isNamed = draft.annotation(types.notPerson, endingAt: tokens.lowerBound, reach: 4) != nil
    if isNamed {
      draft.namesakes.insert(parts.map { memo.parts[$0].part }.key)
      return
    }
    if parts.count == 1 {
      guard hasHonorific || isAfterTitle(draft, tokens.lowerBound) else { return }
      add(&draft, tokens, parts, type: types.short, isWeak: true, isShort: true, supported: hasHonorific)
      return
    }
    let isSurname = memo.has(.surname, parts[0])
    let isPlace = isKnownPlace(draft, tokens.lowerBound, tokens.upperBound)
    let isMinority = memo.has(.clan, parts[0])
    let isStrong =
      isMinority && parts.count >= 3 || isSurname && (hasHonorific || (!isPlace && parts.count >= 3))
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

  /// Capitalised words that are no Vietnamese syllables: a foreign name, if a title says so beside it.
  private func foreign(_ draft: inout Draft, _ at: Int, _ limit: Int) {
    let length = limit - at
    guard length <= 3, limit < draft.chart.tokens.count, length > 1 || isAfterTitle(draft, at) else { return }
    for i in at..<limit {
      let token = draft.chart.tokens[i]
      var isKnown = false
      draft.chart.forEach(at: i) { _, _ in isKnown = true }
      guard !isKnown, token.end - token.start > 4, !token.has(.allCaps), !token.has(.glued) else { return }
    }
    let parts = (at..<limit).map { memo.whole(draft, $0) }
    add(&draft, at..<limit, parts, type: types.maybe, isWeak: true, isShort: false, supported: false)
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
