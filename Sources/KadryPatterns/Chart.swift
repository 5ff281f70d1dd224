import KadryLexicon
import KadryText

/// Something that spans one or more tokens: a lexicon hit or the result of a rule.
public struct Annotation: Sendable, Equatable {
  /// Token indices, half-open.
  public var start: Int32
  public var end: Int32
  /// Bit of the type in the ``TypeRegistry``.
  public var type: UInt8
  public var grammemes: Grammemes
  /// What it stands for; the reader knows by type.
  public var value: Int32
  /// The next annotation at the same start, shorter or equal, or -1.
  var next: Int32 = -1

  public init(start: Int, end: Int, type: Int, grammemes: Grammemes = [], value: Int) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.type = UInt8(type)
    self.grammemes = grammemes
    self.value = Int32(value)
  }

  @inlinable public var tokens: Range<Int> { Int(start)..<Int(end) }
}

/// Tokens with annotations over them: what rules match against.
public struct Chart: Sendable {
  public private(set) var tokens: [Token] = []
  public private(set) var annotations: [Annotation] = []
  /// First annotation of each token, or -1.
  @usableFromInline private(set) var heads: [Int32] = []
  /// Shapes and types that begin at each token.
  public private(set) var masks: [UInt128] = []
  /// What a word's ending lets it express, where no lexicon knows it.
  public private(set) var guesses: [Grammemes] = []

  public init() {}

  /// Empties the chart for the next document; storage is kept.
  public mutating func reset(
    _ fill: (inout [Token]) -> Void, shape: (Token) -> UInt128, guess: (Token) -> Grammemes
  ) {
    tokens.removeAll(keepingCapacity: true)
    annotations.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    masks.removeAll(keepingCapacity: true)
    guesses.removeAll(keepingCapacity: true)
    fill(&tokens)
    for token in tokens {
      heads.append(-1)
      masks.append(shape(token))
      guesses.append(guess(token))
    }
  }

  /// Sets the shapes of a token; annotation types are kept.
  public mutating func set(mask: UInt128, at token: Int) { masks[token] |= mask }

  /// Takes shapes away from a token, so that later rules do not see it as such.
  public mutating func remove(mask: UInt128, at token: Int) { masks[token] &= ~mask }

  /// Adds an annotation and returns its number; longer ones come first at a token.
  @discardableResult
  public mutating func add(_ annotation: Annotation) -> Int {
    let number = Int32(annotations.count)
    var made = annotation
    let start = Int(annotation.start)
    masks[start] |= 1 << UInt128(annotation.type)
    var previous: Int32 = -1
    var at = heads[start]
    while at >= 0, annotations[Int(at)].end >= annotation.end {
      previous = at
      at = annotations[Int(at)].next
    }
    made.next = at
    annotations.append(made)
    if previous < 0 { heads[start] = number } else { annotations[Int(previous)].next = number }
    return Int(number)
  }

  /// Calls `body` with each annotation that starts at a token, longest first.
  @inline(__always)
  public func forEach(at token: Int, _ body: (Int, Annotation) -> Void) {
    var at = heads[token]
    while at >= 0 {
      body(Int(at), annotations[Int(at)])
      at = annotations[Int(at)].next
    }
  }

  /// The longest annotation of a type that starts at a token.
  public func first(at token: Int, type: Int) -> (index: Int, annotation: Annotation)? {
    guard token < masks.count, masks[token] & (1 << UInt128(type)) != 0 else { return nil }
    var at = heads[token]
    while at >= 0 {
      let annotation = annotations[Int(at)]
      if Int(annotation.type) == type { return (Int(at), annotation) }
      at = annotation.next
    }
    return nil
  }

  @inline(__always) func head(_ token: Int) -> Int32 { heads[token] }
}
