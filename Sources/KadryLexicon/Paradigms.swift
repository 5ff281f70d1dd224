/// The paradigms of `paradigms.tsv` and `adjectives.tsv`: how a lemma's ending makes its forms.
public struct Paradigms: Sendable {
  /// One way to inflect: forms are the lemma without `strip`, plus an ending.
  struct Paradigm: Sendable {
    let id: String
    let gender: Grammemes
    let match: [String]
    let strip: String
    let priority: Int
    /// Endings with what they express.
    let endings: [(ending: String, grammemes: Grammemes)]
  }

  let nouns: [Paradigm]
  let adjectives: [Paradigm]

  init(nouns: Table, adjectives: Table) throws(LexiconError) {
    var all: [Paradigm] = []
    for row in nouns.rows { all.append(try Paradigms.noun(row)) }
    self.nouns = all.sorted { ($0.priority, $0.id) < ($1.priority, $1.id) }
    all = []
    for row in adjectives.rows { all.append(try Paradigms.adjective(row)) }
    self.adjectives = all.sorted { ($0.priority, $0.id) < ($1.priority, $1.id) }
  }

  private static func noun(_ row: Table.Row) throws(LexiconError) -> Paradigm {
    let genders: [String: Grammemes] = ["m": .masculine, "f": .feminine, "n": .neuter, "pl": []]
    guard let gender = genders[row["gender"]] else {
      throw row.error("gender", "'\(row["gender"])' is no gender; write m, f, n or pl")
    }
    var endings: [(String, Grammemes)] = []
    for (cell, name) in zip(Grammemes.cells, Grammemes.cellNames) {
      for ending in row.list(name) { endings.append((ending == "-" ? "" : ending, cell.union(gender))) }
    }
    return try paradigm(row, gender, endings)
  }

  private static func adjective(_ row: Table.Row) throws(LexiconError) -> Paradigm {
    let cases = ["nom", "gen", "dat", "acc", "ins", "loc"]
    let columns: [(String, Grammemes, Int)] = [
      ("m", .masculine, 0), ("f", .feminine, 0), ("n", .neuter, 0), ("pl", .genders, 6),
    ]
    var endings: [(String, Grammemes)] = []
    for (prefix, gender, offset) in columns {
      for (index, name) in cases.enumerated() {
        let value = Grammemes.cells[offset + index].union(gender).union(.adjective)
        for ending in row.list("\(prefix)_\(name)") { endings.append((ending == "-" ? "" : ending, value)) }
      }
    }
    return try paradigm(row, .genders, endings)
  }

  private static func paradigm(
    _ row: Table.Row, _ gender: Grammemes, _ endings: [(String, Grammemes)]
  ) throws(LexiconError) -> Paradigm {
    guard let priority = Int(row["priority"]) else {
      throw row.error("priority", "'\(row["priority"])' is no whole number")
    }
    // An ending that stands for several cells is one form with several grammemes.
    var merged: [(ending: String, grammemes: Grammemes)] = []
    for (ending, grammemes) in endings {
      if let i = merged.firstIndex(where: {
        $0.ending == ending && Paradigms.mergeable($0.grammemes, grammemes)
      }) {
        merged[i].grammemes.formUnion(grammemes)
      } else {
        merged.append((ending, grammemes))
      }
    }
    return Paradigm(
      id: row.id, gender: gender, match: row.list("match"), strip: row["strip"], priority: priority,
      endings: merged)
  }

  private static func mergeable(_ a: Grammemes, _ b: Grammemes) -> Bool {
    a.intersection(.genders) == b.intersection(.genders)
  }

  /// The forms of one lemma.
  ///
  /// - Parameters:
  ///   - lemma: nominative singular (or plural for `pl`), lower case or as written.
  ///   - mark: `m`, `f`, `n`, `pl`, `0` or `adj` to override the guess; `nil` to guess.
  ///   - stem: the oblique stem of a word with a fleeting vowel.
  func forms(of lemma: String, mark: String?, stem: String?) -> [(form: String, grammemes: Grammemes)]? {
    if mark == "0" { return [(lemma, .invariable)] }
    let lower = lemma.lowercased()
    let wanted: Grammemes? =
      switch mark {
      case "m": .masculine
      case "f": .feminine
      case "n": .neuter
      default: nil
      }
    if wanted == nil && (mark == nil || mark == "adj") {
      if let paradigm = adjectives.first(where: { p in p.match.contains { lower.hasSuffix($0) } }) {
        return inflect(lemma, paradigm, stem)
      }
      if mark == "adj" { return nil }
    }
    let paradigm = nouns.first { p in
      guard p.match.contains(where: { lower.hasSuffix($0) }) else { return false }
      if mark == "pl" { return p.gender.isEmpty }
      guard let wanted else { return !p.gender.isEmpty }
      return p.gender == wanted
    }
    return paradigm.map { inflect(lemma, $0, stem) }
  }

  private func inflect(
    _ lemma: String, _ paradigm: Paradigm, _ stem: String?
  ) -> [(form: String, grammemes: Grammemes)] {
    let base = String(lemma.dropLast(paradigm.strip.count))
    return paradigm.endings.map { ending, grammemes in
      let root = stem != nil && !grammemes.contains(.nomSg) ? stem ?? base : base
      return (root + ending, grammemes)
    }
  }
}
