import KadryGraph
import KadryReading

@testable import KadryExport

/// A small graph with awkward names: quotes, angle brackets, an ampersand, a line break, marks.
func sample() -> GraphSnapshot {
  var graph = Graph()
  graph.asOf = "2016-11-12"
  graph.persons = [
    Person(
      id: "per-1", name: "Nguyễn Xuân Sơn", vi: "Nguyễn Xuân Sơn",
      names: [NameCount(name: "Нгуен Суан Сон", count: 2), NameCount(name: "Нгуен Суан Шон", count: 1)],
      firstSeen: "2016-11-10", lastSeen: "2016-11-12", documents: 2, members: ["clm-1"]),
    Person(id: "per-2", name: "Ле \"Нян\" <&>,\nдва", documents: 1, members: ["clm-2"]),
  ]
  graph.places = [Place(id: "pla-1", name: "Nghệ An", ru: "Нгеан", canonical: "VN-22", level: "province")]
  graph.organizations = [
    Organization(
      id: "org-1", name: "Tỉnh ủy", names: [NameCount(name: "обком партии", count: 1)],
      canonical: "party.province", level: "province", place: "pla-1", documents: 2, members: ["clm-3"])
  ]
  graph.posts = [
    Post(
      id: "pos-1", title: "заместитель секретаря", canonical: "party.province.deputy-secretary",
      function: "secretary", ranks: ["deputy"], level: "province", organization: "org-1", place: "pla-1",
      documents: 2, members: ["clm-4"])
  ]
  graph.occupancies = [
    Occupancy(
      id: "occ-1", title: "x", person: "per-1", post: "pos-1", posts: ["pos-1"], status: .current,
      firstSeen: "2016-11-10", lastSeen: "2016-11-12",
      start: Bound(date: "2015", basis: .elected, claim: "clm-5"), documents: 2, members: ["clm-5"]),
    Occupancy(
      id: "occ-2", title: "y", person: "per-1", post: "pos-1", posts: ["pos-1"], status: .ended,
      start: Bound(date: "2005", basis: .term, claim: "clm-6"),
      end: Bound(date: "2010", basis: .term, claim: "clm-6"), documents: 1, members: ["clm-6"]),
  ]
  graph.directives = [
    Directive(
      id: "dir-1", name: "01-ĐA/TU", number: "01-DA/TU", numberVi: "01-ĐA/TU", title: "Создание \"ячеек\"",
      type: "project", issuer: "party.province", organization: "org-1", citedFull: 2, citedShort: 2,
      documents: 1,
      members: ["clm-7"])
  ]
  graph.figures = [
    Figure(
      id: "fig-1", claim: "clm-8", document: "doc-1",
      body: FigureClaim(
        value: 10, what: "деревни", of: 141, percent: 0.71, measure: .ratio, check: "stated 0.71"),
      quote: "10 из 141 деревни", span: 5..<30)
  ]
  graph.relations = [
    Relation(claim: "clm-9", document: "doc-1", subject: "dir-1", predicate: .issuedBy, object: "org-1"),
    Relation(claim: "clm-10", document: "doc-1", subject: "clm-404", predicate: .attends, object: "org-1"),
  ]
  graph.contradictions = [
    Contradiction(id: "con-1", kind: .arithmetic, title: "0.71 is not 7.09", node: "fig-1", claims: ["clm-8"])
  ]
  return GraphSnapshot(
    graph: graph,
    documents: [
      DocumentNode(
        id: "doc-1", title: "Воспроизведение моделей", source: "baonghean.vn", published: "2016-11-12",
        language: "ru",
        path: "a.txt", sha256: "00")
    ],
    citations: [CitationEdge(document: "doc-1", directive: "dir-1", claim: "clm-7", full: 2, short: 2)],
    quotes: ["occ-1": "Нгуен Суан Сон, заместитель секретаря"])
}

/// What a format makes of the sample.
func exported(_ format: GraphFormat, _ snapshot: GraphSnapshot = sample()) throws -> String {
  var text = ""
  try format.write(snapshot) { text += $0 }
  return text
}
