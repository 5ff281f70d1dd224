import KadryLexicon
import KadryPatterns
import KadryText

/// Reads names of bodies in Russian: agreeing adjectives, a head noun, a tail in the genitive.
struct RussianBodies {
  let parts: BodyParts
  let inflector: Nominative
  private var types: Types { parts.types }

  init(_ tables: ReadingTables) {
    parts = BodyParts(tables)
    inflector = Nominative(tables.lexicons)
  }

  func read(_ draft: inout Draft, _ sentence: Range<Int>) {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard draft.has(types.bodyHead, at: i), !draft.claimed[i],
        let head = parts.hit(draft, at: i, [types.bodyHead])
      else {
        i += 1
        continue
      }
      body(&draft, head, sentence)
      i += 1
    }
  }

  /// Reads the body around one head.
  private func body(_ draft: inout Draft, _ head: BodyParts.Hit, _ sentence: Range<Int>) {
    var grammemes = head.grammemes
    var hits = [head]
    var start = head.tokens.lowerBound
    extendLeft(draft, sentence, &start, &grammemes, &hits)
    // Only plural: a class of bodies.
    if grammemes.caseNumber.isDisjoint(with: .singular) { return }
    var tail = Tail(
      end: head.tokens.upperBound, isOpen: parts.isOpen(head.word), isNamed: parts.isNamed(head.word))
    extendRight(draft, sentence, &tail)
    hits.append(contentsOf: tail.hits)
    var concepts = ConceptSet()
    for hit in hits { concepts.formUnion(hit.word.concepts) }
    let ordered = hits.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var mention = BodyMention(
      tokens: start..<tail.end, head: head.tokens, concepts: concepts,
      level: ordered.lazy.compactMap(\.word.level).first, place: tail.place, grammemes: grammemes,
      name: "", org: nil, lexicon: ordered.map(\.word.id), rule: "organization.ru")
    mention.placeLevel = tail.placeLevel
    mention.isCityPlace = tail.isCity
    if tail.place == nil, let place = placeAdjective(draft, start..<head.tokens.lowerBound) {
      mention.place = place.name
      mention.placeLevel = place.level
      mention.isCityPlace = place.isCity
    }
    // At the start of a sentence the capital says nothing; an owner at its end does.
    let isOwned =
      draft.chart.tokens[start].isCapitalized && tail.hits.last?.word.role == .level && tail.unknownWords > 0
    let isCapitalized = draft.isQuery || isOwned || isCapitalized(draft, start..<tail.end, sentence)
    let modifiers = mention.tokens.count - head.tokens.count
    guard parts.finish(&mention, modifiers: modifiers, isCapitalized: isCapitalized, isOpen: tail.isOpen)
    else { return }
    mention.name = inflector.name(draft, mention)
    draft.bodies.append(mention)
    draft.chart.add(
      Annotation(
        start: start, end: tail.end, type: types.org, grammemes: grammemes, value: draft.bodies.count - 1))
  }

  private func isCapitalized(_ draft: borrowing Draft, _ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    tokens.contains { i in
      draft.chart.tokens[i].isCapitalized && i > sentence.lowerBound
        && !draft.chart.tokens[i].has(.lineBefore)
    }
  }

  private func extendLeft(
    _ draft: borrowing Draft, _ sentence: Range<Int>, _ start: inout Int, _ grammemes: inout Grammemes,
    _ hits: inout [BodyParts.Hit]
  ) {
    while start > sentence.lowerBound, !draft.claimed[start - 1] {
      let previous = start - 1
      guard draft.chart.tokens[previous].isWord, draft.chart.tokens[start].has(.spaceBefore) else { return }
      if let hit = parts.hit(
        draft, at: previous, [types.bodyWord, types.level, types.bodyHead],
        where: {
          $0.tokens.upperBound == start && $0.grammemes.contains(.adjective)
            && agrees($0.grammemes, grammemes)
        })
      {
        grammemes = narrow(grammemes, hit.grammemes)
        hits.append(hit)
        start = previous
        continue
      }
      let token = draft.chart.tokens[previous]
      let guess = draft.chart.guesses[previous]
      guard token.isCapitalized || isInsideCapitals(draft, previous, sentence),
        previous > sentence.lowerBound, draft.chart.masks[previous].has(.adj),
        agrees(guess, grammemes), !draft.has(types.place, at: previous) || isPlaceAdjective(draft, previous),
        !draft.has(types.rank, at: previous), !draft.has(types.drop, at: previous)
      else { return }
      grammemes = narrow(grammemes, guess)
      start = previous
    }
  }

  /// Words in small letters between the head and a capitalised adjective belong to the name.
  private func isInsideCapitals(_ draft: borrowing Draft, _ token: Int, _ sentence: Range<Int>) -> Bool {
    var at = token
    while at > sentence.lowerBound, token - at < 3, draft.chart.tokens[at].has(.spaceBefore),
      draft.chart.masks[at].has(.adj), draft.chart.tokens[at].end - draft.chart.tokens[at].start > 10
    {
      at -= 1
      guard draft.chart.tokens[at].isCapitalized else { continue }
      return at > sentence.lowerBound && draft.chart.masks[at].has(.adj)
    }
    return false
  }

  private func isPlaceAdjective(_ draft: borrowing Draft, _ token: Int) -> Bool {
    draft.chart.first(at: token, type: types.place)?.annotation.grammemes.contains(.adjective) ?? false
  }

  private func agrees(_ a: Grammemes, _ b: Grammemes) -> Bool {
    !a.caseNumber.isDisjoint(with: b.caseNumber)
  }

  private func narrow(_ a: Grammemes, _ b: Grammemes) -> Grammemes {
    let cells = a.caseNumber.intersection(b.caseNumber)
    return a.subtracting([.cases, .invariable]).union(cells)
  }

  /// The tail of a body's name while it grows.
  private struct Tail {
    var end: Int
    var isOpen: Bool
    /// Whether a quoted name may follow.
    var isNamed: Bool
    var hits: [BodyParts.Hit] = []
    var place: String?
    var placeLevel: Level?
    var isCity = false
    /// Set after a level noun, when anything capitalised is a place.
    var expectsPlace = false
    /// Set after a preposition, when dative and locative count as well as genitive.
    var isLinked = false
    var unknownWords = 0
    /// Set behind a name in quotation marks, which ends what is not known.
    var isClosed = false
  }

  private func extendRight(_ draft: borrowing Draft, _ sentence: Range<Int>, _ tail: inout Tail) {
    var at = tail.end
    while at < sentence.upperBound, !draft.claimed[at] {
      let token = draft.chart.tokens[at]
      if token.mark == .openQuote || token.mark == .quote {
        guard tail.isNamed, let close = quoted(draft, at, sentence) else { return }
        tail.end = close
        at = close
        tail.isClosed = true
        continue
      }
      if token.mark == .comma, isEnumeration(draft, at, sentence, tail) {
        at += 1
        continue
      }
      guard token.isWord else { return }
      if let next = placeName(draft, at, sentence, &tail) {
        at = next
        continue
      }
      tail.expectsPlace = false
      if draft.has(types.person, at: at) || draft.has(types.function, at: at) && token.isCapitalized {
        return
      }
      let wanted: Grammemes = tail.isLinked ? [.genitive, .dative, .locative] : .genitive
      if let hit = parts.hit(
        draft, at: at, [types.bodyWord, types.level, types.bodyHead], where: { $0.grammemes.allows(wanted) })
      {
        at = hit.tokens.upperBound
        let isAdjective = hit.grammemes.contains(.adjective)
        if isAdjective, !leadsToNoun(draft, at, sentence, wanted) { return }
        tail.hits.append(hit)
        tail.end = at
        if hit.word.role == .level, !isAdjective { tail.expectsPlace = true }
        continue
      }
      if draft.has(parts.bodyLink, at: at) {
        guard at + 1 < sentence.upperBound,
          leadsToNoun(draft, at + 1, sentence, [.genitive, .dative, .locative, .accusative])
        else { return }
        tail.isLinked = true
        at += 1
        continue
      }
      if draft.has(parts.conj, at: at) {
        guard !tail.hits.isEmpty || tail.unknownWords > 0,
          let next = parts.hit(draft, at: at + 1, [types.bodyWord], where: { $0.grammemes.allows(wanted) }),
          next.grammemes.contains(.adjective)
            ? leadsToWord(draft, next.tokens.upperBound, sentence, wanted) : true
        else { return }
        at += 1
        continue
      }
      guard tail.isOpen || tail.isLinked, !tail.isClosed, tail.unknownWords < 6,
        !token.isCapitalized || tail.unknownWords == 0,
        isUnknownTail(draft, at, wanted)
      else { return }
      let isAdjective = draft.chart.masks[at].has(.adj)
      if isAdjective, !leadsToNoun(draft, at + 1, sentence, wanted) { return }
      tail.unknownWords += 1
      at += 1
      if !isAdjective { tail.end = at }
    }
  }

  /// Takes a place's name, if one stands here.
  private func placeName(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>, _ tail: inout Tail)
    -> Int?
  {
    guard draft.chart.tokens[at].isCapitalized else { return nil }
    if let place = parts.place(draft, at: at) {
      let isPerson =
        draft.chart.first(at: at, type: types.person).map { Int($0.annotation.end) > place.end } ?? false
      guard !isPerson || tail.expectsPlace else { return nil }
      if !place.isCountry, tail.place == nil {
        tail.place = place.name
        tail.placeLevel = place.level
        tail.isCity = place.isCity
      }
      tail.end = twin(draft, place.end, sentence)
      tail.expectsPlace = false
      return tail.end
    }
    guard tail.expectsPlace, !draft.has(types.person, at: at), !draft.has(types.function, at: at),
      !draft.chart.masks[at].has(.roman),
      parts.hit(draft, at: at, [types.bodyHead]) == nil
    else { return nil }
    var end = at
    while end < sentence.upperBound, end < at + 3, draft.chart.tokens[end].isWord,
      draft.chart.tokens[end].isCapitalized, end == at || !draft.has(types.person, at: end)
    { end += 1 }
    tail.end = end
    tail.expectsPlace = false
    return end
  }

  /// «Вьетнам–Швеция»: the end of a second name behind a dash without blanks.
  private func twin(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>) -> Int {
    guard at + 1 < sentence.upperBound, draft.chart.tokens[at].mark == .dash,
      !draft.chart.tokens[at].has(.spaceBefore), draft.chart.tokens[at + 1].isCapitalized,
      !draft.chart.tokens[at + 1].has(.spaceBefore)
    else { return at }
    return at + 2
  }

  /// Whether adjectives and then a qualifier follow, and no other body's head.
  private func leadsToWord(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>, _ wanted: Grammemes)
    -> Bool
  {
    var i = at
    while i < sentence.upperBound, i < at + 4,
      let hit = parts.hit(draft, at: i, [types.bodyWord, types.bodyHead])
    {
      if hit.word.role == .head { return false }
      if !hit.grammemes.contains(.adjective) { return hit.grammemes.allows(wanted) }
      i = hit.tokens.upperBound
    }
    return leadsToNoun(draft, i, sentence, wanted) && parts.hit(draft, at: i, [types.bodyHead]) == nil
  }

  /// Whether adjectives and then a noun in a wanted case follow.
  private func leadsToNoun(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>, _ wanted: Grammemes)
    -> Bool
  {
    var i = at
    while i < sentence.upperBound, i < at + 4 {
      guard draft.chart.tokens[i].isWord, !draft.claimed[i] else { return false }
      if let hit = parts.hit(draft, at: i, [types.bodyWord, types.level, types.bodyHead]) {
        guard hit.grammemes.allows(wanted) else { return false }
        if !hit.grammemes.contains(.adjective) { return true }
        i = hit.tokens.upperBound
        continue
      }
      if isBare(draft, i, wanted) { return true }
      guard draft.chart.guesses[i].allows(wanted) else { return false }
      if !draft.chart.masks[i].has(.adj) { return true }
      i += 1
    }
    return false
  }

  /// «Медицинских экспертиз»: a noun without an ending behind an adjective in the genitive.
  private func isBare(_ draft: borrowing Draft, _ at: Int, _ wanted: Grammemes) -> Bool {
    let token = draft.chart.tokens[at]
    return wanted == .genitive && at > 0 && token.has(.cyrillic) && token.ending == 0
      && !token.isCapitalized && token.end - token.start > 4
      && draft.chart.masks[at - 1].has(.adj) && draft.chart.guesses[at - 1].allows(.genitive)
  }

  /// Whether nouns in the same case follow a comma, up to a last one behind a conjunction.
  private func isEnumeration(_ draft: borrowing Draft, _ comma: Int, _ sentence: Range<Int>, _ tail: Tail)
    -> Bool
  {
    guard tail.end == comma, !tail.hits.isEmpty || tail.unknownWords > 0 else { return false }
    let wanted: Grammemes = tail.isLinked ? [.dative, .locative] : .genitive
    var at = comma + 1
    var items = 0
    while items < 3, let end = nounEnd(draft, at, sentence, wanted), end < sentence.upperBound {
      items += 1
      if draft.chart.tokens[end].mark == .comma {
        at = end + 1
        continue
      }
      return draft.has(parts.conj, at: end) && nounEnd(draft, end + 1, sentence, wanted) != nil
    }
    return false
  }

  /// The token behind adjectives and a noun in a wanted case, where no other body begins.
  private func nounEnd(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>, _ wanted: Grammemes)
    -> Int?
  {
    var i = at
    while i < sentence.upperBound, i < at + 4 {
      let token = draft.chart.tokens[i]
      guard token.isWord, !token.isCapitalized, !draft.claimed[i], !draft.has(types.function, at: i),
        !draft.has(types.rank, at: i), !draft.has(types.honorific, at: i)
      else { return nil }
      if let hit = parts.hit(draft, at: i, [types.bodyWord, types.bodyHead]) {
        guard hit.word.role != .head, hit.grammemes.allows(wanted) else { return nil }
        i = hit.tokens.upperBound
        if !hit.grammemes.contains(.adjective) { return i }
        continue
      }
      guard token.ending != 0, draft.chart.guesses[i].allows(wanted) else { return nil }
      i += 1
      if !draft.chart.masks[i - 1].has(.adj) { return i }
    }
    return nil
  }

  private func isUnknownTail(_ draft: borrowing Draft, _ at: Int, _ wanted: Grammemes) -> Bool {
    let token = draft.chart.tokens[at]
    guard
      token.has(.cyrillic) && draft.chart.guesses[at].allows(wanted) && token.ending != 0
        || isBare(draft, at, wanted)
    else { return false }
    // A word that a lexicon knows as something else is no part of the name.
    var isOther = false
    draft.chart.forEach(at: at) { _, hit in
      let type = Int(hit.type)
      // «Союз врачей»: a calling in the plural says whose body it is.
      if type == types.honorific, !token.isCapitalized, !hit.grammemes.contains(.invariable),
        hit.grammemes.allows(.genitive), hit.grammemes.caseNumber.isDisjoint(with: .singular)
      {
        return
      }
      if type == types.placeLead, !token.isCapitalized, at + 1 < draft.chart.tokens.count,
        !draft.chart.tokens[at + 1].isCapitalized
      {
        return
      }
      if type != types.bodyWord, type != types.documentType, type != types.unit { isOther = true }
    }
    return !isOther
  }

  private func quoted(_ draft: borrowing Draft, _ at: Int, _ sentence: Range<Int>) -> Int? {
    var i = at + 1
    while i < sentence.upperBound, i < at + 14 {
      let mark = draft.chart.tokens[i].mark
      if mark == .closeQuote || (mark == .quote && i > at) { return i + 1 }
      i += 1
    }
    return nil
  }

  /// The place that an adjective before the head comes from, by its stem.
  private func placeAdjective(_ draft: borrowing Draft, _ tokens: Range<Int>) -> BodyParts.PlaceHit? {
    for i in tokens { if let place = parts.place(draft, at: i), !place.isCountry { return place } }
    return nil
  }
}
