/// Reads JSON strings: escapes, surrogate pairs, UTF-8.
enum JSONStringParser {
  /// Reads a string whose opening quote is at `position`.
  static func string(_ bytes: Span<UInt8>, _ position: inout Int) throws(JSONError) -> String {
    let open = position
    position += 1
    var runStart = position
    // Stays empty, and unallocated, for a string without escapes.
    var unescaped: [UInt8] = []
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let run = runStart..<position
        position += 1
        if unescaped.isEmpty { return try text(bytes, run) }
        try append(bytes, run, to: &unescaped)
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try append(bytes, runStart..<position, to: &unescaped)
        try escape(bytes, &position, into: &unescaped)
        runStart = position
      case 0..<0x20:
        throw JSONError(
          "a control character in a string must be escaped: \(JSONParser.show(bytes, position))", at: position
        )
      default:
        position += 1
      }
    }
    throw JSONError("the string that begins at byte \(open) does not end", at: bytes.count)
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw JSONError("invalid UTF-8", at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  /// Appends raw bytes, which must be valid UTF-8 on their own.
  private static func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]
  ) throws(JSONError) {
    buffer.append(contentsOf: try text(bytes, range).utf8)
  }

  private static func escape(
    _ bytes: Span<UInt8>, _ position: inout Int, into buffer: inout [UInt8]
  ) throws(JSONError) {
    let start = position
    guard position + 1 < bytes.count else {
      throw JSONError("the text ends within an escape", at: bytes.count)
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(letter)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex(bytes, &position, escape: start)
      if code & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try hex(bytes, &position, escape: start)
        guard low & 0xFC00 == 0xDC00 else { throw JSONError("a lone surrogate", at: start) }
        code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONError("a lone surrogate", at: start) }
      buffer.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    default:
      throw JSONError("an unknown escape", at: start)
    }
  }

  private static func hex(
    _ bytes: Span<UInt8>, _ position: inout Int, escape start: Int
  ) throws(JSONError) -> UInt32 {
    guard position + 4 <= bytes.count else {
      throw JSONError("the text ends within an escape", at: bytes.count)
    }
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 | UInt32(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 | UInt32(byte - 0x37)
      default: throw JSONError("an escape \\u wants four hex digits", at: start)
      }
    }
    return code
  }
}
