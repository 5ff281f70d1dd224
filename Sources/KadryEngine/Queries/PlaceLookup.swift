import KadryGraph
import KadryStore

/// Finds the places that a person means by a name, in any script and with or without diacritics.
struct PlaceLookup {
  let store: Store
  let fold: @Sendable (String) -> String

  /// The ids of the places of that name; of those that begin with it when none is named exactly so.
  ///
  /// Throws ``NotFound`` when there are none.
  func ids(named name: String) throws -> [String] {
    var filter = NodeFilter()
    filter.folded = fold(name)
    let places = try store.places(filter)
    let exact = places.filter { place in [place.name, place.ru].contains { $0.map(fold) == filter.folded } }
    let found = exact.isEmpty ? places : exact
    if found.isEmpty {
      throw NotFound("the database has no place '\(name)'; 'kadry places' lists those that it has")
    }
    return found.map(\.id)
  }
}

/// A query that cannot have an answer, with what to do about it; exit status 1.
public struct NotFound: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
