/// One command of `kadry`: its words, operands, flags, help and what it does.
struct Command: Sendable {
  /// As typed, such as `who` or `names compare`.
  let name: String
  /// One line for the list of commands, without a final stop.
  let summary: String
  let operands: Operands
  let flags: [Flag]
  /// What the summary does not say: a paragraph or two.
  let discussion: String
  /// Command lines that work, each with what it does; the help leads with them.
  let examples: [Example]
  let run: @Sendable (Invocation) throws -> ExitStatus

  /// A command line, without `kadry`, and what it does. Words of the languages stand as `{post.vi}`, the id of a row
  /// of `help-words.tsv`.
  struct Example: Sendable {
    let arguments: [String]
    let purpose: String

    init(_ purpose: String, _ arguments: String...) {
      self.arguments = arguments
      self.purpose = purpose
    }
  }

  /// What stands beside the flags.
  struct Operands: Sendable {
    /// As in the synopsis, such as `PATH…`.
    let usage: String
    let count: ClosedRange<Int>
    /// What is missing when too few are given, as an example to type, with `{post.vi}` for words.
    let hint: String
    /// A flag that brings operands itself, so that none need to be typed.
    var substitute: Flag?

    static let none = Operands(usage: "", count: 0...0, hint: "")
    static func one(_ usage: String, hint: String) -> Operands {
      Operands(usage: usage, count: 1...1, hint: hint)
    }
    static func optional(_ usage: String) -> Operands {
      Operands(usage: "[\(usage)]", count: 0...1, hint: "")
    }
    static func two(_ usage: String, hint: String) -> Operands {
      Operands(usage: usage, count: 2...2, hint: hint)
    }
    static func some(_ usage: String, hint: String, unless substitute: Flag? = nil) -> Operands {
      Operands(usage: usage, count: 1...Int.max, hint: hint, substitute: substitute)
    }
    static func any(_ usage: String) -> Operands {
      Operands(usage: "[\(usage)]", count: 0...Int.max, hint: "")
    }
  }
}

/// How a command ended, as the shell sees it.
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// A query found nothing; two names are different.
  case nothingFound = 1
  /// Some input could not be read; the rest was.
  case someInputFailed = 2
  /// Two names may be the same.
  case possible = 3
  case usage = 64
  /// A file, database or lexicon cannot be used.
  case unusableFile = 74
  /// Another process holds the database.
  case locked = 75
}
