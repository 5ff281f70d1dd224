import KadryText

/// One line of the wire format: what `extract` writes and `load` reads.
public enum WireRecord: Sendable, Equatable {
  case document(DocumentRecord)
  case claim(Claim)
  case error(ErrorRecord)
  case end(EndRecord)
}

/// The version of the wire format; `load` refuses a greater one.
public let wireVersion = 1

/// A document that was read.
public struct DocumentRecord: Sendable, Equatable {
  /// `doc-` and 24 hex digits.
  public var id: String
  public var metadata: DocumentMetadata
  /// The publication date that the reading settled on: a partial ISO date.
  public var published: String?
  /// Where `published` comes from: `metadata`, `page`, `header`, `dateline`, `url`, `number`.
  public var publishedBasis: String?
  public var title: String?
  /// Language of most sentences: `ru`, `vi`, `vi-bare` or `other`.
  public var lang: String?
  /// The text, as the spans refer to it.
  public var text: String
  /// Hash of engine and lexicons.
  public var reading: String
  /// The Vietnamese name of the place that the paper belongs to or the article is about.
  public var place: String?
  /// How the text is laid out, so that a stored text can be read again.
  public var format: TextFormat
  /// What an HTML page says of itself.
  public var page: PageRecord?

  public init(
    id: String, metadata: DocumentMetadata, published: String? = nil,
    publishedBasis: String? = nil, title: String? = nil, lang: String? = nil, text: String,
    reading: String, place: String? = nil, format: TextFormat = .plain, page: PageRecord? = nil
  ) {
    self.id = id
    self.metadata = metadata
    self.published = published
    self.publishedBasis = publishedBasis
    self.title = title
    self.lang = lang
    self.text = text
    self.reading = reading
    self.place = place
    self.format = format
    self.page = page
  }

  /// The address as given, else the one that the page calls its own.
  public var address: String? { metadata.url ?? page?.canonical }

  /// The article of an HTML page without its tags, to search in and to show; `nil` for text that is read as it is.
  public var readable: String? {
    format == .html ? String(decoding: readableText.bytes, as: UTF8.self) : nil
  }

  /// The same with the way back to the source.
  public var readableText: HTMLText {
    HTMLText(visibleIn: Array(text.utf8), within: page?.article ?? [])
  }
}

/// What is known of an HTML page beside title and date: what it says of itself, and where its article stands.
public struct PageRecord: Sendable, Equatable {
  public var author: String?
  /// The section of the paper.
  public var section: String?
  /// The language as declared: `ru`, `vi`.
  public var language: String?
  /// The canonical address.
  public var canonical: String?
  /// The same article in other languages: a language, a blank and an address each.
  public var translations: [String]
  /// Where the article stands in the text: half-open bytes, in order.
  public var article: [Range<Int>]

  /// `nil` when there is nothing to say.
  public init?(
    author: String? = nil, section: String? = nil, language: String? = nil, canonical: String? = nil,
    translations: [String] = [], article: [Range<Int>] = []
  ) {
    if author == nil, section == nil, language == nil, canonical == nil, translations.isEmpty, article.isEmpty
    {
      return nil
    }
    self.author = author
    self.section = section
    self.language = language
    self.canonical = canonical
    self.translations = translations
    self.article = article
  }

  init?(_ page: ReadPage) {
    let metadata = page.metadata
    self.init(
      author: metadata.author, section: metadata.section, language: metadata.language,
      canonical: metadata.url,
      translations: metadata.translations.map { "\($0.language) \($0.url)" }, article: page.article)
  }
}

/// A document, or a line, that could not be read.
public struct ErrorRecord: Sendable, Equatable {
  public var path: String?
  /// The caller's id of the document, if the line gave one.
  public var ref: String?
  /// Byte offset of the trouble, when known.
  public var byte: Int?
  /// One of a closed list of short codes with a sentence, `too-large: …`.
  public var reason: String
  public init(path: String? = nil, ref: String? = nil, byte: Int? = nil, reason: String) {
    self.path = path
    self.ref = ref
    self.byte = byte
    self.reason = reason
  }
}

/// Closes a document: all its claims have been written.
public struct EndRecord: Sendable, Equatable {
  public var doc: String
  /// How many claims came before it.
  public var claims: Int
  public init(doc: String, claims: Int) {
    self.doc = doc
    self.claims = claims
  }
}

extension PageRecord {
  /// The addresses of translations that are written as language, blank and address each.
  public static func addresses(ofTranslations translations: [String]) -> [String] {
    translations.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
  }
}
