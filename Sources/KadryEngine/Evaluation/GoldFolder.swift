#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import KadryArchive
import KadryText

/// The gold files of a folder with the texts that they speak of.
public struct GoldFolder: Sendable {
  /// A gold file, and where its text should be.
  struct Entry: Sendable {
    var gold: GoldDocument
    var textPath: String
  }
  /// By path of the gold file, by bytes.
  private(set) var entries: [Entry] = []

  public init() {}

  /// Adds a gold file, or all gold files of a folder and the folders in it.
  ///
  /// - Parameters:
  ///   - texts: where the texts lie, when not beside the golds.
  ///   - words: for reading quantities.
  /// - Throws: when a file cannot be read or is no gold, and when there is none.
  public mutating func add(path: String, texts: String? = nil, words: MatchingWords) throws(EvaluationError) {
    let before = entries.count
    let values = ValueMatching(words: words)
    for file in try Self.files(at: path) {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw EvaluationError(path: file, message: "the file cannot be read; check its permissions")
      }
      let folder = Self.folder(of: file)
      let language = String(folder.split(separator: "/").last ?? "")
      let parsing = GoldParsing(path: file, values: values)
      guard let gold = try parsing.document(Array(data), defaultLanguage: language) else { continue }
      let textPath = Self.textPath(gold, goldFile: file, texts: texts, language: language)
      entries.append(Entry(gold: gold, textPath: textPath))
    }
    if entries.count == before {
      throw EvaluationError(
        path: path, message: "there is no gold file (a .json with \"persons\"); see 'kadry schema gold'")
    }
  }

  /// The text beside the gold, or in the folder of texts, directly or by language.
  private static func textPath(_ gold: GoldDocument, goldFile: String, texts: String?, language: String)
    -> String
  {
    let name = gold.file ?? gold.id + ".txt"
    let places =
      texts.map { ["\($0)/\(name)", "\($0)/\(language)/\(name)", "\($0)/\(gold.language)/\(name)"] }
      ?? ["\(folder(of: goldFile))/\(name)", "\(folder(of: goldFile))/../\(name)"]
    return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
  }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return String(file[..<slash])
  }

  private static func files(at path: String) throws(EvaluationError) -> [String] {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw EvaluationError(path: path, message: "no file or folder has this name; check the spelling")
    }
    guard isFolder else { return [path] }
    var files: [String] = []
    var pending = [path]
    while let folder = pending.popLast() {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where !name.hasPrefix(".") {
        let inside = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        var isInner: Bool = false
        guard FileManager.default.fileExists(atPath: inside, isDirectory: &isInner) else { continue }
        if isInner { pending.append(inside) } else if name.hasSuffix(".json") { files.append(inside) }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
