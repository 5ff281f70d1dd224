#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Lexicons {
  /// Finds the base folder: `KADRY_LEXICONS`, else `../share/kadry/Lexicons` beside the executable, else
  /// `Lexicons` in a folder above the executable.
  ///
  /// - Throws: ``LexiconError`` that says where it looked.
  public static func locate(
    executable: String = executablePath(),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(LexiconError) -> String {
    if let folder = environment["KADRY_LEXICONS"], !folder.isEmpty {
      guard isLexicons(folder) else {
        throw LexiconError(
          file: folder, message: "KADRY_LEXICONS names no folder with lexicon tables; correct or unset it")
      }
      return folder
    }
    var looked: [String] = []
    var folder = parent(of: executable)
    let shared = parent(of: folder) + "/share/kadry/Lexicons"
    looked.append(shared)
    if isLexicons(shared) { return shared }
    while !folder.isEmpty, folder != "/" {
      let candidate = folder + "/Lexicons"
      looked.append(candidate)
      if isLexicons(candidate) { return candidate }
      folder = parent(of: folder)
    }
    throw LexiconError(
      file: "Lexicons",
      message: "the lexicon folder was not found; set KADRY_LEXICONS to it (looked in "
        + looked.joined(separator: ", ") + ")")
  }

  /// The path of the running executable, links resolved.
  public static func executablePath() -> String {
    #if os(Linux)
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
        return path
      }
    #endif
    let path = CommandLine.arguments.first ?? ""
    return URL(filePath: path).standardizedFileURL.path
  }

  private static func isLexicons(_ folder: String) -> Bool {
    LexiconFiles.exists(folder + "/paradigms.tsv")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Every rule file of the folders, base first, with its text.
  public func ruleFiles() throws(LexiconError) -> [(path: String, text: String)] {
    var files: [(String, String)] = []
    for folder in folders {
      for file in LexiconFiles.list(folder, suffix: ".pattern") {
        files.append((folder + "/" + file, try LexiconFiles.text(of: folder + "/" + file)))
      }
    }
    return files
  }
}
