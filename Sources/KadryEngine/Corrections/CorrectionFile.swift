import KadryArchive
import KadryGraph
import KadryStore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `corrections.jsonl`: what people decided, one line each, fit for version control.
///
/// The order of lines and repeats mean nothing, so that branches of the file merge by taking the lines of both.
public struct CorrectionFile: Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// A line that is no correction, with what to do about it.
  public struct BrokenLine: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// The corrections in the order of the file; `nil` when there is no such file.
  ///
  /// Throws ``BrokenLine`` with path and line number: what a person decided is never left out in silence.
  public func corrections() throws -> [Correction]? {
    guard let lines = try lines() else { return nil }
    var corrections: [Correction] = []
    for (number, line) in lines where !line.allSatisfy(\.isWhitespace) {
      do throws(Correction.LineError) {
        corrections.append(try Correction(line: line))
      } catch {
        throw BrokenLine(description: "\(path):\(number): \(error); mend or delete the line")
      }
    }
    return corrections
  }

  /// Adds a decision at the end, unless the file has it.
  public func append(_ correction: Correction) throws {
    if try corrections()?.contains(where: { $0.id == correction.id }) ?? false { return }
    var bytes = try content() ?? []
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    try write(bytes + Array((correction.line + "\n").utf8))
  }

  /// Takes a decision out again; other lines stay as they are. `id` may be the beginning of one.
  ///
  /// Throws ``NotFound`` when no line, or more than one, has such an id.
  public func remove(_ id: String) throws -> Correction {
    let known = try corrections() ?? []
    let found = Set(known.map(\.id).filter { $0.hasPrefix(id) })
    guard found.count == 1, let whole = found.first, let correction = known.first(where: { $0.id == whole })
    else {
      throw NotFound(
        found.isEmpty
          ? "\(path) has no correction '\(id)'; 'kadry corrections' lists them"
          : "'\(id)' is the beginning of several corrections: \(found.sorted().joined(separator: ", "))")
    }
    let kept = try lines()?.filter { (try? Correction(line: $0.line))?.id != whole }.map(\.line) ?? []
    try write(Array(kept.map { $0 + "\n" }.joined().utf8))
    return correction
  }

  private func content() throws -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try InputFile(path: path).readAll(limit: 256 << 20) ?? []
  }

  private func lines() throws -> [(number: Int, line: String)]? {
    guard let bytes = try content() else { return nil }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, String(decoding: $0.element, as: UTF8.self)) }
      .filter { !$0.1.isEmpty }
  }

  /// Puts the whole file in place at once, so that a kill leaves the old or the new one.
  private func write(_ bytes: [UInt8]) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw NotWritable(description: "\(path) cannot be written: \(error)")
    }
  }

  struct NotWritable: Error, CustomStringConvertible {
    var description: String
  }
}
