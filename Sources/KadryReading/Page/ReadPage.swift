import KadryLexicon
import KadryText

/// An HTML page as it is read: the article's text, and what the page says of itself.
public struct ReadPage: Sendable, Equatable {
  /// The article and what belongs to it, with the way back to the source.
  public let text: HTMLText
  public let metadata: PageMetadata
  /// Where the article stands in the source, related news left out: half-open bytes, in order. Tags, and what is
  /// hidden, may lie within.
  public let article: [Range<Int>]

  /// Linear in the source; any bytes will do.
  public init(_ source: [UInt8], cues: PageCues) {
    let span = source.span
    let page = HTMLPage(span)
    var reader = PageMetadataReader(cues: cues)
    metadata = reader.read(page, span)
    let main = MainText(page, span, cues: cues, titles: metadata.title.map { [$0] } ?? [])
    var marker = PageMarker(main)
    let marks = marker.mark(span)
    text = HTMLText(of: page, span, marks: marks)
    article = ReadPage.article(page, span, marks)
  }

  /// The runs of texts that are the article's, with no other text between.
  private static func article(_ page: HTMLPage, _ source: Span<UInt8>, _ marks: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var goesOn = false
    for i in page.nodes.indices {
      let mark = PageMark(rawValue: marks[i]) ?? .none
      let isKept = mark != .none && mark != .related && mark != .furniture
      if page.nodes[i].kind == .text {
        let bytes = page.nodes[i].bytes
        guard isKept else {
          goesOn = goesOn && HTMLPage.isBlank(source, bytes)
          continue
        }
        if HTMLPage.isBlank(source, bytes) { continue }
        if goesOn, let last = ranges.popLast() {
          ranges.append(last.lowerBound..<bytes.upperBound)
        } else {
          ranges.append(bytes)
        }
        goesOn = true
      } else if page.nodes[i].element == .img, let text = page.attribute("alt", of: i, source), !text.isEmpty
      {
        if isKept { ranges.append(text) }
        goesOn = false
      }
    }
    return ranges
  }

  /// The mark of the stretch that holds a byte of the text.
  func marks(of lines: [Line], _ tokens: [Token]) -> [PageMark] {
    var marks: [PageMark] = []
    marks.reserveCapacity(lines.count)
    var stretch = 0
    for line in lines {
      let start = Int(tokens[line.tokens.lowerBound].start)
      while stretch < text.stretches.count, text.stretches[stretch].bytes.upperBound <= start { stretch += 1 }
      let mark = stretch < text.stretches.count ? PageMark(rawValue: text.stretches[stretch].mark) : nil
      marks.append(mark ?? .body)
    }
    return marks
  }
}
