/// Why a file, a member or a line could not be read, or was read only with repairs.
///
/// One bad input does not stop an archive: sources hand failures out between the documents.
public struct InputFailure: Error, Sendable, Equatable {
  /// The file; `-` is the standard input.
  public var path: String
  /// The line of a file that has one document a line, counted from 1.
  public var line: Int?
  /// The caller's id of the document, when its line gave one.
  public var ref: String?
  /// Byte offset in the file, when known.
  public var byte: Int?
  public var code: Code
  /// What is wrong and what to do, as a clause without a final stop.
  public var detail: String

  public init(
    path: String, line: Int? = nil, ref: String? = nil, byte: Int? = nil, code: Code, detail: String
  ) {
    self.path = path
    self.line = line
    self.ref = ref
    self.byte = byte
    self.code = code
    self.detail = detail
  }

  /// The file, with the line behind a colon where there is one: `file.jsonl:12`.
  public var place: String { line.map { "\(path):\($0)" } ?? path }

  /// The short code and the sentence, as error records carry them.
  public var reason: String { "\(code.rawValue): \(detail)" }

  /// The closed list of what can go wrong with an input.
  public enum Code: String, Sendable, CaseIterable {
    /// No file is there.
    case missing
    /// The file is there and cannot be read.
    case unreadable
    /// A folder contains itself through a link.
    case directoryLoop = "directory-loop"
    /// The name of a file is not UTF-8.
    case badName = "bad-name"
    /// The document has no text.
    case empty
    /// The document is above the size limit.
    case tooLarge = "too-large"
    /// The file holds no text.
    case binary
    /// A kind of file that is not read.
    case unsupported
    /// Bytes that are not UTF-8 were replaced.
    case invalidUTF8 = "invalid-utf-8"
    /// A line is not one JSON object.
    case badJSON = "bad-json"
    /// A row of a table does not fit its header, or its quotes do not close.
    case badTable = "bad-table"
    /// A JSON document has neither `text` nor `html`.
    case noText = "no-text"
    /// A field of a JSON document has a value that cannot be used.
    case badField = "bad-field"
    /// An archive, a compressed file or a member cannot be unpacked.
    case damaged
    /// A member is encrypted.
    case encrypted
    /// The name of a member leads out of its archive.
    case unsafePath = "unsafe-path"
    /// Archives lie in archives deeper than is allowed.
    case tooDeep = "too-deep"
    /// An archive unpacks to more than is allowed.
    case bomb
    /// A record of a web archive is not as it must be.
    case badRecord = "bad-record"
    /// A page ends early.
    case truncated
    /// The lines are claims, not documents.
    case claims
  }
}

extension InputFailure: CustomStringConvertible {
  public var description: String {
    let position = byte.map { "\(place): byte \($0)" } ?? place
    return "\(position): \(reason)"
  }
}
