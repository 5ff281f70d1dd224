/// Tells where the bytes of a text that was made from a source stand in that source.
///
/// Offsets are bytes, half-open. A lookup takes the logarithm of the number of pieces.
public struct SourceMap: Sendable, Equatable {
  /// A stretch of the text: the same bytes as the source has, or, with a length, what stands for so many of its bytes.
  private struct Piece: Sendable, Equatable {
    var start: UInt32
    var source: UInt32
    /// 0 for bytes that are the source's own.
    var replaced: UInt32
  }
  private var pieces: [Piece] = []
  private var end = 0

  public init() {}

  /// Notes that the next bytes of the text are those of the source.
  mutating func copy(_ source: Range<Int>) {
    guard !source.isEmpty else { return }
    defer { end += source.count }
    if let last = pieces.last, last.replaced == 0,
      Int(last.source) + end - Int(last.start) == source.lowerBound
    {
      return
    }
    pieces.append(Piece(start: UInt32(end), source: UInt32(source.lowerBound), replaced: 0))
  }

  /// Notes that the next bytes of the text stand for a range of the source, which is not empty.
  mutating func replace(_ source: Range<Int>, by count: Int) {
    guard count > 0, !source.isEmpty else { return }
    pieces.append(
      Piece(start: UInt32(end), source: UInt32(source.lowerBound), replaced: UInt32(source.count)))
    end += count
  }

  /// The end of the source that the text stands for, 0 before there is any.
  var sourceEnd: Int {
    guard let last = pieces.last else { return 0 }
    return Int(last.source) + (last.replaced > 0 ? Int(last.replaced) : end - Int(last.start))
  }

  /// The bytes of the source that a range of the text stands for, from its first byte to its last.
  public func source(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= end else { return 0..<0 }
    let first = piece(at: range.lowerBound)
    let last = piece(at: range.upperBound - 1)
    let start =
      first.replaced > 0 ? Int(first.source) : Int(first.source) + range.lowerBound - Int(first.start)
    let end = Int(last.source) + (last.replaced > 0 ? Int(last.replaced) : range.upperBound - Int(last.start))
    return start..<max(start, end)
  }

  /// The range of the text that stands for a range of the source; `nil` where an end of it has no text.
  public func text(of source: Range<Int>) -> Range<Int>? {
    guard !source.isEmpty, let start = place(of: source.lowerBound)?.lowerBound,
      let end = place(of: source.upperBound - 1)?.upperBound
    else { return nil }
    return start < end ? start..<end : nil
  }

  /// The bytes of the text that stand for a byte of the source.
  private func place(of byte: Int) -> Range<Int>? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].source) <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let piece = pieces[low - 1]
    let start = Int(piece.start)
    let next = low < pieces.count ? Int(pieces[low].start) : end
    let offset = byte - Int(piece.source)
    if piece.replaced > 0 { return offset < Int(piece.replaced) ? start..<next : nil }
    return offset < next - start ? (start + offset)..<(start + offset + 1) : nil
  }

  private func piece(at offset: Int) -> Piece {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= offset { low = middle } else { high = middle }
    }
    return pieces[low]
  }
}
