import KadryGraph
import KadryStore

/// Who followed whom in a post: `kadry who --history`.
public struct SuccessionQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  public struct Answer: Sendable {
    public var rows: [SuccessionAnswer]
    /// Whether the words name a post that is known; otherwise they were looked for in titles.
    public var understood: Bool
    /// What else the words may have meant, when there are no rows.
    public var suggestion = ""
  }

  /// All holders of the posts that the words name, post by post in the order of time, undated last.
  ///
  /// Throws ``NotFound`` for an unknown place.
  public func answer(post: String, place: String?, limit: Int? = nil) throws -> Answer {
    let lookup = HolderLookup(store: store, knowledge: knowledge)
    let found = try lookup.holders(of: post, place: place)
    var rows: [SuccessionAnswer] = []
    for line in HolderLine.lines(found.holders) {
      let singleHolder = try store.post(line.post)?.singleHolder ?? false
      rows += try Self.rows(line, isSingle: singleHolder, in: store)
    }
    if let limit { rows = Array(rows.prefix(limit)) }
    var answer = Answer(rows: rows, understood: found.understood)
    if rows.isEmpty { answer.suggestion = try lookup.suggestion(for: post) }
    return answer
  }

  private static func rows(_ line: HolderLine, isSingle: Bool, in store: Store) throws -> [SuccessionAnswer] {
    var rows: [SuccessionAnswer] = []
    var last: HolderRow?
    for holder in line.holders {
      var row = SuccessionAnswer(holder: holder, yearless: try HoldingAnswer.yearless(holder, in: store))
      if isSingle, !holder.occupancy.acting, holder.occupancy.provenDays != nil {
        if let last {
          row.predecessor = last.personName
          row.transition = Transition(from: last.occupancy, to: holder.occupancy)
        }
        let reaches = { (row: HolderRow) in row.occupancy.provenDays?.upperBound.number ?? .min }
        if last.map({ reaches($0) <= reaches(holder) }) ?? true { last = holder }
      }
      rows.append(row)
    }
    return rows
  }
}

/// The holders of one post in the order of time.
struct HolderLine {
  var post: String
  var holders: [HolderRow]

  /// By title, place and id of the post; the nominated are no holders.
  static func lines(_ rows: [HolderRow]) -> [HolderLine] {
    var byPost: [String: [HolderRow]] = [:]
    for row in rows where row.occupancy.status != .nominated {
      byPost[row.occupancy.post, default: []].append(row)
    }
    return byPost.map { post, rows in HolderLine(post: post, holders: rows.sorted(by: isEarlier)) }
      .sorted { a, b in
        let (x, y) = (a.holders.first, b.holders.first)
        return (x?.placeName ?? "", x?.postTitle ?? "", a.firstDay, a.post)
          < (y?.placeName ?? "", y?.postTitle ?? "", b.firstDay, b.post)
      }
  }

  private var firstDay: Int { holders.first?.firstDay ?? .max }

  /// By the first known day, what has none last; then by the last day, then by id.
  static func isEarlier(_ left: HolderRow, _ right: HolderRow) -> Bool {
    let (a, b) = (left.firstDay ?? .max, right.firstDay ?? .max)
    if a != b { return a < b }
    let (x, y) = (left.lastDay ?? .max, right.lastDay ?? .max)
    return x != y ? x < y : left.occupancy.id < right.occupancy.id
  }
}

extension HolderRow {
  /// The first proven day; else the first on which anything is known of the holding.
  var firstDay: Int? {
    occupancy.provenDays?.lowerBound.number ?? KnownDay.all(of: occupancy).map(\.days.lowerBound.number).min()
      ?? occupancy.latest?.days?.upperBound.number
  }

  var lastDay: Int? { KnownDay.all(of: occupancy).map(\.days.upperBound.number).max() }
}

