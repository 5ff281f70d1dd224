import KadryText

/// The claims of one document while they are made: each gets its id, and those of one id come together.
struct ClaimList {
  let doc: String
  /// One for each id, in the order in which they were first said.
  private(set) var claims: [Claim] = []
  /// Where a claim stands, by the beginning of its hash.
  private var places: [UInt64: Int] = [:]
  private let digest: SHA256Function
  /// The identity of the claim that is being added.
  private var identity: [UInt8] = []
  /// How the identity of every claim goes on behind its kind.
  private let document: [UInt8]
  /// How many claims an article usually has.
  private static let usual = 64

  init(doc: String, digest: @escaping SHA256Function) {
    self.doc = doc
    self.digest = digest
    var document: [UInt8] = []
    ClaimIdentity.append(doc, to: &document)
    self.document = document
    identity.reserveCapacity(256)
    claims.reserveCapacity(ClaimList.usual)
    places.reserveCapacity(ClaimList.usual)
  }

  /// Adds a claim with the id that its body gives it, and returns the id; what says the same is one claim.
  mutating func add(
    _ body: consuming ClaimBody, grade: Grade, causes: CauseSet, mentions: consuming [Mention]
  ) -> String {
    if !isSorted(mentions) { mentions.sort(by: ClaimList.precedes) }
    identity.removeAll(keepingCapacity: true)
    ClaimIdentity.append(body, in: document, firstSpan: mentions.first?.span ?? 0..<0, to: &identity)
    let hash = digest(identity)
    let place = UInt64(hash.words[0]) << 32 | UInt64(hash.words[1])
    identity.removeAll(keepingCapacity: true)
    ClaimIdentity.appendId(hash, to: &identity)
    let id = String(decoding: identity, as: UTF8.self)
    if let known = places[place], claims[known].id == id {
      join(mentions, to: known)
      return id
    }
    places[place] = claims.count
    claims.append(
      Claim(id: id, doc: doc, grade: grade, causes: causes.sorted, mentions: mentions, body: body))
    return id
  }

  private func isSorted(_ mentions: borrowing [Mention]) -> Bool {
    var index = 1
    while index < mentions.count {
      if ClaimList.precedes(mentions[index], mentions[index - 1]) { return false }
      index += 1
    }
    return true
  }

  private static func precedes(_ a: Mention, _ b: Mention) -> Bool {
    if a.span != b.span {
      return (a.span.lowerBound, a.span.upperBound) < (b.span.lowerBound, b.span.upperBound)
    }
    return a.rule < b.rule
  }

  private mutating func join(_ mentions: [Mention], to known: Int) {
    for mention in mentions where !claims[known].mentions.contains(where: { $0.span == mention.span }) {
      claims[known].mentions.append(mention)
    }
    claims[known].mentions.sort {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }
}

/// Computes a SHA-256; a library that does it faster than ours may take its place.
public typealias SHA256Function = ([UInt8]) -> SHA256Digest
