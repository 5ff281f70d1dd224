import KadryEngine
import KadryStore

extension Command {
  static let diff = Command(
    name: "diff", summary: "what changed from one database to another",
    operands: .two("OLD.db NEW.db", hint: "before.db after.db"), flags: [.format, .limit],
    discussion: """
      Documents that came or went, holders who came or went, holdings that ended, persons who were merged or split, new \
      citations, and rules that find more or fewer mentions. Exit status: 0 when there are differences, 1 when there are none.
      """,
    examples: [
      Example("after another run", "diff", "before.db", "after.db"),
      Example("for a program", "diff", "before.db", "after.db", "--format", "jsonl"),
    ],
    run: { invocation in
      let operands = invocation.arguments.operands
      let store = try Store(path: operands[1], mode: .readOnly)
      let rows = try DifferenceAnswer.all(in: store, since: operands[0])
      return try invocation.answer(
        Array(rows.prefix(invocation.limit ?? .max)), nothing: "the databases say the same")
    })
}
