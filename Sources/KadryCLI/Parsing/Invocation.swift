import KadryEngine
import KadryStore
import KadryText

/// A command with what was typed and its surroundings: all that running it needs.
struct Invocation {
  let command: Command
  let arguments: ParsedArguments
  let console: Console

  /// A usage error of this command.
  func usage(_ message: String) -> UsageError { UsageError(message: message, command: command.name) }

  /// The database: `--db`, else `$KADRY_DB`, else `./kadry.db`.
  var databasePath: String {
    if let path = arguments.value(.database) { return path }
    if let path = console.environment["KADRY_DB"], !path.isEmpty { return path }
    return "kadry.db"
  }

  /// What people decided: `--corrections`, else `$KADRY_CORRECTIONS`, else `corrections.jsonl` beside the database.
  var correctionFile: CorrectionFile {
    if let path = arguments.value(.corrections) { return CorrectionFile(path: path) }
    if let path = console.environment["KADRY_CORRECTIONS"], !path.isEmpty {
      return CorrectionFile(path: path)
    }
    let folder = databasePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return CorrectionFile(path: (folder + ["corrections.jsonl"]).joined(separator: "/"))
  }

  /// Says which corrections do not hold in a database, both lines where two disagree.
  func tellCorrections(_ store: Store) throws {
    let all = try CorrectionAnswer.all(of: store)
    for complaint in all.filter({ $0.outcome?.kind == .overruled }).compactMap(\.complaint) {
      console.note(complaint)
    }
    let lost = all.count { $0.outcome?.kind == .notFound }
    if lost > 0 {
      console.note(
        "\(Plural.of(lost, "correction")) of things that are not in this database; 'kadry corrections' lists them"
      )
    }
  }

  func openStore(_ mode: Store.Mode = .readOnly) throws -> Store {
    let store = try Store(path: databasePath, mode: mode)
    if mode == .readOnly, try store.isStale() {
      console.note(
        "the last ingest into \(databasePath) was cut short; answers may lack its end: ingest again")
    }
    return store
  }

  func loadKnowledge() throws -> Knowledge {
    try console.loadKnowledge(arguments.all(.lexicons))
  }

  /// Finds places by name; the lexicons are read only for names that the database does not have as typed.
  func placeLookup(_ store: Store) -> PlaceLookup {
    PlaceLookup(store: store, fold: PlainSpelling.fold) { try loadKnowledge().placeNames($0) }
  }

  var limit: Int? { arguments.number(.limit) }

  var format: ResultFormat {
    arguments.value(.format).flatMap { ResultFormat(rawValue: $0) } ?? .table
  }

  var threads: Int { arguments.number(.threads) ?? console.processors }

  /// Writes the rows of an answer; nothing found is said beside the data.
  func answer<Row: ResultRow>(_ rows: [Row], nothing: String) throws -> ExitStatus {
    if rows.isEmpty { console.note(nothing) }
    if !rows.isEmpty || format != .table {
      try ResultWriter(format: format, usesColor: console.usesColor, sink: console.output).write(rows)
    }
    return rows.isEmpty ? .nothingFound : .done
  }
}
