import KadryArchive
import KadryEngine
import KadryStore

extension Command {
  static let ingest = Command(
    name: "ingest", summary: "read articles into the database",
    operands: .some("PATH…", hint: "articles/", unless: .retryFailed),
    flags: [.database, .corrections, .dryRun, .failedTo, .retryFailed, .batch] + .input,
    discussion: """
      Reads files and folders of .txt, .md, .html, .jsonl (one document a line) and .warc, also in .zip, .tar and \
      compressed (.gz, .bz2, .xz, .zst), and - for the standard input. A .json, .csv or .tsv file is read as \
      documents when it is named, and in a folder with --as; what a .kadryignore names is left out. \
      What is in the database unchanged is skipped, what changed is replaced, so that the same command can be run \
      again, also after it was cut short. What a manifest says of a file outranks what the file says of itself, and \
      that outranks --source and --date.
      A file that cannot be read is reported with path, byte and reason, and the rest is read; the exit status is 2 then. \
      --failed-to keeps a table of these, and --retry-failed reads the files of such a table again.
      """,
    examples: [
      Example("a folder of articles of one newspaper", "ingest", "articles", "--source", "baonghean.vn"),
      Example("one article with its date", "ingest", "article.txt", "--date", "2016-11-12", "--db", "k.db"),
      Example("an archive as it is", "ingest", "crawl.tar.gz", "--source", "baonghean.vn"),
      Example("with a table of URLs and dates", "ingest", "articles", "--manifest", "manifest.tsv"),
      Example("JSON documents from another program", "ingest", "-", "--as", "jsonl"),
      Example("what would be read", "ingest", "articles", "--dry-run"),
      Example("again what failed", "ingest", "--retry-failed", "failed.tsv", "--failed-to", "failed.tsv"),
    ],
    run: runIngest)

  private static func runIngest(_ invocation: Invocation) throws -> ExitStatus {
    let console = invocation.console
    var options = try invocation.archiveOptions()
    let meter = InputMeter()
    options.meter = meter
    var paths = invocation.arguments.operands
    if let table = invocation.arguments.value(.retryFailed) { paths += try FailedInputs.paths(in: table) }
    let source = try invocation.documents(at: paths, options)
    if invocation.arguments.has(.dryRun) { return try dryRun(invocation, source) }
    let knowledge = try invocation.loadKnowledge()
    let store = try invocation.openStore(.create)
    let ingestion = Ingestion(
      store: store, knowledge: knowledge, threads: invocation.threads,
      batch: invocation.arguments.number(.batch) ?? Ingestion.usualBatch,
      corrections: invocation.correctionFile)
    let total = console.errorsAreTerminal ? inputSize(of: paths, options: options) : nil
    let progress = ProgressReport(console: console, meter: meter, total: total)
    let report = try ingestion.run(source, tell: invocation.tell, progress: progress.update)
    console.progress("")
    let tally = report.tally
    var parts = [
      "\(Plural.documents(tally.added)) read into \(invocation.databasePath)", "\(tally.skipped) unchanged",
    ]
    if tally.removed > 0 { parts.append("\(tally.removed) replaced") }
    if report.reread > 0 { parts.append("\(report.reread) read again with the present lexicons") }
    parts.append("\(report.inputs.failures.count) failed")
    console.note(parts.joined(separator: ", "))
    invocation.tellUnused(options.manifest)
    try invocation.tellCorrections(store)
    return try finish(invocation, report.inputs)
  }

  /// Says what would be read, one path a line on the output.
  private static func dryRun(_ invocation: Invocation, _ source: any DocumentSource) throws -> ExitStatus {
    let knowledge = try invocation.loadKnowledge()
    var store: Store?
    do throws(StoreError) {
      store = try Store(path: invocation.databasePath, mode: .readOnly)
    } catch {
      // A database that is not there yet is what the first run begins with.
      if error.kind != .missing { throw error }
    }
    let output = invocation.console.output
    let report = try DryRun(store: store, knowledge: knowledge).run(source, tell: invocation.tell) {
      standing, path in
      if standing != .unchanged { try output.write("\(standing.rawValue)\t\(path ?? "-")\n") }
    }
    invocation.console.note(
      "\(Plural.documents(report.new + report.changed)) would be read into \(invocation.databasePath), "
        + "\(report.changed) of them changed, \(report.unchanged) unchanged, \(report.inputs.failures.count) failed; "
        + "nothing was written")
    return try finish(invocation, report.inputs)
  }

  /// The end of both: what was left out, and what failed.
  private static func finish(_ invocation: Invocation, _ inputs: InputReport) throws -> ExitStatus {
    if let skipped = inputs.skippedSummary { invocation.console.note(skipped) }
    if let summary = inputs.failureSummary { invocation.console.note(summary) }
    if let path = invocation.arguments.value(.failedTo) { try FailedInputs.write(inputs.failures, to: path) }
    return inputs.failures.isEmpty ? .done : .someInputFailed
  }
}
