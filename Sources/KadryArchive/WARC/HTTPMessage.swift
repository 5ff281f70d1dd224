/// A server's answer, as a web archive keeps it.
struct HTTPMessage {
  var status: Int
  var fields: HeaderFields
  /// Where the body begins.
  var bodyStart: Int

  /// Reads the head of an answer; `nil` when the bytes do not begin with a whole one.
  init?(head bytes: [UInt8]) {
    var position = 0
    func nextLine() -> ArraySlice<UInt8>? {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
      var line = bytes[position..<end]
      position = end + 1
      if line.last == 0x0D { line.removeLast() }
      return line
    }
    guard bytes.starts(with: Array("HTTP/".utf8)), let first = nextLine() else { return nil }
    let words = first.split(separator: 0x20)
    guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
    self.status = status
    fields = HeaderFields()
    while true {
      guard let line = nextLine() else { return nil }
      if line.isEmpty { break }
      // Servers send lines that are no fields; browsers pass them over.
      _ = fields.add(line)
    }
    bodyStart = position
  }

  var contentType: ContentType? { fields["content-type"].map(ContentType.init) }

  /// A body without chunks and compression.
  struct Body: Equatable {
    var bytes: [UInt8]
    /// Whether chunks or compression end early.
    var isTruncated = false
  }

  /// Why a body cannot be had.
  enum BodyTrouble: Error, Equatable {
    case tooLarge
    /// A way of compression that is not known.
    case encoding(String)
  }

  /// Undoes chunks and compression. What declares them and is not so is left as it is: some crawlers store bodies
  /// undone with the old head.
  func body(_ bytes: ArraySlice<UInt8>, limit: Int) throws(BodyTrouble) -> Body {
    var body = Body(bytes: Array(bytes))
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      body = Self.dechunked(body.bytes) ?? body
    }
    let encodings = (fields["content-encoding"] ?? "").lowercased().split { $0 == "," || $0 == " " }
    for encoding in encodings.reversed() {
      switch encoding {
      case "identity", "none": break
      case "gzip", "x-gzip":
        if GzipStream.isGzip(body.bytes) { try body.inflate(.gzip, limit: limit) }
      case "deflate":
        // Meant as zlib, and by some as bare; told apart by the first two bytes.
        let isZlib =
          body.bytes.count > 1 && body.bytes[0] & 0x0F == 8
          && (Int(body.bytes[0]) << 8 | Int(body.bytes[1])) % 31 == 0
        try body.inflate(isZlib ? .zlib : .none, limit: limit)
      default: throw .encoding(String(encoding))
      }
    }
    if body.bytes.count > limit { throw .tooLarge }
    return body
  }

  /// `nil` when the bytes do not begin with a chunk.
  private static func dechunked(_ bytes: [UInt8]) -> Body? {
    var body = Body(bytes: [])
    var position = 0
    while true {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else {
        return position == 0 ? nil : Body(bytes: body.bytes, isTruncated: true)
      }
      let digits = bytes[position..<end].prefix { $0 != 0x3B && $0 > 0x20 }
      guard !digits.isEmpty, digits.count < 9,
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return position == 0 ? nil : Body(bytes: body.bytes, isTruncated: true) }
      if size == 0 { return body }
      let chunk = bytes[(end + 1)...].prefix(size)
      body.bytes += chunk
      if chunk.count < size { return Body(bytes: body.bytes, isTruncated: true) }
      position = chunk.endIndex
      if position < bytes.count, bytes[position] == 0x0D { position += 1 }
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }
  }
}

extension HTTPMessage.Body {
  fileprivate mutating func inflate(_ wrapping: Inflater.Wrapping, limit: Int) throws(HTTPMessage.BodyTrouble)
  {
    var (output, position): ([UInt8], Int) = ([], 0)
    do throws(Inflater.Damage) {
      let inflater = try Inflater(wrapping)
      while output.count <= limit {
        let block = try inflater.inflate(bytes, from: &position, upTo: 1 << 16)
        output += block
        if block.isEmpty { break }
      }
      if !inflater.isEnded { isTruncated = true }
    } catch {
      isTruncated = true
    }
    if output.count > limit { throw .tooLarge }
    bytes = output
  }
}
