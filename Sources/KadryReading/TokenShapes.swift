import KadryLexicon
import KadryPatterns
import KadryText

/// What tokens look like, as the masks of patterns say it.
struct TokenShapes {
  /// By the number of a word's ending.
  private let endingGrammemes: [Grammemes]
  private let endingIsAdjective: [Bool]
  /// By the raw value of a mark.
  private let marks: [TypeRegistry.Mask]

  init(_ lexicons: Lexicons) {
    endingGrammemes = lexicons.endingGrammemes
    endingIsAdjective = lexicons.endingIsAdjective
    marks = Mark.allCases.sorted { $0.rawValue < $1.rawValue }.map(TokenShapes.mask)
  }

  /// Appends the shapes of each token, and what its ending lets it express.
  func append(
    of tokens: [Token], _ text: Span<UInt8>, _ masks: inout [TypeRegistry.Mask], _ guesses: inout [Grammemes]
  ) {
    masks.reserveCapacity(tokens.count)
    guesses.reserveCapacity(tokens.count)
    for token in tokens {
      masks.append(mask(token, text))
      guesses.append(endingGrammemes[Int(token.ending)])
    }
  }

  private func mask(_ token: Token, _ text: Span<UInt8>) -> TypeRegistry.Mask {
    var mask = Shape.any.mask
    if !token.has(.spaceBefore) { mask |= Shape.nospace.mask }
    if token.has(.lineBefore) { mask |= Shape.linestart.mask }
    switch token.kind {
    case .word:
      mask |= Shape.word.mask | (token.isCapitalized ? Shape.cap.mask : Shape.lower.mask)
      if token.has(.allCaps) { mask |= Shape.allcaps.mask }
      mask |= token.has(.cyrillic) ? Shape.cyrillic.mask : Shape.latin.mask
      if endingIsAdjective[Int(token.ending)] { mask |= Shape.adj.mask }
      if token.isCapitalized, isRoman(token, text) { mask |= Shape.roman.mask }
    case .number:
      mask |= number(token, text)
    case .mark:
      mask |= marks[Int(token.mark.rawValue)]
    }
    return mask
  }

  /// Whether a word is one to six of the capitals of Roman numerals.
  private func isRoman(_ token: Token, _ text: Span<UInt8>) -> Bool {
    guard token.end - token.start <= 6 else { return false }
    for byte in token.range where text[byte] != 0x49 && text[byte] != 0x56 && text[byte] != 0x58 {
      return false
    }
    return true
  }

  private func number(_ token: Token, _ text: Span<UInt8>) -> TypeRegistry.Mask {
    var mask = Shape.number.mask
    var value = 0
    for byte in token.range {
      guard text[byte] >= 0x30 else { return mask | Shape.dotted.mask }
      if value < 10000 { value = value * 10 + Int(text[byte] - 0x30) }
    }
    let digits = token.end - token.start
    if digits <= 2, (1...31).contains(value) { mask |= Shape.day.mask }
    if digits <= 2, (1...12).contains(value) { mask |= Shape.monthnum.mask }
    if digits == 4, (1900...2099).contains(value) { mask |= Shape.year.mask }
    return mask
  }

  private static func mask(_ mark: Mark) -> TypeRegistry.Mask {
    switch mark {
    case .comma: Shape.comma.mask
    case .semicolon: Shape.semicolon.mask
    case .colon: Shape.colon.mask
    case .period: Shape.stop.mask
    case .dash: Shape.dash.mask
    case .slash: Shape.slash.mask
    case .percent: Shape.percent.mask
    case .bar: Shape.bar.mask
    case .numero: Shape.numero.mask
    case .openBracket: Shape.open.mask
    case .closeBracket: Shape.close.mask
    case .openQuote: Shape.openquote.mask
    case .closeQuote: Shape.closequote.mask
    case .quote: Shape.openquote.mask | Shape.closequote.mask
    default: 0
    }
  }
}
