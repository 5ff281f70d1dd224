/// A sentence: a half-open range of token indices, and its language.
public struct Sentence: Sendable, Equatable {
  public var tokens: Range<Int>
  public var language: Language
  /// Index of the line in which it begins.
  public var line: Int

  public init(tokens: Range<Int>, language: Language, line: Int) {
    self.tokens = tokens
    self.language = language
    self.line = line
  }
}

/// The languages that Kadry tells apart.
public enum Language: String, Sendable, CaseIterable {
  case russian = "ru"
  case vietnamese = "vi"
  /// Vietnamese typed without diacritics.
  case vietnameseBare = "vi-bare"
  case other

  /// The place among all cases.
  public var order: Int {
    switch self {
    case .russian: 0
    case .vietnamese: 1
    case .vietnameseBare: 2
    case .other: 3
    }
  }
}

/// Cuts lines into sentences and tells their languages; linear.
public struct SentenceSplitter: Sendable {
  /// Keys of words after which a full stop does not end a sentence.
  public let abbreviations: Set<UInt64>
  /// Bare keys of Vietnamese syllables, by which text without diacritics is recognised.
  public let bareSyllables: Set<UInt64>

  public init(abbreviations: Set<UInt64> = [], bareSyllables: Set<UInt64> = []) {
    self.abbreviations = abbreviations
    self.bareSyllables = bareSyllables
  }

  public func sentences(of tokens: [Token], lines: [Line]) -> [Sentence] {
    var sentences: [Sentence] = []
    for (index, line) in lines.enumerated() where !line.cues.contains(.rule) {
      var start = line.tokens.lowerBound
      for i in line.tokens where ends(tokens, i, line.tokens.upperBound) {
        // A quote or bracket that closes right after the stop belongs to the sentence.
        var end = i + 1
        while end < line.tokens.upperBound, closes(tokens[end]) { end += 1 }
        guard end > start else { continue }
        sentences.append(sentence(tokens, start..<end, index))
        start = end
      }
      if start < line.tokens.upperBound {
        sentences.append(sentence(tokens, start..<line.tokens.upperBound, index))
      }
    }
    return sentences
  }

  private func closes(_ token: Token) -> Bool {
    (token.mark == .closeQuote || token.mark == .quote || token.mark == .closeBracket)
      && !token.has(.spaceBefore)
  }

  private func ends(_ tokens: [Token], _ i: Int, _ end: Int) -> Bool {
    switch tokens[i].mark {
    case .exclamation:
      return i + 1 >= end || (tokens[i + 1].mark != .openBracket && !isLower(tokens, i + 1, end))
    case .question, .ellipsis:
      return i + 1 >= end || !isLower(tokens, i + 1, end)
    case .period:
      guard i + 1 < end else { return true }
      var next = i + 1
      while next < end, closes(tokens[next]) { next += 1 }
      guard next < end, tokens[next].has(.spaceBefore) else { return false }
      guard i > 0, !tokens[i].has(.spaceBefore) else { return !isLower(tokens, next, end) }
      let before = tokens[i - 1]
      if before.isWord, abbreviations.contains(before.key) { return false }
      // A single capital letter before the stop is an initial.
      if before.isWord, before.isCapitalized, before.end - before.start <= 2,
        before.has(.cyrillic) || before.has(.diacritic) || before.end - before.start == 1
      {
        return false
      }
      return !isLower(tokens, next, end)
    default:
      return false
    }
  }

  private func isLower(_ tokens: [Token], _ i: Int, _ end: Int) -> Bool {
    i < end && tokens[i].isWord && !tokens[i].isCapitalized
  }

  private func sentence(_ tokens: [Token], _ range: Range<Int>, _ line: Int) -> Sentence {
    Sentence(tokens: range, language: language(of: tokens, range), line: line)
  }

  /// The language of a stretch of tokens, by script and marks.
  public func language(of tokens: [Token], _ range: Range<Int>) -> Language {
    var cyrillic = 0
    var latin = 0
    var marked = 0
    for i in range where tokens[i].isWord {
      let token = tokens[i]
      if token.has(.cyrillic) {
        cyrillic += 1
      } else {
        latin += 1
        if token.has(.diacritic) { marked += 1 }
      }
    }
    if cyrillic == 0 && latin == 0 { return .other }
    if cyrillic >= latin { return .russian }
    if marked * 6 >= latin { return .vietnamese }
    if latin >= 3, isBare(tokens, range) { return .vietnameseBare }
    return marked > 0 ? .vietnamese : .other
  }

  /// Whether most Latin words may be Vietnamese syllables without their marks; abbreviations say nothing.
  private func isBare(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    var words = 0
    var syllables = 0
    for i in range where tokens[i].isWord && !tokens[i].has(.cyrillic) && !tokens[i].has(.allCaps) {
      words += 1
      if bareSyllables.contains(tokens[i].stem) { syllables += 1 }
    }
    return words > 0 ? syllables * 10 >= words * 8 : false
  }
}
