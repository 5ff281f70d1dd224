import KadryLexicon
import KadryText

/// A test of one token or annotation; a trivial value, so that the machine copies it for nothing.
struct ItemTest: Sendable {
  /// The type; ignored for a literal.
  var mask: TypeRegistry.Mask
  var bit: UInt8
  var isShape: Bool
  /// Whether any feature is asked at all.
  var asksFeatures = false
  /// Whether a case or number is asked.
  var asksCells = false
  /// Cases and numbers of which one must be possible.
  var cells: Grammemes = .cases
  /// Genders and the like that must all be possible.
  var required: Grammemes = []
  /// Cases and numbers that must not be the only ones possible.
  var excluded: Grammemes = []
  /// Key of a literal word, or 0, and its key without diacritics.
  var key: UInt64 = 0
  var bareKey: UInt64 = 0

  /// A test for a type with features, which are conjoined.
  init(bit: Int, isShape: Bool, features: [Grammemes] = [], excluded: Grammemes = []) {
    mask = 1 << TypeRegistry.Mask(bit)
    self.bit = UInt8(bit)
    self.isShape = isShape
    self.excluded = excluded
    asksFeatures = !features.isEmpty || !excluded.isEmpty
    for feature in features {
      if feature.isDisjoint(with: .cases) {
        required.formUnion(feature)
      } else {
        // Case and number are asked together: one reading must satisfy all of them.
        cells.formIntersection(feature)
        asksCells = true
      }
    }
  }

  /// A test for a literal word.
  init(key: UInt64, bareKey: UInt64) {
    self.init(bit: Shape.any.bit, isShape: true)
    self.key = key
    self.bareKey = bareKey
  }

  /// Whether the features allow a form with these grammemes.
  @inline(__always)
  func fits(_ grammemes: Grammemes) -> Bool {
    guard asksFeatures, !grammemes.contains(.invariable) else { return true }
    let possible = grammemes.intersection(cells)
    guard grammemes.isSuperset(of: required), !asksCells || !possible.isEmpty else { return false }
    return excluded.isEmpty || possible.isEmpty || !excluded.isSuperset(of: possible)
  }
}

/// One instruction of a rule's program; a trivial value. Places are indices into one array for all rules.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// Takes what item `first` accepts, then goes on after it; the operand says what is noted of it.
    case take
    /// Goes on at `first`; at `second` where that fails. Its operand numbers a ``Branch``.
    case split
    /// Goes on at `first`.
    case jump
    /// Opens and closes the capture slot `first`.
    case open, close
    /// Goes on at `second` when the program at `first` matches here (or does not).
    case look
    /// Goes on when one of the items `first..<second` stands here (or none does).
    case lookItems
    case accept
  }

  var operation: Operation
  /// Whether a look-ahead must fail.
  var isNegative = false
  var first: Int32 = 0
  var second: Int32 = 0
  var operand: Int32 = 0

  /// Nothing is noted of what is taken.
  static let unnoted: Int32 = -2
  /// An annotation that is taken may turn out to be all that a capture around it takes.
  static let noted: Int32 = -1

  init(
    _ operation: Operation, _ first: Int = 0, _ second: Int = 0, operand: Int32 = 0, isNegative: Bool = false
  ) {
    self.operation = operation
    self.operand = operand
    self.first = Int32(first)
    self.second = Int32(second)
    self.isNegative = isNegative
  }
}

/// What can stand where the two ways of a split begin, so that a way which leads nowhere is not taken.
struct Branch: Sendable {
  var first = Start()
  var second = Start()

  struct Start: Sendable {
    /// The types that can begin it.
    var mask: TypeRegistry.Mask = 0
    /// Whether it can begin with nothing at all, because it can be at its end.
    var isOpen = false

    /// Whether it can begin at a token with these types.
    @inline(__always)
    func allows(_ here: TypeRegistry.Mask) -> Bool { isOpen || mask & here != 0 }
  }
}

/// The programs of all rules, end to end: no loops, every repetition unrolled.
struct Program: Sendable {
  var instructions: [Instruction] = []
  var items: [ItemTest] = []
  var branches: [Branch] = []
}

/// What is known of one compiled rule beside its instructions.
struct RuleProgram: Sendable {
  /// Where its instructions begin.
  var start: Int
  /// Capture names by slot.
  var slots: [String] = []
  /// Bits that can begin a match, ascending.
  var firstBits: [Int] = []
  /// Literal keys that can begin a match, ascending.
  var firstKeys: [UInt64] = []
  /// A sentence that lacks one of them needs no attempt.
  var needs: [RuleNeed] = []
  /// How many tests every match passes: the more, the more specific the rule.
  var specificity = 0
}
