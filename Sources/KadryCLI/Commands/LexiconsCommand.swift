import KadryEngine
import KadryStore

extension Command {
  static let lexiconsCheck = Command(
    name: "lexicons check", summary: "run the examples of every word and rule",
    operands: .none, flags: [.lexicons],
    discussion: """
      Says with file, line and column which example is not matched, which counter-example is, and which rule no \
      example reaches; the exit status is 2 then. A table that cannot be read at all makes it 74.
      """,
    examples: [
      Example("the built-in ones", "lexicons", "check"),
      Example("with your own on top", "lexicons", "check", "--lexicons", "my-words"),
    ],
    run: { invocation in
      let report = try LexiconCheck.run(
        executable: invocation.console.executable, environment: invocation.console.environment,
        overlays: invocation.arguments.all(.lexicons))
      for finding in report.findings { try invocation.console.output.write(finding + "\n") }
      invocation.console.note(report.summary)
      return report.findings.isEmpty ? .done : .someInputFailed
    })

  static let lexiconsDiff = Command(
    name: "lexicons diff", summary: "what a change of words and rules gains and loses on your texts",
    operands: .none, flags: [.against, .lexicons, .threads, .format, .limit],
    discussion: """
      Reads the texts that a database keeps with the present words and rules, and compares claim by claim with what \
      the database has; nothing is written. 'gained' is new, 'lost' is gone, of 'changed' claims 'details' says key \
      by key what is different. When you like what you see, 'kadry reread' with the same --lexicons makes it so. The \
      exit status is 1 when nothing differs.
      """,
    examples: [
      Example(
        "your words against your archive", "lexicons", "diff", "--against", "k.db", "--lexicons", "my-words"),
      Example(
        "for a spreadsheet", "lexicons", "diff", "--against", "k.db", "--lexicons", "my-words", "--format",
        "csv"),
    ],
    run: { invocation in
      let path = invocation.arguments.value(.against) ?? invocation.databasePath
      let store = try Store(path: path, mode: .readOnly)
      let knowledge = try invocation.loadKnowledge()
      var rows: [LexiconDiffAnswer] = []
      let limit = invocation.limit ?? .max
      let report = try LexiconDiff(store: store, knowledge: knowledge, threads: invocation.threads).run {
        row in
        if rows.count < limit { rows.append(row) }
      }
      let status = try invocation.answer(
        rows, nothing: "every claim in \(path) is read as before")
      if report.isSameReading { invocation.console.note("\(path) was read with these very words and rules") }
      invocation.console.note(
        "\(Plural.of(report.gained, "claim")) gained, \(report.lost) lost, \(report.changed) changed, in "
          + "\(report.differing) of \(Plural.documents(report.documents))")
      return status
    })
}
