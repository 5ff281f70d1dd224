import KadryLexicon

/// Cuts the text of a pattern into symbols with their places.
struct RuleScanner {
  enum Symbol: Equatable {
    case name(String), literal(String), number(Int), punctuation(Character), arrow, end
  }
  let file: String
  private let characters: [Character]
  private var position = 0
  private(set) var line: Int
  private(set) var column = 1
  /// Where the current symbol begins.
  private(set) var symbolLine = 0
  private(set) var symbolColumn = 0
  private(set) var symbol: Symbol = .end

  init(_ text: String, file: String, line: Int) throws(LexiconError) {
    self.file = file
    self.line = line
    characters = Array(text)
    try advance()
  }

  func error(_ message: String) -> LexiconError {
    LexiconError(file: file, line: symbolLine, column: symbolColumn, message: message)
  }

  private mutating func step() {
    if characters[position] == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    position += 1
  }

  mutating func advance() throws(LexiconError) {
    while position < characters.count {
      let c = characters[position]
      if c == "#" {
        while position < characters.count, characters[position] != "\n" { step() }
      } else if c.isWhitespace {
        step()
      } else {
        break
      }
    }
    symbolLine = line
    symbolColumn = column
    guard position < characters.count else {
      symbol = .end
      return
    }
    let c = characters[position]
    if c == "=", position + 1 < characters.count, characters[position + 1] == ">" {
      step()
      step()
      symbol = .arrow
    } else if c == "'" {
      step()
      var text = ""
      while position < characters.count, characters[position] != "'", characters[position] != "\n" {
        text.append(characters[position])
        step()
      }
      guard position < characters.count, characters[position] == "'" else {
        throw error("the literal '\(text) is not closed; write a second apostrophe")
      }
      step()
      symbol = .literal(text)
    } else if c.isLetter {
      var text = ""
      while position < characters.count,
        characters[position].isLetter || characters[position].isNumber || characters[position] == "-"
          || characters[position] == "_"
      {
        text.append(characters[position])
        step()
      }
      symbol = .name(text)
    } else if c.isNumber {
      var text = ""
      while position < characters.count, characters[position].isNumber {
        text.append(characters[position])
        step()
      }
      symbol = .number(Int(text) ?? .max)
    } else {
      step()
      symbol = .punctuation(c)
    }
  }
}
