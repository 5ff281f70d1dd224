/// Spellings as the evaluation compares them: lower case, one kind of dash, one script in a word.
struct EvaluationFolding: Sendable {
  /// Latin letters by their Cyrillic look-alikes and the other way round are data, not code.
  let words: MatchingWords

  /// The words of a text, folded: letters and digits, with single hyphens inside.
  func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      var word = ""
      for character in fold(String(chunk)) + " " {
        if character.isLetter || character.isNumber {
          word.append(character)
        } else if character == "-" && !word.isEmpty && !word.hasSuffix("-") {
          word.append(character)
        } else {
          if word.hasSuffix("-") { word.removeLast() }
          if !word.isEmpty { tokens.append(word) }
          word = ""
        }
      }
    }
    return tokens
  }

  /// One chunk without white space: lower case, plain dashes, look-alikes in the script of the word.
  private func fold(_ chunk: String) -> String {
    var characters = chunk.map { Self.dashes.contains($0) ? "-" : words.letterFolds[$0] ?? $0 }
    if characters.contains(where: Self.isCyrillic)
      && characters.contains(where: { $0.isASCII && $0.isLetter })
    {
      characters = characters.map { words.lookAlikes[$0] ?? $0 }
    }
    return String(characters).lowercased()
  }

  /// Whether any letter of a folded word is Cyrillic.
  static func isCyrillic(_ word: String) -> Bool { word.contains(where: isCyrillic) }

  static func isCyrillic(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x410...0x44F).contains($0.value) } ?? false
  }

  /// A Vietnamese syllable as its letters without tones, and its tones, so that the tone's place does not count.
  static func vietnameseKey(_ word: String) -> String {
    var letters = ""
    var tones: [Unicode.Scalar] = []
    for character in word {
      if let (letter, tone) = toneLetters[character] {
        letters.append(letter)
        tones.append(tone)
      } else {
        letters.append(character)
      }
    }
    for tone in tones.sorted() { letters += "'\(tone.value)" }
    return letters
  }

  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]

  private static let toneLetters: [Character: (Character, Unicode.Scalar)] = {
    let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    var table: [Character: (Character, Unicode.Scalar)] = [:]
    for letter in "aăâeêioôơuưy" {
      for tone in tones {
        var scalars = String.UnicodeScalarView(letter.unicodeScalars)
        scalars.append(tone)
        table[Character(String(scalars))] = (letter, tone)
      }
    }
    return table
  }()
}
