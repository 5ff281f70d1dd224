import KadryEngine

extension Command {
  static let extract = Command(
    name: "extract", summary: "read articles into JSON lines, without a database",
    operands: .any("FILE…|-"),
    flags: [.strict] + .input,
    discussion: """
      A function from documents to lines: for each document its record, its claims and an 'end' record, in the order of \
      the documents, whatever the number of threads. Documents are files, folders, or JSON lines \
      {"id","url","date","source","lang","text"|"html"}; - or no operand reads the standard input. 'kadry schema' \
      describes the lines, 'kadry load' takes them in, in any order and in any number of parts.
      A line that is no document becomes an 'error' record and does not change the exit status, unless --strict is \
      given; a file that cannot be read makes it 2.
      """,
    examples: [
      Example("the claims of one article", "extract", "article.txt", "--source", "baonghean.vn"),
      Example("as a filter of JSON documents", "extract", "-", "--threads", "1"),
      Example("of a whole folder", "extract", "articles"),
    ],
    run: { invocation in
      let options = try invocation.archiveOptions()
      let source = try invocation.documents(options)
      let extraction = Extraction(knowledge: try invocation.loadKnowledge(), threads: invocation.threads)
      let report = try extraction.run(
        source, write: { try invocation.console.output.write($0) }, tell: invocation.tell)
      if let skipped = report.skippedSummary { invocation.console.note(skipped) }
      invocation.tellUnused(options.manifest)
      let mustFail = invocation.arguments.has(.strict) && !report.failures.isEmpty
      return report.hasFailedFiles || mustFail ? .someInputFailed : .done
    })
}
