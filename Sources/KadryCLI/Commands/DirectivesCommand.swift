import KadryEngine
import KadryGraph
import KadryText

extension Command {
  static let directives = Command(
    name: "directives", summary: "the official documents that are cited, and by whom",
    operands: .optional("NUMBER"),
    flags: [
      .citations, .citedBy, .citedWith, .citedAt, .from, .to, .issuer, .type, .place, .lexicons,
    ] + .query,
    discussion: """
      A number such as 01-DA/TU, its beginning such as 01, or words of the title. Short citations («Project 01») are \
      counted with the document that they mean. --cited-by, --cited-with, --cited-at, --from and --to say what a citing \
      document is: its newspaper, whom it names, whose bodies it names, when it appeared.
      """,
    examples: [
      Example("all of them", "directives"),
      Example("one, with the documents that cite it", "directives", "01-DA/TU"),
      Example(
        "resolutions that a newspaper cites", "directives", "--type", "resolution", "--cited-by",
        "baonghean.vn"),
      Example(
        "cited beside a person in a year", "directives", "--cited-with", "{name.vi-other-plain}", "--from",
        "2016",
        "--to",
        "2016"),
      Example("every citation as a row", "directives", "10-CT/TW", "--citations", "--format", "tsv"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      let person = invocation.arguments.value(.citedWith)
      let query = DirectiveQuery(
        store: store, fold: PlainSpelling.fold, places: invocation.placeLookup(store),
        knowledge: person == nil && invocation.arguments.value(.issuer) == nil
          ? nil : try invocation.loadKnowledge())
      var filter = DirectiveQuery.Filter()
      filter.words = invocation.arguments.operands.first
      filter.citedBy = invocation.arguments.value(.citedBy)
      filter.issuer = invocation.arguments.value(.issuer)
      filter.type = invocation.arguments.value(.type)
      filter.place = invocation.arguments.value(.place)
      filter.citedWith = person
      filter.citedAt = invocation.arguments.value(.citedAt)
      filter.from = invocation.arguments.value(.from).flatMap { PartialDate($0) }
      filter.to = invocation.arguments.value(.to).flatMap { PartialDate($0) }
      filter.limit = invocation.limit
      var directives = try query.directives(filter)
      // The lexicons are loaded only where there is something to name.
      if directives.contains(where: { $0.issuer == nil && $0.directive.issuer != nil }) {
        let directory = try invocation.loadKnowledge().graph.directory
        for index in directives.indices { directives[index].nameIssuer(directory) }
      }
      let nothing = "no such document is cited; 'kadry directives' lists those that are"
      if invocation.arguments.has(.citations) {
        let rows = try directives.flatMap { try query.citations(of: $0.directive) }
        return try invocation.answer(rows, nothing: nothing)
      }
      let status = try invocation.answer(directives, nothing: nothing)
      if invocation.format == .table, filter.words != nil, directives.count == 1 {
        let citations = try query.citations(of: directives[0].directive)
        let table = TextTable(citations, usesColor: invocation.console.usesColor).rendered()
        try invocation.console.output.write("\n" + table)
      }
      return status
    })
}
