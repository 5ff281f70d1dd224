import KadryLexicon
import KadryText

/// All rules, compiled, in the phases of the cascade.
public struct RuleSet: Sendable {
  /// One phase: its rules by what can begin them.
  public struct Phase: Sendable {
    public let name: String
    public let sharesText: Bool
    /// Rule numbers by the bit that can begin them; index 128 is «any token».
    var byBit: [[Int]]
    var byKey: [UInt64: [Int]]
    /// All bits that begin some rule.
    var firstMask: UInt128
    var startsAnywhere: Bool
    public internal(set) var rules: [Int]
  }

  public private(set) var rules: [RuleSource] = []
  public private(set) var phases: [Phase] = []
  var programs: [Program] = []
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
      for name in file.switchedOff { byName[name] = nil }
    }
    for phase in phaseSources {
      phaseIndex[phase.name] = phases.count
      phases.append(
        Phase(
          name: phase.name, sharesText: phase.sharesText,
          byBit: [[Int]](repeating: [], count: TypeRegistry.limit), byKey: [:], firstMask: 0,
          startsAnywhere: false, rules: []))
    }
    for name in order {
      guard let rule = byName[name], let phase = phaseIndex[rule.phase] else { continue }
      var compiler = Compiler(registry: registry, folder: folder, file: rule.file)
      let program = try compiler.compile(rule.pattern)
      let number = rules.count
      rules.append(rule)
      programs.append(program)
      phases[phase].rules.append(number)
      for bit in program.firstBits.sorted() {
        phases[phase].byBit[bit].append(number)
        phases[phase].firstMask |= 1 << UInt128(bit)
      }
      for key in program.firstKeys.sorted() { phases[phase].byKey[key, default: []].append(number) }
    }
  }

  public func phase(_ name: String) -> Int? { phaseIndex[name] }

  /// The slot of a capture in a rule.
  public func slot(_ rule: Int, _ name: String) -> Int? { programs[rule].slots.firstIndex(of: name) }

  /// The name of a rule's capture slot.
  public func slotName(_ rule: Int, _ slot: Int) -> String { programs[rule].slots[slot] }

  func specificity(_ rule: Int) -> Int { programs[rule].specificity }
}
