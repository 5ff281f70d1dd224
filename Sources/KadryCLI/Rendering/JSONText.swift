import KadryEngine
import KadryText

/// Result cells as JSON on one line.
enum JSONText {
  /// An object with the given keys; what is not known is `null`.
  static func object(_ keys: [String], _ cells: [Cell]) -> String {
    var buffer = Array("{".utf8)
    for (index, (key, cell)) in zip(keys, cells).enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      JSONOutput.append(key, to: &buffer)
      buffer.append(UInt8(ascii: ":"))
      append(cell, to: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
    return String(decoding: buffer, as: UTF8.self)
  }

  private static func append(_ cell: Cell, to buffer: inout [UInt8]) {
    switch cell {
    case .text(let text): JSONOutput.append(text, to: &buffer)
    case .integer(let integer): JSONOutput.append(integer, to: &buffer)
    case .number(let number): JSONOutput.append(number, to: &buffer)
    case .boolean(let boolean): buffer += Array((boolean ? "true" : "false").utf8)
    case .none: buffer += Array("null".utf8)
    case .list(let list):
      buffer.append(UInt8(ascii: "["))
      for (index, item) in list.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        JSONOutput.append(item, to: &buffer)
      }
      buffer.append(UInt8(ascii: "]"))
    }
  }
}
