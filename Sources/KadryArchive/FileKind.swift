import KadryText

/// What a file holds, by the ending of its name or as the user says.
public enum FileKind: String, Sendable, CaseIterable {
  case text, markdown, html, jsonl, json, csv, tsv, warc

  /// The kind for a file's name, `nil` when the ending says nothing that is read.
  init?(path: String) {
    switch Self.ending(of: path) {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .jsonl
    case "json": self = .json
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "warc", "wet": self = .warc
    default: return nil
    }
  }

  /// How the text of such a file is laid out; JSON lines and web archives say it per document.
  var format: TextFormat {
    switch self {
    case .text, .jsonl, .json, .csv, .tsv, .warc: .plain
    case .markdown: .markdown
    case .html: .html
    }
  }

  /// Whether it is read where nobody named it; JSON files and tables in folders are mostly about something else.
  var isReadInFolders: Bool { self != .json && self != .csv && self != .tsv }

  /// The ending of the last name in a path, lower-case ASCII, empty when there is none.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// What to say of a file that was named and is of a kind that is not read; `nil` when its content decides.
  static func refusal(path: String) -> String? {
    switch ending(of: path) {
    case "7z", "rar":
      "this kind of archive is not read; unpack it and give the folder, or pack it as .zip or .tar"
    case "pdf", "doc", "docx", "odt", "rtf", "epub":
      "office documents are not read; save it as .txt or .html"
    case "db", "sqlite", "sqlite3":
      "a database is not read as documents; query it with --db"
    default: nil
    }
  }

  /// A guess from the first bytes of a file or stream whose name says nothing.
  ///
  /// With `mayBeLines`, JSON lines when any line of the sample begins with `{`, so that one damaged line does not
  /// turn a stream of documents into one article.
  static func guess(from sample: [UInt8], mayBeLines: Bool) -> FileKind {
    if sample.starts(with: Array("WARC/".utf8)) { return .warc }
    if mayBeLines && isArray(sample) { return .json }
    var atLineStart = true
    for byte in sample where mayBeLines {
      if atLineStart && byte == 0x7B { return .jsonl }
      if byte == 0x0A {
        atLineStart = true
      } else if byte != 0x20 && byte != 0x09 && byte != 0x0D {
        atLineStart = false
      }
    }
    let start = String(decoding: sample.drop { $0 <= 0x20 || $0 >= 0xBB }.prefix(64), as: UTF8.self)
      .lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? .html : .text
  }

  /// Whether an array of objects begins there.
  private static func isArray(_ sample: [UInt8]) -> Bool {
    let start = sample.drop { $0 <= 0x20 || $0 >= 0xBB }
    return start.first == 0x5B && start.dropFirst().first { $0 > 0x20 } == 0x7B
  }
}
