import KadryEngine
import KadryStore

extension Command {
  static let sample = Command(
    name: "sample", summary: "claims drawn at random, for a person to judge",
    operands: .one("KIND", hint: "holds"), flags: [.count, .seed, .newspaper, .language] + .query.dropLast(),
    discussion: """
      KIND is person, organization, holds, directive, date, figure or relation. Each row says what a claim says, with \
      its quote between ⟦ and ⟧ in the sentence. Write y, n or ? into the empty column 'ok', save, and give the file to \
      'kadry eval': it says the precision and how sure that is. The same database, seed and number give the same rows, \
      and a greater number only adds to them.
      """,
    examples: [
      Example(
        "a hundred posts held, for a spreadsheet", "sample", "holds", "-n", "100", "--seed", "1", "--format",
        "csv"),
      Example("a few organizations on the screen", "sample", "organization", "-n", "5"),
    ],
    run: { invocation in
      let kind = invocation.arguments.operands[0]
      guard SampleQuery.kinds.contains(kind) else {
        throw invocation.usage(
          "there are no claims of the kind '\(kind)', only \(SampleQuery.kinds.joined(separator: ", "))"
            + Suggestion.clause(for: kind, among: SampleQuery.kinds))
      }
      var filter = DrawFilter(kind: kind)
      filter.source = invocation.arguments.value(.newspaper)
      filter.language = invocation.arguments.value(.language)
      let (rows, total) = try SampleQuery(store: try invocation.openStore()).draw(
        filter, count: invocation.arguments.number(.count) ?? 20,
        seed: invocation.arguments.number(.seed) ?? 1)
      let status = try invocation.answer(rows, nothing: "no such claim is in the database")
      if !rows.isEmpty { invocation.console.note("\(rows.count) drawn of \(Plural.of(total, "claim"))") }
      return status
    })
}
