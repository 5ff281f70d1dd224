/// The text of a page as a reader sees it, without tags and with its characters decoded.
///
/// Lines and blocks of the layout are line breaks and empty lines; runs of white space are single blanks. ``map``
/// leads back to the source.
public struct HTMLText: Sendable, Equatable {
  /// A stretch of text within one block, with the mark of its nodes.
  public struct Stretch: Sendable, Equatable {
    public var bytes: Range<Int>
    public var mark: UInt8
    /// The block element that it stands in.
    public var block: Int
  }

  /// UTF-8.
  public private(set) var bytes: [UInt8] = []
  public private(set) var map = SourceMap()
  /// In order; the line breaks lie between them.
  public private(set) var stretches: [Stretch] = []

  /// Takes the texts of a page whose node has a mark other than 0.
  ///
  /// - Parameter marks: one for each node; that of an image is for its alternative text. Line breaks come where
  ///   blocks begin and end, and where marks differ. Linear.
  public init(of page: HTMLPage, _ source: Span<UInt8>, marks: [UInt8]) {
    bytes.reserveCapacity(source.count / 3)
    var open: [(end: Int, block: Int, breaks: Int)] = [(page.nodes.count, 0, 2)]
    var preformatted = 0
    for i in page.nodes.indices {
      let node = page.nodes[i]
      while open.count > 1, let last = open.last, last.end <= i {
        open.removeLast()
        breaks = max(breaks, last.breaks)
      }
      if node.kind != .element {
        guard marks[i] != 0 else { continue }
        let block = open[open.count - 1].block
        append(
          source, node.bytes, marks[i], block, isRaw: node.kind == .rawText, keepsLines: i < preformatted)
        continue
      }
      switch node.element {
      case .br: breaks = breaks == 0 ? 1 : 2
      case .img:
        guard marks[i] != 0, let text = page.attribute("alt", of: i, source) else { continue }
        breaks = 2
        append(source, text, marks[i], i, isRaw: false, keepsLines: false, inAttribute: true)
        breaks = 2
      default:
        guard !node.element.isInline, node.subtreeEnd > i + 1 || node.element == .hr else { continue }
        let level = node.element == .td || node.element == .th ? 1 : 2
        breaks = max(breaks, level)
        open.append((Int(node.subtreeEnd), i, level))
        if node.element == .pre { preformatted = Int(node.subtreeEnd) }
      }
    }
  }

  /// Line breaks that are due before the next character.
  private var breaks = 2
  private var blank: Range<Int>?

  private mutating func append(
    _ source: Span<UInt8>, _ range: Range<Int>, _ mark: UInt8, _ block: Int, isRaw: Bool, keepsLines: Bool,
    inAttribute: Bool = false
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = source[i]
      if HTMLText.isSpace(byte) {
        let start = i
        var lines = 0
        while i < range.upperBound, HTMLText.isSpace(source[i]) {
          if source[i] == 0x0A { lines += 1 }
          i += 1
        }
        if keepsLines, lines > 0 { breaks = max(breaks, min(lines, 2)) } else { blank = start..<i }
        continue
      }
      begin(mark, block)
      if byte == 0x26, !isRaw,
        let reference = HTMLEntities.reference(
          source, at: i, before: range.upperBound, inAttribute: inAttribute),
        let scalar = Unicode.Scalar(reference.scalar)
      {
        let count = bytes.count
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        map.replace(i..<(i + reference.length), by: bytes.count - count)
        i += reference.length
      } else {
        let start = i
        i = HTMLText.endOfCopy(source, from: i, before: range.upperBound, isRaw: isRaw)
        for j in start..<i { bytes.append(source[j]) }
        map.copy(start..<i)
      }
      stretches[stretches.count - 1].bytes = stretches[stretches.count - 1].bytes.lowerBound..<bytes.count
    }
  }

  /// Where bytes end that the text has as the source does: single blanks stand between them.
  private static func endOfCopy(
    _ source: Span<UInt8>, from start: Int, before end: Int, isRaw: Bool
  ) -> Int {
    var i = start + 1
    while i < end {
      let byte = source[i]
      if byte > 0x20 {
        if byte == 0x26, !isRaw { return i }
      } else if isSpace(byte) {
        guard byte == 0x20, i + 1 < end, !isSpace(source[i + 1]) else { return i }
      }
      i += 1
    }
    return i
  }

  /// Writes the line breaks or the blank that are due, and begins a stretch where one is due.
  private mutating func begin(_ mark: UInt8, _ block: Int) {
    if breaks == 0, let last = stretches.last, last.mark != mark { breaks = 2 }
    if breaks > 0 {
      if !stretches.isEmpty { insert(breaks == 1 ? "\n" : "\n\n") }
      stretches.append(Stretch(bytes: bytes.count..<bytes.count, mark: mark, block: block))
    } else if let blank {
      bytes.append(0x20)
      map.replace(blank, by: 1)
    }
    breaks = 0
    blank = nil
  }

  /// Line breaks stand for no bytes of the source; no word begins or ends with one.
  private mutating func insert(_ text: StaticString) {
    let anchor = map.sourceEnd
    bytes.append(contentsOf: text.description.utf8)
    map.replace(anchor..<(anchor + 1), by: text.utf8CodeUnitCount)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }

  /// A stretch of a source with its character references resolved and white space as single blanks.
  static func plain(_ source: Span<UInt8>, _ range: Range<Int>, inAttribute: Bool) -> String {
    var text = HTMLText()
    text.append(source, range, 1, 0, isRaw: false, keepsLines: false, inAttribute: inAttribute)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private init() {}
}

extension HTMLText {
  /// The text of a page, or of parts of it, without what its tags alone say is none.
  ///
  /// - Parameter ranges: parts of the source, in order; the texts and alternative texts that lie in one are taken.
  ///   Without any, all is taken but menus, the foot and alternative texts.
  public init(visibleIn source: [UInt8], within ranges: [Range<Int>] = []) {
    let span = source.span
    let page = HTMLPage(span)
    var marks = [UInt8](repeating: 1, count: page.nodes.count)
    var next = 0
    for i in page.nodes.indices.dropFirst() {
      let node = page.nodes[i]
      if marks[Int(node.parent)] == 0 || HTMLText.isLeftOut(page, i, span, isWhole: ranges.isEmpty) {
        marks[i] = 0
      } else if !ranges.isEmpty, node.kind == .text || node.element == .img {
        let bytes = node.kind == .text ? node.bytes : page.attribute("alt", of: i, span) ?? 0..<0
        while next < ranges.count, ranges[next].upperBound < bytes.upperBound { next += 1 }
        let isIn = next < ranges.count && !bytes.isEmpty && ranges[next].lowerBound <= bytes.lowerBound
        marks[i] = isIn ? 1 : 0
      }
    }
    self.init(of: page, span, marks: marks)
  }

  private static func isLeftOut(
    _ page: HTMLPage, _ node: Int, _ source: Span<UInt8>, isWhole: Bool
  ) -> Bool {
    switch page.nodes[node].element {
    case .nav, .footer, .dialog, .menu, .img: if isWhole { return true }
    default: break
    }
    return page.nodes[node].element.isSilent || page.attribute("hidden", of: node, source) != nil
  }
}
