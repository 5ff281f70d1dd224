import KadryLexicon
import KadryPatterns
import KadryText

/// Finds persons and places among runs of capitalised words.
///
/// A run that begins with a surname is a person unless a place's noun stands before it or the register of
/// places knows the whole of it; other runs are kept as possible names, which a post or an honorific
/// beside them can make persons.
struct NameFinder {
  let reader: NameReader
  let types: Types
  let tables: ReadingTables
  /// Longest name in parts.
  static let longest = 7

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    reader = NameReader(tables.lexicons)
  }

  func find(_ draft: inout Draft) {
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

  /// The part of a name that a token is.
  private func part(_ draft: Draft, _ i: Int) -> NamePart? {
    reader.part(draft.word(i), draft.chart.tokens[i], isBare: draft.chart.masks[i].has(.bare))
  }

  /// A capitalised word that no longer entry and no title has taken.
  private func isCandidate(_ draft: Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    guard token.isWord, token.isCapitalized, !draft.claimed[i] else { return false }
    return !isTitleWord(draft, i)
  }

  private func continues(_ draft: Draft, _ i: Int) -> Bool {
    !draft.chart.tokens[i].has(.lineBefore) && draft.chart.tokens[i].has(.spaceBefore)
  }

  /// Whether a title, a rank, an honorific or words of a body begin or cover a token.
  private func isTitleWord(_ draft: Draft, _ i: Int) -> Bool {
    var start = max(0, i - 4)
    while start <= i {
      var isTaken = false
      draft.chart.forEach(at: start) { _, hit in
        guard Int(hit.end) > i else { return }
        let type = Int(hit.type)
        let isLong = hit.tokens.count > 1
        if type == types.honorific, Int(hit.start) == i, isStartOfName(draft, i) { isTaken = true }
        if type == types.placeLead, Int(hit.start) == i, isStartOfName(draft, i), isNameAhead(draft, Int(hit.end)) {
          isTaken = true
        }
        if type == types.stopword, isSentenceStart(draft, i), !isNameWord(draft, i) { isTaken = true }
        if type == types.function || type == types.rank || type == types.former || type == types.acting {
          isTaken = isTaken || isLong || !isNameWord(draft, i)
        } else if type == types.bodyHead || type == types.bodyWord || type == types.honorific || type == types.notPerson {
          isTaken = isTaken || isLong || !isNameWord(draft, i)
        } else if type == types.month || type == types.documentType {
          isTaken = isTaken || !isNameWord(draft, i) || isLong
        }
      }
      if isTaken { return true }
      start += 1
    }
    return false
  }

  /// A word that may be a name although a lexicon knows it as something else.
  private func isNameWord(_ draft: Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    if token.has(.allCaps), token.end - token.start <= 5, token.has(.latin) { return false }
    guard let part = self.part(draft, i), !part.isInflected else { return false }
    let isSurname = reader.isSurname(part)
    let nextIsName = i + 1 < draft.chart.tokens.count && draft.chart.tokens[i + 1].isCapitalized
      && continues(draft, i + 1)
    let previousIsName = i > 0 && draft.chart.tokens[i - 1].isCapitalized && draft.chart.tokens[i - 1].isWord
    return (isSurname && nextIsName) || previousIsName
  }

  /// An honorific with a capital before a name, as «Ông» at the start of a sentence.
  private func isStartOfName(_ draft: Draft, _ i: Int) -> Bool {
    let previousIsName = i > 0 && draft.chart.tokens[i - 1].isWord && draft.chart.tokens[i - 1].isCapitalized
      && !draft.chart.tokens[i].has(.lineBefore)
    guard !previousIsName, i + 1 < draft.chart.tokens.count, draft.chart.tokens[i + 1].isCapitalized else { return false }
    return true
  }

  /// Whether a name with a common surname begins at a token, so that a place's noun before it is no part of it.
  private func isNameAhead(_ draft: Draft, _ i: Int) -> Bool {
    guard i < draft.chart.tokens.count, draft.chart.tokens[i].isWord, draft.chart.tokens[i].isCapitalized else { return false }
    return self.part(draft, i).map(reader.isCommonSurname) ?? false
  }

  private func isSentenceStart(_ draft: Draft, _ i: Int) -> Bool {
    i == 0 || draft.chart.tokens[i].has(.lineBefore) || draft.chart.tokens[i - 1].kind == .mark
  }

  private func run(_ draft: inout Draft, _ run: Range<Int>) {
    var at = run.lowerBound
    while at < run.upperBound {
      if let end = place(&draft, at, run.upperBound) {
        at = end
        continue
      }
      var parts: [NamePart] = []
      var end = at
      while end < run.upperBound, parts.count < NameFinder.longest {
        guard let part = self.part(draft, end) ?? unknown(draft, end, parts) else { break }
        // A place that fills the rest of the run after a whole name is no part of the name.
        if parts.count >= 2, isKnownPlace(draft, end, run.upperBound), end < run.upperBound - 1 || isProvince(draft, end),
          !isNamePair(parts, part) || isProvince(draft, end)
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
  private func unknown(_ draft: Draft, _ i: Int, _ parts: [NamePart]) -> NamePart? {
    let token = draft.chart.tokens[i]
    guard !token.has(.allCaps), !token.has(.glued), token.end - token.start <= 14, !draft.has(types.place, at: i) else { return nil }
    let first = parts.first
    let isMinority = first.map { $0.text.count == 1 || $0.text.contains("'") || $0.text.contains("\u{2019}") } ?? false
    let isInner = parts.count == 1 && first.map(reader.isCommonSurname) ?? false && i + 1 < draft.chart.tokens.count
      && draft.chart.tokens[i + 1].isCapitalized && self.part(draft, i + 1) != nil && token.has(.latin)
    let isTail = isInner || parts.count >= 2 && first.map(reader.isSurname) ?? false && draft.chart.annotations.isEmpty == false
      && draft.chart.first(at: i, type: types.post) == nil
    guard isMinority || isTail else { return nil }
    var isKnown = false
    draft.chart.forEach(at: i) { _, _ in isKnown = true }
    guard !isKnown else { return nil }
    return NamePart(text: draft.word(i), key: token.key, syllables: [], isInflected: false)
  }

  private func isProvince(_ draft: Draft, _ token: Int) -> Bool {
    guard let (_, hit) = draft.chart.first(at: token, type: types.place) else { return false }
    return tables.lexicons.places[tables.lexicons.entries[Int(hit.value)].index].level == Level.province.rawValue
  }

  private func isNamePair(_ parts: [NamePart], _ part: NamePart) -> Bool {
    parts.count == 2 && reader.names.middle.contains(parts[1].key)
  }

  private func isKnownPlace(_ draft: Draft, _ start: Int, _ limit: Int) -> Bool {
    draft.chart.first(at: start, type: types.place).map { Int($0.annotation.end) == limit } ?? false
  }

  /// A place at the start of the rest of a run: after a place's noun anything is one.
  private func place(_ draft: inout Draft, _ at: Int, _ limit: Int) -> Int? {
    let known = draft.chart.first(at: at, type: types.place).map(\.annotation)
    let hasLead = isAfterPlaceNoun(draft, at)
    if let known, Int(known.end) <= limit {
      let part = self.part(draft, at)
      let isSurname = part.map(reader.isSurname) ?? false
      let rest = limit - Int(known.end)
      // A place and then a whole name: the place belongs to what stands before.
      if isSurname, rest >= 3, let next = self.part(draft, Int(known.end)),
        reader.isCommonSurname(next), known.tokens.count >= 2
      {
        return Int(known.end)
      }
      if hasLead || !isSurname || (rest == 0 && known.tokens.count < 3 && !isAfterTitle(draft, at)) {
        return rest == 0 || hasLead || !isSurname || rest >= 2 ? Int(known.end) : nil
      }
      return nil
    }
    guard hasLead, !(isAfterLevel(draft, at) && isWholeName(draft, at, limit)) else { return nil }
    // An unknown place: it ends where a surname begins a name of its own.
    var end = at + 1
    while end < limit, end - at < 3 {
      if limit - end >= 2, end > at, let part = self.part(draft, end),
        reader.isCommonSurname(part), limit - end >= 3
      {
        break
      }
      end += 1
    }
    return end
  }

  /// Three or more parts that begin with a common surname are a name even after a place's noun.
  private func isWholeName(_ draft: Draft, _ at: Int, _ limit: Int) -> Bool {
    guard limit - at >= 3, let first = self.part(draft, at) else { return false }
    let second = self.part(draft, at + 1)
    let isName = second.map(reader.isFeminine) ?? false || reader.isCommonSurname(first) || (reader.isSurname(first) && second.map { reader.names.middle.contains($0.key) } ?? false)
    return isName && (at + 1..<limit).allSatisfy { part(draft, $0) != nil }
  }

  private func isAfterLevel(_ draft: Draft, _ at: Int) -> Bool {
    draft.annotation(types.level, endingAt: at, reach: 2) != nil
  }

  private func isAfterPlaceNoun(_ draft: Draft, _ at: Int) -> Bool {
    if let (_, noun) = draft.annotation(types.placeLead, endingAt: at, reach: 3) {
      // The end of a longer word, as «trường» in «môi trường», is no place's noun.
      let longer = draft.annotation(types.bodyWord, endingAt: at, reach: 5)
      return longer.map { $0.annotation.start >= noun.start } ?? true
    }
    guard let (_, level) = draft.annotation(types.level, endingAt: at, reach: 2) else { return false }
    return !level.grammemes.contains(.adjective)
  }

  func isAfterTitle(_ draft: Draft, _ at: Int) -> Bool {
    draft.annotation(types.honorific, endingAt: at, reach: 3) != nil
      || draft.annotation(types.function, endingAt: at, reach: 4) != nil
  }

  private func person(_ draft: inout Draft, _ tokens: Range<Int>, _ parts: [NamePart]) {
    let hasHonorific = draft.annotation(types.honorific, endingAt: tokens.lowerBound, reach: 3) != nil
    let isNamed = draft.annotation(types.notPerson, endingAt: tokens.lowerBound, reach: 4) != nil
    if isNamed { return }
    if parts.count == 1 {
      guard hasHonorific || isAfterTitle(draft, tokens.lowerBound) else { return }
      add(&draft, tokens, parts, type: types.short, isWeak: true, isShort: true, supported: hasHonorific)
      return
    }
    let isSurname = reader.isSurname(parts[0])
    let isPlace = isKnownPlace(draft, tokens.lowerBound, tokens.upperBound)
    let isMinority = parts[0].text.count == 1 || parts[0].text.contains("'") || parts[0].text.contains("\u{2019}")
    let isStrong =
      isMinority && parts.count >= 3 || isSurname && (hasHonorific || (!isPlace && parts.count >= 3))
    // Two words at the start of a sentence are too little without anything beside them.
    let first = draft.chart.tokens[tokens.lowerBound]
    let isBare = parts.count == 2 && first.has(.lineBefore) && !hasHonorific
    add(
      &draft, tokens, parts, type: isStrong && !isBare ? types.person : types.maybe,
      isWeak: !isStrong || isBare, isShort: false, supported: hasHonorific)
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
    let parts = (at..<limit).map { i in
      NamePart(text: draft.word(i), key: draft.chart.tokens[i].key, syllables: [], isInflected: false)
    }
    add(&draft, at..<limit, parts, type: types.maybe, isWeak: true, isShort: false, supported: false)
  }

  private func add(
    _ draft: inout Draft, _ tokens: Range<Int>, _ parts: [NamePart], type: Int, isWeak: Bool, isShort: Bool,
    supported: Bool
  ) {
    let name = parts.map { NameReader.titleCase($0.text) }.joined(separator: " ")
    draft.people.append(
      PersonMention(
        tokens: tokens, name: name, parts: parts, isWeak: isWeak, isShort: isShort, isSupported: supported,
        rule: isShort ? "person.short" : supported ? "person.honorific" : "person.name"))
    draft.chart.add(
      Annotation(
        start: tokens.lowerBound, end: tokens.upperBound, type: type, grammemes: .invariable,
        value: draft.people.count - 1))
  }
}
