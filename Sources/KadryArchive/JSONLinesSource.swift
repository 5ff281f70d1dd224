import KadryText

/// A file or stream with one JSON document a line:
/// `{"id","url","date","source","lang","text"|"html"|"markdown"}`, and `title`, `path`, `translation`.
///
/// A line that is no document is a failure with its number and byte, and the next lines are read. Other keys
/// are ignored, empty lines too.
final class JSONLinesSource: DocumentSource {
  private let input: Input
  private let options: ArchiveOptions
  private var lines: LineReader?
  private var items: ArraySlice<SourceItem> = []
  private var isEnded = false
  private var hasLines = false

  private var path: String { input.path }

  init(_ input: Input, options: ArchiveOptions) {
    self.input = input
    self.options = options
  }

  func next() -> SourceItem? {
    while items.isEmpty && !isEnded {
      do throws(InputFailure) {
        try readLine()
      } catch {
        isEnded = true
        items = [.failure(error)]
      }
    }
    return items.popFirst()
  }

  private func readLine() throws(InputFailure) {
    if lines == nil {
      lines = LineReader(try input.open(), limit: options.maxDocument)
    }
    guard let line = try lines?.next() else {
      isEnded = true
      if !hasLines && path != "-" {
        items = [
          .failure(
            InputFailure(path: path, byte: 0, code: .empty, detail: "there is no line in it; leave it out"))
        ]
      }
      lines = nil
      return
    }
    let bytes =
      line.number == 1 && line.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? Array(line.bytes.dropFirst(3)) : line.bytes
    if !line.isTooLong && !bytes.contains(where: { $0 > 0x20 }) { return }
    hasLines = true
    do throws(InputFailure) {
      items = try documents(of: line, bytes: bytes)[...]
    } catch {
      if error.code == .claims { isEnded = true }
      items = [.failure(error)]
    }
  }

  private func documents(of line: Line, bytes: [UInt8]) throws(InputFailure) -> [SourceItem] {
    func failure(_ code: InputFailure.Code, byte: Int = 0, ref: String? = nil, _ detail: String)
      -> InputFailure
    {
      InputFailure(
        path: path, line: line.number, ref: ref, byte: line.offset + byte, code: code, detail: detail)
    }
    if line.isTooLong {
      throw failure(.tooLarge, DocumentAssembly.tooLarge(line.length, limit: options.maxDocument))
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      let shift = line.bytes.count - bytes.count
      throw failure(.badJSON, byte: error.offset + shift, "\(error.reason); the line was left out")
    }
    guard case .object(let object) = value else {
      throw failure(.badJSON, "the line is \(value.typeName), not an object; write {\"text\": …}")
    }
    if object["v"] != nil && object["kind"] != nil {
      throw failure(.claims, "these lines are claims, not documents; bring them in with 'kadry load'")
    }
    let fields = JSONDocumentFields(object)
    if let complaint = fields.complaint { throw failure(.badField, ref: fields.metadata.ref, complaint) }
    guard let payload = fields.payload else {
      throw failure(
        .noText, ref: fields.metadata.ref, "the line has neither \"text\" nor \"html\"; it needs one of them")
    }
    var metadata = fields.metadata
    if metadata.path == nil && path != "-" { metadata.path = "\(path):\(line.number)" }
    return DocumentAssembly(options: options).items(
      payload: payload, format: fields.format, metadata: metadata,
      origin: DocumentAssembly.Origin(path: path, line: line.number, offset: line.offset))
  }
}
