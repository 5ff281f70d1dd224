import KadryEngine

/// The help texts, made of the same definitions that the parser reads.
struct Help {
  let commands: [Command]
  /// For the examples.
  var words = HelpWords()

  /// The list of all commands.
  func overview() -> String {
    let width = commands.map(\.name.count).max() ?? 0
    var lines = [
      "kadry: who holds which post, since when, and on whose word, from archives of Vietnamese news", "",
      "Usage: kadry COMMAND [OPERANDS] [FLAGS]", "", "Start here:",
    ]
    lines += Self.firstSteps.map { "  " + words.filled($0, quoted: Self.quoted) } + ["", "Commands:"]
    for command in commands {
      lines.append("  " + command.name.padded(to: width + 2) + command.summary)
    }
    lines += [
      "", "'kadry help COMMAND' or 'kadry COMMAND --help' tells more, with examples.", "",
      "The database is --db FILE, else $KADRY_DB, else ./kadry.db.",
      "Exit status: 0 found or done, 1 nothing found, 2 some input failed, 64 wrong usage,",
      "74 a file cannot be used, 75 the database is in use.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the overview says to try, with the ids of words.
  static let firstSteps = [
    "kadry ingest ARTICLES --source baonghean.vn", "kadry who {post.ru-long} --place {place.vi}",
    "kadry person {name.vi-plain}", "kadry why clm-…        (any id that a query shows)",
  ]

  /// The help of one command: what it does, examples, flags.
  func page(for command: Command) -> String {
    let operands = command.operands.usage.isEmpty ? "" : " " + command.operands.usage
    var lines = [
      "kadry \(command.name): \(command.summary)", "", "Usage: kadry \(command.name)\(operands) [FLAGS]",
    ]
    lines += ["", "Examples:"]
    for example in command.examples {
      lines.append("  # \(example.purpose)")
      lines.append(
        "  kadry " + example.arguments.map { Self.quoted(words.filled($0)) }.joined(separator: " "))
    }
    if !command.discussion.isEmpty { lines += [""] + Self.wrapped(command.discussion, to: 92) }
    lines += ["", "Flags:"]
    let flags = command.flags.map { ($0.usage, $0.summary) } + [("-h, --help", "Show this help.")]
    let width = min(flags.map(\.0.count).max() ?? 0, 24)
    for (usage, summary) in flags {
      let text = Self.wrapped(summary, to: 88 - width)
      if usage.count > width {
        lines.append("  " + usage)
        lines += text.map { String(repeating: " ", count: width + 4) + $0 }
      } else {
        lines.append("  " + usage.padded(to: width + 2) + (text.first ?? ""))
        lines += text.dropFirst().map { String(repeating: " ", count: width + 4) + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_./=:,@…".unicodeScalars.contains($0)
    }
    if isPlain && !word.isEmpty { return word }
    return word.contains("\"") ? "'\(word)'" : "\"\(word)\""
  }

  /// Lines of at most `width` characters; paragraphs are separated by a line break in the text.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty && line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return lines
  }
}

extension String {
  /// The string with spaces behind it up to a number of characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
