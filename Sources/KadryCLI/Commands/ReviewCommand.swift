import KadryArchive
import KadryEngine

extension Command {
  static let review = Command(
    name: "review", summary: "walk through the merges of persons that are most worth a look",
    operands: .none, flags: [.limit, .list] + .decision,
    discussion: """
      Persons who may be one and were kept apart, and persons joined on little, those of most documents first. At a \
      terminal each is asked: y, they are one; n, they are not; s, skip; q, stop. Answers are written as 'kadry same' \
      and 'different' do, and applied at the end. Elsewhere, and with --list, the questions are rows.
      """,
    examples: [
      Example("twenty questions", "review", "--limit", "20"),
      Example("the questions as a table", "review", "--list", "--format", "csv"),
    ],
    run: { invocation in
      let store = try invocation.openStore(.readWrite)
      let query = ReviewQuery(store: store, knowledge: try invocation.loadKnowledge())
      let questions = try query.questions(limit: invocation.limit ?? 20)
      let nothing = "no merge of persons is in doubt"
      let isAsked = invocation.console.inputIsTerminal && !invocation.arguments.has(.list)
      guard isAsked, !questions.isEmpty else { return try invocation.answer(questions, nothing: nothing) }
      return try ask(questions, invocation, try invocation.correcting(store))
    })

  private static func ask(
    _ questions: [ReviewQuestion], _ invocation: Invocation, _ correcting: Correcting
  ) throws -> ExitStatus {
    let console = invocation.console
    var lines = LineReader(console.input(), limit: 1 << 10)
    var decided = 0
    asking: for (number, question) in questions.enumerated() {
      let isKept = question.kind == .apart ? "kept apart" : "joined"
      let text = """

        \(number + 1) of \(questions.count), \(isKept): \(question.reason)
          \(question.leftName): \(question.leftSays)
          \(question.rightName): \(question.rightSays)
        One person? y, n, s (skip), q (stop): 
        """
      try console.output.write(text)
      try console.output.flush()
      answering: while true {
        guard let line = try lines.next() else { break asking }
        switch String(decoding: line.bytes, as: UTF8.self).lowercased().first {
        case "y":
          _ = try correcting.compare(.same, question.left, question.right, applies: false)
          decided += 1
          break answering
        case "n":
          _ = try correcting.compare(.different, question.left, question.right, applies: false)
          decided += 1
          break answering
        case "s": break answering
        case "q": break asking
        default:
          try console.output.write("y, n, s or q: ")
          try console.output.flush()
        }
      }
    }
    try correcting.apply()
    console.note("\(Plural.of(decided, "decision")) written to \(invocation.correctionFile.path)")
    return .done
  }
}
