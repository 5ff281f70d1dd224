import Foundation
import KadryEngine
import KadryText

/// Articles of a folder in any order, with names and numbers varied, as many as are asked for.
///
/// The same folder, lexicons and seed give the same articles.
struct Workload {
  /// The articles as they are.
  let originals: [[UInt8]]
  private var templates: [Template] = []
  private var names: [String?: NamePool] = [:]
  private let seed: UInt64

  /// Reads all `.txt` files below a folder.
  init(folder: String, knowledge: Knowledge, seed: UInt64) throws {
    var paths: [String] = []
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where path.hasSuffix(".txt") {
      paths.append(folder + "/" + path)
    }
    originals = try paths.sorted().map { Array(try Data(contentsOf: URL(filePath: $0))) }
    self.seed = seed
    guard !originals.isEmpty else {
      throw BenchError("\(folder) holds no .txt file; give a folder of articles")
    }
    let reader = knowledge.makeReader()
    for text in originals {
      let (record, claims) = reader.read(Document(text: text))
      templates.append(Template(text, record: record, claims: claims, names: &names))
    }
  }

  /// One of the articles, varied, with its number at the end, so that no two are the same.
  func document(_ index: Int) -> Document {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(index))
    let template = templates.randomElement(using: &generator) ?? templates[0]
    let text = template.article(names: names, &generator) + Array("\n\n\(index)\n".utf8)
    let day = Int.random(in: 1...28, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let date = "2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    return Document(text: text, metadata: DocumentMetadata(path: "bench/\(index)", date: date))
  }

  /// Writes documents as JSON lines, a batch at a time.
  func writeLines(_ count: Int, to path: String) throws {
    let file = try output(path)
    var lines: [UInt8] = []
    for index in 0..<count {
      let document = document(index)
      lines += "{\"path\":".utf8
      JSONOutput.append(document.metadata.path ?? "", to: &lines)
      lines += ",\"date\":".utf8
      JSONOutput.append(document.metadata.date ?? "", to: &lines)
      lines += ",\"text\":".utf8
      JSONOutput.append(String(decoding: document.text, as: UTF8.self), to: &lines)
      lines += "}\n".utf8
      if lines.count > 1 << 20 || index == count - 1 {
        try file.write(contentsOf: lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try file.close()
  }

  /// Writes the texts of documents one after another.
  func writeTexts(_ count: Int, to path: String) throws -> WorkloadFile {
    let file = try output(path)
    var written = WorkloadFile(path: path)
    var texts: [UInt8] = []
    for index in 0..<count {
      let document = document(index)
      texts += document.text
      written.add(document)
      if texts.count > 1 << 20 || index == count - 1 {
        try file.write(contentsOf: texts)
        texts.removeAll(keepingCapacity: true)
      }
    }
    try file.close()
    return written
  }

  private func output(_ path: String) throws -> FileHandle {
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw BenchError("\(path) cannot be written; choose another file")
    }
    return try FileHandle(forWritingTo: URL(filePath: path))
  }
}
