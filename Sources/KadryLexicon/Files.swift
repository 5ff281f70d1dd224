#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the files of a lexicon folder.
enum LexiconFiles {
  /// The bytes of a file as text; errors name the file and what to do.
  static func text(of path: String) throws(LexiconError) -> String {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw LexiconError(file: path, message: "cannot be read; check that it exists and is readable")
    }
    // Spreadsheets begin a file with a byte order mark.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard let text = String(validating: data.starts(with: mark) ? data.dropFirst(3) : data, as: UTF8.self)
    else {
      throw LexiconError(file: path, message: "is not valid UTF-8; save it as UTF-8")
    }
    return text
  }

  /// Paths below `folder` that end in `suffix`, relative to it, sorted by bytes.
  static func list(_ folder: String, suffix: String) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let below = pending.popLast() {
      let here = below.isEmpty ? folder : folder + "/" + below
      for name in (try? FileManager.default.contentsOfDirectory(atPath: here)) ?? [] {
        guard !name.hasPrefix(".") else { continue }
        let relative = below.isEmpty ? name : below + "/" + name
        var isFolder = false
        if FileManager.default.fileExists(atPath: folder + "/" + relative, isDirectory: &isFolder), isFolder {
          pending.append(relative)
        } else if name.hasSuffix(suffix) {
          found.append(relative)
        }
      }
    }
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
