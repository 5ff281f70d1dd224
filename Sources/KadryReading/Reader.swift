import KadryLexicon
import KadryPatterns
import KadryText

/// Reads documents: text in, claims out.
///
/// A pure function of document and lexicons: no clock, disk, network or other document takes part. Keep one
/// reader per thread, because it reuses its storage.
///
/// ```swift
/// let reader = Reader(tables: try ReadingTables(lexicons: lexicons))
/// let reading = reader.read(Document(text: Array(text.utf8)))
/// ```
public final class Reader {
  public let tables: ReadingTables
  var draft: Draft
  /// Whether a person's query is read, which need not keep to capitals.
  var isQuery = false
  var matcher: Matcher
  private let marker: Marker
  private let zoner: Zoner
  private let directives: DirectiveScanner
  private var names: NameFinder
  private let russian: RussianBodies
  private let vietnamese: VietnameseBodies
  private let posts: PostReader
  private let amounts: AmountReader
  private let lists: ListReader
  private let makers: Makers
  private let builder: ClaimBuilder
  private let digest: SHA256Function
  /// The numbers of the phases, in the order in which the cascade asks for them.
  private let phases: Phases
  /// Told of every match when somebody listens: whether it won, and whether anything came of it.
  var listener: ((borrowing Draft, Match, MatchFate) -> Void)?

  /// - Parameter digest: computes the SHA-256 of ids.
  public init(tables: ReadingTables, digest: @escaping SHA256Function = SHA256.digest) {
    self.tables = tables
    self.digest = digest
    draft = Draft(rules: tables.rules)
    matcher = Matcher(rules: tables.rules)
    marker = Marker(tables: tables)
    zoner = Zoner(types: tables.types)
    directives = DirectiveScanner(tables)
    names = NameFinder(tables)
    russian = RussianBodies(tables)
    vietnamese = VietnameseBodies(tables)
    posts = PostReader(tables)
    amounts = AmountReader(tables)
    lists = ListReader(tables)
    makers = Makers(tables)
    phases = Phases(tables.rules)
    builder = ClaimBuilder(tables: tables, digest: digest)
  }

  /// Compiles the rules of the lexicons and makes a reader.
  ///
  /// - Throws: ``LexiconError`` with file, line and column of a broken rule.
  public convenience init(lexicons: Lexicons) throws(LexiconError) {
    self.init(tables: try ReadingTables(lexicons: lexicons))
  }

  /// Reads one document.
  public func read(_ document: Document) -> Reading {
    prepare(document)
    cascade()
    if draft.published == nil, let found = PublicationDate(lexicons: tables.lexicons).find(draft) {
      draft.published = found.date
      draft.publishedBasis = found.basis
      draft.sourcePlace = sourcePlace(document)
    }
    let record = record(document)
    let claims = builder.build(&draft, doc: record.id)
    return Reading(document: record, claims: claims)
  }

  /// Marks up a document: tokens, lexicon hits, zones.
  func prepare(_ document: Document) {
    if draft.chart.tokens.count > Draft.largestKept { draft = Draft(rules: tables.rules) }
    draft.reset()
    draft.text = document.text
    if document.format == .html { open(document) }
    draft.metadata = document.metadata
    draft.negationType = tables.registry.bit("negation") ?? -1
    draft.aliasType = tables.registry.bit("alias") ?? -1
    draft.placeType = tables.types.place
    draft.datelineType = tables.types.dateline
    draft.isQuery = isQuery
    marker.mark(&draft)
    zoner.assign(&draft)
    draft.language = mainLanguage()
    if let date = document.metadata.date {
      draft.published = date
      draft.publishedBasis = "metadata"
    } else if let date = draft.page?.metadata.date {
      draft.published = date
      draft.publishedBasis = "page"
    }
    draft.sourcePlace = sourcePlace(document)
  }

  /// The place of the paper, which depends on when the article was printed: provinces were merged.
  private func sourcePlace(_ document: Document) -> String? {
    DocumentContext(lexicons: tables.lexicons).place(
      source: document.metadata.source, url: document.metadata.url ?? draft.page?.metadata.url,
      date: draft.published)
  }

  /// Takes the article out of a page.
  private func open(_ document: Document) {
    let page = ReadPage(document.text, cues: tables.lexicons.pageCues)
    draft.source = document.text
    draft.text = page.text.bytes
    draft.page = page
  }

