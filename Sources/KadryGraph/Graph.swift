import KadryReading
import KadryText

/// Everything that the claims of an archive say, joined: a pure function of the claims and the lexicons.
///
/// Every list is sorted by id, whatever the order in which the documents came.
public struct Graph: Sendable, Equatable {
  /// The newest publication date in the archive: «current» means as of this day.
  public var asOf: String?
  public var persons: [Person] = []
  public var organizations: [Organization] = []
  public var places: [Place] = []
  public var posts: [Post] = []
  public var occupancies: [Occupancy] = []
  public var directives: [Directive] = []
  public var figures: [Figure] = []
  public var relations: [Relation] = []
  public var contradictions: [Contradiction] = []
  /// Which claims were taken for one person, and why; by the claims.
  public var merges: [Merge] = []
  /// Copies and translations, by document.
  public var witnesses: [Witness] = []

  public init() {}
}

/// What the graph needs to know of a document.
public struct DocumentFacts: Sendable, Equatable {
  public var id: String
  /// Documents of equal bytes are one witness.
  public var sha256: String
  /// A partial ISO date.
  public var published: String?
  public var source: String?
  /// The Vietnamese name of the place of the paper or the article.
  public var place: String?
  /// The detected language.
  public var language: String?
  /// The manifest's mark that groups a translation with its original.
  public var translation: String?
  /// The site and number that its address names.
  public var article: String?
  /// The addresses that it has, and those of articles that its page names as the same in other languages.
  public var addresses: [String]
  public var links: [String]
  /// The wording, `nil` where the text is too short.
  public var sketch: TextSketch?

  public init(
    id: String, sha256: String, published: String? = nil, source: String? = nil, place: String? = nil,
    language: String? = nil, translation: String? = nil, addresses: [String] = [],
    links: [String] = [], sketch: TextSketch? = nil
  ) {
    self.id = id
    self.sha256 = sha256
    self.published = published
    self.source = source
    self.place = place
    self.language = language
    self.translation = translation
    article = addresses.lazy.compactMap(ArticleAddress.article).first
    self.links = links.filter(ArticleAddress.isArticle).map(ArticleAddress.plain)
    self.addresses = addresses.map(ArticleAddress.plain)
    self.sketch = sketch
  }

  /// The language, written with diacritics or without; `nil` for one that is neither.
  var script: Language? {
    switch language.flatMap(Language.init) {
    case .russian: .russian
    case .vietnamese, .vietnameseBare: .vietnamese
    default: nil
    }
  }

  public init(_ record: DocumentRecord) {
    self.init(
      id: record.id, sha256: record.metadata.sha256, published: record.published,
      source: record.metadata.source, place: record.place, language: record.lang,
      translation: record.metadata.translation,
      addresses: [record.metadata.url, record.page?.canonical].compactMap { $0 },
      links: PageRecord.addresses(ofTranslations: record.page?.translations ?? []),
      sketch: TextSketch(text: Array((record.readable ?? record.text).utf8)))
  }
}
