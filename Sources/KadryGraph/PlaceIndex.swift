import KadryReading

/// The places that claims name, with those that contain them.
struct PlaceIndex {
  private let directory: any OfficeDirectory
  private var byName: [Key: String] = [:]
  private var byID: [String: Place] = [:]

  private struct Key: Hashable {
    var name: String
    var level: String?
  }

  init(directory: any OfficeDirectory) {
    self.directory = directory
  }

  /// The id of the place with a Vietnamese name; it is made a node when it is new.
  mutating func id(_ name: String, level: String?) -> String {
    let key = Key(name: name, level: level)
    if let id = byName[key] { return id }
    let id = add(name, level: level, ancestors: [])
    byName[key] = id
    return id
  }

  private mutating func add(_ name: String, level: String?, ancestors: Set<String>) -> String {
    guard let entry = directory.place(named: name, level: level) else {
      // Unknown places of one name are one, for nothing tells them apart.
      let id = ClaimIdentity.place("?/\(name)")
      byID[id] = byID[id] ?? Place(id: id, name: name)
      return id
    }
    let id = ClaimIdentity.place(entry.id)
    guard byID[id] == nil else { return id }
    byID[id] = Place(
      id: id, name: entry.vi, ru: entry.ru.isEmpty ? nil : entry.ru, canonical: entry.id, level: entry.level)
    // A lexicon whose places contain each other in a circle ends here.
    if let parent = entry.parent, parent != entry.vi, !ancestors.contains(entry.id) {
      let parentID = add(parent, level: nil, ancestors: ancestors.union([entry.id]))
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

  /// The province that a place lies in; the outermost place known when there is none.
  func region(_ id: String) -> String {
    var outer = id
    while byID[outer]?.level != "province", let parent = byID[outer]?.parent { outer = parent }
    return outer
  }

  /// Every place, by id.
  var nodes: [Place] { byID.values.sorted { byteOrder($0.id, $1.id) } }
}
