/// Recursive descent over bytes; positions are offsets into them.
enum JSONParser {
  static func parse(_ bytes: Span<UInt8>, maximumDepth: Int) throws(JSONError) -> JSONValue {
    var position = 0
    let value = try value(bytes, &position, depth: maximumDepth)
    skipSpace(bytes, &position)
    guard position == bytes.count else {
      throw JSONError("something follows the value: \(show(bytes, position))", at: position)
    }
    return value
  }

  private static func value(
    _ bytes: Span<UInt8>, _ position: inout Int, depth: Int
  ) throws(JSONError) -> JSONValue {
    skipSpace(bytes, &position)
    guard position < bytes.count else {
      throw JSONError("the text ends where a value should be", at: position)
    }
    switch bytes[position] {
    case Byte.quote:
      return .string(try JSONStringParser.string(bytes, &position))
    case Byte.openBrace:
      guard depth > 0 else { throw JSONError("nested too deep", at: position) }
      return try object(bytes, &position, depth: depth - 1)
    case Byte.openBracket:
      guard depth > 0 else { throw JSONError("nested too deep", at: position) }
      return try array(bytes, &position, depth: depth - 1)
    case UInt8(ascii: "t"):
      try word("true", bytes, &position)
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false", bytes, &position)
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null", bytes, &position)
      return .null
    case UInt8(ascii: "-"), Byte.zero...Byte.nine:
      return try number(bytes, &position)
    default:
      throw JSONError("expected a value, found \(show(bytes, position))", at: position)
    }
  }

  private static func object(
    _ bytes: Span<UInt8>, _ position: inout Int, depth: Int
  ) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONObject.Member] = []
    // Few members are compared one by one, many by a set.
    var seen: Set<String> = []
    skipSpace(bytes, &position)
    if position < bytes.count, bytes[position] == Byte.closeBrace {
      position += 1
      return .object(JSONObject())
    }
    while true {
      skipSpace(bytes, &position)
      let start = position
      guard position < bytes.count else { throw JSONError("the text ends within an object", at: position) }
      guard bytes[position] == Byte.quote else {
        throw JSONError("expected a key in quotes, found \(show(bytes, position))", at: position)
      }
      let key = try JSONStringParser.string(bytes, &position)
      let isRepeated: Bool
      if members.count < 24 {
        isRepeated = members.contains { $0.key == key }
      } else {
        if seen.isEmpty { for member in members { seen.insert(member.key) } }
        isRepeated = !seen.insert(key).inserted
      }
      guard !isRepeated else { throw JSONError("the key \"\(key)\" is there twice", at: start) }
      skipSpace(bytes, &position)
      guard position < bytes.count else { throw JSONError("the text ends within an object", at: position) }
      guard bytes[position] == UInt8(ascii: ":") else {
        throw JSONError("expected ':' after a key, found \(show(bytes, position))", at: position)
      }
      position += 1
      members.append(.init(key: key, value: try value(bytes, &position, depth: depth)))
      guard try goesOn(bytes, &position, until: Byte.closeBrace, within: "an object") else {
        return .object(JSONObject(members))
      }
    }
  }

  private static func array(
    _ bytes: Span<UInt8>, _ position: inout Int, depth: Int
  ) throws(JSONError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace(bytes, &position)
    if position < bytes.count, bytes[position] == Byte.closeBracket {
      position += 1
      return .array([])
    }
    while true {
      elements.append(try value(bytes, &position, depth: depth))
      guard try goesOn(bytes, &position, until: Byte.closeBracket, within: "an array") else {
        return .array(elements)
      }
    }
  }

  /// Reads the comma (true) or the closing bracket (false) after an element.
  private static func goesOn(
    _ bytes: Span<UInt8>, _ position: inout Int, until close: UInt8, within what: String
  ) throws(JSONError) -> Bool {
    skipSpace(bytes, &position)
    guard position < bytes.count else { throw JSONError("the text ends within \(what)", at: position) }
    let byte = bytes[position]
    guard byte == UInt8(ascii: ",") || byte == close else {
      throw JSONError("expected ',' or the end of \(what), found \(show(bytes, position))", at: position)
    }
    position += 1
    return byte != close
  }

  private static func word(
    _ word: StaticString, _ bytes: Span<UInt8>, _ position: inout Int
  ) throws(JSONError) {
    let start = position
    for letter in word.description.utf8 {
      guard position < bytes.count, bytes[position] == letter else {
        throw JSONError("expected \(word)", at: start)
      }
      position += 1
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ position: inout Int) throws(JSONError) -> JSONValue {
    let start = position
    var isWhole = true
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    try digits(bytes, &position)
    if position - first > 1, bytes[first] == Byte.zero {
      throw JSONError("a number begins with a needless zero", at: first)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits(bytes, &position)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits(bytes, &position)
    }
    var text = ""
    for index in start..<position { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = Double(text), number.isFinite else {
      throw JSONError("the number is out of range", at: start)
    }
    return .number(number)
  }

  private static func digits(_ bytes: Span<UInt8>, _ position: inout Int) throws(JSONError) {
    let start = position
    while position < bytes.count, bytes[position] >= Byte.zero, bytes[position] <= Byte.nine { position += 1 }
    guard position > start else { throw JSONError("expected a digit", at: position) }
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ position: inout Int) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// The byte at a position, for messages.
  static func show(_ bytes: Span<UInt8>, _ position: Int) -> String {
    let byte = bytes[position]
    guard byte > 0x20, byte < 0x7F else {
      let hex = String(byte, radix: 16, uppercase: true)
      return "byte 0x\(hex.count < 2 ? "0" : "")\(hex)"
    }
    return "'\(Character(Unicode.Scalar(byte)))'"
  }
}

/// The bytes of JSON's punctuation.
private enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
}
