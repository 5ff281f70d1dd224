import KadryReading
import KadryStore

/// A holding of one person, with the words that name it.
public struct HoldingAnswer: ResultRow, Equatable {
  public let holder: HolderRow
  /// The titles as the documents have them, each once, in the order of claims.
  public let titles: [String]
  /// The days without a year for which documents say it: they bound nothing. Sorted.
  public let yearless: [String]

  public init(_ holder: HolderRow, in store: Store) throws {
    self.holder = holder
    var titles: [String] = []
    var yearless: Set<String> = []
    for claim in try store.claims(ofNode: holder.occupancy.id) {
      guard case .holds(let holds) = claim.body else { continue }
      if !titles.contains(holds.title) { titles.append(holds.title) }
      if let day = holds.observed, day.hasPrefix("--") { yearless.insert(day) }
    }
    self.titles = titles
    self.yearless = yearless.sorted()
  }

  /// The days without a year for which documents say it; empty when a date is known.
  static func yearless(_ holder: HolderRow, in store: Store) throws -> [String] {
    guard KnownDay.all(of: holder.occupancy).isEmpty, holder.occupancy.undated > 0 else { return [] }
    return try HoldingAnswer(holder, in: store).yearless
  }

  public static let columns = [
    "post", "organization", "place", "titles", "first_seen", "last_seen", "yearless", "since", "since_basis",
    "until",
    "until_basis", "term", "status", "undated", "documents", "id", "acting", "earliest", "latest",
  ]

  public static let tableColumns = [
    "post", "titles", "organization", "place", "first_seen", "last_seen", "yearless", "since", "until",
    "term", "acting", "status", "documents", "id",
  ]

  public var cells: [Cell] {
    let occupancy = holder.occupancy
    return [
      .text(holder.postTitle), Cell(holder.organizationName), Cell(holder.placeName), Cell(titles),
      Cell(occupancy.firstSeen), Cell(occupancy.lastSeen), Cell(yearless), Cell(occupancy.start?.written),
      Cell(occupancy.start?.basis.rawValue), Cell(occupancy.end?.written),
      Cell(occupancy.end?.basis.rawValue),
      Cell(occupancy.term), .text(occupancy.status.rawValue),
      occupancy.undated > 0 ? .integer(occupancy.undated) : .none, .integer(occupancy.documents),
      .text(occupancy.id), occupancy.acting ? .boolean(true) : .none, Cell(occupancy.earliest?.date),
      Cell(occupancy.latest?.date),
    ]
  }
}
