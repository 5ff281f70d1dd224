import KadryLexicon
import KadryText

/// An HTML page as it is read: the article's text, and what the page says of itself.
public struct ReadPage: Sendable, Equatable {
  /// The article and what belongs to it, with the way back to the source.
  public let text: HTMLText
  public let metadata: PageMetadata

  /// Linear in the source; any bytes will do.
  public init(_ source: [UInt8], cues: PageCues) {
    let span = source.span
    let page = HTMLPage(span)
    var reader = PageMetadataReader(cues: cues)
    metadata = reader.read(page, span)
    let main = MainText(page, span, cues: cues, titles: metadata.title.map { [$0] } ?? [])
    var marker = PageMarker(main)
    text = HTMLText(of: page, span, marks: marker.mark(span))
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
