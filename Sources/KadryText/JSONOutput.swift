/// Writes JSON into a byte buffer: strings escaped as little as the grammar allows, numbers at their
/// shortest.
public enum JSONOutput {
  /// Appends a string in quotes; other than `"`, `\` and control characters, its UTF-8 is written as it is.
  public static func append(_ text: String, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    let bytes = text.utf8.span
    var plain = 0
    while plain < bytes.count, !needsEscape(bytes[plain]) { plain += 1 }
    if plain == bytes.count {
      buffer.append(contentsOf: text.utf8)
    } else {
      for position in 0..<bytes.count {
        let byte = bytes[position]
        if needsEscape(byte) { appendEscape(of: byte, to: &buffer) } else { buffer.append(byte) }
      }
    }
    buffer.append(UInt8(ascii: "\""))
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
