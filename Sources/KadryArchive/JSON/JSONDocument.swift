import KadryText

/// One JSON object of a file or stream, read as a document.
struct JSONDocument {
  let input: Input
  let options: ArchiveOptions
  /// The line or the place in the array, counted from 1.
  var number: Int
  /// Where its bytes begin.
  var offset: Int
  /// What it is called in messages: a line, an element.
  var noun: String

  /// The items for the bytes of one object.
  func items(of bytes: [UInt8]) throws(InputFailure) -> [SourceItem] {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw failure(.badJSON, byte: error.offset, "\(error.reason); the \(noun) was left out")
    }
    guard case .object(let object) = value else {
      throw failure(.badJSON, "the \(noun) is \(value.typeName), not an object; write {\"text\": …}")
    }
    if object["v"] != nil && object["kind"] != nil {
      throw failure(.claims, "these lines are claims, not documents; bring them in with 'kadry load'")
    }
    let fields = JSONDocumentFields(object, mapping: options.fields)
    if let complaint = fields.complaint { throw failure(.badField, ref: fields.metadata.ref, complaint) }
    guard let payload = fields.payload else {
      let names = DocumentField.allCases.filter(\.isText).compactMap(options.fields.name)
      let wanted =
        names.count == 1
        ? "has no \"\(names[0])\", which --field names"
        : "has neither \"text\" nor \"html\"; it needs one of them"
      throw failure(.noText, ref: fields.metadata.ref, "the \(noun) \(wanted)")
    }
    var metadata = fields.metadata
    if metadata.path == nil && input.path != "-" { metadata.path = "\(input.path):\(number)" }
    return DocumentAssembly(options: options).items(
      payload: payload, format: fields.format, metadata: metadata,
      origin: DocumentAssembly.Origin(path: input.path, line: number, offset: offset))
  }

  func tooLarge(_ length: Int) -> InputFailure {
    failure(.tooLarge, DocumentAssembly.tooLarge(length, limit: options.maxDocument))
  }

  private func failure(
    _ code: InputFailure.Code, byte: Int = 0, ref: String? = nil, _ detail: String
  ) -> InputFailure {
    InputFailure(path: input.path, line: number, ref: ref, byte: offset + byte, code: code, detail: detail)
  }
}
