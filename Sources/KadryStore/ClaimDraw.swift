import KadryReading
import KadryText

/// Which claims to draw a sample from.
public struct DrawFilter: Sendable {
  /// The kind on the wire, such as `holds`.
  public var kind: String
  public var source: String?
  /// The detected language.
  public var language: String?
  public init(kind: String) { self.kind = kind }
}

extension Store {
  /// Draws claims at random: the `count` claims whose SHA-256 over seed and id is the least, in the order of the hash.
  ///
  /// The same claims and seed give the same sample, in whatever order documents came; a greater `count` only adds
  /// to it. Linear in the claims of the kind.
  ///
  /// - Returns: the claims, and how many there were to draw from.
  public func drawClaims(_ filter: DrawFilter, count: Int, seed: Int) throws -> (claims: [Claim], of: Int) {
    var conditions = SQLFilter()
    conditions.add("c.kind", equals: filter.kind)
    conditions.add("d.source", equals: filter.source)
    conditions.add("d.language", equals: filter.language)
    var drawn: [Lot] = []
    var total = 0
    let room = max(2 * count, 1024)
    try connection.query(
      "SELECT c.id FROM claim c JOIN document d ON d.id = c.document" + conditions.clause, conditions.values
    ) { row in
      total += 1
      drawn.append(Lot(claim: row.text(0) ?? "", seed: seed))
      if drawn.count >= room + count { Lot.keepLeast(count, of: &drawn) }
    }
    Lot.keepLeast(count, of: &drawn)
    return (try drawn.compactMap { try claim($0.claim) }, total)
  }
}

/// A claim with its place in the draw.
private struct Lot {
  var claim: String
  var number: String

  init(claim: String, seed: Int) {
    self.claim = claim
    number = SHA256.digest(of: Array("\(seed) \(claim)".utf8)).hex
  }

  static func keepLeast(_ count: Int, of lots: inout [Lot]) {
    lots.sort { ($0.number, $0.claim) < ($1.number, $1.claim) }
    if lots.count > count { lots.removeLast(lots.count - count) }
  }
}
