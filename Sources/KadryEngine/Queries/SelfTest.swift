import KadryArchive
import KadryReading
import KadryStore
import KadryText

/// Whether this program works where it was installed: `kadry selftest`.
///
/// Reads the sample articles beside the lexicons, compares what they say with what they must say, and takes them through
/// archives, a database in memory and a verification. Touches no file but the lexicons.
public struct SelfTest {
  /// One thing that was tried.
  public struct Step: Sendable, Equatable {
    public var name: String
    /// `nil` when it works.
    public var problem: String?
  }

  private let knowledge: Knowledge
  private var folder: String { knowledge.folder + "/selftest" }

  public init(knowledge: Knowledge) { self.knowledge = knowledge }

  public func run() -> [Step] {
    [
      step("reading", checkReading), step("archives", checkArchives), step("database", checkDatabase),
    ]
  }

  private func step(_ name: String, _ check: () throws -> String?) -> Step {
    do {
      return Step(name: name, problem: try check())
    } catch {
      return Step(name: name, problem: "\(error)")
    }
  }

  private func samples() throws -> [Document] {
    var documents: [Document] = []
    let source = archive(paths: [folder], options: ArchiveOptions())
    while let item = source.next() {
      switch item {
      case .document(let document): documents.append(document)
      case .failure(let failure): throw failure
      case .notice, .skipped: break
      }
    }
    return documents
  }

  /// Every claim of the table must be found.
  private func checkReading() throws -> String? {
    let reader = knowledge.makeReader()
    var found: Set<String> = []
    for document in try samples() {
      let name = document.metadata.path?.split(separator: "/").last ?? ""
      for claim in reader.read(document).claims {
        for mention in claim.mentions { found.insert("\(name): \(claim.body.kind) \(mention.quote)") }
      }
    }
    let path = folder + "/claims.tsv"
    guard let bytes = try InputFile(path: path).readAll(limit: 1 << 20) else { return "\(path) is too large" }
    var rows = DelimitedRows(bytes, file: path)
    guard try rows.next()?.fields == ["file", "kind", "quote"] else { return "\(path) has another header" }
    while let row = try rows.next() {
      let wanted = "\(row.fields[0]): " + row.fields.dropFirst().joined(separator: " ")
      if !found.contains(wanted) { return "not found in \(wanted)" }
    }
    return nil
  }

  /// One text in every packing.
  private func checkArchives() throws -> String? {
    for (name, digits) in Self.packed {
      let bytes = Self.bytes(digits)
      let source = archive(paths: ["-"], options: ArchiveOptions()) { MemoryStream(bytes) }
      guard case .document(let document) = source.next(), document.text == Array("kadry\n".utf8) else {
        return "a .\(name) is not read"
      }
    }
    return nil
  }

  /// Into a database and out again.
  private func checkDatabase() throws -> String? {
    let store = try Store(path: ":memory:", mode: .create)
    let documents = try samples()
    let source = archive(paths: [folder], options: ArchiveOptions())
    let report = try Ingestion(store: store, knowledge: knowledge, threads: 1).run(source)
    guard report.tally.added == documents.count, report.inputs.claims > 0 else {
      return "\(report.tally.added) of \(documents.count) documents came in"
    }
    let verified = try Verification(store: store).run()
    if let failure = verified.failures.first {
      return "the quote '\(failure.quote)' is not what its span cuts out"
    }
    return verified.quotes > 0 ? nil : "no quote came in"
  }

  private static func bytes(_ digits: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits.utf8 {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: continue
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// The text `kadry` and a line break, packed.
  private static let packed: [(name: String, digits: String)] = [
    (
      "zip",
      """
      504b0304140000000800000021500cf7ba8a080000000600000005000000612e747874cb4e4c29aae4020050
      4b01021403140000000800000021500cf7ba8a08000000060000000500000000000000000000008001000000
      00612e747874504b05060000000001000100330000002b0000000000
      """
    ),
    (
      "gz",
      """
      1f8b0800000000000203cb4e4c29aae402000cf7ba8a06000000
      """
    ),
    (
      "bz2",
      """
      425a6839314159265359d7bdef0c000001c180001024081020200021800c03592ee2ee48a70a121af7bde180
      """
    ),
    (
      "xz",
      """
      fd377a585a0000016922de360200210116000000742fe5a30100056b616472790a0000000cf7ba8a00011a06
      c5eac8799042990d010000000001595a
      """
    ),
    (
      "zst",
      """
      28b52ffd04583100006b616472790a24ee2c94
      """
    ),
  ]
}
