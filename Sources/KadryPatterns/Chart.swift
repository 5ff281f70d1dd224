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
  @usableFromInline var next: Int32 = -1

  @inlinable
  public init(start: Int, end: Int, type: Int, grammemes: Grammemes = [], value: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.type = UInt8(truncatingIfNeeded: type)
    self.grammemes = grammemes
    self.value = Int32(truncatingIfNeeded: value)
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
  public private(set) var masks: [TypeRegistry.Mask] = []
  /// Types that end right before each token, and behind the last one.
  public private(set) var endMasks: [TypeRegistry.Mask] = []
  /// What a word's ending lets it express, where no lexicon knows it.
  public private(set) var guesses: [Grammemes] = []

  /// The keys of the literals of all rules; a chart that knows none takes every token for one.
  private let literals: KeyFilter

  public init() { literals = KeyFilter() }

  /// A chart for the rules of a set, in which other words than their literals need no look at these.
  public init(for rules: RuleSet) { literals = rules.literalKeys }

  /// Empties the chart for the next document; storage is kept.
  ///
  /// - Parameter fill: appends the tokens, and as many masks of shapes and guesses.
  public mutating func reset(_ fill: (inout [Token], inout [TypeRegistry.Mask], inout [Grammemes]) -> Void) {
    tokens.removeAll(keepingCapacity: true)
    annotations.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    masks.removeAll(keepingCapacity: true)
    guesses.removeAll(keepingCapacity: true)
    fill(&tokens, &masks, &guesses)
    heads.append(contentsOf: repeatElement(-1, count: tokens.count))
    endMasks.removeAll(keepingCapacity: true)
    endMasks.append(contentsOf: repeatElement(0, count: tokens.count + 1))
    for index in tokens.indices
    where literals.mayContain(tokens[index].key) || literals.mayContain(tokens[index].stem) {
      masks[index] |= TypeRegistry.literal
    }
  }

  /// Empties the chart for the next document, with the shapes of each token by itself.
  public mutating func reset(
    _ fill: (inout [Token]) -> Void, shape: (Token) -> TypeRegistry.Mask, guess: (Token) -> Grammemes
  ) {
    reset { tokens, masks, guesses in
      fill(&tokens)
      for token in tokens {
        masks.append(shape(token))
        guesses.append(guess(token))
      }
    }
  }

  /// Sets the shapes of a token; annotation types are kept.
  public mutating func set(mask: TypeRegistry.Mask, at token: Int) { masks[token] |= mask }

  /// Takes shapes away from a token, so that later rules do not see it as such.
  public mutating func remove(mask: TypeRegistry.Mask, at token: Int) { masks[token] &= ~mask }

  /// Adds an annotation and returns its number; longer ones come first at a token.
  @discardableResult
  public mutating func add(_ annotation: Annotation) -> Int {
    let number = Int32(annotations.count)
    var made = annotation
    let start = Int(annotation.start)
    let mask: TypeRegistry.Mask = 1 &<< TypeRegistry.Mask(annotation.type)
    masks[start] |= mask
    endMasks[Int(annotation.end)] |= mask
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
  @inlinable @inline(__always)
  public func forEach(at token: Int, _ body: (Int, Annotation) -> Void) {
    var at = heads[token]
    while at >= 0 {
      let annotation = annotations[Int(at)]
      body(Int(at), annotation)
      at = annotation.next
    }
  }

  /// The longest annotation of a type that starts at a token.
  @inlinable
  public func first(at token: Int, type: Int) -> (index: Int, annotation: Annotation)? {
    guard token < masks.count, masks[token] & (1 &<< TypeRegistry.Mask(type)) != 0 else { return nil }
    var at = heads[token]
    while at >= 0 {
      let annotation = annotations[Int(at)]
      if Int(annotation.type) == type { return (Int(at), annotation) }
      at = annotation.next
    }
    return nil
  }

  /// All shapes and types of a range of tokens together.
  @inlinable
  public func mask(of range: Range<Int>) -> TypeRegistry.Mask {
    var mask: TypeRegistry.Mask = 0
    for token in range { mask |= masks[token] }
    return mask
  }

  @inline(__always) func head(_ token: Int) -> Int32 { heads[token] }
}
