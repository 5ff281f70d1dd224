import KadryText

/// One text, Markdown or HTML file as one document.
final class FileSource: DocumentSource {
  private let path: String
  private let format: TextFormat
  private let options: ArchiveOptions
  private var stream: (any ByteStream)?
  private var items: ArraySlice<SourceItem> = []
  private var isRead = false

  /// Reads a file when asked for the first item; a `stream` stands for it when it is open already.
  init(path: String, format: TextFormat, options: ArchiveOptions, stream: (any ByteStream)? = nil) {
    self.path = path
    self.format = format
    self.options = options
    self.stream = stream
  }

  func next() -> SourceItem? {
    if !isRead {
      isRead = true
      items = read()[...]
      stream = nil
    }
    return items.popFirst()
  }

  private func read() -> [SourceItem] {
    do throws(InputFailure) {
      if stream == nil {
        let size = try FileSystem.status(of: path).size
        if size > options.maxDocument { return [.failure(tooLarge(size))] }
      }
      let input: any ByteStream
      if let stream { input = stream } else { input = try InputFile(path: path) }
      guard let payload = try input.readAll(limit: options.maxDocument) else {
        return [.failure(tooLarge(nil))]
      }
      let isStandardInput = path == "-"
      return DocumentAssembly(options: options).items(
        payload: payload, format: format,
        metadata: DocumentMetadata(path: isStandardInput ? nil : path),
        origin: DocumentAssembly.Origin(path: path))
    } catch {
      return [.failure(error)]
    }
  }

  private func tooLarge(_ size: Int?) -> InputFailure {
    InputFailure(
      path: path, byte: options.maxDocument, code: .tooLarge,
      detail: size.map { DocumentAssembly.tooLarge($0, limit: options.maxDocument) }
        ?? "more than \(options.maxDocument) bytes; split it, or raise --max-document")
  }
}
