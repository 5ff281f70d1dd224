#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import KadryText

/// The words and letters that the matching rules of the evaluation need, from `evaluation/matching.tsv`.
///
/// Two columns, `kind` and `value`; a value that stands for another is written `from=to`.
public struct MatchingWords: Sendable {
  var honorifics: Set<String> = []
  var honorificPrefixes: [String] = []
  var nameEndings: Set<String> = [""]
  /// Endings and suffixes that are cut off a word of a title, longest first.
  var endings: [String] = []
  var suffixes: [String] = []
  var finalLetters: [String] = []
  var stopwords: Set<String> = []
  var synonyms: [String: String] = [:]
  var abbreviations: [String: String] = [:]
  var deputyStems: [String] = []
  var deputyWords: Set<String> = []
  var deputyPhrases: [String] = []
  var alternateStems: [String] = []
  var alternatePhrases: [String] = []
  var heads: [String] = []
  var headPhrases: [(phrase: String, head: String)] = []
  var letterFolds: [Character: Character] = [:]
  var lookAlikes: [Character: Character] = [:]
  var codeLetters: [Character: Character] = [:]
  var numberPrefixes: [String] = []
  var codeSlips: [(from: String, to: String)] = []
  var codeEndings: [(from: String, to: String)] = []
  var ratioWords: [String] = []
  var kindClasses: [String: String] = [:]
  /// What a judge may write into a sample, folded.
  var judgements: [String: Judgement] = [:]

  /// Reads the table below a lexicon folder.
  public init(lexicons folder: String) throws(EvaluationError) {
    let path = folder + "/evaluation/matching.tsv"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError(
        path: path, message: "the words of the matching rules are missing; install it again")
    }
    try self.init(table: String(decoding: data, as: UTF8.self), path: path)
  }

  /// Reads the table's text; `path` is for messages.
  init(table: String, path: String) throws(EvaluationError) {
    var lines = table.split(separator: "\n", omittingEmptySubsequences: false).enumerated().makeIterator()
    guard lines.next()?.element == "kind\tvalue" else {
      throw EvaluationError(path: path, line: 1, message: "the header is not 'kind', tab, 'value'")
    }
    while let (index, line) = lines.next() {
      if line.isEmpty || line.first == "#" { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 2, !fields[1].isEmpty else {
        throw EvaluationError(path: path, line: index + 1, message: "a row is a kind, a tab and a value")
      }
      guard add(kind: fields[0], value: fields[1]) else {
        throw EvaluationError(
          path: path, line: index + 1, message: "'\(fields[0])' is no kind with such a value")
      }
    }
    endings.sort { ($1.count, $0) < ($0.count, $1) }
    honorificPrefixes.sort { ($1.count, $0) < ($0.count, $1) }
    numberPrefixes.sort { ($1.count, $0) < ($0.count, $1) }
  }

  /// Adds one row; `false` when the kind is unknown or its value has the wrong form.
  private mutating func add(kind: String, value: String) -> Bool {
    switch kind {
    case "honorific": honorifics.insert(value)
    case "honorific-prefix": honorificPrefixes.append(value)
    case "name-ending": nameEndings.insert(value)
    case "ending": endings.append(value)
    case "suffix": suffixes.append(value)
    case "final-letter": finalLetters.append(value)
    case "stopword": stopwords.insert(value)
    case "deputy-stem": deputyStems.append(value)
    case "deputy-word": deputyWords.insert(value)
    case "deputy-phrase": deputyPhrases.append(value)
    case "alternate-stem": alternateStems.append(value)
    case "alternate-phrase": alternatePhrases.append(value)
    case "head": heads.append(value)
    case "number-prefix": numberPrefixes.append(value)
    case "ratio-word": ratioWords.append(value)
    default: return addPair(kind: kind, value: value)
    }
    return true
  }

  private mutating func addPair(kind: String, value: String) -> Bool {
    let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    let (from, to) = (parts[0], parts[1])
    switch kind {
    case "synonym": synonyms[from] = to
    case "abbreviation": abbreviations[from] = to
    case "head-phrase": headPhrases.append((from, to))
    case "code-slip": codeSlips.append((from, to))
    case "code-ending": codeEndings.append((from, to))
    case "document-kind": kindClasses[from] = to
    case "judgement":
      guard let judgement = Judgement(rawValue: to) else { return false }
      judgements[PlainSpelling.fold(from)] = judgement
    case "letter-fold", "look-alike", "code-letter":
      guard from.count == 1, to.count == 1 else { return false }
      if kind == "letter-fold" { letterFolds[Character(from)] = Character(to) }
      if kind == "look-alike" { lookAlikes[Character(from)] = Character(to) }
      if kind == "code-letter" { codeLetters[Character(from)] = Character(to) }
    default: return false
    }
    return true
  }
}

/// Why an evaluation cannot be made.
public struct EvaluationError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  /// Counted from 1.
  public var line: Int?
  public var message: String

  public init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  public var description: String { line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)" }
}
