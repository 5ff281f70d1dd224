import KadryGraph
import KadryStore

/// Who sits in a body: `kadry orgs NAME --on DATE`.
public struct MembersQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  public struct Answer: Sendable {
    public var rows: [HolderAnswer]
    /// The day that the answer is as of; `nil` when no document has a date.
    public var asOf: String?
  }

  /// The holders of posts in the bodies that fit, body by body, the surest first.
  ///
  /// - Parameter on: the day asked for; without it the newest publication in the database.
  public func members(of filter: ListQuery.Filter, on date: PartialDate?) throws -> Answer {
    let asOf = try store.asOf()
    let day = date ?? asOf.flatMap { PartialDate($0) }
    let list = ListQuery(
      store: store, fold: knowledge.graph.fold,
      places: PlaceLookup(store: store, fold: knowledge.graph.fold, vietnameseNames: knowledge.placeNames))
    var bodies = filter
    bodies.limit = nil
    var rows: [HolderAnswer] = []
    for body in named(try list.organizations(bodies), filter.words) {
      var holders = HolderFilter()
      holders.organization = body.organization.id
      rows += try store.holders(holders).map { try HolderAnswer($0, on: day, in: store) }
        .filter { $0.standing != .ended && $0.standing != .later }.sorted(by: HolderAnswer.isSurer)
    }
    return Answer(rows: Array(rows.prefix(filter.limit ?? .max)), asOf: date?.text ?? asOf)
  }

  /// Those with a name that holds the words in their order, when there are any: in others they may stand apart.
  private func named(_ bodies: [OrganizationAnswer], _ words: String?) -> [OrganizationAnswer] {
    guard let words = words.map(knowledge.graph.fold) else { return bodies }
    let exact = bodies.filter { body in
      ([body.organization.name] + body.organization.names.map(\.name)).contains {
        " \(knowledge.graph.fold($0))".contains(" \(words)")
      }
    }
    return exact.isEmpty ? bodies : exact
  }
}
