import KadryLexicon
import KadryPatterns
import KadryText

/// Finds what a sentence leaves out: the person spoken of before, the post that somebody has left.
struct HoldsContext {
  let tables: ReadingTables
  private let types: Types
  private let pronoun: Int
  /// How many sentences back a person may be named.
  private static let reach = 3

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    pronoun = tables.registry.bit("pronoun") ?? -1
  }

  /// The one person whom a pronoun, or a sentence without a subject, goes back to.
  ///
  /// The nearest sentence that names anybody decides; where it names two, it is nobody.
  func person(_ draft: borrowing Draft, before token: Int) -> Int? {
    guard let sentence = draft.sentence(of: token), !isPlural(draft, token) else { return nil }
    for back in 0...HoldsContext.reach where sentence - back >= 0 {
      let tokens = draft.sentences[sentence - back].tokens
      var found: Int?
      for index in draft.people.indices {
        let mention = draft.people[index]
        guard tokens.contains(mention.tokens.lowerBound), mention.tokens.lowerBound < token,
          isSpokenOf(draft, mention)
        else { continue }
        if let known = found, draft.people[known].key != mention.key { return nil }
        found = found ?? index
      }
      if let found { return agrees(draft, found, token) ? found : nil }
    }
    return nil
  }

  private func isSpokenOf(_ draft: borrowing Draft, _ mention: PersonMention) -> Bool {
    if draft.aliasType >= 0,
      draft.annotation(draft.aliasType, endingAt: mention.tokens.lowerBound, reach: 4) != nil
    {
      return false
    }
    switch draft.zones[mention.tokens.lowerBound] {
    case .credit, .byline, .related, .furniture, .caption: return false
    default: return !mention.isWeak || mention.isSupported
    }
  }

  /// Whether the word belongs to an address of several persons.
  private func isPlural(_ draft: borrowing Draft, _ token: Int) -> Bool {
    guard token > 0, let (_, hit) = draft.chart.first(at: token - 1, type: types.honorific) else {
      return false
    }
    return Int(hit.end) > token
  }

  /// Whether the pronoun is not of the other gender than the honorific or the middle name of a person.
  private func agrees(_ draft: borrowing Draft, _ person: Int, _ token: Int) -> Bool {
    guard let wanted = gender(draft, token) else { return true }
    let start = draft.people[person].tokens.lowerBound
    guard let (_, hit) = draft.annotation(types.honorific, endingAt: start, reach: 3),
      let own = gender(of: Int(hit.value))
    else { return true }
    return own == wanted
  }

  private func gender(_ draft: borrowing Draft, _ token: Int) -> String? {
    if let (_, hit) = draft.chart.first(at: token, type: types.honorific) {
      return gender(of: Int(hit.value))
    }
    guard pronoun >= 0, let (_, hit) = draft.chart.first(at: token, type: pronoun) else { return nil }
    return tables.lexicons.entries[Int(hit.value)].id.hasSuffix("she") ? "f" : "m"
  }

  private func gender(of entry: Int) -> String? {
    let row = tables.lexicons.honorifics[tables.lexicons.entries[entry].index]
    return row.gender.isEmpty ? nil : row.gender
  }

  /// The post that was left last before a token: whoever comes in its place takes it.
  func vacated(_ draft: borrowing Draft, before token: Int) -> Int? {
    guard let sentence = draft.sentence(of: token) else { return nil }
    let earliest = draft.sentences[max(0, sentence - HoldsContext.reach)].tokens.lowerBound
    var best: Int?
    for holds in draft.holds where isLeft(holds.status) {
      let at = draft.posts[holds.post].tokens.lowerBound
      guard at >= earliest, at < token else { continue }
      if let known = best, draft.posts[known].tokens.lowerBound >= at { continue }
      best = holds.post
    }
    return best
  }

  private func isLeft(_ status: HoldsStatus) -> Bool {
    status == .dismissed || status == .former || status == .retired
  }
}

extension Draft {
  /// The number of the sentence that a token stands in.
  func sentence(of token: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }
}
