import Foundation
import Testing

@testable import KadryArchive

@Suite struct DamagedArchiveTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// Text that does not compress to nothing.
  private static func noise(_ seed: Int, count: Int) -> String {
    var state = UInt64(seed)
    return String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Character(Unicode.Scalar(UInt8(0x61 + (state >> 33) % 26)))
      })
  }
  private let three = (1...3).map { PackedEntry("\($0).txt", noise($0, count: 4000)) }

  @Test func aDamagedMemberOfAZipIsNamedAndTheRestIsRead() throws {
    var bytes = try Packer.pack(three, as: .zip)
    let second = try #require(bytes.firstRange(of: Array("2.txt".utf8)))
    for position in second.upperBound + 100..<second.upperBound + 140 { bytes[position] = 0xFF }
    let path = try folder.write("a.zip", bytes: bytes)
    let all = items([path])
    #expect(all.documents.map(\.metadata.path) == [path + "/1.txt", path + "/3.txt"])
    let failure = try #require(all.failures.first)
    #expect(all.failures.count == 1)
    #expect(failure.description.hasPrefix("\(path)/2.txt: damaged: it cannot be unpacked ("))
    #expect(failure.description.hasSuffix("; get a whole copy of it"))
  }

  @Test(arguments: Shape.allCases)
  func aTruncatedArchiveIsReadAsFarAsItGoes(shape: Shape) throws {
    let bytes = try Packer.pack(three, as: shape)
    let path = try folder.write("a.\(shape.rawValue)", bytes: Array(bytes[..<(bytes.count / 2)]))
    let all = items([path])
    #expect(!all.failures.isEmpty)
    #expect(all.failures.allSatisfy { $0.code == .damaged && $0.path.hasPrefix(path) })
    #expect(all.documents.count < 3)
    if shape == .zip || shape == .tar { #expect(all.documents.first?.metadata.path == path + "/1.txt") }
  }

  @Test func aTarThatIsDamagedSaysThatTheRestIsLost() throws {
    var bytes = try Packer.pack(three, as: .gzip)
    for position in bytes.count / 2..<bytes.count / 2 + 40 { bytes[position] = 0xFF }
    let path = try folder.write("a.tar.gz", bytes: bytes)
    let all = items([path])
    #expect(all.failures.count <= 2 && all.failures.last?.path == path)
    #expect(all.failures.allSatisfy { $0.code == .damaged })
  }

  @Test func bytesThatAreNoArchiveAreSaid() throws {
    let zip = try folder.write("a.zip", "no archive at all")
    let text = try folder.write("b.txt.gz", "no compression at all")
    let empty = try folder.write("c.tar", "")
    let all = items([zip, text, empty])
    #expect(all.documents.isEmpty)
    #expect(all.failures.map(\.path) == [zip, text, empty])
    #expect(all.failures.allSatisfy { $0.code == .damaged })
    #expect(
      all.failures[1].detail == "it is not compressed as its name says; give it its right name")
  }

  @Test func anArchiveWithoutMembersIsEmpty() throws {
    let path = try folder.write("a.zip", bytes: try Packer.pack([], as: .zip))
    #expect(
      items([path]).failures.map(\.description) == ["\(path): empty: there is no member in it; leave it out"])
  }

  @Test func namesThatLeadOutsideAreRefusedAndTheRestIsRead() throws {
    let entries = [
      PackedEntry("../up.txt", "вверх"), PackedEntry("/etc/root.txt", "корень"),
      PackedEntry("a/../../b.txt", "в сторону"), PackedEntry("good.txt", "хорошо"),
    ]
    let path = try folder.write("a.tar", bytes: try Packer.pack(entries, as: .tar))
    let all = items([path])
    #expect(all.documents.map(\.metadata.path) == [path + "/good.txt"])
    #expect(all.failures.map(\.code) == [.unsafePath, .unsafePath, .unsafePath])
    #expect(
      all.failures.first?.description
        == "\(path): ../up.txt: unsafe-path: the member's name leads out of the archive; it was left out")
  }

  @Test func linksAreNoFiles() throws {
    let entries = [PackedEntry("l.txt", bytes: [], link: "/etc/passwd"), PackedEntry("good.txt", "хорошо")]
    let path = try folder.write("a.tar", bytes: try Packer.pack(entries, as: .tar))
    #expect(items([path]).documents.count == 1)
    #expect(items([path]).skipped == [path + "/l.txt"])
  }

  @Test(arguments: [Shape.zip, .gzip])
  func aMemberAboveTheLimitIsTooLargeAndTheNextIsRead(shape: Shape) throws {
    let entries = [
      PackedEntry("1.txt", String(repeating: "a", count: 300_000)), PackedEntry("2.txt", "text"),
    ]
    let path = try folder.write("a.\(shape.rawValue)", bytes: try Packer.pack(entries, as: shape))
    let all = items([path], options: ArchiveOptions(maxDocument: 1000))
    #expect(all.failures.map(\.code) == [.tooLarge])
    #expect(all.failures.first?.path == path + "/1.txt")
    #expect(all.documents.count == 1)
  }

  // MARK: Bombs

  private func bomb(_ shape: Shape) throws -> String {
    let zeros = [UInt8](repeating: 0x61, count: 4 << 20)
    let entries = (1...4).map { PackedEntry("\($0).txt", bytes: zeros) } + [PackedEntry("5.txt", "end")]
    return try folder.write("a.\(shape.rawValue)", bytes: try Packer.pack(entries, as: shape))
  }

  @Test(arguments: [Shape.zip, .gzip, .xz])
  func aRatioAboveTheLimitEndsTheArchive(shape: Shape) throws {
    let limits = UnpackLimits(maxRatio: 100, ratioFrom: 5 << 20)
    let path = try bomb(shape)
    let all = items([path], options: ArchiveOptions(unpacking: limits))
    #expect(
      all.failures.map(\.description) == [
        "\(path): bomb: more than 100 times its size when unpacked; the rest of it was left out; raise --max-ratio "
          + "if you trust it"
      ])
    #expect(all.documents.count == 1)
    #expect(
      items([path], options: ArchiveOptions(unpacking: UnpackLimits(maxRatio: 100_000))).documents.count == 5)
  }

  @Test func aBombInAnArchiveEndsTheArchiveToo() throws {
    let inner = try Data(contentsOf: URL(filePath: try bomb(.zip)))
    let entries = [PackedEntry("bomb.zip", bytes: Array(inner)), PackedEntry("good.txt", "хорошо")]
    let path = try folder.write("outer.tar", bytes: try Packer.pack(entries, as: .tar))
    let all = items(
      [path], options: ArchiveOptions(unpacking: UnpackLimits(maxRatio: 50, ratioFrom: 5 << 20)))
    #expect(all.failures.map(\.code) == [.bomb])
    #expect(all.failures.first?.path == path)
    #expect(all.documents.count <= 1)
  }

  @Test func countsAndSizesAboveTheLimitEndTheArchive() throws {
    let path = try bomb(.zip)
    let few = items(
      [path], options: ArchiveOptions(unpacking: UnpackLimits(maxMembers: 2, maxRatio: 100_000)))
    #expect(few.documents.count == 2)
    #expect(few.failures.map(\.code) == [.bomb])
    #expect(few.failures.first?.detail.hasPrefix("more than 2 members;") == true)
    let small = items(
      [path], options: ArchiveOptions(unpacking: UnpackLimits(maxUnpacked: 9 << 20, maxRatio: 100_000)))
    #expect(small.documents.count == 2)
    #expect(small.failures.first?.detail.hasPrefix("more than 9437184 unpacked bytes;") == true)
  }
}

