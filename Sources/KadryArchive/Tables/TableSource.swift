import KadryText

/// A table with one document a row: CSV or tab-separated, with a header row that names its columns.
///
/// The columns are those of JSON documents, `id path url date source lang title translation` and one of `text markdown
/// html`, or what `--field` says; other columns are ignored. A row that is no document is a failure with its line, and the
/// next rows are read.
final class TableSource: DocumentSource {
  private let input: Input
  private let options: ArchiveOptions
  private var rows: RowReader?
  private var columns: [(field: DocumentField, index: Int)] = []
  private var width = 0
  private var charset: Charset?
  private var items: ArraySlice<SourceItem> = []
  private var isEnded = false
  /// Beside the text.
  private static let overhead = 1 << 16

  init(_ input: Input, options: ArchiveOptions) {
    self.input = input
    self.options = options
  }

  func next() -> SourceItem? {
    while items.isEmpty && !isEnded {
      do throws(InputFailure) {
        if rows == nil { try open() }
        guard let row = try rows?.next() else {
          isEnded = true
          break
        }
        items = documents(of: row)[...]
      } catch {
        isEnded = true
        items = [.failure(error)]
      }
    }
    return items.popFirst()
  }

  /// Reads the header, and guesses the charset of all rows by the first of them.
  private func open() throws(InputFailure) {
    let stream = try input.open()
    let sample = try stream.readSample()
    charset = decodeText(sample, declared: options.charset).charset
    var rows = RowReader(
      RewoundStream(sample, before: stream), limit: options.maxDocument + Self.overhead)
    guard let header = try rows.next() else {
      throw failure(.empty, line: nil, "there is no line in it; leave it out")
    }
    if let trouble = header.trouble { throw failure(of: trouble, in: header) }
    let names = header.fields.map { String(decoding: text($0).text, as: UTF8.self) }
    width = names.count
    for field in DocumentField.allCases {
      guard let name = options.fields.name(of: field) else { continue }
      if let index = names.firstIndex(of: name) {
        columns.append((field, index))
      } else if options.fields.isMapped(field) {
        throw failure(
          .badField, line: 1, "there is no column '\(name)'; the columns are \(names.joined(separator: " "))")
      }
    }
    if !columns.contains(where: \.field.isText) {
      throw failure(
        .noText, line: 1,
        "no column is called text, markdown or html; say which one holds the text, as --field text=NAME")
    }
    self.rows = rows
  }

  private func documents(of row: RowReader.Row) -> [SourceItem] {
    if let trouble = row.trouble { return [.failure(failure(of: trouble, in: row))] }
    if row.fields.count != width {
      return [
        .failure(
          failure(
            .badTable, line: row.line,
            "\(row.fields.count) fields, and the header has \(width); the row was left out"))
      ]
    }
    var metadata = DocumentMetadata()
    var texts: [(payload: [UInt8], format: TextFormat)] = []
    for (field, index) in columns where !row.fields[index].isEmpty {
      let value = row.fields[index]
      if field.isText {
        texts.append((value, field.format))
      } else {
        metadata.set(field, to: String(decoding: text(value).text, as: UTF8.self))
      }
    }
    let origin = DocumentAssembly.Origin(path: input.path, line: row.line, offset: row.offset)
    guard let (payload, format) = texts.first, texts.count == 1 else {
      let detail =
        texts.isEmpty
        ? "the row has no text; it was left out" : "the row has two texts; choose one, as --field text=NAME"
      return [.failure(failure(.noText, line: row.line, ref: metadata.ref, detail))]
    }
    if metadata.path == nil && input.path != "-" { metadata.path = "\(input.path):\(row.line)" }
    return DocumentAssembly(options: options).items(
      payload: payload, format: format, metadata: metadata, origin: origin, charset: charset?.rawValue)
  }

  private func text(_ field: [UInt8]) -> DecodedText { decodeText(field, declared: charset) }

  private func failure(of trouble: RowReader.Trouble, in row: RowReader.Row) -> InputFailure {
    switch trouble {
    case .textBehindQuote(let line):
      failure(
        .badTable, line: line, "text follows a closing quote; double quotes inside; the row was left out")
    case .openQuote(let line):
      failure(.badTable, line: line, "a quote is opened and not closed; what follows was left out")
    case .tooLong(let length):
      failure(.tooLarge, line: row.line, DocumentAssembly.tooLarge(length, limit: options.maxDocument))
    }
  }

  private func failure(
    _ code: InputFailure.Code, line: Int?, ref: String? = nil, _ detail: String
  ) -> InputFailure {
    InputFailure(path: input.path, line: line, ref: ref, code: code, detail: detail)
  }
}

extension DocumentField {
  /// How a text in this field is laid out.
  var format: TextFormat {
    switch self {
    case .markdown: .markdown
    case .html: .html
    default: .plain
    }
  }
}

extension DocumentMetadata {
  /// Takes over what a field says; not its text.
  mutating func set(_ field: DocumentField, to value: String?) {
    switch field {
    case .id: ref = value
    case .path: path = value
    case .url: url = value
    case .date: date = value
    case .source: source = value
    case .lang: lang = value
    case .title: title = value
    case .translation: translation = value
    case .text, .markdown, .html: break
    }
  }
}
