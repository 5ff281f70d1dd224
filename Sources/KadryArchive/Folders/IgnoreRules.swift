/// What a file `.kadryignore` leaves out of its folder and the folders in it, in the manner of `.gitignore`.
///
/// One pattern a line; `#` begins a remark, `!` takes back in, a final `/` means folders only. A pattern with a slash before
/// its end is of paths from this folder on, one without is of names at any depth. `*` and `?` stand for characters
/// other than `/`, `[a-z]` for one of several, `**` for folders. The last pattern that fits decides.
struct IgnoreRules {
  static let fileName = ".kadryignore"

  private struct Rule {
    /// The parts between slashes.
    var parts: [[Unicode.Scalar]]
    var isTakenBack: Bool
    var isForFolders: Bool
  }

  private let folder: String
  private var rules: [Rule] = []

  /// Reads the rules of a folder out of the text of its file.
  init(_ text: String, folder: String) {
    self.folder = folder
    for line in text.split(whereSeparator: \.isNewline) {
      var pattern = line[...]
      while pattern.last == " " { pattern.removeLast() }
      let isTakenBack = pattern.first == "!"
      if isTakenBack || pattern.hasPrefix("\\#") || pattern.hasPrefix("\\!") {
        pattern.removeFirst()
      } else if pattern.first == "#" {
        continue
      }
      let isForFolders = pattern.last == "/"
      var parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map {
        Array($0.unicodeScalars)
      }
      if parts.isEmpty { continue }
      let isAnchored = pattern.dropLast(isForFolders ? 1 : 0).contains("/")
      if !isAnchored { parts.insert(["*", "*"], at: 0) }
      rules.append(Rule(parts: parts, isTakenBack: isTakenBack, isForFolders: isForFolders))
    }
  }

  /// Whether a path in the folder is left out; `nil` when no pattern fits.
  func leavesOut(_ path: String, isFolder: Bool) -> Bool? {
    let inside =
      folder == "." ? path[...] : path.dropFirst(folder.hasSuffix("/") ? folder.count : folder.count + 1)
    let parts = inside.split(separator: "/").map { Array($0.unicodeScalars) }
    let rule = rules.last { ($0.isForFolders ? isFolder : true) && Self.fits($0.parts[...], parts[...]) }
    return rule.map { !$0.isTakenBack }
  }

  /// Whether parts of a pattern fit parts of a path, both as a whole.
  private static func fits(_ pattern: ArraySlice<[Unicode.Scalar]>, _ path: ArraySlice<[Unicode.Scalar]>)
    -> Bool
  {
    // Whether the pattern so far fits so many parts of the path.
    var reached = [true] + [Bool](repeating: false, count: path.count)
    for part in pattern {
      var next = [Bool](repeating: false, count: reached.count)
      if part == ["*", "*"] {
        var isReached = false
        for index in reached.indices {
          isReached = isReached || reached[index]
          next[index] = isReached
        }
      } else {
        for (index, name) in path.enumerated() where reached[index] && fits(part, name) {
          next[index + 1] = true
        }
      }
      reached = next
    }
    return reached[path.count]
  }

  /// Whether a pattern fits a name; a `*` that was too short is made longer, the last one only.
  private static func fits(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var (inPattern, inName) = (0, 0)
    var retry: (pattern: Int, name: Int)?
    while inName < name.count {
      if inPattern < pattern.count, pattern[inPattern] == "*" {
        retry = (inPattern + 1, inName)
        inPattern += 1
      } else if let end = step(pattern, at: inPattern, over: name[inName]) {
        inPattern = end
        inName += 1
      } else if let last = retry {
        retry = (last.pattern, last.name + 1)
        (inPattern, inName) = (last.pattern, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == "*" }
  }

  /// Behind the piece of the pattern that stands for one character, `nil` when it does not stand for this one.
  private static func step(_ pattern: [Unicode.Scalar], at position: Int, over scalar: Unicode.Scalar) -> Int?
  {
    guard position < pattern.count else { return nil }
    switch pattern[position] {
    case "?": return position + 1
    case "\\" where position + 1 < pattern.count:
      return pattern[position + 1] == scalar ? position + 2 : nil
    case "[":
      guard let end = pattern[(position + 1)...].dropFirst().firstIndex(of: "]") else { fallthrough }
      var set = pattern[(position + 1)..<end]
      let isInverted = set.first == "!" || set.first == "^"
      if isInverted { set.removeFirst() }
      var isIn = false
      while let low = set.popFirst() {
        var high = low
        if set.first == "-", set.count > 1 {
          set.removeFirst()
          high = set.removeFirst()
        }
        if low <= scalar && scalar <= high { isIn = true }
      }
      return isIn != isInverted ? end + 1 : nil
    default: return pattern[position] == scalar ? position + 1 : nil
    }
  }
}
