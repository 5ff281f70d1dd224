/// The names that patterns use for what can stand at a token, as bits of a mask.
///
/// Shapes come first and are known to the matcher; annotation types are added when lexicons and rules
/// are read. At most 127 in all.
public struct TypeRegistry: Sendable {
  public typealias Mask = UInt128
  public private(set) var names: [String] = Shape.allCases.map(\.name)
  private var bits: [String: Int] = [:]

  public static let limit = 127
  /// The bit above all types: a token that some rule may name as a literal.
  static let literal: Mask = 1 << Mask(limit)

  public init() {
    for (bit, name) in names.enumerated() { bits[name] = bit }
  }

  /// The bit of a type, made when new; `nil` when no bit is free.
  public mutating func add(_ name: String) -> Int? {
    if let bit = bits[name] { return bit }
    guard names.count < TypeRegistry.limit else { return nil }
    bits[name] = names.count
    names.append(name)
    return names.count - 1
  }

  public func bit(_ name: String) -> Int? { bits[name] }

  public func mask(_ name: String) -> Mask { bits[name].map { 1 << Mask($0) } ?? 0 }

  /// Whether a bit is a shape of the token itself, not an annotation.
  public func isShape(_ bit: Int) -> Bool { bit < Shape.allCases.count }
}

/// What a token looks like, as patterns name it; the raw value is the bit in a mask.
public enum Shape: UInt8, Sendable, CaseIterable {
  /// Any token at all.
  case any
  case word
  /// A word that begins with a capital letter, or does not.
  case cap, lower
  case allcaps
  case latin, cyrillic
  /// A word whose ending is typical of Russian adjectives.
  case adj
  case number
  /// A whole number of one or two digits up to 31, up to 12, of four digits from 1900 to 2099.
  case day, monthnum, year
  /// A number with a separator in it, such as `11.11` or `0,71`.
  case dotted
  /// A word of Roman numerals.
  case roman
  case comma, semicolon, colon, stop, dash, slash, percent, bar, numero
  case open, close
  case openquote, closequote
  /// Stands directly after the token before it.
  case nospace
  /// The first token of a line.
  case linestart
  /// The first token of a sentence.
  case opening
  /// A word of Vietnamese text that is typed without diacritics.
  case bare

  /// The word that patterns write.
  public var name: String { String(describing: self) }

  @inlinable public var bit: Int { Int(rawValue) }
  @inlinable public var mask: TypeRegistry.Mask { 1 &<< TypeRegistry.Mask(rawValue) }

  /// The masks of all shapes together.
  static let all: TypeRegistry.Mask = allCases.reduce(0) { $0 | $1.mask }
}
