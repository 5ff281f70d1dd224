import KadryLexicon
import KadryPatterns
import KadryText

/// Where a title ends whose own words, and no body's, say what it is for.
struct TitleTail {
  let types: Types
  let conj: Int
  let words: PostWords

  /// The rest of a title that names no body: a ministry's subject, a diplomat's countries.
  func end(_ draft: borrowing Draft, _ end: Int, _ sentence: Range<Int>, isDiplomat: Bool)
    -> Int
  {
    var at = end
    var last = end
    var taken = 0
    while at < sentence.upperBound, taken < 9 {
      let token = draft.chart.tokens[at]
      if token.mark == .comma, !isDiplomat, last == at, isEnumeration(draft, at, sentence) {
        at += 1
        continue
      }
      guard token.isWord, !draft.claimed[at], !draft.has(types.person, at: at),
        !draft.has(types.honorific, at: at)
      else { break }
      if draft.has(types.maybe, at: at), !draft.has(types.place, at: at) { break }
      if let (_, place) = draft.chart.first(at: at, type: types.place), token.isCapitalized {
        at = Int(place.end)
        last = at
        taken += 1
        if !isDiplomat { break }
        continue
      }
      if draft.has(types.said, at: at) { break }
      if token.has(.latin) {
        // Words of two syllables have a capital on the first one only.
        let isSecond =
          taken > 0 && draft.chart.tokens[at - 1].isCapitalized && !draft.has(types.stopword, at: at)
        guard token.isCapitalized || isSecond || draft.has(conj, at: at), !draft.has(types.function, at: at)
        else { break }
        at += 1
        if token.isCapitalized || isSecond { last = at }
      } else {
        let isAfterLink = at > end && draft.chart.tokens[at - 1].end - draft.chart.tokens[at - 1].start <= 4
        if token.isCapitalized, !draft.chart.masks[at].has(.adj), !(isDiplomat && isAfterLink) { break }
        let isLink = token.end - token.start <= 4
        let isBare = at > end && words.isBare(draft, at)
        guard isLink || isBare || draft.chart.guesses[at].allows([.genitive, .dative, .locative]) else {
          break
        }
        at += 1
        if isBare || !isLink && !draft.chart.masks[at - 1].has(.adj) { last = at }
      }
      taken += 1
    }
    return last
  }

  /// Whether nouns in the genitive follow a comma, up to a last one behind a conjunction.
  private func isEnumeration(_ draft: borrowing Draft, _ comma: Int, _ sentence: Range<Int>) -> Bool {
    var at = comma + 1
    var nouns = 0
    while at < sentence.upperBound, at < comma + 7 {
      if draft.has(conj, at: at) { return nouns > 0 && words.isGenitive(draft, at + 1, sentence) }
      if draft.chart.tokens[at].mark == .comma, nouns > 0 {
        at += 1
        continue
      }
      guard words.isGenitive(draft, at, sentence) else { return false }
      nouns += 1
      at += 1
    }
    return false
  }
}
