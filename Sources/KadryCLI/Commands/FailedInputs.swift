import KadryArchive
import KadryEngine

/// A table of inputs that failed: `--failed-to` writes it, `--retry-failed` reads it.
enum FailedInputs {
  /// Writes the columns `path line byte reason`, one row a failure, in their order.
  static func write(_ failures: [InputFailure], to path: String) throws {
    let sink = try FileSink(path: path)
    try sink.write(Array("path\tline\tbyte\treason\n".utf8))
    for failure in failures {
      let cells = [
        failure.path, failure.line.map(String.init) ?? "", failure.byte.map(String.init) ?? "",
        failure.reason,
      ]
      let row = cells.map { $0.map { $0 == "\t" || $0.isNewline ? " " : String($0) }.joined() }
      try sink.write(Array((row.joined(separator: "\t") + "\n").utf8))
    }
    try sink.finish()
  }

  /// The files that the failures of a table come of, each once, in their order; the standard input is none.
  static func paths(in file: String) throws -> [String] {
    guard let bytes = try InputFile(path: file).readAll(limit: 1 << 30) else { return [] }
    var rows = DelimitedRows(bytes, file: file)
    guard let column = try rows.next()?.fields.firstIndex(of: "path") else {
      throw ManifestError(
        path: file, line: 1, message: "there is no column 'path'; give a file that --failed-to has written")
    }
    var paths: [String] = []
    var seen: Set<String> = []
    while let row = try rows.next() {
      guard column < row.fields.count, !row.fields[column].isEmpty else { continue }
      let path = inputPath(of: row.fields[column])
      if path != "-" && seen.insert(path).inserted { paths.append(path) }
    }
    return paths
  }
}