  /// The cascade: numbers of documents, dates, amounts, names, bodies, posts, then what ties them.
  func cascade() {
    // Out of the class and back, so that nothing has to be asked for leave to change it.
    var draft = Draft(rules: tables.rules)
    swap(&draft, &self.draft)
    cascade(&draft, &matcher)
    swap(&draft, &self.draft)
  }

  private func cascade(_ draft: inout Draft, _ matcher: inout Matcher) {
    directives.scan(&draft)
    run(phases.dates, &draft, &matcher)
    run(phases.citations, &draft, &matcher)
    for sentence in draft.sentences { amounts.read(&draft, sentence.tokens) }
    run(phases.figures, &draft, &matcher)
    names.find(&draft)
    for sentence in draft.sentences {
      switch sentence.language {
      case .vietnamese, .vietnameseBare: vietnamese.read(&draft, sentence.tokens)
      case .russian: russian.read(&draft, sentence.tokens)
      case .other: vietnamese.read(&draft, sentence.tokens)
      }
    }
    for sentence in draft.sentences { posts.read(&draft, sentence) }
    run(phases.named, &draft, &matcher)
    run(phases.holds, &draft, &matcher)
    lists.read(&draft)
    run(phases.persons, &draft, &matcher)
    run(phases.relations, &draft, &matcher)
  }

  private struct Phases {
    let dates, citations, figures, named, holds, persons, relations: Int?

    init(_ rules: RuleSet) {
      dates = rules.phase("dates")
      citations = rules.phase("citations")
      figures = rules.phase("figures")
      named = rules.phase("named")
      holds = rules.phase("holds")
      persons = rules.phase("persons")
      relations = rules.phase("relations")
    }
  }

  /// Runs one phase of the rules over every sentence.
  private func run(_ phase: Int?, _ draft: inout Draft, _ matcher: inout Matcher) {
    guard let phase else { return }
    if listener != nil { return runAloud(phase, &draft, &matcher) }
    for sentence in draft.sentences {
      let language = sentence.language == .russian ? "ru" : "vi"
      for match in matcher.matches(phase: phase, draft.chart, in: sentence.tokens, language: language) {
        _ = makers.make(&draft, match)
      }
    }
  }

  /// Runs one phase and tells the listener of every match.
  private func runAloud(_ phase: Int, _ draft: inout Draft, _ matcher: inout Matcher) {
    for sentence in draft.sentences {
      let language = sentence.language == .russian ? "ru" : "vi"
      let candidates = matcher.candidates(
        phase: phase, draft.chart, in: sentence.tokens, language: language)
      let winners = matcher.matches(phase: phase, draft.chart, in: sentence.tokens, language: language)
      for match in winners {
        let made = makers.make(&draft, match)
        listener?(draft, match, made ? .made : .refused)
      }
      for match in candidates where !winners.contains(match) { listener?(draft, match, .lost) }
    }
  }

  private func mainLanguage() -> Language {
    var counts = [0, 0, 0, 0]
    for sentence in draft.sentences { counts[sentence.language.order] += sentence.tokens.count }
    return Language.allCases.max { counts[$0.order] < counts[$1.order] } ?? .other
  }

  private func record(_ document: Document) -> DocumentRecord {
    var metadata = document.metadata
    if metadata.sha256.isEmpty { metadata.sha256 = digest(document.text).hex }
    let headline = draft.lines.first { line in line.tokens.contains { draft.zones[$0] == .headline } }
    let page = draft.page
    return DocumentRecord(
      id: ClaimIdentity.document(metadata), metadata: metadata, published: draft.published,
      publishedBasis: draft.publishedBasis,
      title: metadata.title ?? headline.map { draft.phrase($0.tokens) } ?? page?.metadata.title,
      lang: draft.language.rawValue, text: String(decoding: document.text, as: UTF8.self),
      reading: tables.reading, place: draft.sourcePlace, format: document.format,
      page: page.flatMap(PageRecord.init))
  }
}

/// What became of a rule's match.
enum MatchFate: String, Sendable {
  /// It won and made something.
  case made
  /// It won, and the production found nothing in it.
  case refused
  /// A longer or more specific match took the same words.
  case lost
}

/// What a document says, and what is known of the document.
public struct Reading: Sendable, Equatable {
  public var document: DocumentRecord
  public var claims: [Claim]
  public init(document: DocumentRecord, claims: [Claim]) {
    self.document = document
    self.claims = claims
  }
}