/// How a post of one holder passed from one to the next.
public enum Transition: Sendable, Equatable {
  /// At some time within these days, both included; one day when it is known.
  case change(ClosedRange<Day>)
  /// Nobody held it, from the day after the end to the day before the start.
  case vacant(ClosedRange<Day>)
  /// Both are proven to hold it.
  case overlap(ClosedRange<Day>)

  init?(from earlier: Occupancy, to later: Occupancy) {
    guard let before = earlier.provenDays, let after = later.provenDays else { return nil }
    if earlier.person != later.person, after.lowerBound <= before.upperBound {
      self = .overlap(after.lowerBound...min(before.upperBound, after.upperBound))
      return
    }
    if let end = earlier.end, !end.atLatest, end.basis != .term, let left = end.days?.upperBound,
      let start = later.start, !start.atLatest, start.basis != .term, let came = start.days?.lowerBound,
      left.number + 1 < came.number
    {
      self = .vacant(Day(number: left.number + 1)...Day(number: came.number - 1))
      return
    }
    if let start = later.start, !start.atLatest, start.basis != .term, let came = start.days,
      came.upperBound <= after.lowerBound
    {
      self = .change(came)
      return
    }
    let from = max(before.upperBound, later.earliest?.days?.lowerBound ?? before.upperBound)
    let to = min(after.lowerBound, earlier.latest?.days?.upperBound ?? after.lowerBound)
    self = .change(min(from, to)...max(from, to))
  }

  var word: String {
    switch self {
    case .change: "change"
    case .vacant: "vacant"
    case .overlap: "overlap"
    }
  }

  var days: ClosedRange<Day> {
    switch self {
    case .change(let days), .vacant(let days), .overlap(let days): days
    }
  }
}

/// A holder in the line of a post.
public struct SuccessionAnswer: ResultRow, Equatable {
  public let holder: HolderRow
  /// The days without a year for which documents say it, where no date is known at all.
  public let yearless: [String]
  /// The holder before, in a post of one holder.
  public var predecessor: String?
  public var transition: Transition?

  init(holder: HolderRow, yearless: [String]) {
    self.holder = holder
    self.yearless = yearless
  }

  public static let columns = [
    "post", "organization", "place", "person", "acting", "since", "since_basis", "first_seen", "last_seen",
    "until", "until_basis", "yearless", "status", "predecessor", "transition", "transition_days", "earliest",
    "earliest_basis", "latest", "latest_basis", "terms", "documents", "id", "person_id", "claim",
  ]

  public static let tableColumns = [
    "post", "person", "acting", "since", "first_seen", "last_seen", "until", "until_basis", "yearless",
    "status", "transition", "transition_days", "documents", "id",
  ]

  public var cells: [Cell] {
    let occupancy = holder.occupancy
    return [
      .text(holder.postTitle), Cell(holder.organizationName), Cell(holder.placeName),
      .text(holder.personName), occupancy.acting ? .boolean(true) : .none, Cell(occupancy.start?.written),
      Cell(occupancy.start?.basis.rawValue), Cell(occupancy.firstSeen), Cell(occupancy.lastSeen),
      Cell(occupancy.end?.written), Cell(occupancy.end?.basis.rawValue), Cell(yearless),
      .text(occupancy.status.rawValue), Cell(predecessor), Cell(transition?.word),
      Cell(transition.map { $0.days.written }), Cell(occupancy.earliest?.date),
      Cell(occupancy.earliest?.basis.rawValue), Cell(occupancy.latest?.date),
      Cell(occupancy.latest?.basis.rawValue), Cell(occupancy.terms), .integer(occupancy.documents),
      .text(occupancy.id), .text(occupancy.person), Cell(holder.claim),
    ]
  }
}

extension ClosedRange<Day> {
  /// One day, or the first and last of several as `A/B`.
  var written: String {
    lowerBound == upperBound ? lowerBound.description : "\(lowerBound)/\(upperBound)"
  }
}
