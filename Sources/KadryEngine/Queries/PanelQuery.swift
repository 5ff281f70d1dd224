import KadryGraph
import KadryStore

/// Place, post, year, holder: `kadry who --panel year`, the table for counting.
public struct PanelQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  public struct Answer: Sendable {
    public var rows: [PanelAnswer]
    public var understood: Bool
    /// What else the words may have meant, when there are no rows.
    public var suggestion = ""
  }

  /// For each post that the words name and each year, whoever provably held it in that year; a row without a
  /// holder where nobody did.
  ///
  /// The years run from the first to the last in which any of the posts has a proven holder, unless `years`
  /// says others. Throws ``NotFound`` for an unknown place.
  public func answer(post: String, place: String?, years: (from: Int?, to: Int?) = (nil, nil)) throws
    -> Answer
  {
    let lookup = HolderLookup(store: store, knowledge: knowledge)
    let found = try lookup.holders(of: post, place: place)
    let lines = HolderLine.lines(found.holders)
    let proven = found.holders.compactMap(\.occupancy.provenDays)
    let first = years.from ?? proven.map(\.lowerBound.components.year).min()
    let last = years.to ?? proven.map(\.upperBound.components.year).max()
    var answer = Answer(rows: [], understood: found.understood)
    if let first, let last, first <= last {
      answer.rows = lines.flatMap { line in (first...last).flatMap { Self.rows(line, year: $0) } }
    }
    if answer.rows.isEmpty { answer.suggestion = try lookup.suggestion(for: post) }
    return answer
  }

  private static func rows(_ line: HolderLine, year: Int) -> [PanelAnswer] {
    guard let sample = line.holders.first, let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return [] }
    let held = line.holders.compactMap { holder in
      holder.occupancy.provenDays.flatMap { proven in
        proven.overlaps(first...last) ? (holder, proven.clamped(to: first...last)) : nil
      }
    }
    if !held.isEmpty {
      return held.map { PanelAnswer(sample: sample, year: year, holder: $0.0, days: $0.1) }
    }
    var gap = PanelAnswer(sample: sample, year: year, holder: nil, days: nil)
    gap.before =
      line.holders.last { $0.occupancy.provenDays.map { $0.upperBound < first } ?? false }?.personName
    gap.after =
      line.holders.first { $0.occupancy.provenDays.map { last < $0.lowerBound } ?? false }?.personName
    return [gap]
  }
}

/// One holder of a post in one year, or a gap.
public struct PanelAnswer: ResultRow, Equatable {
  public let place: String?
  public let post: String
  public let postID: String
  public let year: Int
  /// `nil` when nobody provably held it.
  public let holder: HolderRow?
  /// The proven days within the year.
  public let days: ClosedRange<Day>?
  /// In a gap, the holders known before and after it.
  public var before: String?
  public var after: String?

  init(sample: HolderRow, year: Int, holder: HolderRow?, days: ClosedRange<Day>?) {
    place = sample.placeName
    post = sample.postTitle
    postID = sample.occupancy.post
    self.year = year
    self.holder = holder
    self.days = days
  }

  public static let columns = [
    "place", "post", "year", "holder", "acting", "from", "to", "standing", "before", "after", "post_id",
    "person_id", "id",
  ]

  public static let tableColumns = [
    "place", "post", "year", "holder", "acting", "from", "to", "standing", "before", "after", "id",
  ]

  public var cells: [Cell] {
    [
      Cell(place), .text(post), .integer(year), Cell(holder?.personName),
      holder?.occupancy.acting == true ? .boolean(true) : .none, Cell(days?.lowerBound.description),
      Cell(days?.upperBound.description), .text(holder == nil ? "gap" : "proven"), Cell(before), Cell(after),
      .text(postID), Cell(holder?.occupancy.person), Cell(holder?.occupancy.id),
    ]
  }
}
