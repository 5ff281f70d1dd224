import Foundation
import KadryText
import Testing

@testable import KadryArchive

/// Records of web archives, written by hand.
enum WARCFixture {
  static func record(
    _ type: String, url: String? = "https://www.baonghean.vn/a.html", fields: String = "", block: [UInt8]
  ) -> [UInt8] {
    var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Date: 2020-02-03T04:05:06Z\r\n"
    if let url { head += "WARC-Target-URI: \(url)\r\n" }
    head += fields + "Content-Length: \(block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func answer(
    _ body: [UInt8], url: String = "https://www.baonghean.vn/a.html", status: String = "200 OK",
    type: String = "text/plain; charset=utf-8", http: String = "", fields: String = ""
  ) -> [UInt8] {
    let head = "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(http)\r\n"
    return record(
      "response", url: url, fields: "Content-Type: application/http; msgtype=response\r\n" + fields,
      block: Array(head.utf8) + body)
  }

  static func answer(_ body: String, url: String = "https://www.baonghean.vn/a.html") -> [UInt8] {
    answer(Array(body.utf8), url: url)
  }

  static let info = record(
    "warcinfo", url: nil, fields: "Content-Type: application/warc-fields\r\n",
    block: Array("software: by hand\r\n".utf8))

  /// Each record as a gzip member of its own, as crawlers write it.
  static func gzipped(_ records: [[UInt8]]) throws -> [UInt8] {
    try records.flatMap { try Packer.compress($0, as: .gzip) }
  }
}

