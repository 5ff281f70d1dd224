import KadryText
import Synchronization

/// What is known of single documents, by path: a table with a header row.
///
/// Columns are `path url date source lang translation`, in any order, all but `path` optional. Tab-separated,
/// or comma-separated with RFC 4180 quotes. Paths are relative to the manifest's folder, or to the working
/// directory.
public final class Manifest: Sendable {
  /// One row; an empty cell is `nil`.
  public struct Entry: Sendable, Equatable {
    public var path: String
    public var url: String?
    public var date: String?
    public var source: String?
    public var lang: String?
    public var translation: String?
    /// Where the row begins, counted from 1.
    public var line: Int
  }

  /// In the order of the file.
  public let entries: [Entry]
  private let byPath: [String: Int]
  private let workingDirectory: String
  /// The rows that were asked for, as indices into `entries`.
  private let used = Mutex<Set<Int>>([])

  /// Reads the manifest in a file.
  public convenience init(path: String) throws(ManifestError) {
    let bytes: [UInt8]
    do throws(InputFailure) {
      guard let all = try InputFile(path: path).readAll(limit: 256 << 20) else {
        throw InputFailure(path: path, code: .tooLarge, detail: "a manifest has at most 256 MB")
      }
      bytes = all
    } catch {
      throw ManifestError(path: path, line: nil, message: error.reason)
    }
    try self.init(
      bytes: bytes, path: path, workingDirectory: FileSystem.workingDirectory)
  }

  /// Reads a manifest from memory; `path` is where it would stand.
  init(bytes: [UInt8], path: String, workingDirectory: String) throws(ManifestError) {
    var entries: [Entry] = []
    var byPath: [String: Int] = [:]
    var rows = DelimitedRows(bytes, file: path)
    guard let header = try rows.next() else {
      throw ManifestError(path: path, line: 1, message: "the file is empty; it needs a header row")
    }
    let columns = try Self.columns(header, path: path)
    let folder = PathNormalization.folder(of: path)
    while let row = try rows.next() {
      if row.fields.count != header.fields.count {
        throw ManifestError(
          path: path, line: row.line,
          message: "\(row.fields.count) fields, and the header has \(header.fields.count)")
      }
      var entry = Entry(path: "", line: row.line)
      for (column, value) in zip(columns, row.fields) where !value.isEmpty {
        if let column { entry[keyPath: column] = value }
      }
      entry.path = row.fields[header.fields.firstIndex(of: "path") ?? 0]
      if entry.path.isEmpty { throw ManifestError(path: path, line: row.line, message: "the path is empty") }
      if let date = entry.date, normalizedDate(date) == nil {
        throw ManifestError(
          path: path, line: row.line,
          message: "'\(date)' is no date; write 2016-11-10, 2016-11 or 2016")
      }
      let index = entries.count
      entries.append(entry)
      let fromWorkingDirectory = PathNormalization.absolute(entry.path, in: workingDirectory)
      byPath[fromWorkingDirectory] = byPath[fromWorkingDirectory] ?? index
      byPath[PathNormalization.absolute(PathNormalization.join(folder, entry.path), in: workingDirectory)] =
        index
    }
    self.entries = entries
    self.byPath = byPath
    self.workingDirectory = workingDirectory
  }

  /// The row for a document's path; it counts as used from then on.
  public func entry(forPath path: String) -> Entry? {
    guard let index = byPath[PathNormalization.absolute(path, in: workingDirectory)] else { return nil }
    used.withLock { _ = $0.insert(index) }
    return entries[index]
  }

  /// The rows that no document was found for so far.
  public var unused: [Entry] {
    let known = used.withLock { $0 }
    return entries.indices.filter { !known.contains($0) }.map { entries[$0] }
  }

  private static func columns(
    _ header: DelimitedRows.Row, path: String
  ) throws(ManifestError) -> [WritableKeyPath<Entry, String?>?] {
    var columns: [WritableKeyPath<Entry, String?>?] = []
    for name in header.fields {
      switch name {
      case "path": columns.append(nil)
      case "url": columns.append(\.url)
      case "date": columns.append(\.date)
      case "source": columns.append(\.source)
      case "lang": columns.append(\.lang)
      case "translation": columns.append(\.translation)
      default:
        throw ManifestError(
          path: path, line: header.line,
          message: "there is no column '\(name)'; the columns are path url date source lang translation")
      }
    }
    if Set(header.fields).count < header.fields.count {
      throw ManifestError(path: path, line: header.line, message: "a column is named twice")
    }
    if !header.fields.contains("path") {
      throw ManifestError(path: path, line: header.line, message: "the column 'path' is missing")
    }
    return columns
  }
}

/// Why a manifest cannot be used.
public struct ManifestError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  /// Counted from 1.
  public var line: Int?
  public var message: String

  public init(path: String, line: Int?, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  public var description: String {
    line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}
