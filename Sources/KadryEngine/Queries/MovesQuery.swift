import KadryGraph
import KadryStore

/// Who took or left which post in a time: `kadry moves`.
public struct MovesQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  public struct Question: Sendable {
    /// The days asked for, both included.
    public var from: PartialDate?
    public var to: PartialDate?
    /// The post in words; all posts without it.
    public var post: String?
    public var place: String?
    public var limit: Int?
    public init() {}
  }

  /// Beginnings and ends that may lie within the days, in the order of time.
  ///
  /// A holder whom no statement introduces, and who is first seen after a predecessor was, counts with the days
  /// within which the change must lie. Throws ``NotFound`` for an unknown place.
  public func moves(_ question: Question) throws -> [MoveAnswer] {
    let window = Window(from: question.from?.first, to: question.to?.last)
    let holders: [HolderRow]
    if let post = question.post {
      let lookup = HolderLookup(store: store, knowledge: knowledge)
      holders = try lookup.holders(of: post, place: question.place).holders
    } else {
      var filter = HolderFilter()
      filter.from = question.from?.first?.description
      filter.to = question.to?.last?.description
      if let place = question.place {
        let places = PlaceLookup(
          store: store, fold: knowledge.graph.fold, vietnameseNames: knowledge.placeNames)
        filter.places = try store.placesWithin(try places.ids(named: place))
      }
      holders = try store.holders(filter)
    }
    var moves = holders.flatMap { MoveAnswer.all(of: $0) }.filter { window.touches($0.days) }
    moves.sort(by: MoveAnswer.isEarlier)
    moves = Array(moves.prefix(question.limit ?? .max))
    return try moves.map { try $0.completed(in: store) }
  }

  private struct Window {
    var from: Day?
    var to: Day?

    func touches(_ days: ClosedRange<Day>) -> Bool {
      if let from, days.upperBound < from { return false }
      if let to, to < days.lowerBound { return false }
      return true
    }
  }
}

/// A person takes or leaves a post.
public struct MoveAnswer: ResultRow, Equatable {
  public let holder: HolderRow
  public let bound: Bound
  public let days: ClosedRange<Day>
  public let isStart: Bool
  /// The post of the same person before a start, or after an end.
  public private(set) var other: String?

  /// The moves that a holding tells of.
  static func all(of holder: HolderRow) -> [MoveAnswer] {
    let occupancy = holder.occupancy
    guard occupancy.status != .nominated else { return [] }
    var moves: [MoveAnswer] = []
    func add(_ bound: Bound, _ days: ClosedRange<Day>, isStart: Bool) {
      moves.append(MoveAnswer(holder: holder, bound: bound, days: days, isStart: isStart))
    }
    if let start = occupancy.start, start.basis != .term, let days = start.days {
      let first = occupancy.earliest?.days?.lowerBound
      let from = start.atLatest ? min(first ?? days.lowerBound, days.lowerBound) : days.lowerBound
      add(start, from...days.upperBound, isStart: true)
    } else if let earliest = occupancy.earliest, let from = earliest.days?.lowerBound,
      let to = occupancy.provenDays?.lowerBound, from <= to
    {
      add(earliest, from...to, isStart: true)
    }
    if let end = occupancy.end, end.basis != .term, let days = end.days {
      let last = occupancy.provenDays?.upperBound
      let from = end.atLatest ? min(last ?? days.lowerBound, days.lowerBound) : days.lowerBound
      add(end, from...days.upperBound, isStart: false)
    }
    return moves
  }

  private init(holder: HolderRow, bound: Bound, days: ClosedRange<Day>, isStart: Bool) {
    self.holder = holder
    self.bound = bound
    self.days = days
    self.isStart = isStart
  }

  /// By the last possible day, ends before starts, then by id.
  static func isEarlier(_ left: MoveAnswer, _ right: MoveAnswer) -> Bool {
    let a = (left.days.upperBound.number, left.isStart ? 1 : 0, left.holder.occupancy.id)
    let b = (right.days.upperBound.number, right.isStart ? 1 : 0, right.holder.occupancy.id)
    return a < b
  }

  /// Finds the post that the person had before, or has after.
  func completed(in store: Store) throws -> MoveAnswer {
    var filter = HolderFilter()
    filter.person = holder.occupancy.person
    let others = try store.holders(filter).filter {
      $0.occupancy.id != holder.occupancy.id && $0.occupancy.status != .nominated
    }
    var move = self
    if isStart {
      let before = others.filter { ($0.firstDay ?? .max) < days.upperBound.number }
      move.other =
        before.max { ($0.lastDay ?? .min, $1.occupancy.id) < ($1.lastDay ?? .min, $0.occupancy.id) }?
        .summary
    } else {
      let after = others.filter { ($0.lastDay ?? .min) > days.lowerBound.number }
      move.other =
        after.min {
          ($0.firstDay ?? .max, $0.occupancy.id) < ($1.firstDay ?? .max, $1.occupancy.id)
        }?.summary
    }
    return move
  }

  public static let columns = [
    "days", "move", "person", "post", "organization", "place", "acting", "basis", "other_post", "claim",
    "person_id", "id",
  ]

  public static let tableColumns = [
    "days", "move", "person", "post", "acting", "basis", "other_post", "id",
  ]

  public var cells: [Cell] {
    [
      .text(days.written), .text(isStart ? "takes" : "leaves"), .text(holder.personName),
      .text(holder.postTitle), Cell(holder.organizationName), Cell(holder.placeName),
      holder.occupancy.acting ? .boolean(true) : .none, .text(bound.basis.rawValue), Cell(other),
      .text(bound.claim), .text(holder.occupancy.person), .text(holder.occupancy.id),
    ]
  }
}
