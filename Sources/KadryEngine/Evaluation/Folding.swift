import KadryText

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

  /// A Vietnamese syllable as its letters without tones, its tone and its digits, so that the tone's place does
  /// not count; a word without a tone is its own key.
  static func vietnameseKey(_ word: String) -> String {
    let tone = ToneFolding.tone(of: word)
    guard tone != 0 else { return word }
    let letters = ToneFolding.letters(word).map(String.init).joined(separator: " ")
    return "\(letters) '\(tone) \(word.filter(\.isNumber))"
  }

  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]
}
