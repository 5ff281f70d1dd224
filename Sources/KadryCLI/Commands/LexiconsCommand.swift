import KadryEngine

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
}
