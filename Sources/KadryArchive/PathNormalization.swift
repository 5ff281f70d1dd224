/// Spelling paths in one way, without asking the file system.
enum PathNormalization {
  /// The path without `./`, doubled slashes and a final slash; `..` is left alone, links may hide behind it.
  static func clean(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    if path.utf8.first == 0x2F { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// A name inside a folder; `.` stays unsaid.
  static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The path from the root, `..` taken literally; only for comparing.
  static func absolute(_ path: String, in workingDirectory: String) -> String {
    let whole = path.utf8.first == 0x2F ? path : workingDirectory + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folder that a path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
