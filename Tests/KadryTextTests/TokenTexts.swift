import Foundation
import KadryText

/// The tokens of `text`, each as its own spelling.
func words(_ text: String, _ tokenizer: Tokenizer = Tokenizer()) -> [String] {
  let bytes = Array(text.utf8)
  return tokenizer.tokens(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

/// The key of a text that is one word.
func key(_ word: String) -> UInt64? {
  let keys = Folder().keys(of: word)
  return keys.count == 1 ? keys[0] : nil
}

/// The words of the repository's lexicons and whole lines of them, as text to try things on.
enum SampleText {
  static let lexicons = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Lexicons")

  static func table(_ name: String) throws -> String {
    try String(contentsOf: lexicons.appending(path: name + ".tsv"), encoding: .utf8)
  }

  /// The cells of a column, without the header.
  static func column(_ column: String, of name: String) throws -> [String] {
    let rows = try table(name).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let index = rows.first?.firstIndex(of: column) else { return [] }
    return rows.dropFirst().compactMap { index < $0.count ? $0[index] : nil }
  }

  /// The file names of all tables.
  static func tables() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: lexicons.path)
      .filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }
}
