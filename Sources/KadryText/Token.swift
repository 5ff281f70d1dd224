/// A word, a number or a mark of a text, as a small trivial value.
///
/// Tokens are ordered and do not overlap; what lies between two of them is white space or bytes that
/// are not text. Offsets are bytes, half-open.
public struct Token: Sendable, Equatable {
  public var start: UInt32
  public var end: UInt32
  public var kind: TokenKind
  public var mark: Mark
  public var flags: TokenFlags
  /// Which Russian ending the word has, in the tokenizer's ``EndingTable``; 0 is none.
  public var ending: UInt16
  /// Hash of the folded spelling: case, composition, tone placement, ё and look-alikes do not count.
  public var key: UInt64
  /// Cyrillic: hash of the spelling without its ending. Latin: hash without any diacritics.
  public var stem: UInt64

  /// The bytes that the token covers.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var isWord: Bool { kind == .word }
  @inlinable public var isNumber: Bool { kind == .number }
  @inlinable public var isCapitalized: Bool { flags.contains(.capital) }

  @inlinable
  public func has(_ flag: TokenFlags) -> Bool { flags.contains(flag) }
}

public enum TokenKind: UInt8, Sendable {
  /// Letters, with digits inside; Cyrillic ones with hyphens too.
  case word
  /// Digits, with single `.` or `,` between digits.
  case number
  /// One punctuation mark or symbol.
  case mark
}

/// The class of a punctuation mark.
public enum Mark: UInt8, Sendable, CaseIterable {
  case none, comma, semicolon, colon, period, ellipsis, exclamation, question, dash, openBracket,
    closeBracket, openQuote, closeQuote, quote, slash, percent, bar, numero, plus, asterisk, hash,
    apostrophe, currency, other
}

/// What can be seen of a token without knowing what it means.
public struct TokenFlags: OptionSet, Sendable, Equatable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The first letter is upper case.
  @inlinable public static var capital: TokenFlags { TokenFlags(rawValue: 1 << 0) }
  /// All letters are upper case, and there are at least two.
  @inlinable public static var allCaps: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  @inlinable public static var latin: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  @inlinable public static var cyrillic: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  /// A digit stands among the letters.
  @inlinable public static var digit: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  @inlinable public static var hyphen: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  /// A letter with a mark that Vietnamese uses.
  @inlinable public static var diacritic: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  /// White space stands before it.
  @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// A line break stands before it, or it is the first token.
  @inlinable public static var lineBefore: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  /// An empty line, or a block of mark-up, begins before it.
  @inlinable public static var blockBefore: TokenFlags { TokenFlags(rawValue: 1 << 9) }
  /// Latin and Cyrillic letters stand in one word.
  @inlinable public static var mixedScript: TokenFlags { TokenFlags(rawValue: 1 << 10) }
  /// An upper-case letter stands after a lower-case one.
  @inlinable public static var innerCapital: TokenFlags { TokenFlags(rawValue: 1 << 11) }
  /// The word was split off from letters before it, where a tag or a space was lost.
  @inlinable public static var glued: TokenFlags { TokenFlags(rawValue: 1 << 12) }
}
