/// What a page says of itself in its metadata: JSON-LD, `meta`, `link`, `time` and the attribute `lang`.
public struct PageMetadata: Sendable, Equatable {
  public var title: String?
  /// The date of publication at +07:00: ISO 8601.
  public var date: String?
  public var author: String?
  /// The section of the paper.
  public var section: String?
  /// The language as declared: `ru`, `vi`.
  public var language: String?
  /// The canonical address.
  public var url: String?
  /// The same article in other languages: language and address, as `hreflang` says, by language.
  public var translations: [Translation] = []

  public struct Translation: Sendable, Equatable {
    public var language: String
    public var url: String
    public init(language: String, url: String) {
      self.language = language
      self.url = url
    }
  }

  public init() {}
}
