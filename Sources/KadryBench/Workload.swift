import Foundation
import KadryArchive
import KadryText

/// The articles of a folder, over and over, each time with a number of its own at the end, so that no two
/// documents are the same.
struct Workload: Sendable {
  private let articles: [[UInt8]]
  let count: Int

  /// Reads all `.txt` files below a folder.
  init(folder: String, count: Int) throws {
    var paths: [String] = []
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where path.hasSuffix(".txt") {
      paths.append(folder + "/" + path)
    }
    articles = try paths.sorted().map { Array(try Data(contentsOf: URL(filePath: $0))) }
    guard !articles.isEmpty else {
      throw BenchError("\(folder) holds no .txt file; give a folder of articles")
    }
    self.count = count
  }

  subscript(index: Int) -> [UInt8] {
    articles[index % articles.count] + Array("\n\n\(index)\n".utf8)
  }

  var bytes: Int { (0..<count).reduce(0) { $0 + self[$1].count } }

  /// Writes all texts into one file, over and over until it has `size` bytes, for the yardstick: a file so large
  /// that starting the other program does not count.
  ///
  /// - Returns: the bytes written.
  func write(to path: String, atLeast size: Int) throws -> Int {
    var all = Data(capacity: size + bytes)
    repeat {
      for index in 0..<count { all.append(contentsOf: self[index]) }
    } while all.count < size
    try all.write(to: URL(filePath: path))
    return all.count
  }

  func source() -> any DocumentSource { WorkloadSource(self) }
}

/// Makes the documents when they are asked for, so that the workload costs no memory.
private final class WorkloadSource: DocumentSource {
  private let workload: Workload
  private var index = 0

  init(_ workload: Workload) { self.workload = workload }

  func next() -> SourceItem? {
    guard index < workload.count else { return nil }
    defer { index += 1 }
    return .document(Document(text: workload[index], metadata: DocumentMetadata(path: "bench/\(index)")))
  }
}

/// Why a measurement could not be made or must not be believed.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
