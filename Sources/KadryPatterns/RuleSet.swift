import KadryLexicon
import KadryText

/// All rules, compiled, in the phases of the cascade.
public struct RuleSet: Sendable {
  /// One phase: its rules by what can begin them.
  public struct Phase: Sendable {
    public let name: String
    public let sharesText: Bool
    /// Rule numbers by the bit that can begin them.
    var byBit: [[Int32]]
    var byKey: [UInt64: [Int32]]
    /// Tells keys that begin no rule, without looking them up.
    var keyFilter = KeyFilter()
    /// All bits that begin some rule.
    var firstMask: TypeRegistry.Mask
    public internal(set) var rules: [Int]
  }

  /// What the matcher asks of a rule, as a trivial value.
  struct Header: Sendable {
    /// Where its instructions begin.
    var start: Int32
    /// Its language in ``languages``, or -1 for any.
    var language: Int32
    /// Its masks in ``needs``.
    var firstNeed: Int32
    var needCount: Int32
    /// Place among all rules by specificity, then by name: of equally long matches the lower one wins.
    var rank: Int32
  }

  public private(set) var rules: [RuleSource] = []
  public private(set) var phases: [Phase] = []
  let program: Program
  private(set) var headers: [Header] = []
  /// The masks that rules need of a sentence, rule after rule.
  private(set) var needs: [TypeRegistry.Mask] = []
  private(set) var languages: [String] = []
  private var compiled: [RuleProgram] = []
  private var phaseIndex: [String: Int] = [:]

  /// Compiles rule files; a rule of the same name in a later file replaces an earlier one.
  ///
  /// - Parameter registry: knows every type that rules may name.
  public init(files: [RuleFile], registry: TypeRegistry, folder: Folder) throws(LexiconError) {
    var order: [String] = []
    var byName: [String: RuleSource] = [:]
    var phaseSources: [PhaseSource] = []
    for file in files {
      for phase in file.phases where !phaseSources.contains(where: { $0.name == phase.name }) {
        phaseSources.append(phase)
      }
      for rule in file.rules {
        if byName[rule.name] == nil { order.append(rule.name) }
        if let other = byName[rule.name], other.file == rule.file {
          throw LexiconError(
            file: rule.file, line: rule.line, column: 1,
            message: "rule '\(rule.name)' stands already on line \(other.line)")
        }
        byName[rule.name] = rule
      }
      for (name, path, line) in file.switchedOff {
        guard byName.removeValue(forKey: name) != nil else {
          throw LexiconError(file: path, line: line, column: 1, message: "there is no rule '\(name)' to switch off")
        }
      }
    }
    for phase in phaseSources {
      phaseIndex[phase.name] = phases.count
      phases.append(
        Phase(
          name: phase.name, sharesText: phase.sharesText,
          byBit: [[Int32]](repeating: [], count: TypeRegistry.limit), byKey: [:], firstMask: 0, rules: []))
    }
    var compiler = Compiler(registry: registry, folder: folder)
    for name in order {
      guard let rule = byName[name], let phase = phaseIndex[rule.phase] else { continue }
      let compiled = try compiler.compile(rule)
      let number = rules.count
      rules.append(rule)
      self.compiled.append(compiled)
      phases[phase].add(number, compiled)
    }
    program = compiler.program
    makeHeaders()
  }

  private mutating func makeHeaders() {
    for (number, rule) in rules.enumerated() {
      var language: Int32 = -1
      if let name = rule.language {
        if !languages.contains(name) { languages.append(name) }
        language = Int32(languages.firstIndex(of: name) ?? -1)
      }
      headers.append(
        Header(
          start: Int32(compiled[number].start), language: language, firstNeed: Int32(needs.count),
          needCount: Int32(compiled[number].needs.count), rank: 0))
      needs.append(contentsOf: compiled[number].needs)
    }
    let ranked = rules.indices.sorted { a, b in
      let (x, y) = (compiled[a].specificity, compiled[b].specificity)
      return x != y ? x > y : rules[a].name < rules[b].name
    }
    for (rank, number) in ranked.enumerated() { headers[number].rank = Int32(rank) }
  }

  public func phase(_ name: String) -> Int? { phaseIndex[name] }

  /// The slot of a capture in a rule.
  public func slot(_ rule: Int, _ name: String) -> Int? { compiled[rule].slots.firstIndex(of: name) }

  /// The name of a rule's capture slot.
  public func slotName(_ rule: Int, _ slot: Int) -> String { compiled[rule].slots[slot] }
}

extension RuleSet.Phase {
  /// Lists a rule under all that can begin it.
  fileprivate mutating func add(_ number: Int, _ compiled: RuleProgram) {
    rules.append(number)
    for bit in compiled.firstBits {
      byBit[bit].append(Int32(number))
      firstMask |= 1 << TypeRegistry.Mask(bit)
    }
    for key in compiled.firstKeys {
      byKey[key, default: []].append(Int32(number))
      keyFilter.insert(key)
    }
  }
}

/// A small bit set over keys: what is not in it is in no table of these keys.
struct KeyFilter: Sendable {
  private var words: [UInt64] = []
  private static let bits: UInt64 = 1024

  /// Whether no key was inserted.
  var isEmpty: Bool { words.isEmpty }

  mutating func insert(_ key: UInt64) {
    if words.isEmpty { words = [UInt64](repeating: 0, count: Int(KeyFilter.bits / 64)) }
    words[Int(key % KeyFilter.bits / 64)] |= 1 << (key % 64)
  }

  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    !words.isEmpty && words[Int(key % KeyFilter.bits / 64)] & (1 &<< (key % 64)) != 0
  }
}
