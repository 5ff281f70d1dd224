import KadryEngine
import KadryExport
import KadryReading
import KadryStore

extension Command {
  static let export = Command(
    name: "export", summary: "the graph for other programs",
    operands: .none,
    flags: [
      .choice(
        "format", value: "F", of: exportFormats,
        "jsonl has nodes and edges, wire the lines of 'extract', csv one file for each table."),
      .output, .table, .database,
    ],
    discussion: "The same database gives the same bytes. Without -o it goes to the output.",
    examples: [
      Example("for Gephi, yEd or NetworkX", "export", "--format", "graphml", "-o", "graph.graphml"),
      Example("for Graphviz", "export", "--format", "dot"),
      Example("tables in a folder", "export", "--format", "csv", "-o", "tables"),
      Example("one table", "export", "--format", "csv", "--table", "person"),
      Example("everything, for 'kadry load'", "export", "--format", "wire", "-o", "all.jsonl"),
    ],
    run: runExport)

  private static let exportFormats = GraphFormat.allCases.map(\.rawValue) + ["csv", "wire"]

  private static func runExport(_ invocation: Invocation) throws -> ExitStatus {
    let flag = invocation.command.flags[0]
    guard let format = invocation.arguments.value(flag) else {
      throw invocation.usage("--format is needed: one of \(exportFormats.joined(separator: ", "))")
    }
    if invocation.arguments.has(.table) && format != "csv" {
      throw invocation.usage("--table goes with --format csv")
    }
    if let table = invocation.arguments.value(.table), !CSVExport.tables.contains(table) {
      throw invocation.usage(
        "there is no table '\(table)'; the tables are \(CSVExport.tables.joined(separator: ", "))")
    }
    let isFolder = format == "csv" && !invocation.arguments.has(.table)
    if isFolder && !invocation.arguments.has(.output) {
      throw invocation.usage(
        "csv has a file for each table: give a folder with -o, or one table with --table person")
    }
    let store = try invocation.openStore()
    if isFolder {
      try exportTables(of: store, into: invocation.arguments.value(.output) ?? ".")
      return .done
    }
    let file = try invocation.arguments.value(.output).map { try FileSink(path: $0) }
    let sink = BufferedSink(file ?? invocation.console.output)
    if format == "wire" {
      try writeRecords(of: store, to: sink)
    } else {
      let snapshot = try SnapshotAssembly(store: store).snapshot(figures: format == "csv")
      if let graph = GraphFormat(rawValue: format) {
        try graph.write(snapshot) { try sink.write($0) }
      } else if let table = invocation.arguments.value(.table) {
        _ = try CSVExport(snapshot).write(table: table) { try sink.write($0) }
      }
    }
    try sink.flush()
    try file?.finish()
    return .done
  }

  private static func writeRecords(of store: Store, to sink: BufferedSink) throws {
    try store.eachRecord { record in
      var line: [UInt8] = []
      WireWriter.append(record, to: &line)
      try sink.write(line)
    }
  }

  private static func exportTables(of store: Store, into folder: String) throws {
    let export = CSVExport(try SnapshotAssembly(store: store).snapshot(figures: true))
    try FileSink.makeFolder(folder)
    for table in CSVExport.tables {
      let file = try FileSink(path: "\(folder)/\(table).csv")
      let sink = BufferedSink(file)
      _ = try export.write(table: table) { try sink.write($0) }
      try sink.flush()
      try file.finish()
    }
  }
}
