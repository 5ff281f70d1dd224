import KadryLexicon
import KadryPatterns
import KadryText

/// Reads names of bodies in Vietnamese: a head, then words, levels and places to its right.
struct VietnameseBodies {
  let parts: BodyParts
  private var types: Types { parts.types }

  init(_ tables: ReadingTables) { parts = BodyParts(tables) }

  func read(_ draft: inout Draft, _ sentence: Range<Int>) {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      if draft.has(types.bodyHead, at: i), !draft.claimed[i],
        let head = parts.hit(draft, at: i, [types.bodyHead]),
        isHead(draft, head)
      {
        body(&draft, head, sentence)
      }
      i += 1
    }
  }

  /// A common word is a head only with a capital, or inside a title that ends in it.
  private func isHead(_ draft: borrowing Draft, _ head: BodyParts.Hit) -> Bool {
    let token = draft.chart.tokens[head.tokens.lowerBound]
    if token.isCapitalized || head.tokens.count > 1 || draft.isQuery { return true }
    return draft.annotation(types.function, endingAt: head.tokens.upperBound, reach: 4) != nil
  }

  private func body(_ draft: inout Draft, _ head: BodyParts.Hit, _ sentence: Range<Int>) {
    if isInsideOtherWord(draft, head) { return }
    // «Trưởng Ban thường trực»: the last word of a title, with a rank behind it, begins no body of that name.
    if head.tokens.count > 1, draft.has(types.rank, at: head.tokens.lowerBound + 1),
      draft.annotation(types.function, endingAt: head.tokens.lowerBound + 1, reach: 4) != nil
    {
      return
    }
    // A person whose name begins here is no body.
    if let (_, person) = draft.chart.first(at: head.tokens.lowerBound, type: types.person),
      Int(person.end) > head.tokens.upperBound
    {
      return
    }
    var end = head.tokens.upperBound
    var at = end
    var hits = [head]
    var place: String?
    var placeLevel: Level?
    var isCity = false
    let isOpen = parts.isNamed(head.word)
    var afterLevel = head.word.level != nil && head.word.level != .central
    var isUnknown = false
    while at < sentence.upperBound, !draft.claimed[at], !draft.chart.tokens[at].has(.blockBefore) {
      let token = draft.chart.tokens[at]
      if token.isNumber, at == head.tokens.upperBound, token.has(.spaceBefore), token.end - token.start <= 2,
        draft.chart.masks[at].has(.day), hits.count == 1, head.word.level == nil, isOpen
      {
        at += 1
        end = at
        continue
      }
      let isPerson = draft.has(types.person, at: at)
      if let found = parts.place(draft, at: at), !isPerson || afterLevel {
        if !found.isCountry, place == nil {
          place = found.name
          placeLevel = found.level
          isCity = found.isCity
        }
        at = found.end
        end = at
        afterLevel = false
        continue
      }
      if isPerson { break }
      if let hit = parts.hit(draft, at: at, [types.bodyWord, types.level, types.bodyHead]),
        !draft.has(types.function, at: at) || hit.word.role != .head, isWord(draft, at, hit, head)
      {
        hits.append(hit)
        at = hit.tokens.upperBound
        end = at
        afterLevel = hit.word.role == .level || hit.word.level != nil
        isUnknown = false
        continue
      }
      if draft.has(parts.bodyLink, at: at), parts.hit(draft, at: at + 1, [types.bodyHead]) != nil {
        at += 1
        continue
      }
      if isJoint(draft, at), isOpen, hits.count > 1 || isUnknown || head.word.concepts.count > 1,
        at + 1 < sentence.upperBound,
        isPartOfName(draft, at + 1)
      {
        at += 1
        continue
      }
      if hits.count == 1, !isUnknown, parts.hasTask(head.word), let next = task(draft, at, sentence) {
        at = next
        continue
      }
      guard token.isWord, token.isCapitalized, afterLevel || isOpen, isPlainName(draft, at) else { break }
      if afterLevel, place == nil {
        let start = at
        while at < sentence.upperBound, at < start + 3, draft.chart.tokens[at].isWord,
          draft.chart.tokens[at].isCapitalized, isPlainName(draft, at),
          at == start || !draft.has(types.person, at: at)
        { at += 1 }
        place = draft.phrase(start..<at)
        end = at
        afterLevel = false
        continue
      }
      isUnknown = true
      at += 1
      // An unknown word of two syllables has its second one in small letters.
      if at < sentence.upperBound, draft.chart.tokens[at].isWord, !draft.chart.tokens[at].isCapitalized,
        isPlainName(draft, at)
      {
        at += 1
      }
      end = at
    }
    finish(&draft, head, hits, place, (placeLevel, isCity), end, sentence)
  }

  /// A word in small letters is an ordinary word, unless a generic head or a joint stands right before it.
  private func isWord(_ draft: borrowing Draft, _ at: Int, _ hit: BodyParts.Hit, _ head: BodyParts.Hit)
    -> Bool
  {
    if hit.word.role == .head, hit.word.id == head.word.id { return false }
    if hit.word.role == .level || draft.chart.tokens[at].isCapitalized || draft.isQuery { return true }
    if hit.word.role == .head { return hit.tokens.count > 1 }
    if at > 0, isJoint(draft, at - 1) { return true }
    return at == head.tokens.upperBound && head.word.concepts.count <= 1 && head.tokens.count == 1
  }

  /// «xã hội»: the head is the end of a word that names no body.
  private func isInsideOtherWord(_ draft: borrowing Draft, _ head: BodyParts.Hit) -> Bool {
    let start = head.tokens.lowerBound
    guard start > 0, parts.notBody >= 0 else { return false }
    for at in max(0, start - 4)..<start {
      if let (_, hit) = draft.chart.first(at: at, type: parts.notBody), Int(hit.end) > start { return true }
    }
    return false
  }

  private func isJoint(_ draft: borrowing Draft, _ at: Int) -> Bool {
    let mark = draft.chart.tokens[at].mark
    return draft.has(parts.conj, at: at) || mark == .comma || mark == .dash
  }

  /// Where words in small letters that say what a board is for end at a level or a place.
  private func task(_ draft: borrowing Draft, _ start: Int, _ sentence: Range<Int>) -> Int? {
    var at = start
    while at < sentence.upperBound, at < start + 12 {
      if at > start, draft.has(types.level, at: at) || parts.place(draft, at: at) != nil { return at }
      let token = draft.chart.tokens[at]
      let isPart = token.isWord && !token.isCapitalized || token.mark == .comma || token.mark == .dash
      guard isPart, !draft.claimed[at], !draft.has(types.said, at: at), !draft.has(types.function, at: at),
        !draft.has(types.stopword, at: at) || draft.has(parts.conj, at: at)
      else { return nil }
      at += 1
    }
    return nil
  }

  /// After a joint, a capitalised word or a qualifier goes on with the name, and no other body begins.
  private func isPartOfName(_ draft: borrowing Draft, _ at: Int) -> Bool {
    if draft.has(types.person, at: at) || draft.has(types.maybe, at: at) || draft.has(types.function, at: at)
      || draft.has(types.rank, at: at) || draft.has(types.bodyHead, at: at)
    {
      return false
    }
    guard draft.chart.tokens[at].isCapitalized else { return false }
    if parts.hit(draft, at: at, [types.bodyWord]) != nil { return true }
    // A word of two syllables behind a dash, the second one in small letters.
    return draft.chart.tokens[at - 1].mark == .dash && at + 1 < draft.chart.tokens.count
      && draft.chart.tokens[at + 1].isWord && !draft.chart.tokens[at + 1].isCapitalized
      && isPlainName(draft, at)
      && isPlainName(draft, at + 1) && !draft.has(types.place, at: at)
  }

  private func isPlainName(_ draft: borrowing Draft, _ at: Int) -> Bool {
    let taken = [
      types.function, types.rank, types.acting, types.former, types.drop, types.honorific, types.said,
      types.ordinal,
      types.stopword, parts.term, types.month, types.documentType,
    ]
    return !taken.contains { draft.has($0, at: at) } && !draft.has(types.person, at: at)
  }

  private func finish(
    _ draft: inout Draft, _ head: BodyParts.Hit, _ hits: [BodyParts.Hit], _ place: String?,
    _ unit: (level: Level?, isCity: Bool),
    _ end: Int, _ sentence: Range<Int>
  ) {
    var concepts = ConceptSet()
    for hit in hits { concepts.formUnion(hit.word.concepts) }
    let start = head.tokens.lowerBound
    // A word inside a title begins a body only where more of the body follows.
    if end == head.tokens.upperBound, !draft.chart.tokens[start].isCapitalized, head.tokens.count == 1 {
      return
    }
    var mention = BodyMention(
      tokens: start..<end, head: head.tokens, concepts: concepts,
      level: hits.lazy.compactMap(\.word.level).first, place: place, grammemes: .invariable,
      name: draft.phrase(start..<end), org: nil, lexicon: hits.map(\.word.id), rule: "organization.vi")
    mention.placeLevel = unit.level
    mention.isCityPlace = unit.isCity
    let isAbbreviation = draft.chart.tokens[start].has(.allCaps) && head.grammemes.contains(.capitalsOnly)
    let isCapitalized =
      draft.isQuery || isAbbreviation
      || draft.chart.tokens[start].isCapitalized && (hits.count > 1 || end - start > 1)
    guard
      parts.finish(
        &mention, modifiers: max(isAbbreviation ? 1 : 0, end - start - head.tokens.count),
        isCapitalized: isCapitalized, isOpen: parts.isNamed(head.word))
    else { return }
    draft.bodies.append(mention)
    draft.chart.add(
      Annotation(
        start: start, end: end, type: types.org, grammemes: .invariable, value: draft.bodies.count - 1))
  }
}
