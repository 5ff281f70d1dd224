/// The elements of a JSON array in a stream, or the values of a stream one after another, as bytes.
///
/// Holds one block and one element. Brackets and strings are followed, the rest is for the parser.
struct JSONElements {
  struct Element: Equatable {
    /// Counted from 1.
    var number: Int
    var offset: Int
    /// Empty when it is longer than the limit.
    var bytes: [UInt8]
    /// In bytes.
    var length: Int
  }

  private let stream: any ByteStream
  private let limit: Int
  private var block: [UInt8] = []
  private var position = 0
  private var blockStart = 0
  private var number = 0
  private var isArray: Bool?

  init(_ stream: any ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next element, `nil` at the end; one that is cut off is handed out as far as it goes.
  mutating func next() throws(InputFailure) -> Element? {
    while let byte = try peek() {
      let isGap = byte <= 0x20 || byte == 0x2C || byte == 0x5D || (isArray == nil && byte >= 0x80)
      if isArray == nil && !isGap {
        isArray = byte == 0x5B
        if byte == 0x5B {
          position += 1
          continue
        }
      }
      if !isGap { return try element() }
      position += 1
    }
    return nil
  }

  /// From the first byte of an element to its last: a bracket that closes it, or a separator behind a plain value.
  private mutating func element() throws(InputFailure) -> Element {
    number += 1
    var element = Element(number: number, offset: blockStart + position, bytes: [], length: 0)
    var depth = 0
    var (isInString, isEscaped) = (false, false)
    while let byte = try peek() {
      if depth == 0 && !isInString && element.length > 0 && (byte == 0x2C || byte == 0x5D || byte <= 0x20) {
        break
      }
      position += 1
      element.length += 1
      if element.length <= limit { element.bytes.append(byte) } else { element.bytes = [] }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth <= 0 { return element }
      default: break
      }
    }
    return element
  }

  private mutating func peek() throws(InputFailure) -> UInt8? {
    if position == block.count {
      blockStart += block.count
      position = 0
      block = []
      block = try stream.read(upTo: 1 << 16)
    }
    return position < block.count ? block[position] : nil
  }
}

/// A JSON file: an array of documents, one document, or several one after another.
final class JSONArraySource: DocumentSource {
  private let input: Input
  private let options: ArchiveOptions
  private var elements: JSONElements?
  private var items: ArraySlice<SourceItem> = []
  private var isEnded = false

  init(_ input: Input, options: ArchiveOptions) {
    self.input = input
    self.options = options
  }

  func next() -> SourceItem? {
    while items.isEmpty && !isEnded {
      do throws(InputFailure) {
        try advance()
      } catch {
        // Damage in one element leaves the next to be found; a stream that cannot be read does not.
        if error.line == nil || error.code == .claims { isEnded = true }
        items = [.failure(error)]
      }
    }
    return items.popFirst()
  }

  private func advance() throws(InputFailure) {
    if elements == nil { elements = JSONElements(try input.open(), limit: options.maxDocument) }
    guard let element = try elements?.next() else {
      isEnded = true
      return
    }
    let document = JSONDocument(
      input: input, options: options, number: element.number, offset: element.offset, noun: "element")
    if element.length > element.bytes.count { throw document.tooLarge(element.length) }
    items = try document.items(of: element.bytes)[...]
  }
}
