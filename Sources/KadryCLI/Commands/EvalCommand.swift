import KadryEngine

extension Command {
  static let eval = Command(
    name: "eval", summary: "precision, recall and F1 against gold files; precision of a judged sample",
    operands: .some("GOLD…|FILE.csv…", hint: "Corpora/"),
    flags: [.texts, .split, .errors, .format, .threads, .lexicons],
    discussion: """
      With --errors the mistakes follow; in formats other than table they come instead of the scores.
      A gold file says what a careful reader finds in one text; 'kadry schema gold' describes it. Scores come for all \
      documents, and by language and split. Documents without anything official are traps: officials found there are \
      named.
      A .csv or .tsv file is a sample of 'kadry sample' with its column 'ok' filled in: y, n or ?, or such words in \
      Russian or Vietnamese. 'precision' is the share of right ones among those judged, 'low' and 'high' are the ends of \
      its Wilson interval at 95 %: with that certainty the precision of all claims of the kind lies between them.
      """,
    examples: [
      Example("the corpus of this project", "eval", "Corpora"),
      Example(
        "golds whose texts lie elsewhere, with mistakes", "eval", "gold", "--texts", "texts", "--errors", "20"
      ),
      Example("a sample that you have judged", "eval", "sample.csv"),
    ],
    run: { invocation in
      let samples = invocation.arguments.operands.filter(JudgedSample.isSample)
      if samples.isEmpty { return try runEval(invocation) }
      guard samples.count == invocation.arguments.operands.count else {
        throw invocation.usage(
          "golds and samples are told apart by their files: evaluate them one after the other")
      }
      return try runJudged(invocation)
    })

  private static func runJudged(_ invocation: Invocation) throws -> ExitStatus {
    let words = try invocation.loadKnowledge().matchingWords()
    var sample = JudgedSample()
    for path in invocation.arguments.operands { try sample.add(path: path, words: words) }
    for complaint in sample.complaints { invocation.console.note(complaint) }
    let status = try invocation.answer(sample.rows, nothing: "the samples have no rows")
    return sample.complaints.isEmpty ? status : .someInputFailed
  }

  private static func runEval(_ invocation: Invocation) throws -> ExitStatus {
    let console = invocation.console
    let knowledge = try invocation.loadKnowledge()
    let evaluation = Evaluation(
      knowledge: knowledge, words: try knowledge.matchingWords(), threads: invocation.threads)
    var folder = GoldFolder()
    for path in invocation.arguments.operands {
      try folder.add(
        path: path, texts: invocation.arguments.value(.texts), words: try knowledge.matchingWords())
    }
    let report = try evaluation.run(folder, split: invocation.arguments.value(.split))
    for complaint in report.complaints { console.note(complaint.description) }
    let mistakes = report.mistakes(perKind: invocation.arguments.number(.errors) ?? 0)
    let writer = ResultWriter(format: invocation.format, usesColor: console.usesColor, sink: console.output)
    var status = ExitStatus.done
    if !invocation.arguments.has(.errors) || invocation.format == .table {
      status = try invocation.answer(report.rows, nothing: "no document of these golds could be read")
      if !mistakes.isEmpty { try console.output.write("\n") }
    }
    if invocation.arguments.has(.errors) && !(mistakes.isEmpty && invocation.format == .table) {
      try writer.write(mistakes)
    }
    console.note(
      Plural.documents(report.documents) + ", \(report.traps.count) of them without anything official")
    for trap in report.traps where !trap.officials.isEmpty {
      console.note("trap \(trap.document): \(trap.officials.joined(separator: "; "))")
    }
    return report.complaints.isEmpty ? status : .someInputFailed
  }
}
