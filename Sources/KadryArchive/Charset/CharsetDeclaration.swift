/// The charset that a web page declares of itself.
enum CharsetDeclaration {
  /// The label in `<meta charset>`, `<meta http-equiv content>` or an XML declaration; `nil` when there is none.
  ///
  /// It must stand among the first 4096 bytes, as far as browsers look too, and then some.
  static func label(in page: [UInt8]) -> String? {
    let head = page.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: 0x3E),
      let label = value(of: "encoding", in: head[..<end])
    {
      return label
    }
    let opening = Array("<meta".utf8)
    var position = 0
    while position + opening.count < head.count {
      guard head[position...].starts(with: opening) else {
        position += 1
        continue
      }
      let end = head[position...].firstIndex(of: 0x3E) ?? head.endIndex
      if let label = value(of: "charset", in: head[position..<end]) { return label }
      position = end
    }
    return nil
  }

  /// The value behind a name and `=`, with or without quotes.
  static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
    let name = Array(name.utf8)
    var position = bytes.startIndex
    while position + name.count < bytes.endIndex {
      guard bytes[position...].starts(with: name) else {
        position += 1
        continue
      }
      position += name.count
      var rest = bytes[position...].drop { $0 <= 0x20 }
      guard rest.first == 0x3D else { continue }
      rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
      let label = rest.prefix {
        $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F
      }
      return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
    return nil
  }
}
