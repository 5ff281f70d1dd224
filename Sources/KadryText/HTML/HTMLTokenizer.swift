/// A tag or a stretch of text of an HTML source, by byte offsets.
public struct HTMLToken: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// Text in which character references stand for characters.
    case text
    /// Text that is taken as it is: a CDATA section, the content of a script.
    case rawText
    case startTag, endTag
    /// A comment, a declaration or a processing instruction.
    case comment
  }
  public var kind: Kind
  public var element: HTMLElement
  /// The whole token; of a CDATA section what stands between its brackets.
  public var bytes: Range<Int>
  /// The name of a tag.
  public var name: Range<Int>
  /// Whether a start tag ends in `/>`.
  public var isSelfClosing: Bool
}

/// Cuts an HTML source into tags and text, as the HTML standard's tokenizer does, keeping byte offsets.
///
/// Works on any bytes and in one pass; what looks like a tag and never ends is text.
public struct HTMLTokenizer: Sendable {
  private var position: Int
  private let end: Int
  /// The element whose raw text comes next.
  private var raw: HTMLElement = .other
  /// Raw-text elements whose end tag was looked for in vain: nobody looks for it again.
  private var unclosed: Set<HTMLElement> = []
  /// After a tag that never ended quotes are no longer believed, so that no byte is looked at over and over.
  private var ignoresQuotes = false
  private var hasNoMoreTags = false
  private var hasNoMoreSections = false

  /// Reads a range of a source.
  public init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next token, `nil` at the end.
  public mutating func next(_ source: Span<UInt8>) -> HTMLToken? {
    if raw != .other {
      let element = raw
      raw = .other
      if let text = rawText(source, of: element) { return text }
    }
    guard position < end else { return nil }
    if source[position] == 0x3C, let token = markup(source) {
      position = max(token.bytes.upperBound, position)
      return token
    }
    let start = position
    position += 1
    while position < end, source[position] != 0x3C || !opensMarkup(source, position) { position += 1 }
    return HTMLToken(
      kind: .text, element: .other, bytes: start..<position, name: start..<start, isSelfClosing: false)
  }

  /// Whether the `<` at a place is worth looking at.
  private func opensMarkup(_ source: Span<UInt8>, _ at: Int) -> Bool {
    guard !hasNoMoreTags, at + 1 < end else { return false }
    let byte = source[at + 1]
    return byte | 0x20 &- 0x61 < 26 || byte == 0x2F || byte == 0x21 || byte == 0x3F
  }

  private mutating func markup(_ source: Span<UInt8>) -> HTMLToken? {
    guard opensMarkup(source, position) else { return nil }
    switch source[position + 1] {
    case 0x21:
      if matches(source, position + 2, "--") { return comment(source) }
      if matches(source, position + 2, "[CDATA["), let section = section(source) { return section }
      return declaration(source)
    case 0x3F: return declaration(source)
    case 0x2F:
      guard position + 2 < end, source[position + 2] | 0x20 &- 0x61 < 26 else { return declaration(source) }
      return tag(source, name: position + 2, kind: .endTag)
    default: return tag(source, name: position + 1, kind: .startTag)
    }
  }

  private func matches(_ source: Span<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= end else { return false }
    var i = at
    for byte in text.description.utf8 {
      if source[i] != byte { return false }
      i += 1
    }
    return true
  }

  private func token(_ kind: HTMLToken.Kind, to end: Int) -> HTMLToken {
    HTMLToken(
      kind: kind, element: .other, bytes: position..<end, name: position..<position, isSelfClosing: false)
  }

  /// `<!-- … -->`; one that never ends takes the rest.
  private func comment(_ source: Span<UInt8>) -> HTMLToken {
    var i = position + 4
    // `<!-->` and `<!--->` are whole comments.
    if i < end, source[i] == 0x3E { return token(.comment, to: i + 1) }
    if i + 1 < end, source[i] == 0x2D, source[i + 1] == 0x3E { return token(.comment, to: i + 2) }
    while i + 2 < end {
      if source[i] == 0x2D, source[i + 1] == 0x2D {
        if source[i + 2] == 0x3E { return token(.comment, to: i + 3) }
        if source[i + 2] == 0x21, i + 3 < end, source[i + 3] == 0x3E { return token(.comment, to: i + 4) }
      }
      i += 1
    }
    return token(.comment, to: end)
  }

  /// `<![CDATA[ … ]]>`; its end is passed over as a comment of its own.
  private mutating func section(_ source: Span<UInt8>) -> HTMLToken? {
    guard !hasNoMoreSections else { return nil }
    let start = position + 9
    var i = start
    while i + 2 < end, !(source[i] == 0x5D && source[i + 1] == 0x5D && source[i + 2] == 0x3E) { i += 1 }
    guard i + 2 < end else {
      hasNoMoreSections = true
      return nil
    }
    position = i + 3
    return HTMLToken(
      kind: .rawText, element: .other, bytes: start..<i, name: start..<start, isSelfClosing: false)
  }

  /// `<!doctype …>`, `<?xml …>`, `</>`: all up to the first `>`.
  private mutating func declaration(_ source: Span<UInt8>) -> HTMLToken? {
    guard let close = close(source, from: position + 1) else { return nil }
    return token(.comment, to: close + 1)
  }

  private mutating func close(_ source: Span<UInt8>, from: Int) -> Int? {
    var i = from
    while i < end, source[i] != 0x3E { i += 1 }
    if i < end { return i }
    hasNoMoreTags = true
    return nil
  }

  private mutating func tag(_ source: Span<UInt8>, name start: Int, kind: HTMLToken.Kind) -> HTMLToken? {
    var i = start
    while i < end, source[i] > 0x20, source[i] != 0x2F, source[i] != 0x3E { i += 1 }
    let name = start..<i
    var close: Int?
    if !ignoresQuotes {
      var attributes = HTMLAttributes(i..<end)
      while attributes.next(source) != nil {}
      close = attributes.close
      if close == nil { ignoresQuotes = true }
    }
    if close == nil { close = self.close(source, from: min(i, end)) }
    guard let close else { return nil }
    let element = HTMLElement(source, name)
    if kind == .startTag, element.isRawText, !unclosed.contains(element) { raw = element }
    return HTMLToken(
      kind: kind, element: element, bytes: position..<(close + 1), name: name,
      isSelfClosing: kind == .startTag && source[close - 1] == 0x2F)
  }

  /// The text up to the end tag of a raw-text element, `nil` when there is none.
  private mutating func rawText(_ source: Span<UInt8>, of element: HTMLElement) -> HTMLToken? {
    var i = position
    while i + 2 < end {
      if source[i] == 0x3C, source[i + 1] == 0x2F {
        var j = i + 2
        while j < end, source[j] | 0x20 &- 0x61 < 26 { j += 1 }
        if j < end, source[j] <= 0x20 || source[j] == 0x3E || source[j] == 0x2F,
          HTMLElement(source, (i + 2)..<j) == element
        {
          break
        }
        i = j
      } else {
        i += 1
      }
    }
    guard i + 2 < end else {
      unclosed.insert(element)
      // A script that never ends hides the rest; anything else that never ends hides nothing.
      guard element == .script || element == .style else { return nil }
      i = end
      return take(.rawText, to: i)
    }
    guard i > position else { return nil }
    return take(element == .title || element == .textarea ? .text : .rawText, to: i)
  }

  private mutating func take(_ kind: HTMLToken.Kind, to end: Int) -> HTMLToken? {
    guard end > position else { return nil }
    defer { position = end }
    return token(kind, to: end)
  }
}
