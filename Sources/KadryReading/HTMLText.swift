/// The text runs of an HTML source, by byte offsets: what lies between tags, without scripts and styles.
enum HTMLText {
  struct Run: Equatable {
    /// Half-open byte range in the source.
    var bytes: Range<Int>
    /// Whether a block element or line break begins before it.
    var startsBlock: Bool
  }

  /// Elements whose content is no text.
  private static let silent: Set<String> = ["script", "style", "noscript", "template", "svg", "head"]
  /// Elements that do not break a line.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u", "wbr",
  ]

  /// Cuts the source into runs; linear, and never fails: what is not well formed counts as text.
  static func runs(in source: Span<UInt8>) -> [Run] {
    var runs: [Run] = []
    var position = 0
    var start = 0
    var isBlock = true
    func close(_ end: Int) {
      guard end > start else { return }
      runs.append(Run(bytes: start..<end, startsBlock: isBlock))
      isBlock = false
    }
    while position < source.count {
      guard source[position] == 0x3C, let tag = tag(source, position) else {
        position += 1
        continue
      }
      close(position)
      position = tag.end
      if !inline.contains(tag.name) { isBlock = true }
      if silent.contains(tag.name), !tag.isClosing { position = skip(source, position, to: tag.name) }
      start = position
    }
    close(source.count)
    return runs
  }

  private static func tag(_ source: Span<UInt8>, _ open: Int) -> (name: String, isClosing: Bool, end: Int)? {
    var i = open + 1
    guard i < source.count else { return nil }
    if source[i] == 0x21 || source[i] == 0x3F {
      // A comment or a declaration.
      let isComment = i + 2 < source.count && source[i + 1] == 0x2D && source[i + 2] == 0x2D
      while i < source.count {
        if source[i] == 0x3E, !isComment || (source[i - 1] == 0x2D && source[i - 2] == 0x2D) {
          return ("!", false, i + 1)
        }
        i += 1
      }
      return nil
    }
    let isClosing = source[i] == 0x2F
    if isClosing { i += 1 }
    var name: [UInt8] = []
    while i < source.count, isLetter(source[i]) || (!name.isEmpty && source[i] >= 0x30 && source[i] <= 0x39) {
      name.append(source[i] | 0x20)
      i += 1
    }
    guard !name.isEmpty else { return nil }
    var quote: UInt8 = 0
    while i < source.count {
      let byte = source[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return (String(decoding: name, as: UTF8.self), isClosing, i + 1)
      }
      i += 1
    }
    return nil
  }

  /// The place of the closing tag of a silent element.
  private static func skip(_ source: Span<UInt8>, _ from: Int, to name: String) -> Int {
    let wanted = Array(name.utf8)
    var i = from
    while i + 1 + wanted.count < source.count {
      if source[i] == 0x3C, source[i + 1] == 0x2F,
        wanted.indices.allSatisfy({ source[i + 2 + $0] | 0x20 == wanted[$0] })
      {
        return i
      }
      i += 1
    }
    return source.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
