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
  /// Where `published` comes from: `metadata`, `dateline`, `header`, `url`, `number`.
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

  public init(
    id: String, metadata: DocumentMetadata, published: String? = nil,
    publishedBasis: String? = nil, title: String? = nil, lang: String? = nil, text: String,
    reading: String, place: String? = nil, format: TextFormat = .plain
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