@Suite struct GzipStreamTests {
  private func read(_ bytes: [UInt8]) throws -> String {
    let stream = try GzipStream(MemoryStream(bytes), path: "x.gz")
    let all = try stream.readAll(limit: 1 << 20)
    return String(decoding: all ?? [], as: UTF8.self)
  }

  @Test func allMembersAreReadAndPaddingIsNot() throws {
    let (one, two) = try (
      Packer.compress(Array("một ".utf8), as: .gzip), Packer.compress(Array("hai".utf8), as: .gzip)
    )
    #expect(try read(one + two) == "một hai")
    #expect(try read(one + two + [0, 0, 0]) == "một hai")
    #expect(try read([]).isEmpty)
  }

  @Test func aWrongSumIsDamage() throws {
    var bytes = try Packer.compress(Array("một hai ba".utf8), as: .gzip)
    bytes[bytes.count - 6] ^= 1
    #expect(throws: InputFailure.self) { try read(bytes) }
    #expect(throws: InputFailure.self) { try read(Array(bytes.dropLast(9))) }
  }

  @Test func behindDamageTheNextMemberIsFound() throws {
    let members = try ["một", "hai", "ba"].map { try Packer.compress(Array($0.utf8), as: .gzip) }
    var bytes = members[0] + members[1] + members[2]
    let second = members[0].count
    bytes[bytes.count - members[2].count - 5] ^= 1
    let stream = try GzipStream(MemoryStream(bytes), path: "x.gz")
    #expect(try stream.read(upTo: 100) == Array("một".utf8))
    var failure: InputFailure?
    do throws(InputFailure) {
      while try !stream.read(upTo: 100).isEmpty {}
    } catch {
      failure = error
    }
    #expect(failure?.byte == second)
    #expect(try stream.skipToNextMember())
    #expect(try stream.read(upTo: 100) == Array("ba".utf8))
    #expect(stream.memberStart == second + members[1].count)
  }
}
