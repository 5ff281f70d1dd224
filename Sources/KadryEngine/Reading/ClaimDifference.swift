import KadryReading
import KadryText

/// What differs between the claims of two readings of one document.
///
/// Claims are the same claim when their ids are; what they say beside their identity is compared key by key. Which
/// rule or word found a claim is no difference, where it was found is one.
struct ClaimDifference: Sendable, Equatable {
  enum Change: String, Sendable {
    case gained, lost, changed
  }
  var change: Change
  /// The claim as it is now; of a lost one, as it was.
  var claim: Claim
  /// `key: before → after` for each key that differs.
  var details: [String] = []

  /// By the first span, then by id.
  static func between(_ before: [Claim], _ after: [Claim]) -> [ClaimDifference] {
    let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
    let new = Set(after.map(\.id))
    var found = before.filter { !new.contains($0.id) }.map { ClaimDifference(change: .lost, claim: $0) }
    for claim in after {
      guard let earlier = old[claim.id] else {
        found.append(ClaimDifference(change: .gained, claim: claim))
        continue
      }
      let details = details(earlier, claim)
      if !details.isEmpty {
        found.append(ClaimDifference(change: .changed, claim: claim, details: details))
      }
    }
    return found.sorted { $0.order < $1.order }
  }

  private var order: (Int, Int, String) {
    let span = claim.mentions.first?.span ?? 0..<0
    return (span.lowerBound, span.upperBound, claim.id)
  }

  private static func details(_ before: Claim, _ after: Claim) -> [String] {
    if before == after { return [] }
    let (old, new) = (keys(of: before), keys(of: after))
    var details: [String] = []
    for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] {
      details.append("\(key): \(old[key] ?? "–") → \(new[key] ?? "–")")
    }
    let (were, are) = (before.mentions.map(\.span), after.mentions.map(\.span))
    if were != are { details.append("mentions: \(were.count) → \(are.count)") }
    return details
  }

  /// What a claim says on the wire, key by key, without its mentions.
  private static func keys(of claim: Claim) -> [String: String] {
    guard case .object(let object)? = try? JSONValue(parsing: Array(WireWriter.line(.claim(claim)).utf8))
    else { return [:] }
    var keys: [String: String] = [:]
    for member in object.members where member.key != "mentions" {
      switch member.value {
      case .string(let text): keys[member.key] = text
      case .integer(let number): keys[member.key] = "\(number)"
      case .number(let number): keys[member.key] = "\(number)"
      case .bool(let flag): keys[member.key] = "\(flag)"
      case .array(let values):
        let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        keys[member.key] = texts.isEmpty ? nil : texts.joined(separator: " ")
      default: continue
      }
    }
    return keys
  }
}
