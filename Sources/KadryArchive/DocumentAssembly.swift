import KadryText

/// Makes a document of a payload and what is known of it: the rules that all kinds of source share.
struct DocumentAssembly {
  let options: ArchiveOptions

  /// Where a payload comes from, for messages.
  struct Origin {
    /// The file; `-` is the standard input.
    var path: String
    /// Counted from 1, when each line is a document.
    var line: Int?
    /// Byte offset of the line.
    var offset: Int?
  }

  /// The items for one payload: a document with its notices before it, or a failure.
  ///
  /// `metadata` is what the document or its line says of itself; `sha256`, `exact` and `charset` are filled in.
  /// `charset` is the label that came with the payload.
  func items(
    payload: [UInt8], format: TextFormat, metadata: DocumentMetadata, origin: Origin, charset: String? = nil
  ) -> [SourceItem] {
    func failure(_ code: InputFailure.Code, byte: Int? = nil, _ detail: String) -> InputFailure {
      InputFailure(
        path: origin.path, line: origin.line, ref: metadata.ref, byte: origin.offset ?? byte, code: code,
        detail: detail)
    }
    if payload.count > options.maxDocument {
      return [.failure(failure(.tooLarge, Self.tooLarge(payload.count, limit: options.maxDocument)))]
    }
    let decoded = decodeText(payload, declared: declared(charset, payload, format))
    if !decoded.charset.isUTF16, let zero = payload.prefix(8192).firstIndex(of: 0) {
      return [
        .failure(failure(.binary, byte: zero, "a zero byte stands there: this is no text; leave it out"))
      ]
    }
    guard decoded.text.contains(where: { $0 > 0x20 }), !Self.isOnlyMark(decoded.text) else {
      return [.failure(failure(.empty, byte: 0, "there is no text in it; leave it out"))]
    }
    var document = Document(text: decoded.text, format: format, metadata: metadata)
    document.metadata.sha256 = sha256Hex(payload)
    document.metadata.exact = decoded.exact
    document.metadata.charset = decoded.charset.rawValue
    var items: [SourceItem] = []
    if let invalid = decoded.firstInvalid {
      let notice = failure(
        .invalidUTF8, byte: invalid,
        "bytes that are no \(decoded.charset.rawValue) were read as U+FFFD; spans count in the repaired text, "
          + "not in the file")
      items.append(.notice(notice))
    }
    if let wrongDate = complete(
      &document.metadata,
      page: { format == .html ? HTMLHead.canonicalAddress(of: decoded.text) : nil })
    {
      let detail =
        "\"date\" is '\(wrongDate)', which is no date, and was left out; write 2016-11-10, 2016-11 or 2016"
      items.append(.notice(failure(.badField, detail)))
    }
    items.append(.document(document))
    return items
  }

  /// What is declared of a payload's charset: with it, by the page itself, or for all documents.
  private func declared(_ label: String?, _ payload: [UInt8], _ format: TextFormat) -> Charset? {
    label.flatMap(Charset.init(label:))
      ?? (format == .html ? CharsetDeclaration.label(in: payload).flatMap(Charset.init(label:)) : nil)
      ?? options.charset
  }

  /// Ranks what is known: manifest, then the document and its address, the address that a page calls its own, then the
  /// options; returns a date that is none.
  private func complete(_ metadata: inout DocumentMetadata, page address: () -> String?) -> String? {
    if let path = metadata.path, let entry = options.manifest?.entry(forPath: path) {
      metadata.url = entry.url ?? metadata.url
      metadata.date = entry.date ?? metadata.date
      metadata.source = entry.source ?? metadata.source
      metadata.lang = entry.lang ?? metadata.lang
      metadata.translation = entry.translation ?? metadata.translation
    }
    metadata.source =
      metadata.source ?? metadata.url.flatMap(Self.host) ?? address().flatMap(Self.host) ?? options.source
    metadata.date = metadata.date ?? options.date
    guard let date = metadata.date else { return nil }
    metadata.date = normalizedDate(date)
    return metadata.date == nil ? date : nil
  }

  /// The host of a web address, lower-case, without `www.` and port.
  static func host(of url: String) -> String? {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, parts[0].lowercased().hasPrefix("http"), parts[0].hasSuffix(":"), parts[1].isEmpty
    else { return nil }
    let authority = parts[2].split(separator: "@").last ?? ""
    let host = authority.prefix { $0 != ":" && $0 != "?" && $0 != "#" }.lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.isEmpty ? nil : bare
  }

  static func tooLarge(_ size: Int, limit: Int) -> String {
    "\(size) bytes are more than \(limit); split it, or raise --max-document"
  }

  /// Whether there is nothing but a byte order mark and white space.
  private static func isOnlyMark(_ text: [UInt8]) -> Bool {
    text.starts(with: [0xEF, 0xBB, 0xBF]) && !text.dropFirst(3).contains { $0 > 0x20 }
  }
}
