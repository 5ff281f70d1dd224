import KadryLexicon
import KadryPatterns
import KadryText

/// Gives the bodies that name no place the place of another body, of the paper or of the text.
struct BodyPlaces {
  let lexicons: Lexicons
  /// When the last place of a name ended, for names that no place bears any more.
  private let ends: [String: String]

  init(lexicons: Lexicons) {
    self.lexicons = lexicons
    ends = Dictionary(grouping: lexicons.places, by: \.vi)
      .compactMapValues { places in
        places.contains { $0.until == nil } ? nil : places.compactMap(\.until).max()
      }
  }

  /// Whether what names no place may have this one: one that was gone when the article appeared is named in full.
  func lends(_ place: String?, _ draft: borrowing Draft) -> Bool {
    guard let place, let end = ends[place], let published = draft.published else { return true }
    return published < end
  }

  /// A body of the article and how far it is from another; what stands before is nearer than what stands behind.
  struct Nearest {
    var index: Int
    var distance: Int

    init(_ draft: borrowing Draft, _ index: Int, to other: Int) {
      self.index = index
      let (x, y) = (draft.bodies[index].tokens.lowerBound, draft.bodies[other].tokens.lowerBound)
      distance = x <= y ? (y - x) * 2 : (x - y) * 3 + 1
    }
  }

  /// A body without a place has that of its own kind elsewhere, else the one the article is about.
  func find(_ draft: inout Draft, _ causes: inout [CauseSet]) {
    var named: [NamedPlace]?
    for index in draft.bodies.indices where draft.bodies[index].place == nil {
      guard let level = draft.bodies[index].level, level != .central else { continue }
      // The nearest one with the same canonical id, else the nearest one at all.
      var same: Nearest?
      var any: Nearest?
      for other in draft.bodies.indices
      where draft.bodies[other].level == level && draft.bodies[other].place != nil && causes[other].isEmpty
        && lends(draft.bodies[other].place, draft)
      {
        let found = Nearest(draft, other, to: index)
        if found.distance < any?.distance ?? Int.max { any = found }
        if found.distance < same?.distance ?? Int.max, draft.bodies[other].org == draft.bodies[index].org {
          same = found
        }
      }
      if let nearest = (same ?? any)?.index {
        draft.bodies[index].place = draft.bodies[nearest].place
        causes[index] = [.placeFromContext]
      } else if level == .province, let place = draft.sourcePlace {
        draft.bodies[index].place = place
        causes[index] = [.placeFromSource]
      } else {
        let all = named ?? namedPlaces(draft)
        named = all
        guard let place = place(all, level, before: draft.bodies[index].tokens.lowerBound) else { continue }
        draft.bodies[index].place = lexicons.places[place].vi
        causes[index] = [.placeFromContext]
      }
    }
  }

  /// A place's name in the text.
  private struct NamedPlace {
    var token: Int
    var level: Level
    /// In the lexicons.
    var place: Int
  }

  /// The places that the text names, in its order; a place in a person's name is none.
  private func namedPlaces(_ draft: borrowing Draft) -> [NamedPlace] {
    var isName = [Bool](repeating: false, count: draft.chart.tokens.count)
    for person in draft.people where !person.isWeak || person.isSupported {
      for token in person.tokens { isName[token] = true }
    }
    var named: [NamedPlace] = []
    let mask: TypeRegistry.Mask = 1 << TypeRegistry.Mask(draft.placeType)
    for token in draft.chart.tokens.indices where draft.chart.masks[token] & mask != 0 && !isName[token] {
      guard draft.chart.tokens[token].isCapitalized,
        let (_, hit) = draft.chart.first(at: token, type: draft.placeType)
      else { continue }
      let place = lexicons.entries[Int(hit.value)].index
      if let level = Level(rawValue: lexicons.places[place].level), lends(lexicons.places[place].vi, draft) {
        named.append(NamedPlace(token: token, level: level, place: place))
      }
    }
    return named
  }

  /// The last place of a level that is named before a token, or the first one after it.
  private func place(_ named: [NamedPlace], _ level: Level, before token: Int) -> Int? {
    var after: Int?
    var found: Int?
    for one in named where one.level == level {
      if one.token < token { found = one.place } else if after == nil { after = one.place }
    }
    return found ?? after
  }
}
