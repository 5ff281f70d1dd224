import KadryGraph
import KadryStore

/// Finds the places that a person means by a name, in any script and with or without diacritics.
public struct PlaceLookup {
  private let store: Store
  private let fold: @Sendable (String) -> String
  private let vietnameseNames: (String) throws -> [String]

  /// - Parameter vietnameseNames: the names that a name in another script or case stands for; asked only when
  ///   the database does not know the name as typed.
  public init(
    store: Store, fold: @escaping @Sendable (String) -> String,
    vietnameseNames: @escaping (String) throws -> [String] = { _ in [] }
  ) {
    self.store = store
    self.fold = fold
    self.vietnameseNames = vietnameseNames
  }

  /// The ids of the places of that name; of those that begin with it when none is named exactly so.
  ///
  /// Throws ``NotFound`` when there are none.
  public func ids(named name: String) throws -> [String] {
    var found = try places(named: name)
    if found.isEmpty { found = try vietnameseNames(name).flatMap { try places(named: $0) } }
    if found.isEmpty {
      let near = NameSuggestion(fold: fold).clause(for: name, among: try store.names(ofKind: "place"))
      throw NotFound("the database has no place '\(name)'; 'kadry places' lists those that it has\(near)")
    }
    return found.map(\.id)
  }

  private func places(named name: String) throws -> [Place] {
    var filter = NodeFilter()
    filter.folded = fold(name)
    let places = try store.places(filter)
    let exact = places.filter { place in [place.name, place.ru].contains { $0.map(fold) == filter.folded } }
    return exact.isEmpty ? places : exact
  }
}

/// A query that cannot have an answer, with what to do about it; exit status 1.
public struct NotFound: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
