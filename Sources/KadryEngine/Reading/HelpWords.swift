#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import KadryLexicon

/// Words of the two languages for the examples of the help, from `help-words.tsv` of the lexicons.
///
/// The help speaks of them as `{post.vi}`. Without lexicons it says `POST` instead: help must not fail.
public struct HelpWords: Sendable, Equatable {
  private let words: [String: String]

  /// No words at all.
  public init() { self.init(words: [:]) }

  private init(words: [String: String]) { self.words = words }

  /// The words of the built-in lexicons, none where they are not found.
  public init(executable: String, environment: [String: String]) {
    guard let folder = try? Lexicons.locate(executable: executable, environment: environment) else {
      self.init()
      return
    }
    self.init(lexicons: folder)
  }

  /// The words of a lexicon folder, none where the table is missing or broken.
  public init(lexicons folder: String) {
    let path = folder + "/help-words.tsv"
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let table = try? Table(name: "help-words", text: text, file: path, required: ["id", "text"])
    self.init(words: Dictionary((table?.rows ?? []).map { ($0.id, $0["text"]) }) { first, _ in first })
  }

  public var ids: Set<String> { Set(words.keys) }

  /// The template with each `{id}` replaced by its word as `quoted` writes it, or by the part of the id before the
  /// dot in capitals.
  public func filled(_ template: String, quoted: (String) -> String = { $0 }) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let id = String(rest[rest.index(after: open)..<close])
      text += rest[..<open]
      text += words[id].map(quoted) ?? id.prefix { $0 != "." }.uppercased()
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
