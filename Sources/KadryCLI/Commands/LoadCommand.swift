import KadryArchive
import KadryEngine

extension Command {
  static let load = Command(
    name: "load", summary: "take lines of 'extract' into the database",
    operands: .any("FILE…|-"), flags: [.database, .corrections, .lexicons],
    discussion: """
      The order of the lines, repeats, and the number of parts mean nothing: the database is the one that 'ingest' \
      gives. A document without its 'end' line, or read by other lexicons than the database's, is refused and said.
      """,
    examples: [
      Example("what was extracted elsewhere", "load", "part-1.jsonl", "part-2.jsonl", "--db", "k.db"),
      Example("straight from a pipe", "load", "-"),
    ],
    run: runLoad)

  private static func runLoad(_ invocation: Invocation) throws -> ExitStatus {
    let console = invocation.console
    var streams: [(name: String, stream: any ByteStream)] = []
    var failed = false
    for path in try invocation.inputPaths() {
      do throws(InputFailure) {
        streams.append((path, path == "-" ? console.input() : try InputFile(path: path)))
      } catch {
        invocation.tell(error)
        failed = true
      }
    }
    let knowledge = try invocation.loadKnowledge()
    let store = try invocation.openStore(.create)
    let report = try Loading(
      store: store, knowledge: knowledge, corrections: invocation.correctionFile
    ).run(streams)
    for refusal in report.refusals { console.note(refusal) }
    if report.inputDocuments > 0 {
      console.note(
        "lines of documents to be read are for 'kadry ingest', which reads and loads them, or 'kadry extract'"
      )
    }
    if !report.errors.isEmpty {
      console.note("\(Plural.of(report.errors.count, "input")) could not be read when the lines were made:")
      for error in report.errors { console.note("\(error.path ?? error.ref ?? "?"): \(error.reason)") }
    }
    console.note(
      "\(Plural.documents(report.added)) loaded into \(invocation.databasePath), \(report.unchanged) unchanged, "
        + "\(report.refusals.count) refused")
    try invocation.tellCorrections(store)
    return failed || !report.refusals.isEmpty ? .someInputFailed : .done
  }
}
