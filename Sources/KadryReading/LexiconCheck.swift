import KadryLexicon
import KadryPatterns
import KadryText

/// What `kadry lexicons check` found.
public struct LexiconReport: Sendable {
  /// Every finding, in the order of files.
  public var findings: [LexiconError] = []
  public var entries = 0
  public var rules = 0
  public var examples = 0
  /// Whether every example holds and every rule is reached.
  public var isClean: Bool { findings.isEmpty }
}

/// Runs every example beside rules and entries.
///
/// An example that nothing matches and a rule that no example reaches are findings.
public struct LexiconChecker {
  private let reader: Reader
  private var tables: ReadingTables { reader.tables }

  public init(tables: ReadingTables) { reader = Reader(tables: tables) }

  public func check() -> LexiconReport {
    var report = LexiconReport()
    report.entries = tables.lexicons.entries.count
    report.rules = tables.rules.rules.count
    for (number, rule) in tables.rules.rules.enumerated() { check(rule, number, &report) }
    for example in tables.lexicons.examples { check(example, &report) }
    return report
  }

  /// A rule's match, in bytes.
  private struct Found {
    var whole: Range<Int>
    var captures: [Range<Int>]
  }

  private func check(_ rule: RuleSource, _ number: Int, _ report: inout LexiconReport) {
    func finding(_ line: Int, _ column: Int, _ message: String) {
      report.findings.append(LexiconError(file: rule.file, line: line, column: column, message: message))
    }
    if !rule.examples.contains(where: \.isPositive) {
      finding(rule.line, 1, "rule '\(rule.name)' is reached by no example; write a 'yes' below it")
    }
    for example in rule.examples {
      report.examples += 1
      let (text, marks) = LexiconChecker.unmark(example.text)
      let found = matches(of: number, in: text)
      if !example.isPositive {
        if let match = found.first {
          finding(
            example.line, example.column,
            "rule '\(rule.name)' must not match but does: «\(LexiconChecker.slice(text, match.whole))»")
        }
      } else if found.isEmpty {
        finding(example.line, example.column, "rule '\(rule.name)' does not match its own example «\(text)»")
      } else if let missing = marks.first(where: { mark in
        !found.contains { $0.whole == mark || $0.captures.contains(mark) }
      }) {
        let got = found.flatMap { [$0.whole] + $0.captures }.map { "«\(LexiconChecker.slice(text, $0))»" }
        finding(
          example.line, example.column,
          "rule '\(rule.name)' captures \(got.joined(separator: ", ")), not «\(LexiconChecker.slice(text, missing))»"
        )
      }
    }
  }

  private func matches(of rule: Int, in text: String) -> [Found] {
    var found: [Found] = []
    reader.listener = { draft, match, fate in
      guard match.rule == rule, fate == .made else { return }
      found.append(
        Found(whole: draft.span(match.tokens), captures: match.captures.map { draft.span($0.tokens) }))
    }
    _ = reader.read(Document(text: Array(text.utf8)))
    reader.listener = nil
    return found
  }

  private func check(_ example: EntryExample, _ report: inout LexiconReport) {
    report.examples += 1
    let entry = tables.lexicons.entries[example.entry]
    reader.prepare(Document(text: Array(example.text.utf8)))
    // Several rows may spell one concept: a hit of any row with this id counts.
    let hits = reader.draft.chart.annotations.filter { tables.lexicons.entries[Int($0.value)].id == entry.id }
    if example.isPositive && hits.isEmpty {
      report.findings.append(
        LexiconError(
          file: example.file, line: example.line, column: example.column,
          message: "'\(entry.id)' does not match its own example «\(example.text)»"))
    } else if !example.isPositive, !hits.isEmpty {
      report.findings.append(
        LexiconError(
          file: example.file, line: example.line, column: example.column,
          message: "'\(entry.id)' must not match «\(example.text)» but does"))
    }
  }

  /// Takes the marks out of an example and returns where they stood, in bytes.
  static func unmark(_ text: String) -> (text: String, marks: [Range<Int>]) {
    var result = ""
    var open: [Int] = []
    var marks: [Range<Int>] = []
    for character in text {
      switch character {
      case "\u{27E6}": open.append(result.utf8.count)
      case "\u{27E7}": if let start = open.popLast() { marks.append(start..<result.utf8.count) }
      default: result.append(character)
      }
    }
    return (result, marks)
  }

  static func slice(_ text: String, _ span: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[span], as: UTF8.self)
  }
}
