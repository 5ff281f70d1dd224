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
      let document = JSONDocument(
        input: input, options: options, number: line.number,
        offset: line.offset + line.bytes.count - bytes.count,
        noun: "line")
      if line.isTooLong { throw document.tooLarge(line.length) }
      items = try document.items(of: bytes)[...]
    } catch {
      if error.code == .claims { isEnded = true }
      items = [.failure(error)]
    }
  }
}
