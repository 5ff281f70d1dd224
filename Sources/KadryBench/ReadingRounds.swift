import Foundation
import KadryArchive
import KadryEngine
import KadryText

/// Rounds of everything that is held to the yardstick, one after another in each, so that what else the machine does
/// meets all of them alike.
struct ReadingRounds {
  /// What an extraction gives; the same for any number of threads.
  struct Answer: Equatable {
    var documents = 0
    var claims = 0
    var bytes = 0
  }

  let answer: Answer
  private let file: WorkloadFile
  private let knowledge: Knowledge
  private let load: () throws -> Knowledge
  private let memory: Double
  private var words: Int?
  private var tokens: Int?
  private var yardstick = Samples()
  private var tokenizer = Samples()
  private var extract = Samples()
  private var oneThread = Samples()
  private var twoThreads = Samples()
  private var start = Samples()

  /// Extracts with one thread and with two, and compares the lines.
  init(_ file: WorkloadFile, knowledge: Knowledge, load: @escaping () throws -> Knowledge) throws {
    (self.file, self.knowledge, self.load) = (file, knowledge, load)
    var digests: [[String]] = []
    var answers: [Answer] = []
    var peak = 0.0
    for threads in 1...2 {
      let library = SHA256Library()
      var digest: [String] = []
      answers.append(
        try Self.extract(file, knowledge, threads: threads) {
          digest.append((library?.digest(of: $0) ?? SHA256.digest(of: $0)).hex)
        })
      digests.append(digest)
      if threads == 1 { peak = peakMemory() }
    }
    guard digests[0] == digests[1], answers[0] == answers[1] else {
      throw BenchError("two threads wrote other lines than one")
    }
    answer = answers[0]
    memory = peak
  }

  mutating func run() throws {
    let (words, counting) = try measure(children: true) { try wordCount(of: file.path) }
    yardstick.add(counting.processor)
    try agree(&self.words, words, "wc -w")
    tokenizer.add(try tokenize())
    for threads in 1...2 {
      let (found, taken) = try measure { try Self.extract(file, knowledge, threads: threads) { _ in } }
      guard found == answer else { throw BenchError("extract gave \(found) and \(answer)") }
      if threads == 1 {
        extract.add(taken.processor)
        oneThread.add(taken.wall)
      } else {
        twoThreads.add(taken.wall)
      }
    }
    start.add(try measure { try firstDocument() }.1.processor)
  }

  func tell(_ report: inout Report) {
    func ratio(_ samples: Samples) -> (Double, Double) {
      (yardstick.best / samples.best, yardstick.median / samples.median)
    }
    func add(_ name: String, _ ratio: (Double, Double), bar: Double) {
      report.add(name, ratio.0, median: ratio.1, bar: .atLeast(bar))
    }
    let size = Double(file.bytes) / 1e6
    report.add("wc -w, MB/s", size / yardstick.best, median: size / yardstick.median)
    add("tokenizer / wc -w", ratio(tokenizer), bar: 2)
    add("extract, 1 thread / wc -w", ratio(extract), bar: 0.5)
    add(
      "extract, 2 threads / 1", (oneThread.best / twoThreads.best, oneThread.median / twoThreads.median),
      bar: 1.6)
    report.add(
      "start to first document, ms", start.best * 1000, median: start.median * 1000, bar: .atMost(600))
    report.add("peak memory of extract, MB", memory, bar: .atMost(128))
    report.add(
      "\(words ?? 0) words of wc, \(tokens ?? 0) tokens, \(answer.claims) claims in \(answer.bytes) bytes; "
        + "all rounds agree")
  }

  /// Takes the tokens of all documents apart; reading the file is not measured.
  private mutating func tokenize() throws -> Double {
    let tokenizer = Tokenizer()
    var found: [Token] = []
    var count = 0
    var seconds = 0.0
    let source = try file.source()
    var batch: [[UInt8]] = []
    func run() {
      seconds +=
        measure {
          for text in batch {
            found.removeAll(keepingCapacity: true)
            tokenizer.tokenize(text.span, in: 0..<text.count, into: &found)
            count += found.count
          }
        }.1.processor
      batch.removeAll(keepingCapacity: true)
    }
    while case .document(let document)? = source.next() {
      batch.append(document.text)
      if batch.count == 1000 { run() }
    }
    run()
    try agree(&tokens, count, "the tokenizer")
    return seconds
  }

  private static func extract(
    _ file: WorkloadFile, _ knowledge: Knowledge, threads: Int, _ take: ([UInt8]) -> Void
  ) throws -> Answer {
    var answer = Answer()
    let report = try Extraction(knowledge: knowledge, threads: threads).run(
      file.source(),
      write: {
        answer.bytes += $0.count
        take($0)
      })
    answer.documents = report.documents
    answer.claims = report.claims
    return answer
  }

  /// Loads the lexicons and reads one document.
  private func firstDocument() throws {
    let reader = try load().makeReader()
    guard case .document(let document)? = try file.source().next() else { return }
    guard !reader.read(document).claims.isEmpty else { throw BenchError("the first document says nothing") }
  }

  private func agree(_ known: inout Int?, _ found: Int, _ name: String) throws(BenchError) {
    if let known, known != found { throw BenchError("\(name): two rounds gave \(known) and \(found)") }
    known = found
  }
}
