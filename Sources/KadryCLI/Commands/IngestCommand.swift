import KadryEngine

extension Command {
  static let ingest = Command(
    name: "ingest", summary: "read articles into the database",
    operands: .some("PATH…", hint: "articles/"),
    flags: [.database, .corrections] + .input,
    discussion: """
      Reads files and folders of .txt, .md, .html, .jsonl (one document a line) and .warc, also in .zip, .tar and \
      compressed (.gz, .bz2, .xz, .zst), and - for the standard input. A .json, .csv or .tsv file is read as documents when it is \
      named, and in a folder with --as; what a .kadryignore names is left out. \
      What is in the database unchanged is skipped, what changed is replaced, so that the same command can be run \
      again, also after it was cut short. What a manifest says of a file outranks what the file says of itself, and \
      that outranks --source and --date.
      A file that cannot be read is reported with path, byte and reason, and the rest is read; the exit status is 2 then.
      """,
    examples: [
      Example("a folder of articles of one newspaper", "ingest", "articles", "--source", "baonghean.vn"),
      Example("one article with its date", "ingest", "article.txt", "--date", "2016-11-12", "--db", "k.db"),
      Example("an archive as it is", "ingest", "crawl.tar.gz", "--source", "baonghean.vn"),
      Example("with a table of URLs and dates", "ingest", "articles", "--manifest", "manifest.tsv"),
      Example("JSON documents from another program", "ingest", "-", "--as", "jsonl"),
    ],
    run: runIngest)

  private static func runIngest(_ invocation: Invocation) throws -> ExitStatus {
    let console = invocation.console
    let options = try invocation.archiveOptions()
    let source = try invocation.documents(options)
    let knowledge = try invocation.loadKnowledge()
    let store = try invocation.openStore(.create)
    let ingestion = Ingestion(
      store: store, knowledge: knowledge, threads: invocation.threads,
      corrections: invocation.correctionFile)
    let report = try ingestion.run(source, tell: invocation.tell) { progress in
      console.progress("\(Plural.documents(progress.documents)), \(progress.failures) failed")
    }
    console.progress("")
    let tally = report.tally
    var parts = [
      "\(Plural.documents(tally.added)) read into \(invocation.databasePath)", "\(tally.skipped) unchanged",
    ]
    if tally.removed > 0 { parts.append("\(tally.removed) replaced") }
    if report.reread > 0 { parts.append("\(report.reread) read again with the present lexicons") }
    parts.append("\(report.inputs.failures.count) failed")
    console.note(parts.joined(separator: ", "))
    if let skipped = report.inputs.skippedSummary { console.note(skipped) }
    invocation.tellUnused(options.manifest)
    try invocation.tellCorrections(store)
    return report.inputs.failures.isEmpty ? .done : .someInputFailed
  }
}
