import KadryGraph
import KadryLexicon
import KadryText

/// The office grid and the places of the lexicons, as the graph asks for them.
struct LexiconDirectory: OfficeDirectory {
  private let lexicons: Lexicons
  private let folder: Folder
  /// By Vietnamese name.
  private let places: [String: [KadryLexicon.Place]]
  private let byID: [String: KadryLexicon.Place]

  init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    folder = Folder(endings: lexicons.tokenizer.endings)
    places = Dictionary(grouping: lexicons.places, by: \.vi)
    byID = Dictionary(lexicons.places.map { ($0.id, $0) }) { first, _ in first }
  }

  func post(_ id: String) -> PostEntry? {
    lexicons.directory.post(id: id).map { post in
      PostEntry(
        id: post.id, function: post.function, ranks: Set(post.ranks), body: post.body,
        level: post.level?.rawValue,
        singleHolder: post.isSingleHolder, vi: post.vi.first ?? post.id, ru: post.ru.first ?? "")
    }
  }

  func organization(_ id: String) -> OrganizationEntry? {
    lexicons.directory.organization(id: id).map { body in
      OrganizationEntry(
        id: body.id, vi: body.vi.first ?? body.id, ru: body.ru.first ?? "", level: body.level?.rawValue,
        parent: body.parent, until: body.until)
    }
  }

  /// The place of that name and level; without a level, the one of the highest. Of several nothing is chosen.
  func place(named name: String, level: String?) -> PlaceEntry? {
    let found = places(named: name, level: level)
    return found.count == 1 ? found.first : nil
  }

  func places(named name: String, level: String?) -> [PlaceEntry] {
    let named = places[name] ?? []
    let wanted =
      level ?? Level.allCases.map(\.rawValue).first { level in named.contains { $0.level == level } }
    return named.filter { $0.level == wanted }.map(entry)
  }

  func place(id: String) -> PlaceEntry? { byID[id].map(entry) }

  private func entry(_ place: KadryLexicon.Place) -> PlaceEntry {
    PlaceEntry(
      id: place.id, vi: place.vi, level: place.level, parent: place.parent.map { byID[$0]?.vi ?? $0 },
      since: place.since, until: place.until, successors: place.until == nil ? [] : place.related)
  }

  /// The Vietnamese names of the places that a whole phrase names, in any script and case; sorted.
  func placeNames(_ phrase: String) -> [String] {
    var node = 0
    for key in folder.keys(of: phrase) {
      node = lexicons.trie.child(node, key)
      if node == 0 { return [] }
    }
    let found = lexicons.trie.values(at: node).map { lexicons.entries[Int(lexicons.trie.values[$0].entry)] }
    return Set(found.filter { $0.kind == .place }.map { lexicons.places[$0.index].vi }).sorted()
  }
}
