import KadryLexicon
import KadryText

/// Collects the metadata of a page, best evidence first: JSON-LD of the article, then `meta`, then the rest.
struct PageMetadataReader {
  private let cues: PageCues
  /// The values found for a field, with how much each is worth; less is better.
  private var found: [PageRole: (rank: Int, value: String)] = [:]
  private var translations: [PageMetadata.Translation] = []

  private enum Rank {
    static let json = 0
    static let meta = 100
    static let link = 50
    static let itemprop = 200
    static let tag = 300
    static let otherJSON = 400
  }

  init(cues: PageCues) { self.cues = cues }

  mutating func read(_ page: HTMLPage, _ source: Span<UInt8>) -> PageMetadata {
    for i in page.nodes.indices.dropFirst() where page.nodes[i].kind == .element {
      switch page.nodes[i].element {
      case .meta: meta(i, page, source)
      case .link: link(i, page, source)
      case .html:
        offer(.language, Rank.tag, page.text(ofAttribute: "lang", of: i, source))
      case .title: offer(.title, Rank.tag, page.text(of: i, source))
      case .time:
        if found[.date]?.rank ?? Int.max > Rank.tag {
          offer(.date, Rank.tag, page.text(ofAttribute: "datetime", of: i, source))
        }
      case .a:
        if page.attribute("hreflang", of: i, source) != nil { translation(i, page, source) }
      case .script:
        if page.text(ofAttribute: "type", of: i, source)?.lowercased() == "application/ld+json" {
          for child in page.descendants(of: i) { json(Array(page: source, page.nodes[child].bytes)) }
        }
      default: break
      }
    }
    return result()
  }

  private mutating func offer(_ role: PageRole, _ rank: Int, _ value: String?) {
    guard let value = value.flatMap({ clean($0, role) }), rank < found[role]?.rank ?? Int.max else { return }
    found[role] = (rank, value)
  }

  /// The value as it is kept; `nil` for one that is none.
  private func clean(_ value: String, _ role: PageRole) -> String? {
    let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !value.isEmpty, value.utf8.count <= 2000 else { return nil }
    switch role {
    case .date: return PageDate.day(value)
    case .language:
      let language = value.prefix { $0.isLetter }.lowercased()
      return (2...3).contains(language.count) ? language : nil
    case .url: return PageMetadataReader.isAddress(value) ? value : nil
    case .author: return PageMetadataReader.isAddress(value) ? nil : value
    default: return value
    }
  }

  private static func isAddress(_ value: String) -> Bool {
    value.hasPrefix("https://") || value.hasPrefix("http://")
  }

  // MARK: Tags

  private mutating func meta(_ i: Int, _ page: HTMLPage, _ source: Span<UInt8>) {
    guard let content = page.text(ofAttribute: "content", of: i, source) else { return }
    for name in ["property", "name", "http-equiv"] as [StaticString] {
      guard let value = page.text(ofAttribute: name, of: i, source) else { continue }
      offer(cues.roles(.meta, value), Rank.meta, content)
    }
    if let value = page.attribute("itemprop", of: i, source) {
      let roles = cues.roles(.itemprop, source, value)
      if roles.has(.date) { offer(.date, Rank.itemprop, content) }
      if roles.has(.headline) { offer(.title, Rank.itemprop, content) }
    }
  }

  private mutating func offer(_ roles: PageRoles, _ rank: Int, _ value: String) {
    for role in [PageRole.title, .date, .author, .section, .language, .url, .site] where roles.has(role) {
      offer(role, rank, value)
    }
  }

  private mutating func link(_ i: Int, _ page: HTMLPage, _ source: Span<UInt8>) {
    guard let kind = page.text(ofAttribute: "rel", of: i, source)?.lowercased() else { return }
    let kinds = kind.split(separator: " ")
    if kinds.contains("canonical") { offer(.url, Rank.link, page.text(ofAttribute: "href", of: i, source)) }
    if kinds.contains("alternate") { translation(i, page, source) }
  }

  private mutating func translation(_ i: Int, _ page: HTMLPage, _ source: Span<UInt8>) {
    guard let language = page.text(ofAttribute: "hreflang", of: i, source)?.lowercased(),
      let url = page.text(ofAttribute: "href", of: i, source), translations.count < 64
    else { return }
    let short = String(language.prefix { $0 != "-" && $0 != "_" })
    guard (2...3).contains(short.count), short.allSatisfy(\.isLetter) else { return }
    translations.append(PageMetadata.Translation(language: short, url: url))
  }

  // MARK: JSON-LD

  private mutating func json(_ bytes: [UInt8]) {
    let document = PageJSON(bytes, cues: cues)
    for (role, value, isArticle) in document.values {
      offer(role, isArticle ? Rank.json : Rank.otherJSON, value)
    }
  }

  // MARK: The result

  private func result() -> PageMetadata {
    var metadata = PageMetadata()
    metadata.title = found[.title]?.value
    metadata.date = found[.date]?.value
    metadata.author = found[.author]?.value
    if metadata.author == found[.site]?.value { metadata.author = nil }
    metadata.section = found[.section]?.value
    metadata.language = found[.language]?.value
    metadata.url = found[.url]?.value
    let origin = metadata.url.map { $0.split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//") }
    for translation in translations where translation.language != metadata.language {
      var whole = translation
      if whole.url.hasPrefix("/"), !whole.url.hasPrefix("//"), let origin { whole.url = origin + whole.url }
      guard PageMetadataReader.isAddress(whole.url), whole.url != metadata.url,
        !metadata.translations.contains(where: { $0.language == whole.language })
      else { continue }
      metadata.translations.append(whole)
    }
    metadata.translations.sort { ($0.language, $0.url) < ($1.language, $1.url) }
    return metadata
  }
}

extension [UInt8] {
  /// The bytes of a range of a source.
  init(page source: Span<UInt8>, _ range: Range<Int>) {
    self.init()
    reserveCapacity(range.count)
    for i in range { append(source[i]) }
  }
}
