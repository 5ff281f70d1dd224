import KadryText

/// One text, Markdown or HTML file as one document.
final class FileSource: DocumentSource {
  private let input: Input
  private let format: TextFormat
  private let options: ArchiveOptions
  private var items: ArraySlice<SourceItem> = []
  private var isRead = false

  init(_ input: Input, format: TextFormat, options: ArchiveOptions) {
    self.input = input
    self.format = format
    self.options = options
  }

  func next() -> SourceItem? {
    if !isRead {
      isRead = true
      items = read()[...]
    }
    return items.popFirst()
  }

  private func read() -> [SourceItem] {
    do throws(InputFailure) {
      if let size = input.size, size > options.maxDocument { return [.failure(tooLarge(size))] }
      guard let payload = try input.open().readAll(limit: options.maxDocument) else {
        return [.failure(tooLarge(nil))]
      }
      return DocumentAssembly(options: options).items(
        payload: payload, format: format,
        metadata: DocumentMetadata(path: input.path == "-" ? nil : input.path),
        origin: DocumentAssembly.Origin(path: input.path))
    } catch {
      return [.failure(error)]
    }
  }

  private func tooLarge(_ size: Int?) -> InputFailure {
    InputFailure(
      path: input.path, byte: options.maxDocument, code: .tooLarge,
      detail: size.map { DocumentAssembly.tooLarge($0, limit: options.maxDocument) }
        ?? "more than \(options.maxDocument) bytes; split it, or raise --max-document")
  }
}
