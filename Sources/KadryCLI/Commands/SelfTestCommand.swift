import KadryEngine

extension Command {
  static let selftest = Command(
    name: "selftest", summary: "whether this installation works",
    operands: .none, flags: [],
    discussion: """
      Reads two small articles that lie beside the words and rules, compares what they say with what they must say, \
      unpacks one text from every kind of archive, and takes the articles into a database in memory and out again. \
      Nothing is written. The exit status is 74 when something does not work.
      """,
    examples: [Example("after installing", "selftest")],
    run: { invocation in
      let knowledge = try invocation.console.loadKnowledge([])
      try invocation.console.output.write("ok\tlexicons\t\(knowledge.folder)\n")
      let steps = SelfTest(knowledge: knowledge).run()
      for step in steps {
        try invocation.console.output.write(
          step.problem.map { "failed\t\(step.name)\t\($0)\n" } ?? "ok\t\(step.name)\n")
      }
      return steps.contains { $0.problem != nil } ? .unusableFile : .done
    })
}
