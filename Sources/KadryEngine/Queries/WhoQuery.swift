import KadryGraph
import KadryStore

/// Who holds, or held, a post: `kadry who`.
public struct WhoQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  public struct Question: Sendable {
    /// The post in words, in Russian or Vietnamese, abbreviations too.
    public var post: String
    public var place: String?
    /// The day asked for; without it, the newest publication in the database.
    public var on: PartialDate?
    public var limit: Int?
    public init(post: String) { self.post = post }
  }

  public struct Answer: Sendable {
    public var rows: [HolderAnswer]
    /// The day that the answer is as of; `nil` when no document has a date.
    public var asOf: String?
    /// How many holders of another time were left out.
    public var others: Int
    /// Whether the words name a post that is known; otherwise they were looked for in titles.
    public var understood: Bool
    /// What else the words may have meant, when there are no holders at all.
    public var suggestion = ""
  }

  /// Throws ``NotFound`` for an unknown place.
  public func answer(_ question: Question) throws -> Answer {
    let lookup = HolderLookup(store: store, knowledge: knowledge)
    let found = try lookup.holders(of: question.post, place: question.place)
    let asOf = try store.asOf()
    let day = question.on ?? asOf.flatMap { PartialDate($0) }
    let all = try found.holders.map { try HolderAnswer($0, on: day, in: store) }
    let isNow = { (row: HolderAnswer) in row.standing != .ended && row.standing != .later }
    var rows = all.filter(isNow).sorted(by: HolderAnswer.isSurer)
    let others = all.count - rows.count
    if let limit = question.limit { rows = Array(rows.prefix(limit)) }
    var answer = Answer(
      rows: rows, asOf: question.on?.text ?? asOf, others: others, understood: found.understood)
    if all.isEmpty { answer.suggestion = try lookup.suggestion(for: question.post) }
    return answer
  }
}

/// One holder of a post.
public struct HolderAnswer: ResultRow, Equatable {
  public let holder: HolderRow
  public let standing: DateStanding
  /// The days without a year for which documents say it, where no date is known at all.
  public let yearless: [String]

  /// How the holding stands as of the day asked for.
  public let status: OccupancyStatus

  init(_ holder: HolderRow, on day: PartialDate?, in store: Store) throws {
    self.holder = holder
    standing = DateStanding(holder.occupancy, on: day)
    status = holder.occupancy.status(on: day)
    yearless = standing == .undated ? try HoldingAnswer.yearless(holder, in: store) : []
  }

  public static let columns = [
    "person", "person_vi", "post", "organization", "place", "standing", "days", "first_seen", "last_seen",
    "yearless",
    "since", "since_basis", "until", "until_basis", "term", "acting", "status", "documents", "id",
    "person_id", "claim", "earliest", "earliest_basis", "latest", "latest_basis", "terms",
  ]

  public static let tableColumns = [
    "person", "person_vi", "post", "organization", "place", "standing", "days", "first_seen", "last_seen",
    "yearless",
    "since", "since_basis", "until", "until_basis", "acting", "documents", "id",
  ]

  public var cells: [Cell] {
    let occupancy = holder.occupancy
    return [
      .text(holder.personName), holder.personVi == holder.personName ? .none : Cell(holder.personVi),
      .text(holder.postTitle), Cell(holder.organizationName), Cell(holder.placeName), .text(standing.word),
      Cell(standing.days), Cell(occupancy.firstSeen), Cell(occupancy.lastSeen), Cell(yearless),
      Cell(occupancy.start?.written), Cell(occupancy.start?.basis.rawValue), Cell(occupancy.end?.written),
      Cell(occupancy.end?.basis.rawValue), Cell(occupancy.term), occupancy.acting ? .boolean(true) : .none,
      .text(status.rawValue), .integer(occupancy.documents), .text(occupancy.id),
      .text(occupancy.person), Cell(holder.claim), Cell(occupancy.earliest?.date),
      Cell(occupancy.earliest?.basis.rawValue), Cell(occupancy.latest?.date),
      Cell(occupancy.latest?.basis.rawValue), Cell(occupancy.terms),
    ]
  }

  static func isSurer(_ left: HolderAnswer, _ right: HolderAnswer) -> Bool {
    let ranks = (left.standing.rank, right.standing.rank)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    let distances = (abs(left.standing.days ?? 0), abs(right.standing.days ?? 0))
    if distances.0 != distances.1 { return distances.0 < distances.1 }
    return tieIsBroken(left, right)
  }

  private static func tieIsBroken(_ left: HolderAnswer, _ right: HolderAnswer) -> Bool {
    if left.holder.occupancy.documents != right.holder.occupancy.documents {
      return left.holder.occupancy.documents > right.holder.occupancy.documents
    }
    return left.holder.occupancy.id < right.holder.occupancy.id
  }
}

extension Bound {
  /// The date, with `≤` before it where only the latest possible day is known.
  public var written: String? {
    date.map { atLatest ? "≤\($0)" : $0 }
  }
}
