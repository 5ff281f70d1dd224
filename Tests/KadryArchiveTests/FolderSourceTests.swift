import Foundation
import Testing

@testable import KadryArchive

@Suite struct FolderSourceTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func filesComeInTheOrderOfTheirPathsBytes() throws {
    let names = ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a-b/x.txt", "ё.txt", "B.txt"]
    for name in names { try folder.write(name, "text") }
    let paths = items([folder.path]).documents.compactMap(\.metadata.path)
    #expect(
      paths
        == names.map { folder.path + "/" + $0 }.sorted {
          Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        })
  }

  @Test func otherKindsAreSkippedAndHiddenFilesPassedOver() throws {
    try folder.write("a.txt", "text")
    try folder.write("a.json", "{}")
    try folder.write("picture.png", bytes: [0x89])
    try folder.write(".hidden.txt", "text")
    try folder.write(".git/config.txt", "text")
    let all = items([folder.path])
    #expect(all.documents.count == 1)
    #expect(all.skipped == [folder.path + "/a.json", folder.path + "/picture.png"])
    #expect(all.failures.isEmpty)
  }

  @Test func folderThatContainsItselfIsReportedAndTheRestRead() throws {
    try folder.write("a/one.txt", "text")
    try folder.write("z.txt", "text")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
    let all = items([folder.path])
    #expect(
      all.failures.map(\.description) == [
        "\(folder.path)/a/loop: directory-loop: the link leads to a folder that it stands in; it was not followed"
      ])
    #expect(all.documents.count == 2)
  }

  @Test func brokenLinkIsMissing() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a.txt", withDestinationPath: "/nowhere/at/all")
    #expect(items([folder.path]).failures.map(\.code) == [.missing])
  }

  @Test func linksToOtherFoldersAreFollowed() throws {
    let other = try TemporaryFolder()
    try other.write("one.txt", "text")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: other.path)
    #expect(items([folder.path]).documents.map(\.metadata.path) == [folder.path + "/link/one.txt"])
  }

  @Test func unreadableFileIsReportedAndTheRestRead() throws {
    let closed = try folder.write("closed.txt", "text")
    try folder.write("open.txt", "text")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    // The superuser reads everything.
    guard getuid() != 0 else { return }
    let all = items([folder.path])
    #expect(
      all.failures.map(\.description) == [
        "\(closed): unreadable: reading it is not allowed; check its permissions"
      ])
    #expect(all.documents.count == 1)
  }

  @Test func nameThatIsNotUTF8IsReported() throws {
    try folder.write("a.txt", "text")
    let bytes = Array(folder.path.utf8) + [0x2F, 0xFF, 0x2E, 0x74, 0x78, 0x74, 0]
    let descriptor = bytes.withUnsafeBytes {
      open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o644)
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let all = items([folder.path])
    #expect(all.failures.map(\.code) == [.badName])
    #expect(all.documents.count == 1)
  }

  @Test(arguments: [
    ("./a//b/", "a/b"), ("a/./b", "a/b"), ("/a/", "/a"), (".", "."), ("../x", "../x"), ("/", "/"),
  ])
  func pathsAreSpelledInOneWay(typed: String, clean: String) {
    #expect(PathNormalization.clean(typed) == clean)
  }
}
