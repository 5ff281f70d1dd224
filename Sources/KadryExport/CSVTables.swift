import KadryGraph

/// The rows of every table, with ids that join them.
struct CSVTables {
  private let snapshot: GraphSnapshot
  private var graph: Graph { snapshot.graph }

  struct Table {
    var header: [String]
    var rows: [[ExportValue?]]
  }

  init(_ snapshot: GraphSnapshot) {
    self.snapshot = snapshot
  }

  func table(_ name: String) -> Table? {
    switch name {
    case "person": persons
    case "occupancy": occupancies
    case "post": posts
    case "organization": organizations
    case "place": places
    case "directive": directives
    case "citation": citations
    case "figure": figures
    case "contradiction": contradictions
    case "document": documents
    default: nil
    }
  }

  private var persons: Table {
    Table(
      header: ["id", "name", "name_vi", "names", "role", "first_seen", "last_seen", "documents"],
      rows: graph.persons.map {
        [
          .text($0.id), .text($0.name), ExportValue($0.vi), ExportValue($0.names.map(\.name)),
          .text($0.role.rawValue), ExportValue($0.firstSeen), ExportValue($0.lastSeen),
          .integer($0.documents),
        ]
      })
  }

  private var occupancies: Table {
    Table(
      header: [
        "id", "title", "person", "post", "posts", "status", "acting", "first_seen", "last_seen", "start",
        "start_basis", "end", "end_basis", "term", "grade", "undated", "documents", "quote",
      ],
      rows: graph.occupancies.map {
        [
          .text($0.id), .text($0.title), .text($0.person), .text($0.post), ExportValue($0.posts),
          .text($0.status.rawValue), .integer($0.acting ? 1 : 0), ExportValue($0.firstSeen),
          ExportValue($0.lastSeen), ExportValue($0.start?.date), ExportValue($0.start?.basis.rawValue),
          ExportValue($0.end?.date), ExportValue($0.end?.basis.rawValue), ExportValue($0.term),
          .text($0.grade.rawValue), .integer($0.undated), .integer($0.documents),
          ExportValue(snapshot.quotes[$0.id]),
        ]
      })
  }

  private var posts: Table {
    Table(
      header: [
        "id", "title", "titles", "canonical", "function", "ranks", "level", "single_holder", "organization",
        "place",
        "documents",
      ],
      rows: graph.posts.map {
        [
          .text($0.id), .text($0.title), ExportValue($0.titles.map(\.name)), ExportValue($0.canonical),
          ExportValue($0.function), ExportValue($0.ranks), ExportValue($0.level),
          .integer($0.singleHolder ? 1 : 0), ExportValue($0.organization), ExportValue($0.place),
          .integer($0.documents),
        ]
      })
  }

  private var organizations: Table {
    Table(
      header: ["id", "name", "names", "canonical", "level", "place", "parent", "documents"],
      rows: graph.organizations.map {
        [
          .text($0.id), .text($0.name), ExportValue($0.names.map(\.name)), ExportValue($0.canonical),
          ExportValue($0.level), ExportValue($0.place), ExportValue($0.parent), .integer($0.documents),
        ]
      })
  }

  private var places: Table {
    Table(
      header: ["id", "name", "name_ru", "canonical", "level", "parent"],
      rows: graph.places.map {
        [
          .text($0.id), .text($0.name), ExportValue($0.ru), ExportValue($0.canonical), ExportValue($0.level),
          ExportValue($0.parent),
        ]
      })
  }

  private var directives: Table {
    Table(
      header: [
        "id", "name", "number", "number_vi", "title", "type", "issuer", "organization", "place", "date",
        "cited_full", "cited_short", "first_cited", "last_cited", "documents",
      ],
      rows: graph.directives.map {
        [
          .text($0.id), .text($0.name), ExportValue($0.number), ExportValue($0.numberVi),
          ExportValue($0.title),
          ExportValue($0.type), ExportValue($0.issuer), ExportValue($0.organization), ExportValue($0.place),
          ExportValue($0.date), .integer($0.citedFull), .integer($0.citedShort), ExportValue($0.firstCited),
          ExportValue($0.lastCited), .integer($0.documents),
        ]
      })
  }

  private var citations: Table {
    Table(
      header: ["claim", "directive", "document", "cited_full", "cited_short"],
      rows: snapshot.citations.map {
        [.text($0.claim), .text($0.directive), .text($0.document), .integer($0.full), .integer($0.short)]
      })
  }

  private var figures: Table {
    Table(
      header: [
        "id", "claim", "document", "quote", "value", "unit", "what", "of", "percent", "place", "period",
        "measure",
        "check",
      ],
      rows: graph.figures.map { figure in
        let body = figure.body
        return [
          .text(figure.id), .text(figure.claim), .text(figure.document), .text(figure.quote),
          body.value.map { .number($0) }, ExportValue(body.unit), ExportValue(body.what),
          body.of.map { .number($0) }, body.percent.map { .number($0) }, ExportValue(body.place),
          ExportValue(body.period), .text(body.measure.rawValue), ExportValue(body.check),
        ]
      })
  }

  private var contradictions: Table {
    Table(
      header: ["id", "kind", "title", "node", "claims"],
      rows: graph.contradictions.map {
        [.text($0.id), .text($0.kind.rawValue), .text($0.title), .text($0.node), ExportValue($0.claims)]
      })
  }

  private var documents: Table {
    Table(
      header: ["id", "title", "source", "published", "language", "url", "path", "sha256"],
      rows: snapshot.documents.map {
        [
          .text($0.id), ExportValue($0.title), ExportValue($0.source), ExportValue($0.published),
          ExportValue($0.language), ExportValue($0.url), ExportValue($0.path), .text($0.sha256),
        ]
      })
  }
}
