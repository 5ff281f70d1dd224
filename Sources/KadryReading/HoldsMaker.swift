import KadryLexicon
import KadryPatterns
import KadryText

/// Ties persons to posts as rules say.
struct HoldsMaker {
  let types: Types
  private let appointed: Int
  private let elected: Int

  init(_ tables: ReadingTables) {
    types = tables.types
    appointed = tables.registry.bit("appointed") ?? tables.types.post
    elected = tables.registry.bit("elected") ?? tables.types.post
  }

  func make(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    let people = match.all(.who).compactMap { value(draft, $0, [types.person, types.maybe, types.short]) }
    let posts = match.all(.what).compactMap { value(draft, $0, [types.post]) }
    guard !people.isEmpty, !posts.isEmpty else { return false }
    let stated = match.plan.status
    let isSpread = match.plan.isSpread
    let terms = match.all(.term)
    var made = false
    for person in people {
      for post in posts where !isReplaced(draft, person, post, stated) {
        guard isSpread || !draft.posts[post].isPlural else { continue }
        let own = draft.posts[post].status
        let status = own == .holds || stated == .former ? stated : own
        var holds = HoldsMention(
          tokens: match.tokens, person: person, post: post, status: status, rule: match.plan.name,
          causes: isSpread ? [.distributed] : [])
        holds.since = date(draft, match.first(.since))
        holds.until = date(draft, match.first(.until))
        holds.term = term(draft, terms, after: draft.posts[post].tokens.upperBound)
        if let day = holds.term, !day.contains("/") {
          holds.term = nil
          if status == .dismissed { holds.until = day } else { holds.since = day }
        }
        draft.holds.append(holds)
        draft.posts[post].isTaken = true
        made = true
      }
      draft.people[person].isSupported = true
    }
    return made
  }

  /// The value of the annotation that a capture is.
  private func value(_ draft: borrowing Draft, _ capture: Match.Capture, _ wanted: [Int]) -> Int? {
    if capture.annotation >= 0 {
      let annotation = draft.chart.annotations[capture.annotation]
      return wanted.contains(Int(annotation.type)) ? Int(annotation.value) : nil
    }
    for type in wanted {
      if let (_, found) = draft.chart.first(at: capture.tokens.lowerBound, type: type) {
        return Int(found.value)
      }
    }
    return nil
  }

  /// «… in place of B»: whoever is replaced takes no post, unless behind the name a verb moves that person on.
  private func isReplaced(_ draft: borrowing Draft, _ person: Int, _ post: Int, _ status: HoldsStatus) -> Bool
  {
    guard status == .appointed || status == .elected else { return false }
    let (end, start) = (draft.people[person].tokens.upperBound, draft.posts[post].tokens.lowerBound)
    if end < start,
      (end..<start).contains(where: { draft.has(appointed, at: $0) || draft.has(elected, at: $0) })
    {
      return false
    }
    var at = draft.people[person].tokens.lowerBound
    while let (_, honorific) = draft.annotation(types.honorific, endingAt: at, reach: 3) {
      at = Int(honorific.start)
    }
    return draft.annotation(types.replaces, endingAt: at, reach: 4) != nil
  }

  /// The term that stands right behind a post.
  private func term(_ draft: borrowing Draft, _ captures: [Match.Capture], after end: Int) -> String? {
    date(draft, captures.first { $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= 4 })
  }

  private func date(_ draft: borrowing Draft, _ capture: Match.Capture?) -> String? {
    guard let capture, let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: types.date)
    else { return nil }
    return draft.dates[Int(hit.value)].value
  }
}
