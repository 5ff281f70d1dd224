/// One article as it came in: its text, and what is known of it from outside.
///
/// `text` is valid UTF-8. Every span that Kadry reports is a half-open range of byte offsets into it.
public struct Document: Sendable, Equatable {
  /// The text, as UTF-8 bytes.
  public var text: [UInt8]
  /// How `text` is laid out: plain text, Markdown or HTML source.
  public var format: TextFormat
  /// What the ingest knows of the document.
  public var metadata: DocumentMetadata

  public init(text: [UInt8], format: TextFormat = .plain, metadata: DocumentMetadata = .init()) {
    self.text = text
    self.format = format
    self.metadata = metadata
  }
}

/// The mark-up that a document's text carries.
public enum TextFormat: String, Sendable, Equatable {
  case plain, markdown, html
}

/// What is known of a document besides its text; `nil` is «not known».
public struct DocumentMetadata: Sendable, Equatable {
  /// Where it was read: a path, with the member for an archive.
  public var path: String?
  /// The caller's own id for it, handed through unchanged.
  public var ref: String?
  /// SHA-256 of the payload, lower-case hex; computed from the text when empty.
  public var sha256: String
  public var url: String?
  /// The newspaper's host, such as `baonghean.vn`.
  public var source: String?
  /// `ru` or `vi`, as given by the caller; the reading detects it otherwise.
  public var lang: String?
  /// The publication date as given: an ISO 8601 date, possibly partial.
  public var date: String?
  /// The title as given from outside the text.
  public var title: String?
  /// Whether `text` and payload are the same bytes.
  public var exact: Bool
  /// The charset that the payload was in.
  public var charset: String
  /// A manifest's mark that groups a translation with its original.
  public var translation: String?

  public init(
    path: String? = nil, ref: String? = nil, sha256: String = "", url: String? = nil,
    source: String? = nil, lang: String? = nil, date: String? = nil, title: String? = nil,
    exact: Bool = true, charset: String = "utf-8", translation: String? = nil
  ) {
    self.path = path
    self.ref = ref
    self.sha256 = sha256
    self.url = url
    self.source = source
    self.lang = lang
    self.date = date
    self.title = title
    self.exact = exact
    self.charset = charset
    self.translation = translation
  }
}
