/// A JSON value (RFC 8259), as parsed from bytes.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// Parses one value, with white space around it and nothing else.
  ///
  /// - Parameter maximumDepth: how deep arrays and objects may nest.
  /// - Throws: with the offset of the byte at fault: broken grammar, invalid UTF-8, lone surrogates, a key
  ///   said twice in one object, numbers out of range, too deep nesting. Linear in the size of `bytes`.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) {
    self = try JSONParser.parse(bytes.span, maximumDepth: maximumDepth)
  }

  /// The word for the type, for messages.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// The members of a JSON object in the order of the text.
public struct JSONObject: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
  public private(set) var members: [Member]

  public init(_ members: [Member] = []) {
    self.members = members
  }

  /// The value of a key; linear in the number of members.
  public subscript(key: String) -> JSONValue? {
    for member in members where member.key == key { return member.value }
    return nil
  }
}

/// Why bytes are not JSON.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  public var reason: String
  /// Offset of the byte at fault; the number of bytes when the text ends too early.
  public var offset: Int

  public init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  public var description: String { "\(reason) at byte \(offset)" }
}
