/// What the caller knows of all documents of an archive, and the limits of reading it.
public struct ArchiveOptions: Sendable {
  /// A document above this many bytes is a `too-large` failure.
  public var maxDocument: Int
  /// The limits of unpacking archives.
  public var unpacking: UnpackLimits
  /// Reads every file, member of an archive and the standard input as this kind, whatever the name.
  public var readAs: FileKind?
  /// Where the fields of documents stand in JSON and tables.
  public var fields: FieldMapping
  /// The charset of documents that declare none and are not UTF-8; guessed by their bytes when `nil`.
  public var charset: Charset?
  /// The newspaper's host, for documents that name none themselves.
  public var source: String?
  /// The publication date, for a single document: a partial ISO date.
  public var date: String?
  /// What is known of single documents; outranks what they say of themselves.
  public var manifest: Manifest?

  /// Counts what is read of the files, when somebody wants to know.
  public var meter: InputMeter?

  public init(
    maxDocument: Int = 16 << 20, unpacking: UnpackLimits = UnpackLimits(), readAs: FileKind? = nil,
    fields: FieldMapping = FieldMapping(), charset: Charset? = nil, source: String? = nil,
    date: String? = nil,
    manifest: Manifest? = nil
  ) {
    self.maxDocument = maxDocument
    self.unpacking = unpacking
    self.readAs = readAs
    self.fields = fields
    self.charset = charset
    self.source = source
    self.date = date
    self.manifest = manifest
  }
}
