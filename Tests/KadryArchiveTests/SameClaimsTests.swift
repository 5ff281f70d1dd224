import Foundation
import KadryLexicon
import KadryReading
import KadryText
import Testing

@testable import KadryArchive

/// However an article is packed, it says the same: the claims up to `doc`, `id` and `span`.
@Suite struct SameClaimsTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let tables = Result {
    try ReadingTables(lexicons: Lexicons(base: root.appending(path: "Lexicons").path))
  }

  /// Two articles of the corpus, one in each language.
  static func articles() throws -> [(name: String, bytes: [UInt8])] {
    try ["ru", "vi"].map { language in
      let url = root.appending(path: "Corpora/\(language)/001-tan-ky-chi-bo.txt")
      return ("\(language).txt", try Array(Data(contentsOf: url)))
    }
  }

  /// What the documents say, one line a claim, sorted.
  static func said(_ documents: [Document]) throws -> [String] {
    let reader = try Reader(tables: tables.get())
    return documents.flatMap { document in
      reader.read(document).claims.map { claim in
        let mentions = claim.mentions.map { "\($0.quote) \($0.zone) \($0.rule) \($0.lexicon)" }
        return "\(claim.body.kind) \(claim.grade) \(claim.causes) \(mentions)"
      }
    }.sorted()
  }

  /// What the articles say as plain files of one newspaper.
  static let plain = Result {
    try said(
      articles().map { article in
        Document(
          text: article.bytes, metadata: DocumentMetadata(path: article.name, source: "baonghean.vn"))
      })
  }

  private func expectSame(_ paths: [String], options: ArchiveOptions = ArchiveOptions(source: "baonghean.vn"))
    throws
  {
    let all = items(paths, options: options)
    #expect(all.failures.isEmpty)
    let claims = try Self.said(all.documents)
    #expect(claims.count > 100)
    #expect(claims == (try Self.plain.get()))
  }

  @Test func plainFiles() throws {
    for article in try Self.articles() { try folder.write(article.name, bytes: article.bytes) }
    try expectSame([folder.path])
  }

  @Test(arguments: Shape.allCases)
  func archives(shape: Shape) throws {
    let entries = try Self.articles().map { PackedEntry($0.name, bytes: $0.bytes) }
    try expectSame([try folder.write("a.\(shape.rawValue)", bytes: try Packer.pack(entries, as: shape))])
  }

  @Test func archivesInArchives() throws {
    let inner = try Self.articles().map { article in
      PackedEntry(
        article.name + ".zip",
        bytes: try Packer.pack([PackedEntry(article.name, bytes: article.bytes)], as: .zip))
    }
    try expectSame([try folder.write("a.tar.xz", bytes: try Packer.pack(inner, as: .xz))])
  }

  @Test(arguments: [Shape.gzip, .bzip2, .xz, .zstd])
  func compressedFiles(shape: Shape) throws {
    for article in try Self.articles() {
      try folder.write(
        "\(article.name).\(shape.rawValue.dropFirst(4))", bytes: try Packer.compress(article.bytes, as: shape)
      )
    }
    try expectSame([folder.path])
  }

  @Test(arguments: [false, true])
  func webArchives(isGzipped: Bool) throws {
    let records = try Self.articles().map { WARCFixture.answer($0.bytes, url: "https://baonghean.vn") }
    let bytes = isGzipped ? try WARCFixture.gzipped(records) : Array(records.joined())
    try expectSame([try folder.write(isGzipped ? "a.warc.gz" : "a.warc", bytes: bytes)])
  }

  @Test(arguments: [[Charset.windows1251, .windows1258], [.koi8r, .tcvn3], [.windows1251, .viscii]])
  func charsets(pair: [Charset]) throws {
    var plain: [Document] = []
    for (article, charset) in zip(try Self.articles(), pair) {
      let text = CharsetTests.encodable(String(decoding: article.bytes, as: UTF8.self), charset)
      let metadata = DocumentMetadata(path: article.name, source: "baonghean.vn")
      plain.append(Document(text: Array(text.utf8), metadata: metadata))
      try folder.write(article.name, bytes: try #require(Encoder.encode(text, as: charset)))
    }
    let all = items([folder.path], options: ArchiveOptions(source: "baonghean.vn"))
    #expect(Set(all.documents.map(\.metadata.charset)) == Set(pair.map(\.rawValue)))
    #expect(try Self.said(all.documents) == Self.said(plain))
  }

  @Test func tablesAndJSON() throws {
    let texts = try Self.articles().map { String(decoding: $0.bytes, as: UTF8.self) }
    let quoted = texts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    try expectSame([try folder.write("a.csv", "text\n" + quoted.joined(separator: "\n"))])
    let objects = try texts.map { String(decoding: try JSONEncoder().encode(["text": $0]), as: UTF8.self) }
    try expectSame([try folder.write("a.json", "[" + objects.joined(separator: ",\n") + "]")])
    try expectSame([try folder.write("a.jsonl", objects.joined(separator: "\n"))])
  }
}
