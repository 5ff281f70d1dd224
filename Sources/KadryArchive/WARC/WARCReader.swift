/// The head of a record of a web archive.
struct WARCRecord {
  var fields: HeaderFields
  /// In bytes.
  var length: Int
  /// Where it begins in the file: at its gzip member, where each record is one of its own.
  var offset: Int
  /// Whether the file can be read from `offset` on.
  var isSeekable: Bool

  var type: String { (fields["warc-type"] ?? "").lowercased() }
  /// The address, without the angle brackets of old versions.
  var url: String? {
    fields["warc-target-uri"].map {
      $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
    }
  }
}

/// The records of a web archive, one after another (ISO 28500, versions 0.17 to 1.1), in a plain or gzip stream.
///
/// Holds one head and one block of the stream.
final class WARCReader {
  private let stream: any ByteStream
  private let gzip: GzipStream?
  private let path: String
  private var block: [UInt8] = []
  private var position = 0
  /// Where `block` begins in the bytes that come out of the stream.
  private var blockStart: Int
  /// How many bytes of the present record were not asked for.
  private var left = 0
  private var recordOffset = 0
  private static let longestHead = 1 << 20

  /// - Parameter start: Where the stream begins in its file, when it was opened in the middle.
  init(_ stream: any ByteStream, path: String, start: Int = 0) throws(InputFailure) {
    let sample = try stream.readSample(2)
    let whole = RewoundStream(sample, before: stream)
    gzip = GzipStream.isGzip(sample) ? try GzipStream(whole, path: path) : nil
    self.stream = gzip ?? whole
    self.path = path
    blockStart = start
  }

  /// The next record, `nil` at the end; what is left of the one before is passed over.
  func next() throws(InputFailure) -> WARCRecord? {
    while left > 0 { if try read(upTo: left).isEmpty { throw damage("the record ends in the middle") } }
    var line = try nextLine(in: 0)
    while let blank = line, blank.isEmpty { line = try nextLine(in: 0) }
    guard let first = line else { return nil }
    var record = WARCRecord(fields: HeaderFields(), length: 0, offset: recordOffset, isSeekable: gzip == nil)
    if let gzip, gzip.memberOffset == recordOffset {
      record.offset = gzip.memberStart
      record.isSeekable = true
    }
    recordOffset = record.offset
    guard first.starts(with: Array("WARC/".utf8)) else { throw damage("no record begins there") }
    var size = first.count
    while let line = try nextLine(in: size), !line.isEmpty {
      size += line.count
      guard record.fields.add(line[...]) else { throw damage("its head has a line without a colon") }
    }
    guard let length = record.fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw damage("its head gives no Content-Length")
    }
    record.length = length
    left = length
    return record
  }

  /// The next bytes of the record, empty at its end.
  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    guard left > 0, limit > 0 else { return [] }
    if position == block.count { try fill() }
    let bytes = Array(block[position...].prefix(min(left, limit)))
    position += bytes.count
    left -= bytes.count
    return bytes
  }

  /// The record from where it was read to, at most `limit` bytes of it.
  func readBytes(_ limit: Int) throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while left > 0 && bytes.count < limit {
      let more = try read(upTo: limit - bytes.count)
      if more.isEmpty { throw damage("the record ends in the middle") }
      bytes += more
    }
    return bytes
  }

  /// After damage: goes to where the next record may begin; `false` when there is none.
  func recover() throws(InputFailure) -> Bool {
    left = 0
    let opening = Array("WARC/".utf8)
    while true {
      do throws(InputFailure) {
        while let line = try nextLine(in: 0) {
          if line.starts(with: opening) {
            // Put back: the line begins a record.
            let lineBreak = blockStart + position - recordOffset - line.count
            block = line + [0x0D, 0x0A].suffix(lineBreak) + block[position...]
            blockStart = recordOffset
            position = 0
            return true
          }
        }
        return false
      } catch {
        guard error.code == .damaged, let gzip, try gzip.skipToNextMember() else { return false }
        blockStart += block.count
        block = []
        position = 0
      }
    }
  }

  /// The next line without its break, `nil` at the end; `size` is that of the head so far.
  private func nextLine(in size: Int) throws(InputFailure) -> [UInt8]? {
    if position == block.count { try fill() }
    if block.isEmpty { return nil }
    if size == 0 { recordOffset = blockStart + position }
    var line: [UInt8] = []
    while true {
      let rest = block[position...]
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      line += rest[..<end]
      position = min(end + 1, block.count)
      if end < rest.endIndex { break }
      if line.count + size > Self.longestHead {
        throw damage("its head is longer than \(Self.longestHead) bytes")
      }
      try fill()
      if block.isEmpty { break }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  private func fill() throws(InputFailure) {
    blockStart += block.count
    position = 0
    block = []
    block = try stream.read(upTo: 1 << 16)
  }

  private func damage(_ words: String) -> InputFailure {
    InputFailure(
      path: path, byte: recordOffset, code: .badRecord,
      detail: "\(words); it was left out, and the next one read")
  }
}
