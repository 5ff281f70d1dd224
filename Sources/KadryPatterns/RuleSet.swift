import KadryLexicon
import KadryText

/// All rules, compiled, in the phases of the cascade.
public final class RuleSet: Sendable {
  /// One phase of the cascade.
  public struct Phase: Sendable {
    public let name: String
    public let sharesText: Bool
    public let rules: [Int]
  }

  /// What the matcher asks of a rule, as a trivial value.
  struct Header: Sendable {
    /// Where its instructions begin.
    var start: Int32
    /// Its needs in ``needs``.
    var firstNeed: Int32
    var needCount: Int32
    /// Place among all rules by specificity, then by name: of equally long matches the lower one wins.
    var rank: Int32
  }

  public let rules: [RuleSource]
  public let phases: [Phase]
  let program: Program
  let headers: [Header]
  /// What begins the rules of each phase: by the number of a sentence's language.
  let starts: [[PhaseStarts]]
  /// The keys of all literals.
  let literalKeys: KeyFilter
  /// The numbers of literals.
  let literals: Literals
  /// What rules need of a sentence, rule after rule.
  let needs: [RuleNeed]
  private let languages: [String]
  private let compiled: [RuleProgram]

  /// Compiles rule files; a rule of the same name in a later file replaces an earlier one.
  ///
  /// - Parameter registry: knows every type that rules may name.
  public init(files: [RuleFile], registry: TypeRegistry, folder: Folder) throws(LexiconError) {
    var phaseSources: [PhaseSource] = []
    for file in files {
      for phase in file.phases where !phaseSources.contains(where: { $0.name == phase.name }) {
        phaseSources.append(phase)
      }
    }
    let all = try RuleSet.merged(files)
    let rules = all.filter { rule in phaseSources.contains { $0.name == rule.phase } }
    literals = Literals(rules, folder: folder)
    var compiler = Compiler(registry: registry, folder: folder, literals: literals)
    var compiled: [RuleProgram] = []
    for rule in rules { compiled.append(try compiler.compile(rule)) }
    phases = phaseSources.map { phase in
      Phase(
        name: phase.name, sharesText: phase.sharesText,
        rules: rules.indices.filter { rules[$0].phase == phase.name })
    }
    program = compiler.program
    literalKeys = KeyFilter(compiler.program.items.filter { $0.key != 0 }.flatMap { [$0.key, $0.bareKey] })
    needs = compiled.flatMap(\.needs)
    var languages: [String] = []
    for case let name? in rules.map(\.language) where !languages.contains(name) { languages.append(name) }
    starts = phases.map { phase in
      ([nil] + languages).map { language in
        PhaseStarts(phase.rules.filter { [nil, language].contains(rules[$0].language) }, compiled)
      }
    }
    headers = RuleSet.headers(rules, compiled)
    self.languages = languages
    self.compiled = compiled
    self.rules = rules
  }

  /// The rules of all files in the order of their first mention, later ones in place of earlier ones.
  private static func merged(_ files: [RuleFile]) throws(LexiconError) -> [RuleSource] {
    var order: [String] = []
    var byName: [String: RuleSource] = [:]
    for file in files {
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
          throw LexiconError(
            file: path, line: line, column: 1, message: "there is no rule '\(name)' to switch off")
        }
      }
    }
    return order.compactMap { byName[$0] }
  }

  private static func headers(_ rules: [RuleSource], _ compiled: [RuleProgram]) -> [Header] {
    var headers: [Header] = []
    var needs = 0
    for program in compiled {
      headers.append(
        Header(
          start: Int32(program.start), firstNeed: Int32(needs), needCount: Int32(program.needs.count), rank: 0
        ))
      needs += program.needs.count
    }
    let ranked = rules.indices.sorted { a, b in
      let (x, y) = (compiled[a].specificity, compiled[b].specificity)
      return x != y ? x > y : rules[a].name < rules[b].name
    }
    for (rank, number) in ranked.enumerated() { headers[number].rank = Int32(rank) }
    return headers
  }

  public func phase(_ name: String) -> Int? { phases.firstIndex { $0.name == name } }

  /// The slot of a capture in a rule.
  public func slot(_ rule: Int, _ name: String) -> Int? { compiled[rule].slots.firstIndex(of: name) }

  /// The name of a rule's capture slot.
  public func slotName(_ rule: Int, _ slot: Int) -> String { compiled[rule].slots[slot] }

  /// The number of a language in ``starts``; 0 for one that no rule names.
  func number(of language: String) -> Int { (languages.firstIndex(of: language) ?? -1) + 1 }
}
