import KadryLexicon
import KadryPatterns
import KadryText

/// Which part of a run of capitalised words is a place: after a place's noun, after a level, in a list of places,
/// behind a house's number, or known to the register.
extension NameFinder {
  /// A name right behind a comma goes on with a list of places, unless a title or a post stands beside it.
  func listedPlace(_ draft: borrowing Draft, _ at: Int, _ run: Range<Int>) -> Int? {
    guard at == run.lowerBound, lastPlace >= 0, at - lastPlace == 1,
      run.upperBound < draft.chart.tokens.count,
      draft.chart.tokens[lastPlace].mark == .comma || draft.has(conj, at: lastPlace),
      run.count <= 4, draft.has(types.stopword, at: run.upperBound) || isListMark(draft, run.upperBound)
    else { return nil }
    return run.upperBound
  }

  func isListMark(_ draft: borrowing Draft, _ at: Int) -> Bool {
    switch draft.chart.tokens[at].mark {
    case .comma: !draft.has(types.function, at: min(at + 1, draft.chart.tokens.count - 1))
    case .period, .semicolon, .closeBracket, .closeQuote, .quote: true
    default: false
    }
  }

  func isProvince(_ draft: borrowing Draft, _ token: Int) -> Bool {
    guard let (_, hit) = draft.chart.first(at: token, type: types.place) else { return false }
    return tables.lexicons.places[tables.lexicons.entries[Int(hit.value)].index].level
      == Level.province.rawValue
  }

  func isKnownPlace(_ draft: borrowing Draft, _ start: Int, _ limit: Int) -> Bool {
    draft.chart.first(at: start, type: types.place).map { Int($0.annotation.end) == limit } ?? false
  }

  /// A place at the start of the rest of a run: after a place's noun anything is one.
  func place(_ draft: inout Draft, _ at: Int, _ limit: Int) -> Int? {
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
    guard hasLead,
      !((isAfterLevel(draft, at) || limit - at <= 4 && isAfterTitledNoun(draft, at))
        && isWholeName(draft, at, limit))
    else { return nil }
    if !isAfterLevel(draft, at) { remember(&draft, at, limit) }
    // An unknown place: it ends where a surname begins a name of its own.
    var end = at + 1
    while end < limit, end - at < 3 {
      if limit - end >= 3 && hasPart(draft, end, .commonSurname)
        || limit - end >= 2 && end - at >= 2 && hasPart(draft, end, .surname)
      {
        break
      }
      end += 1
    }
    return end
  }

  /// Remembers a name that a street, a school or the like has in this article.
  func remember(_ draft: inout Draft, _ at: Int, _ limit: Int) {
    let parts = (at..<limit).compactMap { memo.part(draft, $0).map { memo.parts[$0].part } }
    if parts.count == limit - at, parts.count >= 2 { draft.namesakes.insert(parts.key) }
  }

  /// Three or more parts that begin with a common surname are a name even after a place's noun.
  func isWholeName(_ draft: borrowing Draft, _ at: Int, _ limit: Int) -> Bool {
    guard limit - at >= 3, hasPart(draft, at), !isLetter(draft, limit - 1) else { return false }
    let isName =
      hasPart(draft, at + 1, .feminine) || hasPart(draft, at, .commonSurname)
      || hasPart(draft, at, .surname) && hasPart(draft, at + 1, .middle)
    return isName && (at + 1..<limit).allSatisfy { hasPart(draft, $0) }
  }

  /// «Лыонг Хоа А»: a single letter behind a name tells apart places of one name.
  func isLetter(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    return token.end - token.start <= (token.has(.latin) ? 1 : 2)
  }

  /// «Начальник станции Чан Ван До»: a title stands before the place's noun, and its holder behind it.
  func isAfterTitledNoun(_ draft: borrowing Draft, _ at: Int) -> Bool {
    guard let (_, noun) = draft.annotation(types.placeLead, endingAt: at, reach: 3) else { return false }
    return draft.annotation(types.function, endingAt: Int(noun.start), reach: 4) != nil
  }

  func isAfterLevel(_ draft: borrowing Draft, _ at: Int) -> Bool {
    draft.annotation(types.level, endingAt: at, reach: 2) != nil
  }

  func isAfterPlaceNoun(_ draft: borrowing Draft, _ at: Int) -> Bool {
    // A house's number stands between a street's noun, or a number's sign, and the name.
    let house = beforeHouseNumber(draft, at)
    if house < at,
      draft.annotation(types.streetLead, endingAt: house, reach: 3) != nil
        || draft.chart.tokens[at].has(.latin)
          && draft.annotation(types.numberSign, endingAt: house, reach: 2) != nil
    {
      return true
    }
    if let (_, noun) = draft.annotation(types.placeLead, endingAt: at, reach: 3) {
      // Nor is «làng» in «già làng», which is said of a person.
      if let (_, honorific) = draft.annotation(types.honorific, endingAt: at, reach: 3),
        honorific.start < noun.start
      {
        return false
      }
      if isNamed(draft, Int(noun.start)) { return false }
      // The end of a longer word, as «trường» in «môi trường», is no place's noun.
      let longer = draft.annotation(types.bodyWord, endingAt: at, reach: 5)
      return longer.map { $0.annotation.start >= noun.start } ?? true
    }
    guard let (_, level) = draft.annotation(types.level, endingAt: at, reach: 2) else { return false }
    return !level.grammemes.contains(.adjective) && !isNamed(draft, Int(level.start))
  }

  /// «Ярославской области»: whether an adjective before a place's noun says already which place it is.
  func isNamed(_ draft: borrowing Draft, _ noun: Int) -> Bool {
    guard noun > 0, draft.chart.tokens[noun - 1].isCapitalized, draft.chart.tokens[noun - 1].has(.cyrillic),
      draft.chart.tokens[noun - 1].end - draft.chart.tokens[noun - 1].start > 10
    else { return false }
    let guess = draft.chart.guesses[noun - 1]
    return draft.chart.masks[noun - 1].has(.adj)
      || guess.allows(.genitive) && guess.allows(.dative) && guess.allows(.instrumental)
  }

  /// The token at which a house's number before a name begins, else the name's: «số 15A Lê Lợi», «kiệt 4/2 …».
  func beforeHouseNumber(_ draft: borrowing Draft, _ at: Int) -> Int {
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
}
