import KadryGraph
import KadryReading
import KadryStore

/// Writes what people decide, and applies it: `kadry same`, `different`, `correct`, `reject`, `undo`.
public struct Correcting {
  private let store: Store
  private let knowledge: Knowledge
  private let file: CorrectionFile
  private let signature: Signature

  /// Who decides, when, and why.
  public struct Signature: Sendable {
    public var author: String
    /// ISO 8601, in UTC.
    public var date: String
    public var note: String?

    public init(author: String, date: String, note: String? = nil) {
      self.author = author
      self.date = date
      self.note = note
    }
  }

  public init(store: Store, knowledge: Knowledge, file: CorrectionFile, signature: Signature) {
    self.store = store
    self.knowledge = knowledge
    self.file = file
    self.signature = signature
  }

  /// A decision that cannot be, with what to do; a mistake in what was typed.
  public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String
  }

  // MARK: Decisions

  /// Two persons are one, or are two; ids of persons or of their claims.
  ///
  /// - Parameter applies: whether to bring the database in line at once, or by ``apply()`` later.
  public func compare(
    _ action: Correction.Action, _ a: String, _ b: String, applies: Bool = true
  ) throws -> [Correction] {
    let (first, second) = (try person(a), try person(b))
    guard first.id != second.id else {
      throw Refusal(
        description:
          "both ids lead to one claim; to part a person, name a claim of each side ('kadry why' lists them)")
    }
    return try written(
      [
        Correction(
          action, try address(first), try address(second), author: signature.author, date: signature.date,
          note: signature.note)
      ], applies: applies)
  }

  /// A field of a claim or of a document has another value; an empty one means «not known».
  public func correct(_ id: String, field: String, value: String) throws -> [Correction] {
    let target = try correctable(id)
    let known = ClaimBody.correctable(target.kind)
    guard known.contains(field) else {
      throw Refusal(
        description: known.isEmpty
          ? "a \(target.kind) has no field to correct; reject it instead"
          : "a \(target.kind) has no field '\(field)'; it has \(known.joined(separator: ", "))")
    }
    try check(field, value)
    return try written([
      Correction(
        .correct, target, field: field, value: value, author: signature.author, date: signature.date,
        note: signature.note)
    ])
  }

  /// A claim is wrong; of a node, all its claims.
  public func reject(_ id: String) throws -> [Correction] {
    let claims = try claims(of: try store.resolve(id))
    guard !claims.isEmpty else {
      throw Refusal(description: "'\(id)' rests on no claim that could be rejected")
    }
    return try written(
      claims.map {
        Correction(
          .reject, try address($0), author: signature.author, date: signature.date, note: signature.note)
      })
  }

  /// Takes a decision back.
  public func undo(_ id: String) throws -> Correction {
    let correction = try file.remove(id)
    try apply()
    return correction
  }

  /// Brings the database in line with the file, when there is one.
  public func apply() throws {
    try Correcting.take(file, into: store)
    if try store.isStale() { try store.rebuild(context: knowledge.graph) }
  }

  /// Takes the file's corrections into a database; without a file it keeps those that it has. The graph is to
  /// be rebuilt when they differ.
  public static func take(_ file: CorrectionFile, into store: Store) throws {
    guard let corrections = try file.corrections() else { return }
    var rows: [String: CorrectionRow] = [:]
    for correction in corrections {
      let row = CorrectionRow(
        id: correction.id, title: correction.title, action: correction.action.rawValue, body: correction.line)
      // Of equal decisions the line that sorts first stands for all.
      if let known = rows[row.id], known.body < row.body { continue }
      rows[row.id] = row
    }
    try store.setCorrections(Array(rows.values))
  }

  private func written(_ corrections: [Correction], applies: Bool = true) throws -> [Correction] {
    // What the database knows of earlier decisions is not lost when the file was.
    if try file.corrections() == nil {
      for row in try store.corrections() { try file.append(try Correction(line: row.body)) }
    }
    for correction in corrections { try file.append(correction) }
    if applies { try apply() }
    return corrections
  }

  // MARK: Addresses

  private func address(_ claim: Claim) throws -> Correction.Address {
    Correction.Address(claim, sha256: try store.document(claim.doc)?.metadata.sha256 ?? "")
  }

  private func person(_ id: String) throws -> Claim {
    let resolved = try store.resolve(id)
    guard let claim = try claims(of: resolved).first, case .person = claim.body else {
      throw Refusal(
        description: "'\(id)' is no person: give ids that begin with per-, or with clm- of a person")
    }
    return claim
  }

  private func correctable(_ id: String) throws -> Correction.Address {
    let resolved = try store.resolve(id)
    if case .document(let document) = resolved {
      let record = try store.document(document)
      return Correction.Address(
        kind: Correction.document, sha256: record?.metadata.sha256 ?? "", label: record?.title ?? document)
    }
    let claims = try claims(of: resolved)
    guard claims.count == 1, let claim = claims.first else {
      throw Refusal(
        description:
          "'\(id)' rests on \(claims.count) claims; correct one of them ('kadry why \(id)' lists them)")
    }
    return try address(claim)
  }

  private func claims(of resolved: Resolved) throws -> [Claim] {
    switch resolved {
    case .claim(let id): try store.claim(id).map { [$0] } ?? []
    case .figure(let id): try store.figure(id).flatMap { try store.claim($0.claim) }.map { [$0] } ?? []
    case .document, .place, .contradiction: []
    case .person(let id), .organization(let id), .post(let id), .occupancy(let id), .directive(let id):
      try store.claims(ofNode: id)
    }
  }

  private func check(_ field: String, _ value: String) throws {
    guard !value.isEmpty else { return }
    if ClaimBody.dateFields.contains(field), PartialDate(value) == nil {
      throw Refusal(description: "'\(value)' is no date such as 2016-11-10, 2016-11, 2016 or 2015/2020")
    }
    switch field {
    case "status" where HoldsStatus(rawValue: value) == nil:
      let known = HoldsStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal(description: "'\(value)' is no status; one of \(known)")
    case "post" where knowledge.graph.directory.post(value) == nil:
      throw Refusal(
        description: "the lexicon has no post '\(value)'; 'kadry posts' shows canonical ids as JSON")
    case "org" where knowledge.graph.directory.organization(value) == nil:
      throw Refusal(
        description: "the lexicon has no body '\(value)'; 'kadry orgs' shows canonical ids as JSON")
    default: break
    }
  }
}
