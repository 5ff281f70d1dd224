import KadryLexicon
import KadryReading

/// Runs the examples of every word and rule: `kadry lexicons check`.
public enum LexiconCheck {
  public struct Report: Sendable, Equatable {
    /// `file:line:column: message`, in the order of files.
    public var findings: [String]
    /// How much was checked, in one line.
    public var summary: String
  }

  /// Checks the built-in lexicons with overlays on them.
  ///
  /// Throws ``LexiconError`` when a table or rule cannot be read at all.
  public static func run(executable: String, environment: [String: String], overlays: [String]) throws
    -> Report
  {
    let base = try Lexicons.locate(executable: executable, environment: environment)
    let tables = try ReadingTables(lexicons: try Lexicons(base: base, overlays: overlays))
    let report = LexiconChecker(tables: tables).check()
    return Report(
      findings: report.findings.map(\.description),
      summary: "\(report.entries) entries, \(report.rules) rules, \(report.examples) examples: "
        + (report.isClean ? "all hold" : "\(report.findings.count) findings"))
  }
}
