import KadryText

/// The raw tables of a base folder and its overlays.
struct LexiconSource {
  let folders: [String]
  private var hash = SHA256()
  private(set) var fingerprint = ""

  init(folders: [String]) { self.folders = folders }

  /// Reads a table from every folder that has it and lays later ones over earlier ones.
  ///
  /// - Throws: when the base folder lacks the table or a file is broken.
  mutating func table(_ name: String, required: [String] = ["id"]) throws(LexiconError) -> Table {
    var table: Table?
    for folder in folders {
      let path = folder + "/" + name + ".tsv"
      guard LexiconFiles.exists(path) else { continue }
      let text = try LexiconFiles.text(of: path)
      hash.update(Array("\(name)\u{0}\(text.utf8.count)\u{0}".utf8))
      hash.update(Array(text.utf8))
      let next = try Table(name: name, text: text, file: path, required: required)
      if table == nil { table = next } else { try table?.overlay(next) }
    }
    guard let table else {
      throw LexiconError(
        file: folders.first.map { $0 + "/" + name + ".tsv" } ?? name,
        message: "is missing; the base folder needs this table")
    }
    return table
  }

  /// Refuses overlay folders that hold nothing, or a table that nobody reads: a slip in a file's name would make
  /// its words silently ineffective.
  func checkOverlays() throws(LexiconError) {
    guard let base = folders.first else { return }
    let known = LexiconFiles.list(base, suffix: ".tsv").filter { !$0.contains("/") }
    for folder in folders.dropFirst() {
      let tables = LexiconFiles.list(folder, suffix: ".tsv").filter { !$0.contains("/") }
      if let stray = tables.first(where: { !known.contains($0) }) {
        throw LexiconError(
          file: folder + "/" + stray,
          message: "no table has this name; the tables are "
            + known.map { $0.dropLast(4) }.joined(separator: " "))
      }
      if tables.isEmpty && LexiconFiles.list(folder, suffix: ".pattern").isEmpty {
        throw LexiconError(
          file: folder,
          message: "has no table (.tsv) and no rule file (.pattern) to lay over the built-in ones")
      }
    }
  }

  /// Takes the rule files into the fingerprint.
  mutating func finish() throws(LexiconError) {
    for folder in folders {
      for file in LexiconFiles.list(folder, suffix: ".pattern") {
        let text = try LexiconFiles.text(of: folder + "/" + file)
        hash.update(Array("\(file)\u{0}\(text.utf8.count)\u{0}".utf8))
        hash.update(Array(text.utf8))
      }
    }
    fingerprint = String(hash.finalize().hex.prefix(24))
  }
}
