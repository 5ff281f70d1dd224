import Foundation
import KadryLexicon

/// The repository's own lexicons, read once for all tests.
enum TestLexicons {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Lexicons").path

  private static let loaded = Result { try Lexicons(base: folder) }

  static func base() throws -> Lexicons { try loaded.get() }
}