@Suite struct WARCTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func text(_ document: Document) -> String { String(decoding: document.text, as: UTF8.self) }

  @Test(arguments: [false, true])
  func pagesAreReadWithTheirAddresses(isGzipped: Bool) throws {
    let request = WARCFixture.record("request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8))
    let page = WARCFixture.answer(
      Array("<p>Quỳnh Lưu</p>".utf8), url: "<https://www.baonghean.vn/b>", type: "text/html")
    let image = WARCFixture.answer([0xFF, 0xD8, 0], type: "image/jpeg")
    let gone = WARCFixture.answer([0x61], status: "404 Not Found")
    let records = [WARCFixture.info, request, WARCFixture.answer("một"), image, gone, page]
    let bytes = isGzipped ? try WARCFixture.gzipped(records) : Array(records.joined())
    let path = try folder.write(isGzipped ? "c.warc.gz" : "c.warc", bytes: bytes)
    let all = items([path])
    #expect(all.documents.map(text) == ["một", "<p>Quỳnh Lưu</p>"])
    #expect(all.documents.map(\.format) == [.plain, .html])
    #expect(
      all.documents.map(\.metadata.url) == ["https://www.baonghean.vn/a.html", "https://www.baonghean.vn/b"])
    #expect(all.documents.map(\.metadata.source) == ["baonghean.vn", "baonghean.vn"])
    // The day of the crawl is no day of publication.
    #expect(all.documents.allSatisfy { $0.metadata.date == nil && $0.metadata.exact })
    #expect(all.failures.isEmpty && all.notices.isEmpty)
    #expect(
      all.compactMap { if case .skipped(_, let kind) = $0 { kind } else { nil } } == [
        "image/jpeg", "status 404",
      ])
    // The path says where the record begins, so that it can be cut out.
    let offset = try #require(all.documents[1].metadata.path?.split(separator: ":").last.flatMap { Int($0) })
    let tail = Array(bytes[offset...])
    #expect(isGzipped ? tail.starts(with: [0x1F, 0x8B]) : tail.starts(with: Array("WARC/1.0".utf8)))
    let cut = try folder.write(isGzipped ? "d.warc.gz" : "d.warc", bytes: tail)
    #expect(items([cut]).documents.map(\.text) == [all.documents[1].text])
    // Through a pipe, in a zip and compressed as a whole it is the same.
    let piped = archive(paths: ["-"], options: ArchiveOptions()) { InputFileStub(path: path) }
    #expect(
      KadryArchiveTests.all(piped).documents.map(\.metadata.sha256) == all.documents.map(\.metadata.sha256))
    let name = isGzipped ? "c.warc.gz" : "c.warc"
    let zip = try folder.write("z.zip", bytes: try Packer.pack([PackedEntry(name, bytes: bytes)], as: .zip))
    #expect(items([zip]).documents.map(\.text) == all.documents.map(\.text))
    let whole = try folder.write("w.warc.xz", bytes: try Packer.compress(Array(records.joined()), as: .xz))
    #expect(items([whole]).documents.map(\.text) == all.documents.map(\.text))
  }

  @Test(arguments: ["gzip", "x-gzip", "deflate"])
  func compressedAndChunkedBodiesAreUndone(encoding: String) throws {
    let text = String(repeating: "Nghệ An, ", count: 500)
    let packed = try Packer.compress(Array(text.utf8), as: .gzip)
    // Deflate is what stands between gzip's head of ten bytes and its sum and length, eight bytes.
    let body = encoding == "deflate" ? Array(packed[10..<packed.count - 8]) : packed
    var chunked: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: 20) {
      let chunk = body[start..<min(start + 20, body.count)]
      chunked += Array("\(String(chunk.count, radix: 16));x=1\r\n".utf8) + chunk + [0x0D, 0x0A]
    }
    chunked += Array("0\r\n\r\n".utf8)
    let record = WARCFixture.answer(
      chunked, http: "Transfer-Encoding: chunked\r\nContent-Encoding: \(encoding)\r\n")
    let document = try #require(items([try folder.write("c.warc", bytes: record)]).documents.first)
    #expect(self.text(document) == text)
    #expect(document.metadata.sha256 == sha256Hex(Array(text.utf8)))
  }

  @Test func headsThatPromiseMoreThanTheBodyHasDoNoHarm() throws {
    let stored = WARCFixture.answer(
      Array("một".utf8), http: "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
    let cut = WARCFixture.answer(
      Array("40\r\nhai".utf8), http: "Transfer-Encoding: chunked\r\n")
    let brotli = WARCFixture.answer([1, 2, 3], http: "Content-Encoding: br\r\n")
    let path = try folder.write("c.warc", bytes: stored + cut + brotli)
    let all = items([path])
    #expect(all.documents.map(text) == ["một", "hai"])
    #expect(
      all.notices.map(\.description) == [
        "\(path):\(stored.count): truncated: the page ends early; it was read as far as it goes "
          + "(https://www.baonghean.vn/a.html)"
      ])
    #expect(
      all.failures.map(\.detail) == [
        "its body is compressed as 'br', which is not read (https://www.baonghean.vn/a.html)"
      ])
  }

  @Test func aBodyAboveTheLimitIsTooLargeAndTheNextIsRead() throws {
    let packed = try Packer.compress([UInt8](repeating: 0x61, count: 5000), as: .gzip)
    let bomb = WARCFixture.answer(packed, http: "Content-Encoding: gzip\r\n")
    let path = try folder.write("c.warc", bytes: bomb + WARCFixture.answer("hai"))
    let all = items([path], options: ArchiveOptions(maxDocument: 1000))
    #expect(all.failures.map(\.code) == [.tooLarge])
    #expect(all.documents.map(text) == ["hai"])
  }

  @Test(arguments: [false, true])
  func aRepeatedPageHasTheFirstOnesTextAtItsOwnAddress(isGzipped: Bool) throws {
    let digest = "WARC-Payload-Digest: sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A\r\n"
    func revisit(_ url: String, _ fields: String) -> [UInt8] {
      WARCFixture.record(
        "revisit", url: url,
        fields: fields + "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n",
        block: Array("HTTP/1.1 200 OK\r\n\r\n".utf8))
    }
    let records = [
      WARCFixture.answer(Array("một".utf8), fields: digest), revisit("https://m.baonghean.vn/a.html", digest),
      revisit("https://www.baonghean.vn/a.html", digest),
      revisit("https://www.baonghean.vn/c.html", "WARC-Payload-Digest: sha1:ELSEWHERE\r\n"),
      WARCFixture.answer("hai", url: "https://www.baonghean.vn/d.html"),
    ]
    let bytes = isGzipped ? try WARCFixture.gzipped(records) : Array(records.joined())
    let all = items([try folder.write(isGzipped ? "c.warc.gz" : "c.warc", bytes: bytes)])
    #expect(all.documents.map(text) == ["một", "một", "hai"])
    #expect(all.documents[1].metadata.url == "https://m.baonghean.vn/a.html")
    #expect(all.documents[1].metadata.path != all.documents[0].metadata.path)
    #expect(all.skipped.count == 2)
  }

  @Test func textsWithoutServerAreRead() throws {
    let wet = WARCFixture.record(
      "conversion", url: "https://www.baonghean.vn/b", fields: "Content-Type: text/plain\r\n",
      block: Array("hai".utf8))
    let dns = WARCFixture.record(
      "response", url: "dns:baonghean.vn", fields: "Content-Type: text/dns\r\n", block: [0x31])
    let resource = WARCFixture.record(
      "resource", fields: "Content-Type: text/html\r\n", block: Array("<p>ba</p>".utf8))
    let all = items([try folder.write("c.warc.wet", bytes: wet + dns + resource)])
    #expect(all.documents.map(text) == ["hai", "<p>ba</p>"])
    #expect(all.failures.isEmpty)
  }

  @Test func charsetComesFromServerOrPage() throws {
    let word = "район"
    let bytes = try #require(Encoder.encode(word, as: .windows1251))
    let served = WARCFixture.answer(bytes, type: "text/plain; charset=\"Windows-1251\"")
    let declared = WARCFixture.answer(
      Array("<html><meta charset=windows-1251><p>".utf8) + bytes, type: "text/html")
    let all = items([try folder.write("c.warc", bytes: served + declared)])
    #expect(all.documents.map { text($0).hasSuffix(word) } == [true, true])
    #expect(all.documents.allSatisfy { !$0.metadata.exact && $0.metadata.charset == "windows-1251" })
  }

  // MARK: Damage

  @Test func aDamagedMemberIsSaidAndTheNextRecordRead() throws {
    let members = try ["một", "hai", "ba"].map { try Packer.compress(WARCFixture.answer($0), as: .gzip) }
    var bytes = Array(members.joined())
    let second = members[0].count
    for position in second + 30..<second + 50 { bytes[position] ^= 0xFF }
    let path = try folder.write("c.warc.gz", bytes: bytes)
    let all = items([path])
    #expect(all.documents.map(text) == ["một", "ba"])
    #expect(all.failures.map(\.byte) == [second])
    #expect(all.documents[1].metadata.path == "\(path):\(second + members[1].count)")
  }

  @Test func aRecordThatIsNoneIsSaidAndTheNextRead() throws {
    let first = WARCFixture.answer("một")
    let bytes = first + Array("rubbish\r\nmore of it\r\n".utf8) + WARCFixture.answer("hai")
    let path = try folder.write("c.warc", bytes: bytes)
    let all = items([path])
    #expect(all.documents.map(text) == ["một", "hai"])
    #expect(
      all.failures.map(\.description) == [
        "\(path): byte \(first.count): bad-record: no record begins there; it was left out, and the next one read"
      ])
  }

  @Test func aFileThatEndsEarlyIsReadAsFarAsItGoes() throws {
    let first = WARCFixture.answer("một")
    let path = try folder.write("c.warc", bytes: first + WARCFixture.answer("hai").dropLast(6))
    let all = items([path])
    #expect(all.documents.map(text) == ["một"])
    #expect(all.failures.map(\.code) == [.badRecord])
    let empty = try folder.write("e.warc", "")
    #expect(items([empty]).failures.map(\.code) == [.empty])
  }

  @Test(arguments: 0..<60)
  func anyDamageIsSurvived(seed: Int) throws {
    var random = SeededBytes(seed: UInt64(seed))
    let records = ["một", "hai", "ba", "bốn"].map { WARCFixture.answer($0) }
    var bytes = seed % 2 == 0 ? Array(records.joined()) : try WARCFixture.gzipped(records)
    for _ in 0..<3 {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    let all = items([try folder.write("c.warc.gz", bytes: bytes)])
    #expect(all.documents.count <= 4)
    #expect(all.documents.count + all.failures.count + all.skipped.count > 0)
  }
}

/// A few numbers that are the same every time.
struct SeededBytes {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
