import KadryEngine
import KadryStore

extension Command {
  static let why = Command(
    name: "why", summary: "the words on which an answer rests, ready to be cited",
    operands: .one("ID", hint: "clm-5f3a"), flags: [.database, .evidenceFormat, .limit, .lexicons],
    discussion: """
      Any id that a query shows, or the beginning of one. Each mention comes with its quote in the whole sentence, \
      headline, URL, date and where the date comes from, path, byte span and sha256 of the source, rule and grade, and with what people corrected. Of a person also which \
      claims were taken for one, and why.
      """,
    examples: [
      Example("the evidence for a holding", "why", "occ-1f0c"),
      Example("as a note to paste", "why", "clm-5f3a", "--format", "md"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      // Only persons are joined by comparing names.
      let isPerson = invocation.arguments.operands[0].lowercased().hasPrefix("per-")
      let query = WhyQuery(store: store, names: isPerson ? try invocation.loadKnowledge().graph.names : nil)
      let evidence = try query.evidence(for: invocation.arguments.operands[0], limit: invocation.limit)
      let output = invocation.console.output
      switch invocation.arguments.value(.evidenceFormat) {
      case nil, "table":
        try output.write(EvidenceText(evidence, usesColor: invocation.console.usesColor).text)
      case "md": try output.write(EvidenceMarkdown(evidence).text)
      default: return try invocation.answer(evidence.rows, nothing: "nothing is recorded for it")
      }
      return .done
    })

  static let verify = Command(
    name: "verify", summary: "cut every quote out of its text again",
    operands: .none, flags: [.files, .database, .format],
    discussion: """
      Quotes that are not what their span cuts out are listed, and the exit status is 2. With --files the files are \
      hashed too: where text and file are the same bytes, the spans are offsets in the file.
      """,
    examples: [
      Example("the whole database", "verify"), Example("and the files", "verify", "--files", "--db", "k.db"),
    ],
    run: { invocation in
      let report = try Verification(
        store: try invocation.openStore(), readsFiles: invocation.arguments.has(.files)
      ).run()
      let console = invocation.console
      if !report.failures.isEmpty {
        let writer = ResultWriter(
          format: invocation.format, usesColor: console.usesColor, sink: console.output)
        try writer.write(report.failures)
      }
      for path in report.changedFiles {
        console.note("\(path): the file is gone or has changed since it was read")
      }
      let good = report.quotes - report.failures.count
      console.note(
        "\(good) of \(Plural.of(report.quotes, "quote")) of \(Plural.of(report.claims, "claim")) in "
          + "\(Plural.documents(report.documents)) are what their spans cut out"
          + (invocation.arguments.has(.files) ? "; \(Plural.of(report.files, "file")) unchanged" : ""))
      return report.failures.isEmpty && report.changedFiles.isEmpty ? .done : .someInputFailed
    })
}
