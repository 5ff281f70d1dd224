/// The attributes of a start tag, one after the other, by byte offsets.
public struct HTMLAttributes: Sendable {
  public struct Attribute: Sendable, Equatable {
    public var name: Range<Int>
    /// What stands between the quotes; empty for an attribute without a value.
    public var value: Range<Int>
  }

  private var position: Int
  private let end: Int
  /// Where the `>` of the tag stands, once all attributes are read; `nil` when the source ends before it.
  public private(set) var close: Int?

  /// - Parameter range: from behind the tag's name on; the tag's end is found by itself.
  public init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The attributes of a start tag.
  public init(of tag: HTMLToken) { self.init(tag.name.upperBound..<tag.bytes.upperBound) }

  /// The next attribute, `nil` at the end of the tag.
  public mutating func next(_ source: Span<UInt8>) -> Attribute? {
    while position < end, source[position] <= 0x20 || source[position] == 0x2F { position += 1 }
    guard position < end else { return nil }
    if source[position] == 0x3E {
      close = position
      return nil
    }
    let start = position
    // An equals sign that begins a name belongs to it.
    position += 1
    while position < end, source[position] > 0x20, source[position] != 0x2F, source[position] != 0x3D,
      source[position] != 0x3E
    { position += 1 }
    let name = start..<position
    while position < end, source[position] <= 0x20 { position += 1 }
    guard position < end, source[position] == 0x3D else {
      return Attribute(name: name, value: name.upperBound..<name.upperBound)
    }
    position += 1
    while position < end, source[position] <= 0x20 { position += 1 }
    return Attribute(name: name, value: value(source))
  }

  private mutating func value(_ source: Span<UInt8>) -> Range<Int> {
    guard position < end, source[position] != 0x3E else { return position..<position }
    let quote = source[position]
    guard quote == 0x22 || quote == 0x27 else {
      let start = position
      while position < end, source[position] > 0x20, source[position] != 0x3E { position += 1 }
      return start..<position
    }
    let start = position + 1
    position = start
    while position < end, source[position] != quote { position += 1 }
    let value = start..<position
    position = min(position + 1, end)
    return value
  }
}
