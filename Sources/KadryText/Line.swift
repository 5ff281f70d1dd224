/// One line of the layout: a paragraph, a heading, a cell, a stub of an image.
///
/// `tokens` is a half-open range of token indices.
public struct Line: Sendable, Equatable {
  public var tokens: Range<Int>
  public var cues: LineCues

  public init(tokens: Range<Int>, cues: LineCues) {
    self.tokens = tokens
    self.cues = cues
  }
}

/// What a line looks like, before any word of it is understood.
public struct LineCues: OptionSet, Sendable, Equatable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The remains of an image: `![alt](url)`, with nothing else but bars.
  @inlinable public static var image: LineCues { LineCues(rawValue: 1 << 0) }
  /// Ends in a bar, as a cell of a lost table does.
  @inlinable public static var cell: LineCues { LineCues(rawValue: 1 << 1) }
  /// Nothing but dashes, colons and bars.
  @inlinable public static var rule: LineCues { LineCues(rawValue: 1 << 2) }
  /// Begins with number signs, as a Markdown heading does.
  @inlinable public static var heading: LineCues { LineCues(rawValue: 1 << 3) }
  /// Begins with a dash, an asterisk or a plus.
  @inlinable public static var item: LineCues { LineCues(rawValue: 1 << 4) }
  /// Ends in a full stop, a question or an exclamation mark, an ellipsis or a colon.
  @inlinable public static var closed: LineCues { LineCues(rawValue: 1 << 5) }
  /// Comes after an image stub.
  @inlinable public static var afterImage: LineCues { LineCues(rawValue: 1 << 6) }
  /// An empty line stands before it.
  @inlinable public static var block: LineCues { LineCues(rawValue: 1 << 7) }
}

/// Finds the lines of a token sequence; linear.
public enum Layout {
  public static func lines(of tokens: [Token]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tokens[end].has(.lineBefore) { end += 1 }
      var cues = cues(of: tokens, start..<end)
      if let last = lines.last, last.cues.contains(.image) { cues.insert(.afterImage) }
      lines.append(Line(tokens: start..<end, cues: cues))
      start = end
    }
    return lines
  }

  /// Takes the line breaks out of paragraphs that were wrapped, so that a name goes on over them.
  ///
  /// A line goes on when it is long and not closed, is no cell or image, and the next one begins with a
  /// small letter or, behind a sentence's end inside the line, with anything.
  public static func unwrap(_ tokens: inout [Token]) {
    var start = 0
    var lineStart = 0
    var lineNumber = 0
    while lineStart < tokens.count {
      var end = lineStart + 1
      while end < tokens.count, !tokens[end].has(.lineBefore) { end += 1 }
      guard end < tokens.count else { return }
      if goesOn(tokens, start..<end, last: lineStart..<end, isFirst: lineNumber == 0) {
        tokens[end].flags.remove(.lineBefore)
        tokens[end].flags.insert(.spaceBefore)
      } else {
        lineNumber += 1
        start = end
      }
      lineStart = end
    }
  }

  /// - Parameter lastLine: what was the last line of `line` before it grew.
  private static func goesOn(
    _ tokens: [Token], _ line: Range<Int>, last lastLine: Range<Int>, isFirst: Bool
  ) -> Bool {
    let next = tokens[line.upperBound]
    guard !next.has(.blockBefore), line.count >= 12 else { return false }
    let cues = cues(of: tokens, lastLine)
    guard cues.isDisjoint(with: [.cell, .closed, .image, .rule, .heading]) else { return false }
    let last = tokens[line.upperBound - 1]
    guard last.kind == .word || last.kind == .number || last.mark == .comma else { return false }
    guard next.isWord || next.isNumber else { return false }
    if next.isWord, !next.isCapitalized { return true }
    // A name that began with one or two parts at the end of a line may go on in the next one.
    guard !isFirst, next.isWord, last.isWord, last.isCapitalized, !last.has(.allCaps) else { return false }
    var run = 0
    while run < min(line.count, 4), tokens[line.upperBound - 1 - run].isWord,
      tokens[line.upperBound - 1 - run].isCapitalized
    { run += 1 }
    // A credit ends its line: «Ảnh: Quang Ân».
    if run < line.count, tokens[line.upperBound - 1 - run].mark == .colon { return false }
    var ahead = 0
    while ahead < 2, line.upperBound + ahead < tokens.count, tokens[line.upperBound + ahead].isWord,
      tokens[line.upperBound + ahead].isCapitalized,
      ahead == 0 || !tokens[line.upperBound + ahead].has(.lineBefore)
    { ahead += 1 }
    return run <= 2 || (run == 3 && ahead >= 2)
  }

  private static func cues(of tokens: [Token], _ range: Range<Int>) -> LineCues {
    var cues: LineCues = []
    var first = range.lowerBound
    if tokens[first].has(.blockBefore) { cues.insert(.block) }
    while first < range.upperBound, tokens[first].mark == .bar { first += 1 }
    var last = range.upperBound - 1
    if tokens[last].mark == .bar {
      cues.insert(.cell)
      while last > first, tokens[last].mark == .bar { last -= 1 }
    }
    guard first <= last else { return cues.union(.rule) }
    if isImage(tokens, first...last) { return cues.union(.image) }
    if (first...last).allSatisfy({
      tokens[$0].mark == .dash || tokens[$0].mark == .bar
        || tokens[$0].mark == .colon
    }) {
      return cues.union(.rule)
    }
    switch tokens[first].mark {
    case .hash: cues.insert(.heading)
    case .dash, .asterisk, .plus: cues.insert(.item)
    default: break
    }
    switch tokens[last].mark {
    case .period, .question, .exclamation, .ellipsis, .colon, .semicolon: cues.insert(.closed)
    case .closeQuote, .quote, .closeBracket:
      if last > first, [.period, .question, .exclamation].contains(tokens[last - 1].mark) {
        cues.insert(.closed)
      }
    default: break
    }
    return cues
  }

  /// Whether the tokens are one or more image stubs and nothing else.
  private static func isImage(_ tokens: [Token], _ range: ClosedRange<Int>) -> Bool {
    var i = range.lowerBound
    while i <= range.upperBound {
      guard tokens[i].mark == .exclamation, i < range.upperBound,
        tokens[i + 1].mark == .openBracket, !tokens[i + 1].has(.spaceBefore)
      else { return false }
      var depth = 0
      i += 1
      while i <= range.upperBound {
        if tokens[i].mark == .openBracket { depth += 1 }
        if tokens[i].mark == .closeBracket { depth -= 1 }
        i += 1
        if depth == 0, i > range.upperBound || tokens[i].mark != .openBracket { break }
      }
      while i <= range.upperBound, tokens[i].mark == .bar { i += 1 }
    }
    return true
  }
}
