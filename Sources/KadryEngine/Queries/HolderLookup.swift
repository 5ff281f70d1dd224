import KadryGraph
import KadryStore

/// Finds the holders of a post that a person names in words.
struct HolderLookup {
  let store: Store
  let knowledge: Knowledge

  struct Found {
    var holders: [HolderRow]
    /// Whether the words name a post that is known; otherwise they were looked for in titles.
    var understood: Bool
  }

  /// The holders of posts that the words may mean, at a place or within it.
  ///
  /// Throws ``NotFound`` for an unknown place.
  func holders(of post: String, place: String?) throws -> Found {
    let matches = knowledge.postQuery.posts(in: post)
    var filter = HolderFilter()
    if matches.isEmpty {
      filter.titleFolded = knowledge.graph.fold(post)
    } else {
      filter.canonical = matches.map(\.post)
    }
    if let place = place ?? matches.compactMap(\.place).first {
      filter.places = try store.placesWithin(
        PlaceLookup(store: store, fold: knowledge.graph.fold, vietnameseNames: knowledge.placeNames)
          .ids(named: place))
    }
    return Found(holders: try store.holders(filter), understood: !matches.isEmpty)
  }

  /// What to say when nobody holds a post of these words.
  func suggestion(for post: String) throws -> String {
    let titles = try store.names(ofKind: "post")
    return NameSuggestion(fold: knowledge.graph.fold).clause(for: post, among: titles)
  }
}
