import KadryArchive
import KadryReading

/// What became of the inputs of an ingest or an extract.
public struct InputReport: Sendable, Equatable {
  /// Documents that were read.
  public var documents = 0
  public var claims = 0
  /// Inputs that could not be read, in their order.
  public var failures: [InputFailure] = []
  /// Documents that were read with repairs.
  public var notices: [InputFailure] = []
  /// Files and records of kinds that are not read, by the ending of their names or what else tells their kind.
  public var skipped: [String: Int] = [:]

  public init() {}

  /// Whether anything but lines of JSON documents failed: those are failures in the stream already.
  public var hasFailedFiles: Bool { failures.contains { $0.line == nil } }

  /// `3 files of other kinds were left out (.json 2, .png 1)`, `nil` when there were none.
  public var skippedSummary: String? {
    guard !skipped.isEmpty else { return nil }
    let count = skipped.values.reduce(0, +)
    let kinds = skipped.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return count == 1
      ? "1 file of another kind was left out (\(kinds))"
      : "\(count) files of other kinds were left out (\(kinds))"
  }

  /// `failed: bad-json 2, empty 14`, where there are so many that the first are out of sight.
  public var failureSummary: String? {
    guard failures.count > 10 else { return nil }
    let codes = Dictionary(grouping: failures, by: \.code.rawValue).sorted { $0.key < $1.key }
    return "failed: " + codes.map { "\($0.key) \($0.value.count)" }.joined(separator: ", ")
  }

  mutating func skip(_ path: String, kind: String?) {
    if let kind {
      skipped[kind, default: 0] += 1
      return
    }
    let name = path.split(separator: "/").last ?? ""
    let dot = name.lastIndex(of: ".")
    skipped[dot.map { String(name[$0...]).lowercased() } ?? "without ending", default: 0] += 1
  }
}

extension ErrorRecord {
  /// The wire record of an input that could not be read.
  init(_ failure: InputFailure) {
    self.init(path: failure.place, ref: failure.ref, byte: failure.byte, reason: failure.reason)
  }
}
