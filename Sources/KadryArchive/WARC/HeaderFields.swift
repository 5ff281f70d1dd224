/// Lines of `Name: value`, as records of web archives and HTTP messages begin with them.
struct HeaderFields: Equatable {
  private var fields: [(name: String, value: String)] = []

  static func == (left: Self, right: Self) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Takes a line in, without its break; one that begins with a space goes on with the one before.
  ///
  /// Returns `false` for a line that is no field.
  mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == 0x20 || line.first == 0x09 {
      guard let last = fields.indices.last else { return false }
      fields[last].value += " " + Self.trimmed(line)
      return true
    }
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { return false }
    fields.append((Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[(colon + 1)...])))
    return true
  }

  /// The first value of a field; the name in lower case.
  subscript(name: String) -> String? {
    let value = fields.first { $0.name == name }?.value
    return value?.isEmpty == true ? nil : value
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { $0 <= 0x20 }
    let end = start.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[..<end], as: UTF8.self)
  }
}

/// What `Content-Type` says.
struct ContentType: Equatable {
  /// Lower-case, such as `text/html`.
  var media: String
  /// The label of the charset, when given.
  var charset: String?

  init(_ value: String) {
    let end = value.firstIndex(of: ";") ?? value.endIndex
    media = value[..<end].lowercased().filter { $0 != " " }
    charset = CharsetDeclaration.value(of: "charset", in: Array(value[end...].lowercased().utf8)[...])
  }

  /// What documents of this type are; `nil` for types that are not read.
  var kind: FileKind? {
    switch media {
    case "text/html", "application/xhtml+xml": .html
    case "text/plain": .text
    case "text/markdown": .markdown
    default: nil
    }
  }
}
