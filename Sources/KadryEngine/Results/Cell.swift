/// One value of a result, before any format is chosen.
public enum Cell: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  /// A list inside one cell, such as the spellings of a name.
  case list([String])
  /// Not known.
  case none

  public init(_ text: String?) { self = text.map { .text($0) } ?? .none }
  public init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .none }
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
  public init(_ list: [String]) { self = list.isEmpty ? .none : .list(list) }
}

/// A row of a result that any format can show.
///
/// The column names are the keys of the JSON objects; they are fixed, and only ever added to.
public protocol ResultRow: Sendable {
  /// Names in `snake_case`, in the order of ``cells``.
  static var columns: [String] { get }
  /// The columns that a table for reading shows; all by default, fewer where they are many.
  static var tableColumns: [String] { get }
  var cells: [Cell] { get }
}

extension ResultRow {
  public static var tableColumns: [String] { columns }
}
