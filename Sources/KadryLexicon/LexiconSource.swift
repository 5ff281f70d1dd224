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
