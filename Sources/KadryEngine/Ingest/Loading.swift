import KadryArchive
import KadryStore

/// Wire lines to a database: `kadry load`. The order of lines and repeats mean nothing.
public struct Loading {
  private let store: Store
  private let knowledge: Knowledge
  private let corrections: CorrectionFile?
  /// A document's line holds its text, escaped.
  private static let longestLine = 128 << 20

  /// - Parameter corrections: what people decided; applied with every run.
  public init(store: Store, knowledge: Knowledge, corrections: CorrectionFile? = nil) {
    self.corrections = corrections
    self.store = store
    self.knowledge = knowledge
  }

  /// Takes in the lines of some streams, one stream after another, and completes the graph.
  public func run(_ streams: [(name: String, stream: any ByteStream)]) throws -> LoadReport {
    if let corrections { try Correcting.take(corrections, into: store) }
    let loader = try store.beginLoad()
    var count = 0
    var tooLong: [String] = []
    for (name, stream) in streams {
      var lines = LineReader(stream, limit: Self.longestLine)
      while let line = try lines.next() {
        count += 1
        if line.isTooLong {
          tooLong.append(
            "\(name):\(line.number): a line of \(line.length) bytes is no record; it was left out")
        } else {
          try loader.add(line: line.bytes, number: count)
        }
      }
    }
    var report = try loader.finish(context: knowledge.graph)
    report.refusals = tooLong + report.refusals
    return report
  }
}
