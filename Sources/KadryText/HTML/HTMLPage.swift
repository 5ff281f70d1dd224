/// The elements and texts of an HTML source as a tree, in the order of the source.
///
/// Unclosed and misnested tags are mended the way browsers do, in the usual cases; nothing of the source is lost.
/// Elements deeper than ``deepest`` are kept, with their content beside them instead of in them. Linear in the source.
public struct HTMLPage: Sendable {
  public struct Node: Sendable, Equatable {
    public var element: HTMLElement
    public var kind: Kind
    /// The start tag, or the text.
    public var start: UInt32
    public var end: UInt32
    /// Where the name of the tag ends.
    public var nameEnd: UInt32
    /// The node around it; the root is its own parent.
    public var parent: Int32
    /// The number behind that of its last descendant.
    public var subtreeEnd: Int32

    public var bytes: Range<Int> { Int(start)..<Int(end) }
  }

  public enum Kind: UInt8, Sendable { case element, text, rawText }

  /// Number 0 is the root, which stands for the page itself.
  public private(set) var nodes: [Node]
  public static let deepest = 256

  public init(_ source: Span<UInt8>) {
    var builder = HTMLPageBuilder()
    var tokenizer = HTMLTokenizer(0..<source.count)
    while let token = tokenizer.next(source) { builder.add(token, source) }
    nodes = builder.finish()
  }

  /// The numbers of a node's descendants.
  public func descendants(of node: Int) -> Range<Int> { (node + 1)..<Int(nodes[node].subtreeEnd) }

  /// The attributes of an element.
  public func attributes(of node: Int) -> HTMLAttributes {
    HTMLAttributes(Int(nodes[node].nameEnd)..<Int(nodes[node].end))
  }

  /// The bytes of the value of an attribute, character references and all; `nil` where it is not there.
  ///
  /// - Parameter name: in small letters.
  public func attribute(_ name: StaticString, of node: Int, _ source: Span<UInt8>) -> Range<Int>? {
    guard nodes[node].kind == .element else { return nil }
    var attributes = attributes(of: node)
    while let attribute = attributes.next(source) {
      if HTMLPage.isName(source, attribute.name, name) { return attribute.value }
    }
    return nil
  }

  /// Whether a range of the source is white space.
  public static func isBlank(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where source[i] > 0x20 { return false }
    return true
  }

  /// Whether a name in the source is the given one, whatever its case.
  public static func isName(_ source: Span<UInt8>, _ bytes: Range<Int>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    var i = bytes.lowerBound
    for byte in name.description.utf8 {
      let own = source[i]
      guard (own &- 0x41 < 26 ? own | 0x20 : own) == byte else { return false }
      i += 1
    }
    return true
  }

  /// The value of an attribute with its character references resolved and white space at its ends taken off.
  public func text(ofAttribute name: StaticString, of node: Int, _ source: Span<UInt8>) -> String? {
    attribute(name, of: node, source).map { HTMLText.plain(source, $0, inAttribute: true) }
  }

  /// The text of a subtree as it is seen, white space as single blanks.
  public func text(of node: Int, _ source: Span<UInt8>) -> String {
    var words: [String] = []
    var i = node
    while i < Int(nodes[node].subtreeEnd) {
      if nodes[i].kind == .text { words.append(HTMLText.plain(source, nodes[i].bytes, inAttribute: false)) }
      i = i > node && nodes[i].element.isSilent ? Int(nodes[i].subtreeEnd) : i + 1
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
