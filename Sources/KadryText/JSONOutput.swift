/// Writes JSON into a byte buffer: strings escaped as little as the grammar allows, numbers at their
/// shortest.
public enum JSONOutput {
  /// Appends a string in quotes; other than `"`, `\` and control characters, its UTF-8 is written as it is.
  public static func append(_ text: String, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    appendRest(text, to: &buffer)
  }

  /// Appends a string whose opening quote is written already, and the closing one.
  public static func appendRest(_ text: String, to buffer: inout [UInt8]) {
    if isPlain(text) {
      append(bytesOf: text, to: &buffer)
    } else {
      appendEscaped(Array(text.utf8), to: &buffer)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Appends the UTF-8 of a string as it is.
  @inline(__always)
  public static func append(bytesOf text: String, to buffer: inout [UInt8]) {
    // Twice as fast as to append the view, which asks at each call what kind of storage it has.
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { unsafe buffer.append(contentsOf: $0) }
    if isDone == nil { buffer.append(contentsOf: text.utf8) }
  }

  /// Whether nothing in a string needs an escape; looks at all of it, because that takes many bytes at once.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var found: UInt8 = 0
    for position in bytes.indices {
      let byte = bytes[position]
      found |=
        (byte < 0x20 ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0) | (byte == UInt8(ascii: "\\") ? 1 : 0)
    }
    return found == 0
  }

  /// Appends bytes run by run, with an escape between two of them.
  private static func appendEscaped(_ bytes: [UInt8], to buffer: inout [UInt8]) {
    var start = 0
    for position in bytes.indices where needsEscape(bytes[position]) {
      buffer.append(contentsOf: bytes[start..<position])
      appendEscape(of: bytes[position], to: &buffer)
      start = position + 1
    }
    buffer.append(contentsOf: bytes[start...])
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Appends a whole number.
  public static func append(_ number: Int, to buffer: inout [UInt8]) {
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = buffer.count
    repeat {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var left = start
    var right = buffer.count - 1
    while left < right {
      buffer.swapAt(left, right)
      left += 1
      right -= 1
    }
  }

  /// Appends the shortest digits that read back as the same number; `null` when it is not finite.
  public static func append(_ number: Double, to buffer: inout [UInt8]) {
    guard number.isFinite else {
      buffer.append(contentsOf: "null".utf8)
      return
    }
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
      append(whole, to: &buffer)
    } else {
      buffer.append(contentsOf: number.description.utf8)
    }
  }

  private static func appendEscape(of byte: UInt8, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    case 0..<0x20:
      let digits = "0123456789abcdef".utf8
      buffer.append(contentsOf: "u00".utf8)
      buffer.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      buffer.append(digits[digits.index(digits.startIndex, offsetBy: Int(byte & 15))])
    default: buffer.append(byte)
    }
  }
}
