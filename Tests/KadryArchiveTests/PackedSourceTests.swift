import Foundation
import KadryText
import Testing

@testable import KadryArchive

@Suite struct PackedSourceTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  static let entries = [
    PackedEntry("news/", ""),
    PackedEntry("news/b.txt", "Товарищ Ле Тхань Нян\n"),
    PackedEntry("news/a.md", "# Quỳnh Lưu\n"),
    PackedEntry("news/photo.jpg", bytes: [0xFF, 0xD8, 0x00]),
    PackedEntry("news/.hidden.txt", "нет"),
    PackedEntry("page.html", "<p>Nghệ An</p>"),
    PackedEntry(
      "lines.jsonl",
      "{\"text\":\"один\"}\n{\"id\":\"2\",\"url\":\"https://www.baonghean.vn/2\",\"text\":\"два\"}\n"),
  ]

  @Test(arguments: Shape.allCases)
  func membersAreTheDocumentsOfTheSameFolder(shape: Shape) throws {
    for entry in Self.entries where !entry.name.hasSuffix("/") {
      try folder.write("plain/" + entry.name, bytes: entry.content)
    }
    let path = try folder.write("a.\(shape.rawValue)", bytes: try Packer.pack(Self.entries, as: shape))
    func comparable(_ documents: [Document], below root: String) -> [Document] {
      documents.map { document in
        var document = document
        document.metadata.path = document.metadata.path?.replacing(root, with: "")
        return document
      }.sorted { ($0.metadata.path ?? "") < ($1.metadata.path ?? "") }
    }
    let (packed, plain) = (items([path]), items([folder.path + "/plain"]))
    #expect(
      comparable(packed.documents, below: path) == comparable(plain.documents, below: folder.path + "/plain"))
    #expect(packed.documents.count == 5)
    #expect(packed.documents.first?.metadata.path == path + "/news/b.txt")
    #expect(packed.skipped == [path + "/news/photo.jpg"])
    #expect(packed.failures.isEmpty && packed.notices.isEmpty)
    // Through a pipe, where nothing tells the kind but the bytes, and nothing can be read twice.
    let piped = archive(paths: ["-"], options: ArchiveOptions()) { [folder] in
      InputFileStub(path: folder.path + "/a.\(shape.rawValue)")
    }
    #expect(comparable(all(piped).documents, below: "-") == comparable(packed.documents, below: path))
  }

  @Test(arguments: [Shape.gzip, .bzip2, .xz, .zstd])
  func oneCompressedFileIsTheFile(shape: Shape) throws {
    let ending = shape.rawValue.dropFirst(4)
    let bytes = try Packer.compress(Array("Товарищ Ле Тхань Нян".utf8), as: shape)
    let path = try folder.write("a.txt.\(ending)", bytes: bytes)
    let document = try #require(items([folder.path]).documents.first)
    #expect(String(decoding: document.text, as: UTF8.self) == "Товарищ Ле Тхань Нян")
    #expect(document.metadata.path == path)
    // A name that tells nothing is read when it is given, and left out in a folder.
    let other = try folder.write("other/dump.\(ending)", bytes: bytes)
    #expect(items([other]).documents.map(\.text) == [document.text])
    #expect(items([folder.path + "/other"]).skipped == [other])
  }

  @Test func archivesInArchivesAreReadToTheDepthThatIsAllowed() throws {
    var bytes = try Packer.pack([PackedEntry("deep.txt", "глубоко")], as: .zip)
    for shape in [Shape.gzip, .zip] {
      let name = shape == .gzip ? "inner.zip" : "inner.tar.gz"
      bytes = try Packer.pack(
        [PackedEntry("before.txt", "до"), PackedEntry(name, bytes: bytes), PackedEntry("z.txt", "после")],
        as: shape)
    }
    let path = try folder.write("outer.zip", bytes: bytes)
    let inner = path + "/inner.tar.gz"
    #expect(
      items([path]).documents.map(\.metadata.path) == [
        path + "/before.txt", inner + "/before.txt", inner + "/inner.zip/deep.txt", inner + "/z.txt",
        path + "/z.txt",
      ])
    let shallow = items([path], options: ArchiveOptions(unpacking: UnpackLimits(maxDepth: 2)))
    #expect(shallow.documents.count == 4)
    #expect(
      shallow.failures.map(\.description) == [
        "\(inner)/inner.zip: too-deep: it lies in more than 2 archives; unpack the outer ones, or raise --max-depth"
      ])
  }

  @Test func manifestSpeaksOfMembers() throws {
    let path = try folder.write("a.zip", bytes: try Packer.pack(Self.entries, as: .zip))
    let table = try folder.write("m.tsv", "path\tdate\na.zip/news/b.txt\t2016-11-10\n")
    let options = ArchiveOptions(manifest: try Manifest(path: table))
    #expect(items([path], options: options).documents.first?.metadata.date == "2016-11-10")
  }

  @Test func namesInAnOldCharsetStayApart() throws {
    let bytes = Array("ab.txt".utf8).map { $0 == 0x61 ? 0x8F : $0 }
    var archive = try Packer.pack([PackedEntry("ab.txt", "текст")], as: .tar)
    archive.replaceSubrange(0..<bytes.count, with: bytes)
    // The head's checksum is a sum of bytes.
    let sum = archive[..<512].enumerated().reduce(0) {
      $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element))
    }
    archive.replaceSubrange(148..<156, with: Array(String(format: "%06o\0 ", sum).utf8))
    let path = try folder.write("a.tar", bytes: archive)
    #expect(items([path]).documents.map(\.metadata.path) == [path + "/%8Fb.txt"])
  }
}

/// All items of a source.
func all(_ source: any DocumentSource) -> [SourceItem] {
  var items: [SourceItem] = []
  while let item = source.next() { items.append(item) }
  return items
}

/// A file that is handed out in blocks of odd sizes, and only once.
final class InputFileStub: ByteStream {
  private var rest: ArraySlice<UInt8>

  init(path: String) {
    rest = Array((try? Data(contentsOf: URL(filePath: path))) ?? Data())[...]
  }

  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    let block = rest.prefix(min(limit, 1021))
    rest = rest.dropFirst(block.count)
    return Array(block)
  }
}
