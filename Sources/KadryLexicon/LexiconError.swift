/// Something wrong in a lexicon or rule file, with the place where it stands.
///
/// Printed as `file:line:column: message`.
public struct LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  public let file: String
  /// Counted from 1; 0 when the file as a whole is meant.
  public let line: Int
  /// Counted from 1, in characters; for a table, the first character of the cell.
  public let column: Int
  public let message: String

  public init(file: String, line: Int = 0, column: Int = 0, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
  }
}
