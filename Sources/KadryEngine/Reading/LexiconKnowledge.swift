import KadryArchive
import KadryGraph
import KadryLexicon
import KadryReading
import KadryText

extension Knowledge {
  /// Reads the built-in lexicons, found beside the executable or where the environment says, with overlays on them.
  ///
  /// Throws ``LexiconError`` with file, line and column.
  public init(executable: String, environment: [String: String], overlays: [String]) throws {
    let base = try Lexicons.locate(executable: executable, environment: environment)
    try self.init(lexicons: try Lexicons(base: base, overlays: overlays))
  }

  /// Takes what the verbs need from lexicons; compiles the rules.
  public init(lexicons: Lexicons) throws {
    let tables = try ReadingTables(lexicons: lexicons)
    let directory = LexiconDirectory(lexicons)
    let names = LexiconNames(lexicons)
    self.init(
      reading: tables.reading, makeReader: { LexiconReader(tables) },
      graph: GraphContext(directory: directory, names: names, fold: PlainSpelling.fold),
      postQuery: LexiconPostQuery(query: PostQuery(tables: tables)),
      nameForms: names.forms, placeNames: directory.placeNames,
      explain: { Reader(tables: tables).explain(Document(text: Array($0.utf8))) },
      folder: lexicons.folders.first ?? "")
  }
}

/// The reader of the lexicons, as the verbs use it.
private struct LexiconReader: DocumentReading {
  private let reader: Reader

  init(_ tables: ReadingTables) {
    let library = SHA256Library()
    reader = Reader(tables: tables, digest: library?.digest ?? SHA256.digest)
  }

  func read(_ document: Document) -> (document: DocumentRecord, claims: [Claim]) {
    let reading = reader.read(document)
    return (reading.document, reading.claims)
  }
}

/// Reads the words of a query as a title.
private struct LexiconPostQuery: PostQueryParsing {
  let query: PostQuery

  func posts(in words: String) -> [PostQueryMatch] {
    query.posts(in: words).map { PostQueryMatch(post: $0.post, place: $0.place) }
  }
}
