import KadryText

/// The pages of a web archive: records of answers with status 200 and of texts, with address and charset.
///
/// `document.path` is the file and the byte where the record begins, `crawl.warc.gz:1234`. The date of a record is
/// that of the crawl and says nothing of publication. A record that repeats an earlier one at another address is a document
/// with the earlier one's text, where the file can be read again.
final class WARCSource: DocumentSource {
  private let input: Input
  private let options: ArchiveOptions
  private let budget: UnpackBudget
  private var reader: WARCReader?
  private var items: ArraySlice<SourceItem> = []
  private var isEnded = false
  private var hasRecords = false
  /// Where the answer with a digest stands, by a hash of the digest.
  private var originals: [UInt64: Int] = [:]
  /// A body's head and the marks of its chunks, beside the document itself.
  private static let overhead = 1 << 20

  init(_ input: Input, options: ArchiveOptions) {
    self.input = input
    self.options = options
    budget = input.budget ?? UnpackBudget(input, limits: options.unpacking)
  }

  func next() -> SourceItem? {
    while items.isEmpty && !isEnded {
      do throws(InputFailure) {
        try advance()
      } catch {
        items.append(.failure(error))
        isEnded = error.code != .badRecord && error.code != .damaged
        if !isEnded { isEnded = ((try? reader?.recover()) ?? nil) != true }
      }
    }
    return items.popFirst()
  }

  private func advance() throws(InputFailure) {
    if reader == nil {
      reader = try WARCReader(budget.counting(try input.open(), of: input), path: input.path)
    }
    guard let reader else { return }
    guard let record = try reader.next() else {
      isEnded = true
      if !hasRecords {
        items = [
          .failure(
            InputFailure(
              path: input.path, byte: 0, code: .empty, detail: "there is no record in it; leave it out"))
        ]
      }
      return
    }
    hasRecords = true
    try budget.addMember()
    try budget.unpack(record.length)
    items = try items(of: record, reader)[...]
  }

  private func items(of record: WARCRecord, _ reader: WARCReader) throws(InputFailure) -> [SourceItem] {
    switch record.type {
    case "response", "resource", "conversion":
      if record.fields["warc-segment-number"] != nil {
        return [.failure(failure(record, .unsupported, "records in segments are not read; join them"))]
      }
      return try page(of: record, url: record.url, reader)
    case "revisit":
      return revisit(record)
    default:
      return []
    }
  }

  /// The document in a record, at an address.
  private func page(
    of record: WARCRecord, url: String?, place: WARCRecord? = nil, _ reader: WARCReader
  ) throws(InputFailure) -> [SourceItem] {
    let place = place ?? record
    var bytes = try reader.readBytes(1 << 16)
    let isAnswer =
      record.type == "response" && record.fields["content-type"]?.lowercased().contains("http") != false
    var message: HTTPMessage?
    if isAnswer {
      guard let head = HTTPMessage(head: bytes) else {
        // Lookups of names and the like are answers of other kinds.
        if url?.lowercased().hasPrefix("http") != true { return [] }
        return [
          .failure(failure(place, .badRecord, "no head of an HTTP answer begins there; it was left out"))
        ]
      }
      if head.status != 200 { return [.skipped(path: path(of: place), kind: "status \(head.status)")] }
      message = head
    }
    let type = isAnswer ? message?.contentType : record.fields["content-type"].map(ContentType.init)
    let start = message?.bodyStart ?? 0
    guard let kind = type.map(\.kind) ?? Self.guess(bytes[start...], of: message) else {
      return [.skipped(path: path(of: place), kind: type?.media ?? "without type")]
    }
    if record.length - start > options.maxDocument + Self.overhead {
      return [
        .failure(
          failure(place, .tooLarge, DocumentAssembly.tooLarge(record.length, limit: options.maxDocument)))
      ]
    }
    bytes += try reader.readBytes(.max)
    var body = HTTPMessage.Body(bytes: Array(bytes[start...]))
    if let message {
      do throws(HTTPMessage.BodyTrouble) {
        body = try message.body(bytes[start...], limit: options.maxDocument)
      } catch {
        return [.failure(failure(place, error))]
      }
    }
    if record.isSeekable, input.isFile, let digest = record.fields["warc-payload-digest"] {
      originals[Self.hash(digest)] = record.offset
    }
    var found: [SourceItem] = []
    if body.isTruncated || record.fields["warc-truncated"] != nil {
      found.append(.notice(failure(place, .truncated, "the page ends early; it was read as far as it goes")))
    }
    return found
      + DocumentAssembly(options: options).items(
        payload: body.bytes, format: kind.format, metadata: DocumentMetadata(path: path(of: place), url: url),
        origin: DocumentAssembly.Origin(path: path(of: place)), charset: type?.charset)
  }

  /// What a record repeats, at its own address.
  private func revisit(_ record: WARCRecord) -> [SourceItem] {
    let skipped = [SourceItem.skipped(path: path(of: record), kind: "revisit")]
    guard let digest = record.fields["warc-payload-digest"], let offset = originals[Self.hash(digest)] else {
      return skipped
    }
    do throws(InputFailure) {
      let again = try WARCReader(
        try InputFile(path: input.path, from: offset), path: input.path, start: offset)
      guard let original = try again.next(), original.fields["warc-payload-digest"] == digest,
        original.url != record.url
      else { return skipped }
      return try page(of: original, url: record.url, place: record, again)
    } catch {
      return [.failure(failure(record, error.code, error.detail))]
    }
  }

  private func path(of record: WARCRecord) -> String { "\(input.path):\(record.offset)" }

  private func failure(_ record: WARCRecord, _ code: InputFailure.Code, _ detail: String) -> InputFailure {
    InputFailure(path: path(of: record), code: code, detail: record.url.map { "\(detail) (\($0))" } ?? detail)
  }

  private func failure(_ record: WARCRecord, _ trouble: HTTPMessage.BodyTrouble) -> InputFailure {
    switch trouble {
    case .tooLarge:
      failure(record, .tooLarge, "more than \(options.maxDocument) bytes; raise --max-document")
    case .encoding(let name):
      failure(record, .unsupported, "its body is compressed as '\(name)', which is not read")
    }
  }

  /// For answers that give no type.
  private static func guess(_ body: ArraySlice<UInt8>, of message: HTTPMessage?) -> FileKind? {
    message?.fields["content-encoding"] == nil
      && FileKind.guess(from: Array(body.prefix(1024)), mayBeLines: false) == .html ? .html : nil
  }

  /// FNV-1a; a digest that is found by it is compared.
  private static func hash(_ digest: String) -> UInt64 {
    digest.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
