import KadryArchive
import KadryText

/// What a person says of a drawn claim.
public enum Judgement: String, Sendable, CaseIterable {
  case right, wrong
  /// The judge cannot tell.
  case open
}

/// Samples that a person has filled in: `kadry eval FILE.csv`.
public struct JudgedSample: Sendable {
  private var tallies: [String: JudgedTally] = [:]
  /// Cells that are no judgement, with file and line; their rows count as blank.
  public private(set) var complaints: [String] = []

  public init() {}

  /// Whether a path is that of a sample, by its ending.
  public static func isSample(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".csv") || name.hasSuffix(".tsv")
  }

  /// Adds the rows of a file as `kadry sample` writes it, in any order of columns; more columns do not matter.
  ///
  /// - Throws: when the file cannot be read, is no table, or has no column `ok`.
  public mutating func add(path: String, words: MatchingWords) throws(EvaluationError) {
    let bytes: [UInt8]
    do throws(InputFailure) {
      guard let all = try InputFile(path: path).readAll(limit: 256 << 20) else {
        throw InputFailure(path: path, code: .tooLarge, detail: "a sample has at most 256 MB")
      }
      bytes = all
    } catch {
      throw EvaluationError(path: path, message: error.reason)
    }
    try add(bytes: bytes, path: path, words: words)
  }

  mutating func add(bytes: [UInt8], path: String, words: MatchingWords) throws(EvaluationError) {
    do throws(ManifestError) {
      var rows = DelimitedRows(bytes, file: path)
      let header = try rows.next()
      guard let header, let ok = header.fields.firstIndex(of: "ok") else {
        throw ManifestError(
          path: path, line: header?.line ?? 1,
          message: "the header has no column 'ok'; begin with a file that 'kadry sample' wrote")
      }
      let kind = header.fields.firstIndex(of: "kind")
      let rule = header.fields.firstIndex(of: "rule")
      while let row = try rows.next() {
        func cell(_ column: Int?) -> String {
          column.flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? ""
        }
        let judgement = judgement(cell(ok), path: path, line: row.line, words: words)
        count(judgement, groups: ["all", "kind " + cell(kind), "rule " + cell(rule)])
      }
    } catch {
      throw EvaluationError(path: error.path, line: error.line, message: error.message)
    }
  }

  private mutating func judgement(_ cell: String, path: String, line: Int, words: MatchingWords) -> Judgement?
  {
    let word = PlainSpelling.fold(cell.split(separator: " ").joined(separator: " "))
    if word.isEmpty { return nil }
    if let judgement = words.judgements[word] { return judgement }
    complaints.append("\(path):\(line): '\(cell)' in the column 'ok' is no judgement; write y, n or ?")
    return nil
  }

  private mutating func count(_ judgement: Judgement?, groups: [String]) {
    for group in groups where !group.hasSuffix(" ") {
      tallies[group, default: JudgedTally()].add(judgement)
    }
  }

  /// All rows together; then each kind, where there are several; then each rule, those with most errors first.
  public var rows: [JudgedAnswer] {
    let answers = tallies.map { JudgedAnswer(group: $0.key, tally: $0.value) }
    let all = answers.filter { $0.group == "all" }
    let kinds = answers.filter { $0.group.hasPrefix("kind ") }.sorted { $0.group < $1.group }
    let rules = answers.filter { $0.group.hasPrefix("rule ") }.sorted {
      ($1.tally.wrong, $0.group) < ($0.tally.wrong, $1.group)
    }
    return all + (kinds.count > 1 ? kinds : []) + rules
  }
}

/// Counts of judgements.
public struct JudgedTally: Sendable, Equatable {
  public var right = 0
  public var wrong = 0
  public var open = 0
  public var blank = 0

  public init(right: Int = 0, wrong: Int = 0, open: Int = 0, blank: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.open = open
    self.blank = blank
  }

  mutating func add(_ judgement: Judgement?) {
    switch judgement {
    case .right: right += 1
    case .wrong: wrong += 1
    case .open: open += 1
    case nil: blank += 1
    }
  }

  /// The share of right ones among the right and wrong ones, `nil` when nothing is judged.
  public var precision: Double? {
    right + wrong == 0 ? nil : Double(right) / Double(right + wrong)
  }

  /// The Wilson score interval of the precision at 95 %, `nil` when nothing is judged.
  ///
  /// It stays within 0 and 1 and is wide for few judgements even when all are right: 10 of 10 gives 0.72 to 1.
  public var interval: ClosedRange<Double>? {
    guard let precision else { return nil }
    let (z, n) = (1.959_963_984_540_054, Double(right + wrong))
    let centre = precision + z * z / (2 * n)
    let spread = z * (precision * (1 - precision) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max(0, (centre - spread) / scale)...min(1, (centre + spread) / scale)
  }
}

/// A line of the precision of a sample.
public struct JudgedAnswer: ResultRow, Equatable {
  public let group: String
  public let tally: JudgedTally

  public static let columns = ["group", "right", "wrong", "open", "blank", "precision", "low", "high"]

  public var cells: [Cell] {
    [
      .text(group), .integer(tally.right), .integer(tally.wrong), .integer(tally.open), .integer(tally.blank),
      Cell(tally.precision?.rounded3), Cell(tally.interval?.lowerBound.rounded3),
      Cell(tally.interval?.upperBound.rounded3),
    ]
  }
}
