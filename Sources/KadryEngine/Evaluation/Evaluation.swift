import KadryArchive
import KadryText

/// Reads the texts of gold files and scores what was read: `kadry eval`.
public struct Evaluation: Sendable {
  private let knowledge: Knowledge
  private let words: MatchingWords
  private let threads: Int

  public init(knowledge: Knowledge, words: MatchingWords, threads: Int) {
    self.knowledge = knowledge
    self.words = words
    self.threads = threads
  }

  /// Scores all documents of a folder, or those of one split.
  public func run(_ folder: GoldFolder, split: String? = nil) throws -> EvaluationReport {
    var rest = folder.entries.filter { split == nil || $0.gold.split == split }[...]
    let knowledge = knowledge
    let scoring = Scoring(words: words)
    let pipeline = OrderedPipeline<GoldFolder.Entry, ScoredDocument>(threads: threads) {
      let reader = knowledge.makeReader()
      return { ScoredDocument($0, reader: reader, scoring: scoring) }
    }
    var report = EvaluationReport()
    try pipeline.run(next: { rest.popFirst() }) { report.add($0) }
    return report
  }
}

/// One document, read and scored.
struct ScoredDocument: Sendable {
  var gold: GoldDocument
  var score: DocumentScore?
  /// Officials that were found in a document that has none.
  var officials: [String] = []
  /// Why the text could not be read, or is not the one that the gold speaks of.
  var complaint: InputFailure?
  var isRead: Bool { score != nil }

  init(_ entry: GoldFolder.Entry, reader: any DocumentReading, scoring: Scoring) {
    gold = entry.gold
    let options = ArchiveOptions(source: gold.source, date: gold.published)
    let source = archive(paths: [entry.textPath], options: options)
    while let item = source.next() {
      switch item {
      case .failure(let failure): complaint = failure
      case .notice, .skipped: break
      case .document(var document):
        if let wanted = gold.sha256, wanted != document.metadata.sha256 {
          complaint = InputFailure(
            path: entry.textPath, code: .unreadable,
            detail: "the text is not the one of the gold: its sha256 differs")
        }
        document.metadata.url = gold.url
        document.metadata.source = gold.source
        let predictions = Predictions(reader.read(document).claims)
        let scored = scoring.score(predictions, against: gold)
        score = scored
        if gold.isTrap {
          officials = scored.mistakes.filter {
            ($0.scored == .persons || $0.scored == .roles) && $0.kind != .missed
          }
          .map(\.item)
        }
      }
    }
  }
}
