import KadryEngine
import KadryGraph
import KadryReading
import KadryStore

extension Command {
  static let documents = Command(
    name: "documents", summary: "the articles in the database",
    operands: .none, flags: [.newspaper, .language, .from, .to] + .query,
    discussion: """
      'basis' says where the date of publication comes from. 'one_by' marks copies and translations of one article, which \
      count as one witness: bytes, manifest, address (site and number), wording, or facts of one day in two languages; \
      'one_with' is the document that stands for them.
      """,
    examples: [
      Example("all, by date", "documents"),
      Example(
        "of one newspaper and year", "documents", "--source", "baonghean.vn", "--from", "2016", "--to", "2016"
      ),
    ],
    run: { invocation in
      var filter = DocumentFilter()
      filter.source = invocation.arguments.value(.newspaper)
      filter.language = invocation.arguments.value(.language)
      filter.from = invocation.arguments.value(.from).flatMap { PartialDate($0)?.first?.description }
      filter.to = invocation.arguments.value(.to).flatMap { PartialDate($0)?.last?.description }
      filter.limit = invocation.limit
      var rows: [DocumentAnswer] = []
      try invocation.openStore().eachDocument(filter) { rows.append(DocumentAnswer($0)) }
      return try invocation.answer(rows, nothing: "no such document is in the database")
    })

  static let figures = Command(
    name: "figures", summary: "the numbers that are claimed, and whether they add up",
    operands: .optional("WORDS"), flags: [.measure, .unit, .failing, .document] + .query,
    discussion: "Words of what is counted. 'check' is ok, or says what disagrees.",
    examples: [
      Example("what does not add up", "figures", "--failing"),
      Example("areas", "figures", "--measure", "area", "--unit", "ha"),
      Example("of villages", "figures", "{counted.ru}", "--limit", "20"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      var filter = FigureFilter()
      filter.what = invocation.arguments.operands.first
      filter.measure = invocation.arguments.value(.measure).flatMap { Measure(rawValue: $0) }
      filter.unit = invocation.arguments.value(.unit)
      filter.failing = invocation.arguments.has(.failing)
      filter.document = try invocation.arguments.value(.document).map { try store.resolve($0).id }
      filter.limit = invocation.limit
      var rows: [FigureAnswer] = []
      try store.eachFigure(filter) { rows.append(FigureAnswer($0)) }
      return try invocation.answer(rows, nothing: "no such figure is in the database")
    })

  static let audit = Command(
    name: "audit", summary: "what cannot be so: sums, shares, holders, times, places",
    operands: .none, flags: [.contradiction, .person, .place, .newspaper, .from, .to, .lexicons] + .query,
    discussion: """
      Each with the words of both sides and where they stand. The filters fit when one side fits: the person, the place \
      with what lies in it, the newspaper and the date of a document. A newer word of a person settles it: 'kadry reject', \
      'correct', 'different'.
      'caution: translation' says that a side is a translation whose original is not in the database, so that the slip \
      may be the translator's.
      """,
    examples: [
      Example("everything", "audit"),
      Example("holders only", "audit", "--kind", "two-holders", "--format", "jsonl"),
      Example("of one year", "audit", "--from", "2019", "--to", "2019"),
    ],
    run: { invocation in
      let arguments = invocation.arguments
      var filter = AuditQuery.Filter()
      filter.kind = arguments.value(.contradiction).flatMap { Contradiction.Kind(rawValue: $0) }
      filter.person = arguments.value(.person)
      filter.place = arguments.value(.place)
      filter.source = arguments.value(.newspaper)
      filter.from = arguments.value(.from).flatMap { PartialDate($0) }
      filter.to = arguments.value(.to).flatMap { PartialDate($0) }
      filter.limit = invocation.limit
      // Only names need the lexicons.
      let needsNames = filter.person != nil || filter.place != nil
      let query = AuditQuery(
        store: try invocation.openStore(), knowledge: needsNames ? try invocation.loadKnowledge() : nil)
      let rows = try query.contradictions(filter)
      return try invocation.answer(rows, nothing: "nothing contradicts itself")
    })

  static let stats = Command(
    name: "stats", summary: "how much of what is in the database",
    operands: .none, flags: [.database, .format], discussion: "",
    examples: [Example("all counts", "stats"), Example("as JSON", "stats", "--format", "json")],
    run: { invocation in
      let rows = try StatisticsAnswer.all(of: try invocation.openStore())
      return try invocation.answer(rows, nothing: "the database is empty")
    })
}
