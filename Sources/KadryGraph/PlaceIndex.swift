import KadryReading

/// The places that claims name, with those that contain them.
struct PlaceIndex {
  private let directory: any OfficeDirectory
  /// The entries of a name and level, of all eras.
  private var entries: [Key: [PlaceEntry]] = [:]
  private var byName: [Key: String] = [:]
  private var byID: [String: Place] = [:]

  private struct Key: Hashable {
    var name: String
    var level: String?
    /// The canonical id of the place that was meant.
    var entry: String?
  }

  init(directory: any OfficeDirectory) {
    self.directory = directory
  }

  /// The id of the place with a Vietnamese name on a day; it is made a node when it is new.
  ///
  /// Provinces that merged share their names with what came of them: the day decides which is meant, and
  /// without a day the older one is.
  mutating func id(_ name: String, level: String?, on day: Day? = nil) -> String {
    let entry = entry(name, level: level, on: day)
    let key = Key(name: name, level: level, entry: entry?.id ?? "")
    if let id = byName[key] { return id }
    let id = add(name, entry, day: day, ancestors: [])
    byName[key] = id
    return id
  }

  /// The one entry that is meant; `nil` when the name is unknown or fits several places of one time.
  private mutating func entry(_ name: String, level: String?, on day: Day?) -> PlaceEntry? {
    let key = Key(name: name, level: level)
    let named = entries[key] ?? directory.places(named: name, level: level)
    entries[key] = named
    guard named.count > 1 else { return named.first }
    let fitting = named.filter { entry in day.map { entry.exists(on: $0) } ?? (entry.since == nil) }
    return fitting.count == 1 ? fitting.first : nil
  }

  private mutating func add(_ name: String, _ entry: PlaceEntry?, day: Day?, ancestors: Set<String>) -> String
  {
    guard let entry else {
      // Unknown places of one name are one, for nothing tells them apart.
      let id = ClaimIdentity.place("?/\(name)")
      byID[id] = byID[id] ?? Place(id: id, name: name)
      return id
    }
    let id = ClaimIdentity.place(entry.id)
    guard byID[id] == nil else { return id }
    byID[id] = Place(
      id: id, name: entry.vi, ru: entry.ru.isEmpty ? nil : entry.ru, canonical: entry.id, level: entry.level,
      since: entry.since, until: entry.until)
    // A lexicon whose places contain each other in a circle ends here.
    if let parent = entry.parent, parent != entry.vi, !ancestors.contains(entry.id) {
      // A place lies in what existed when it did, whatever the day of the text.
      let era = (entry.since ?? entry.until).flatMap(PartialDate.init)?.first ?? day
      let parentID = add(
        parent, self.entry(parent, level: nil, on: era), day: era, ancestors: ancestors.union([entry.id]))
      if parentID != id, !isAbove(id, parentID) { byID[id]?.parent = parentID }
    }
    return id
  }

  subscript(id: String) -> Place? { byID[id] }

  /// Whether `place` is `other` or one of those that contain it.
  private func isAbove(_ place: String, _ other: String) -> Bool {
    var next: String? = other
    while let id = next {
      if id == place { return true }
      next = byID[id]?.parent
    }
    return false
  }

  /// The province that a place lies in, or what became of it; the outermost place known when there is none.
  func region(_ id: String) -> String {
    var outer = id
    while byID[outer]?.level != "province", let parent = byID[outer]?.parent { outer = parent }
    return successor(of: outer) ?? outer
  }

  /// The id of the place that a dissolved one went into; `nil` when it was divided, or exists.
  func successor(of id: String) -> String? {
    guard let canonical = byID[id]?.canonical, let entry = directory.place(id: canonical),
      entry.until != nil, entry.successors.count == 1
    else { return nil }
    return ClaimIdentity.place(entry.successors[0])
  }

  /// Every place, by id.
  var nodes: [Place] { byID.values.sorted { byteOrder($0.id, $1.id) } }
}
