import KadryLexicon
import KadryPatterns
import KadryText

/// Ties persons to posts as rules say.
struct HoldsMaker {
  let types: Types
  let context: HoldsContext
  private let appointed: Int
  private let elected: Int
  /// How many tokens may stand between a post and its term.
  private static let termReach = 9

  init(_ tables: ReadingTables) {
    types = tables.types
    context = HoldsContext(tables)
    appointed = tables.registry.bit("appointed") ?? tables.types.post
    elected = tables.registry.bit("elected") ?? tables.types.post
  }

  func make(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    let people = people(draft, match)
    let posts = posts(draft, match)
    guard !people.found.isEmpty, !posts.found.isEmpty else { return false }
    var causes: [Cause] = match.plan.isSpread ? [.distributed] : []
    if people.isInferred { causes.append(.personFromContext) }
    if posts.isInferred { causes.append(.postFromContext) }
    var made = false
    for person in people.found {
      guard let stated = status(draft, person, posts.found[0], match.plan.status) else { continue }
      for post in posts.found where match.plan.isSpread || !draft.posts[post].isPlural {
        let own = draft.posts[post].status
        let status = posts.isInferred || own == .holds || stated == .former ? stated : own
        var holds = HoldsMention(
          tokens: match.tokens, person: person, post: post, status: status, rule: match.plan.name,
          causes: causes)
        times(draft, match, &holds)
        draft.holds.append(holds)
        draft.posts[post].isTaken = true
        made = true
      }
      draft.people[person].isSupported = true
    }
    return made
  }

  /// The persons that a rule captures; without any, the one spoken of before.
  private func people(_ draft: borrowing Draft, _ match: RuleMatch) -> (found: [Int], isInferred: Bool) {
    let captures = match.all(.who)
    let found = captures.compactMap { value(draft, $0, [types.person, types.maybe, types.short]) }
    if !found.isEmpty { return (found, false) }
    let at = captures.first?.tokens.lowerBound ?? match.tokens.lowerBound
    return (context.person(draft, before: at).map { [$0] } ?? [], true)
  }

  /// The posts that a rule captures; of a rule without that argument, the one that was left before.
  private func posts(_ draft: borrowing Draft, _ match: RuleMatch) -> (found: [Int], isInferred: Bool) {
    if match.plan.slot(.what) >= 0 {
      return (match.all(.what).compactMap { value(draft, $0, [types.post]) }, false)
    }
    return (context.vacated(draft, before: match.tokens.lowerBound).map { [$0] } ?? [], true)
  }

  /// Since when, until when, for which term.
  private func times(_ draft: borrowing Draft, _ match: RuleMatch, _ holds: inout HoldsMention) {
    let end = draft.posts[holds.post].tokens.upperBound
    holds.since = date(draft, match.first(.since))
    holds.until = date(draft, match.first(.until))
    holds.term = term(draft, match.all(.term), after: end)
    if let day = holds.term, !day.contains("/") {
      holds.term = nil
      if holds.status == .dismissed || holds.status == .retired {
        holds.until = day
      } else {
        holds.since = day
      }
    }
    if let range = holds.since?.split(separator: "/"), range.count == 2 {
      (holds.since, holds.until) = (String(range[0]), String(range[1]))
    }
    for session in match.all(.session)
    where session.tokens.lowerBound >= end && session.tokens.lowerBound - end <= HoldsMaker.termReach {
      let bytes = draft.text[draft.chart.tokens[session.tokens.lowerBound].range]
      holds.session = holds.session ?? Numbers.integer(bytes) ?? Numbers.roman(bytes)
    }
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

  /// «… in place of B»: whoever is replaced takes no post, and holds none any more, unless a verb behind the
  /// name moves that person on.
  private func status(_ draft: borrowing Draft, _ person: Int, _ post: Int, _ stated: HoldsStatus)
    -> HoldsStatus?
  {
    guard [.appointed, .elected, .holds, .former].contains(stated) else { return stated }
    var at = draft.people[person].tokens.lowerBound
    while let (_, honorific) = draft.annotation(types.honorific, endingAt: at, reach: 3) {
      at = Int(honorific.start)
    }
    guard draft.annotation(types.replaces, endingAt: at, reach: 4) != nil else { return stated }
    let (end, start) = (draft.people[person].tokens.upperBound, draft.posts[post].tokens.lowerBound)
    let isMovedOn =
      end < start
      && (end..<start).contains { draft.has(appointed, at: $0) || draft.has(elected, at: $0) }
    switch stated {
    case .holds: return .former
    case .former: return isMovedOn ? nil : .former
    default: return isMovedOn ? stated : nil
    }
  }

  /// The term that stands right behind a post.
  private func term(_ draft: borrowing Draft, _ captures: [Match.Capture], after end: Int) -> String? {
    date(
      draft,
      captures.first { $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= HoldsMaker.termReach })
  }

  private func date(_ draft: borrowing Draft, _ capture: Match.Capture?) -> String? {
    guard let capture, let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: types.date)
    else { return nil }
    return draft.dates[Int(hit.value)].value
  }
}
