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
    /// All holders in the order of time, whatever the day.
    public var history = false
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
  }

  /// Throws ``NotFound`` for an unknown place.
  public func answer(_ question: Question) throws -> Answer {
    let matches = knowledge.postQuery.posts(in: question.post)
    var filter = HolderFilter()
    if matches.isEmpty {
      filter.titleFolded = knowledge.graph.fold(question.post)
    } else {
      filter.canonical = matches.map(\.post)
    }
    if let place = question.place ?? matches.compactMap(\.place).first {
      filter.places = try PlaceLookup(
        store: store, fold: knowledge.graph.fold, vietnameseNames: knowledge.placeNames
      ).ids(named: place)
    }
    let asOf = try store.asOf()
    let day = question.on ?? asOf.flatMap { PartialDate($0) }
    let all = try store.holders(filter).map { try HolderAnswer($0, on: day, in: store) }
    let isNow = { (row: HolderAnswer) in row.standing != .ended && row.standing != .later }
    var rows =
      question.history
      ? all.sorted(by: HolderAnswer.isEarlier) : all.filter(isNow).sorted(by: HolderAnswer.isSurer)
    if let limit = question.limit { rows = Array(rows.prefix(limit)) }
    return Answer(
      rows: rows, asOf: question.on?.text ?? asOf,
      others: question.history ? 0 : all.count - all.count(where: isNow),
      understood: !matches.isEmpty)
  }
}

/// One holder of a post.
public struct HolderAnswer: ResultRow, Equatable {
  public let holder: HolderRow
  public let standing: DateStanding
  /// The days without a year for which documents say it, where no date is known at all.
  public let yearless: [String]

  init(_ holder: HolderRow, on day: PartialDate?, in store: Store) throws {
    self.holder = holder
    standing = DateStanding(holder.occupancy, on: day)
    yearless = standing == .undated ? try HoldingAnswer(holder, in: store).yearless : []
  }

  public static let columns = [
    "person", "person_vi", "post", "organization", "place", "standing", "days", "first_seen", "last_seen",
    "yearless",
    "since", "since_basis", "until", "until_basis", "term", "acting", "status", "documents", "id",
    "person_id",
    "claim",
  ]

  public static let tableColumns = [
    "person", "person_vi", "post", "organization", "place", "standing", "days", "first_seen", "last_seen",
    "yearless",
    "since", "until", "documents", "id",
  ]

  public var cells: [Cell] {
    let occupancy = holder.occupancy
    return [
      .text(holder.personName), holder.personVi == holder.personName ? .none : Cell(holder.personVi),
      .text(holder.postTitle), Cell(holder.organizationName), Cell(holder.placeName), .text(standing.word),
      Cell(standing.days), Cell(occupancy.firstSeen), Cell(occupancy.lastSeen), Cell(yearless),
      Cell(occupancy.start?.written), Cell(occupancy.start?.basis.rawValue), Cell(occupancy.end?.written),
      Cell(occupancy.end?.basis.rawValue), Cell(occupancy.term), occupancy.acting ? .boolean(true) : .none,
      .text(occupancy.status.rawValue), .integer(occupancy.documents), .text(occupancy.id),
      .text(occupancy.person), Cell(holder.claim),
    ]
  }

  static func isSurer(_ left: HolderAnswer, _ right: HolderAnswer) -> Bool {
    let ranks = (left.standing.rank, right.standing.rank)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    let distances = (abs(left.standing.days ?? 0), abs(right.standing.days ?? 0))
    if distances.0 != distances.1 { return distances.0 < distances.1 }
    return tieIsBroken(left, right)
  }

  /// By the first known day; what has none comes last.
  static func isEarlier(_ left: HolderAnswer, _ right: HolderAnswer) -> Bool {
    let days = (left.firstDay, right.firstDay)
    if days.0 != days.1 { return days.0 ?? .max < days.1 ?? .max }
    return tieIsBroken(left, right)
  }

  private static func tieIsBroken(_ left: HolderAnswer, _ right: HolderAnswer) -> Bool {
    if left.holder.occupancy.documents != right.holder.occupancy.documents {
      return left.holder.occupancy.documents > right.holder.occupancy.documents
    }
    return left.holder.occupancy.id < right.holder.occupancy.id
  }

  private var firstDay: Int? {
    let occupancy = holder.occupancy
    return [occupancy.start?.date, occupancy.firstSeen, occupancy.end?.date]
      .compactMap { $0.flatMap { PartialDate($0)?.first?.number } }.min()
  }
}

extension Bound {
  /// The date, with `≤` before it where only the latest possible day is known.
  public var written: String? {
    date.map { atLatest ? "≤\($0)" : $0 }
  }
}
