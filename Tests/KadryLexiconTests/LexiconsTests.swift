import Foundation
import KadryLexicon
import Testing

/// The repository's own lexicons: they load, they are in order, and what they refer to exists.
@Suite struct LexiconsTests {
  private static let tables =
    (try? FileManager.default.contentsOfDirectory(atPath: TestLexicons.folder))?
    .filter { $0.hasSuffix(".tsv") }.sorted() ?? []

  private func table(_ name: String) throws -> Table {
    let path = TestLexicons.folder + "/" + name
    return try Table(name: name, text: String(contentsOfFile: path, encoding: .utf8), file: name)
  }

  @Test func theyLoad() throws {
    let lexicons = try TestLexicons.base()
    #expect(lexicons.folders == [TestLexicons.folder])
    #expect(lexicons.fingerprint.count == 24)
    #expect(lexicons.entries.count > 1500)
    #expect(lexicons.lemmas.count > 5000)
  }

  /// Composed (NFC), sorted by the bytes of the ids, no white space around cells.
  ///
  /// With `KADRY_REWRITE` set, tables whose rows are out of order are sorted instead.
  @Test(arguments: tables)
  func tablesAreInOrder(name: String) throws {
    let path = TestLexicons.folder + "/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(Array(text.precomposedStringWithCanonicalMapping.utf8) == Array(text.utf8), "\(name) is not NFC")
    #expect(text.hasSuffix("\n") && !text.contains("\r"))
    let ids = try table(name).rows.map { Array($0.id.utf8) }
    for (before, after) in zip(ids, ids.dropFirst()) where !before.lexicographicallyPrecedes(after) {
      guard ProcessInfo.processInfo.environment["KADRY_REWRITE"] != nil else {
        Issue.record(
          "\(name): '\(String(decoding: after, as: UTF8.self))' must stand before the row above it")
        return
      }
      let lines = text.split(separator: "\n")
      let rows = lines.dropFirst().sorted {
        Array($0.prefix { $0 != "\t" }.utf8).lexicographicallyPrecedes(Array($1.prefix { $0 != "\t" }.utf8))
      }
      try (lines.prefix(1) + rows).map { $0 + "\n" }.joined().write(
        toFile: path, atomically: true, encoding: .utf8)
      return
    }
    for line in text.split(separator: "\n") {
      for cell in line.split(separator: "\t") where cell.hasPrefix(" ") || cell.hasSuffix(" ") {
        Issue.record("\(name): white space around '\(cell)'")
      }
    }
  }

  @Test(arguments: [
    ("organizations.tsv", "parent", "organizations.tsv"), ("posts.tsv", "body", "organizations.tsv"),
    ("functions.tsv", "body", "organizations.tsv"), ("document-issuers.tsv", "org", "organizations.tsv"),
    ("places.tsv", "parent", "places.tsv"),
  ])
  func referencesExist(from: String, column: String, to: String) throws {
    let known = Set(try table(to).rows.map(\.id))
    for row in try table(from).rows where !row[column].isEmpty {
      #expect(known.contains(row[column]), "\(row.error(column, "there is no '\(row[column])' in \(to)"))")
    }
  }

  @Test func postsUseKnownFunctionsAndRanks() throws {
    let lexicons = try TestLexicons.base()
    let functions = Set(lexicons.functions.map(\.id))
    let ranks = Set(lexicons.ranks.map(\.id))
    for post in lexicons.posts {
      #expect(functions.contains(post.function), "\(post.id): function \(post.function)")
      #expect(ranks.isSuperset(of: post.ranks), "\(post.id): ranks \(post.ranks)")
    }
  }

  @Test func newspapersBelongToKnownProvinces() throws {
    let lexicons = try TestLexicons.base()
    let places = Set(lexicons.places.map(\.vi))
    for paper in lexicons.newspapers {
      for province in [paper.province, paper.province2025].compactMap({ $0 }) {
        #expect(places.contains(province), "\(paper.domain): \(province)")
      }
    }
  }

  /// Every name of a place, declined or not, is found by the trie and leads to a place.
  @Test func placesAreFound() throws {
    let lexicons = try TestLexicons.base()
    for name in [
      "Quỳnh Lưu", "Куинь Лыу", "Куинь-Лыу", "Нгеан", "Нге Ан", "Нгеана", "Nghệ An", "Hà Nội", "Ханой",
      "Ханоем",
    ] {
      var node = 0
      for token in lexicons.tokenizer.tokens(of: Array(name.utf8)) where node >= 0 {
        let child = lexicons.trie.child(node, token.key)
        node = child == 0 ? -1 : child
      }
      let kinds =
        node < 0
        ? []
        : lexicons.trie.values(at: node).map { lexicons.entries[Int(lexicons.trie.values[$0].entry)].kind }
      #expect(kinds.contains(.place), "\(name)")
    }
  }

  @Test func locating() throws {
    let small = try SmallLexicons()
    defer { small.remove() }
    let root = small.folder.path
    for folder in ["bin", "share/kadry", "a/b/c"] {
      try FileManager.default.createDirectory(atPath: root + "/" + folder, withIntermediateDirectories: true)
    }
    #expect(try Lexicons.locate(executable: "/x/y", environment: ["KADRY_LEXICONS": root]) == root)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/share/kadry/Lexicons", withDestinationPath: root)
    #expect(
      try Lexicons.locate(executable: root + "/bin/kadry", environment: [:]) == root + "/share/kadry/Lexicons"
    )
    try FileManager.default.createSymbolicLink(atPath: root + "/a/Lexicons", withDestinationPath: root)
    #expect(try Lexicons.locate(executable: root + "/a/b/c/kadry", environment: [:]) == root + "/a/Lexicons")
    #expect {
      _ = try Lexicons.locate(executable: "/x/y/kadry", environment: ["KADRY_LEXICONS": ""])
    } throws: {
      "\($0)"
        == "Lexicons: the lexicon folder was not found; set KADRY_LEXICONS to it "
        + "(looked in /x/share/kadry/Lexicons, /x/y/Lexicons, /x/Lexicons)"
    }
    #expect {
      _ = try Lexicons.locate(executable: "/x/kadry", environment: ["KADRY_LEXICONS": "/no/where"])
    } throws: {
      "\($0)" == "/no/where: KADRY_LEXICONS names no folder with lexicon tables; correct or unset it"
    }
  }

  @Test func ruleFilesOfAllFolders() throws {
    let small = try SmallLexicons()
    defer { small.remove() }
    try FileManager.default.createDirectory(
      at: small.folder.appending(path: "patterns"), withIntermediateDirectories: true)
    try small.write("patterns/b.pattern", "phase b\n")
    try small.write("patterns/a.pattern", "phase a\n")
    try small.write("patterns/note.txt", "nothing")
    let lexicons = try Lexicons(base: small.folder.path)
    #expect(try lexicons.ruleFiles().map(\.text) == ["phase a\n", "phase b\n"])
    try small.write("patterns/a.pattern", "phase c\n")
    #expect(try Lexicons(base: small.folder.path).fingerprint != lexicons.fingerprint)
  }
}
