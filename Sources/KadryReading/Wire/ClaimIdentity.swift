import KadryText

/// The ids of documents and claims: what a thing says decides, never where a rule or a counter stood.
///
/// An id is a prefix and the first 24 hex digits of the SHA-256 over the identity parts in a fixed order.
/// Each part is length-prefixed, and a part that is absent differs from one that is empty. Rule, grade,
/// causes and canonical ids take no part, so that ids survive better lexicons.
public enum ClaimIdentity {
  /// How many hex digits follow the prefix.
  public static let digits = 24

  /// The id of a document: its content and what was given with it.
  ///
  /// - Parameters: as given by the caller, before any detection.
  public static func document(
    sha256: String, url: String?, source: String?, lang: String?, date: String?
  ) -> String {
    var parts = IdentityHash(kind: "document")
    parts.add(sha256)
    parts.add(url)
    parts.add(source)
    parts.add(lang)
    parts.add(date)
    return parts.id("doc-")
  }

  /// The id of a document with this metadata, whose `sha256` must be filled in.
  public static func document(_ metadata: DocumentMetadata) -> String {
    document(
      sha256: metadata.sha256, url: metadata.url, source: metadata.source, lang: metadata.lang,
      date: metadata.date)
  }

  /// The id of a claim.
  ///
  /// - Parameters:
  ///   - doc: the document's id.
  ///   - firstSpan: the span of the first mention; a figure is identified by it, other claims ignore it.
  public static func claim(doc: String, body: ClaimBody, firstSpan: Range<Int>) -> String {
    var identity: [UInt8] = []
    var document: [UInt8] = []
    append(doc, to: &document)
    append(body, in: document, firstSpan: firstSpan, to: &identity)
    let hash = SHA256.digest(of: identity)
    identity.removeAll(keepingCapacity: true)
    appendId(hash, to: &identity)
    return String(decoding: identity, as: UTF8.self)
  }

  /// Appends the id of a claim whose identity has this hash.
  static func appendId(_ hash: SHA256Digest, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: claimPrefix)
    hash.appendHex(digits: digits, to: &bytes)
  }

  private static let claimPrefix = Array("clm-".utf8)

  /// Appends the identity of a claim, which is hashed.
  ///
  /// - Parameter document: the part that stands for the document's id.
  static func append(
    _ body: ClaimBody, in document: [UInt8], firstSpan: Range<Int>, to identity: inout [UInt8]
  ) {
    append(body.kind, to: &identity)
    identity.append(contentsOf: document)
    switch body {
    case .person(let claim):
      append(claim.name, to: &identity)
    case .organization(let claim):
      append(claim.name, to: &identity)
    case .holds(let claim):
      append(claim.person, to: &identity)
      append(claim.title, to: &identity)
      append(claim.organization, to: &identity)
      append(claim.status.rawValue, to: &identity)
    case .directive(let claim):
      append(claim.number, to: &identity)
      append(claim.number == nil ? claim.title : nil, to: &identity)
    case .date(let claim):
      append(claim.value, to: &identity)
    case .figure:
      append(String(firstSpan.lowerBound), to: &identity)
      append(String(firstSpan.upperBound), to: &identity)
    case .relation(let claim):
      append(claim.subject, to: &identity)
      append(claim.predicate.rawValue, to: &identity)
      append(claim.object, to: &identity)
    }
  }

  /// Appends a part: a byte 0 for an absent one; else a byte 1, the length as four little-endian bytes, the
  /// UTF-8.
  static func append(_ part: String?, to identity: inout [UInt8]) {
    guard let part else {
      identity.append(0)
      return
    }
    identity.append(1)
    let count = UInt32(truncatingIfNeeded: part.utf8.count)
    identity.append(UInt8(truncatingIfNeeded: count))
    identity.append(UInt8(truncatingIfNeeded: count >> 8))
    identity.append(UInt8(truncatingIfNeeded: count >> 16))
    identity.append(UInt8(truncatingIfNeeded: count >> 24))
    JSONOutput.append(bytesOf: part, to: &identity)
  }

  /// The kinds of nodes in the graph, with their prefixes.
  public enum Node: String, Sendable, CaseIterable {
    case person = "per-"
    case organization = "org-"
    case post = "pos-"
    case occupancy = "occ-"
    case directive = "dir-"
    case figure = "fig-"
  }

  /// The id of a node: the prefix and the hash of the least of its member claims.
  ///
  /// - Returns: `nil` when there are no members.
  public static func node(_ kind: Node, members: some Sequence<String>) -> String? {
    members.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { node(kind, of: $0) }
  }

  /// The id of a node whose least member is `claim`.
  public static func node(_ kind: Node, of claim: String) -> String {
    kind.rawValue + claim.dropFirst(4)
  }

  /// The id of a place, which no claim is a member of: a hash of the canonical id, else of the name.
  public static func place(_ key: String) -> String {
    var parts = IdentityHash(kind: "place")
    parts.add(key)
    return parts.id("pla-")
  }

  /// The id of a contradiction: its kind and the claims of both sides.
  public static func contradiction(kind: String, claims: [String]) -> String {
    var parts = IdentityHash(kind: "contradiction")
    parts.add(kind)
    for claim in claims { parts.add(claim) }
    return parts.id("con-")
  }

  /// The id of a person's correction: what it decides about what.
  public static func correction(_ decision: [String?]) -> String {
    var parts = IdentityHash(kind: "correction")
    for part in decision { parts.add(part) }
    return parts.id("cor-")
  }

  /// The id of an `error` record, so that equal complaints are one line.
  public static func error(_ record: ErrorRecord) -> String {
    var parts = IdentityHash(kind: "error")
    parts.add(record.path)
    parts.add(record.ref)
    parts.add(record.byte.map(String.init))
    parts.add(record.reason)
    return parts.id("err-")
  }

  /// The id of the `end` record of a document.
  public static func end(doc: String) -> String {
    "end-" + doc.dropFirst(4)
  }
}

/// A SHA-256 over a kind and length-prefixed parts.
private struct IdentityHash {
  private var bytes: [UInt8] = []

  init(kind: String) { add(kind) }

  mutating func add(_ part: String?) { ClaimIdentity.append(part, to: &bytes) }

  func id(_ prefix: String) -> String {
    SHA256.digest(of: bytes).hex(after: prefix, digits: ClaimIdentity.digits)
  }
}
