import Foundation

@testable import KadryLexicon

/// A lexicon folder with the fewest rows that load, for tests that break or overlay one table of it.
struct SmallLexicons {
  let folder: URL

  /// Writes the tables, `changes` instead of the smallest ones; a change of `nil` leaves a table out.
  init(_ changes: [String: String?] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kadry-lexicons-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in Self.tables.merging(changes, uniquingKeysWith: { $1 }) {
      if let text { try write(name, text) }
    }
  }

  func write(_ name: String, _ text: String) throws {
    let file = folder.appending(path: name.contains(".") ? name : name + ".tsv")
    try Data(text.utf8).write(to: file)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// What loading the folder says: nothing, or the error with the folder's path left out.
  func complaint(overlays: [SmallLexicons] = []) -> String? {
    do {
      _ = try Lexicons(base: folder.path, overlays: overlays.map(\.folder.path))
      return nil
    } catch {
      return overlays.reduce(error.description.replacing(folder.path + "/", with: "")) {
        $0.replacing($1.folder.path + "/", with: "overlay/")
      }
    }
  }

  /// A table's text from lines in which cells are separated by ` ¦ `.
  static func rows(_ lines: String...) -> String {
    lines.map { $0.split(separator: "¦", omittingEmptySubsequences: false) }
      .map { $0.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\t") }
      .joined(separator: "\n") + "\n"
  }

  /// A folder that holds only the given tables, to lay over another.
  static func overlay(_ tables: [String: String]) throws -> SmallLexicons {
    var changes: [String: String?] = Self.tables.mapValues { _ in nil }
    for (name, text) in tables { changes[name] = text }
    return try SmallLexicons(changes)
  }

  static let tables: [String: String?] = [
    "adjectives": rows("id ¦ match ¦ strip ¦ priority ¦ m_nom ¦ m_gen", "hard ¦ ый ¦ ый ¦ 20 ¦ ый ¦ ого"),
    "article-numbers": rows("id ¦ article_id ¦ date"),
    "page-cues": rows("id ¦ where ¦ role ¦ words"),
    "bodies": rows("id ¦ role ¦ concepts ¦ level ¦ vi ¦ ru"),
    "code-letters": rows("id ¦ letter ¦ latin"), "cues": rows("id ¦ type ¦ vi ¦ ru"),
    "document-issuers": rows("id ¦ code ¦ code_ascii ¦ system"),
    "document-types": rows("id ¦ code ¦ code_ascii ¦ systems ¦ vi ¦ ru"),
    "endings": rows("id ¦ ending ¦ pos ¦ grammemes", "noun/a ¦ а ¦ noun ¦ gen.sg"),
    "functions": rows(
      "id ¦ kind ¦ rank ¦ body ¦ vi ¦ ru ¦ yes ¦ no",
      "chair ¦ office ¦ ¦ ¦ Chủ tịch ¦ председат:m ¦ председата ¦"),
    "given-names": rows("id ¦ name_vi ¦ gender"), "honorifics": rows("id ¦ vi ¦ ru ¦ gender ¦ effect"),
    "middle-names": rows("id ¦ name_vi ¦ gender"), "months": rows("id ¦ number ¦ ru ¦ vi"),
    "name-endings": rows("id ¦ ending ¦ restore ¦ grammemes", "hard-a ¦ а ¦ ¦ gen acc"),
    "newspapers": rows("id ¦ domain"), "numerals": rows("id ¦ value ¦ multiplier ¦ ru ¦ vi"),
    "onsets": rows("id ¦ onset_vi ¦ ru ¦ softens ¦ ru_variants", "s ¦ s ¦ ш ¦ n ¦ ш|с"),
    "organizations": rows("id ¦ level ¦ parent ¦ concepts ¦ vi ¦ ru"),
    "paradigms": rows(
      "id ¦ gender ¦ match ¦ strip ¦ priority ¦ nom_sg ¦ gen_sg", "m-hard ¦ m ¦ т|р ¦ ¦ 20 ¦ - ¦ а"),
    "places": rows("id ¦ level ¦ vi ¦ ru ¦ parent"),
    "posts": rows("id ¦ function ¦ rank ¦ body ¦ level ¦ precedence ¦ ru"),
    "ranks": rows("id ¦ effect ¦ vi ¦ ru", "deputy ¦ rank ¦ Phó ¦"),
    "rhymes": rows(
      "id ¦ rhyme_vi ¦ ru_after_hard ¦ ru_after_soft ¦ ru_initial ¦ ru_variants", "o7n ¦ ơn ¦ он ¦ ён ¦ он ¦"),
    "surnames": rows("id ¦ name_vi ¦ ru ¦ ru_variants"),
    "terms": rows("id ¦ ordinal ¦ organization ¦ place ¦ from ¦ to"),
    "units": rows("id ¦ measure ¦ unit ¦ factor ¦ ru ¦ vi"),
  ]
}
