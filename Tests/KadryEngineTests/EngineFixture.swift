import Foundation
import KadryArchive
import KadryStore
import KadryText

@testable import KadryEngine

/// A folder with documents and a database, gone after the test.
final class EngineFixture {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kadry-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var input: String { folder + "/in" }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: input + "/" + name))
    return input + "/" + name
  }

  func store(_ name: String = "k.db", _ mode: Store.Mode = .create) throws -> Store {
    try Store(path: folder + "/" + name, mode: mode)
  }

  func source(_ paths: [String]? = nil, options: ArchiveOptions = ArchiveOptions()) -> any DocumentSource {
    archive(paths: paths ?? [input], options: options)
  }

  @discardableResult
  func ingest(
    into store: Store, paths: [String]? = nil, options: ArchiveOptions = ArchiveOptions(),
    knowledge: Knowledge = .fake(), threads: Int = 1
  ) throws -> IngestReport {
    try Ingestion(store: store, knowledge: knowledge, threads: threads).run(source(paths, options: options))
  }

  /// Wire lines of some paths.
  func extract(_ paths: [String]? = nil, threads: Int = 1) throws -> String {
    var bytes: [UInt8] = []
    _ = try Extraction(knowledge: .fake(), threads: threads).run(source(paths), write: { bytes += $0 })
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Documents of a small archive.
let articles = [
  "a.txt": "Первая\n@Ле Нян | chair | council | chair | Nghệ An\n#01-DA/TU\n=10/141 0.71\n",
  "b.txt":
    "Вторая\n@Ле Нян | chair | council | chair | Nghệ An\n@Ле Ван | secretary | council | secretary | Nghệ An\n",
  "c.txt": "Третья\n#01-DA/TU\n=74/131 56.5\n",
]
