/// What the head of a page says in tags alone, without building the page.
public enum HTMLHead {
  /// The address that a page calls its own: `link rel="canonical"`, else `og:url`; reads no further than the body.
  public static func canonicalAddress(of source: [UInt8]) -> String? {
    let span = source.span
    var tokenizer = HTMLTokenizer(0..<span.count)
    var second: String?
    while let token = tokenizer.next(span) {
      guard token.kind == .startTag else { continue }
      switch token.element {
      case .body: return second
      case .link:
        let rel = value("rel", token, span)?.lowercased().split(separator: " ") ?? []
        if rel.contains("canonical"), let address = value("href", token, span), isAddress(address) {
          return address
        }
      case .meta:
        if second == nil, value("property", token, span)?.lowercased() == "og:url",
          let address = value("content", token, span), isAddress(address)
        {
          second = address
        }
      default: break
      }
    }
    return second
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  private static func value(_ name: StaticString, _ tag: HTMLToken, _ source: Span<UInt8>) -> String? {
    var attributes = HTMLAttributes(of: tag)
    while let attribute = attributes.next(source) {
      if HTMLPage.isName(source, attribute.name, name) {
        return HTMLText.plain(source, attribute.value, inAttribute: true)
      }
    }
    return nil
  }
}
