import KadryLexicon
import KadryText

/// What the mark-up says of each node of a page, and how much of it is text, links and prose.
struct PageNodes {
  /// The roles that the element's own tag and attributes name.
  var roles: [PageRoles]
  /// Whether the node is never seen, or is in one that is not.
  var isHidden: [Bool]
  /// Letters and signs in the subtree, hidden nodes left out.
  var text: [Int32]
  /// Those of them in links.
  var linked: [Int32]
  /// Links in the subtree.
  var links: [Int32]
  /// Letters in blocks that hold long text of their own, of which little is linked.
  var prose: [Int32]
  /// The same of the node itself, which holds the text without another block between.
  var ownProse: [Int32]

  /// How long the text of a block is at least that counts as prose.
  private static let shortestProse: Int32 = 60

  init(_ page: HTMLPage, _ source: Span<UInt8>, cues: PageCues) {
    let count = page.nodes.count
    roles = Array(repeating: [], count: count)
    isHidden = Array(repeating: false, count: count)
    text = Array(repeating: 0, count: count)
    linked = text
    links = text
    prose = text
    ownProse = text
    var ownText = text
    var ownLinked = text
    // The nearest block and link around each node.
    var block = text
    var link = text
    for i in 1..<count {
      let node = page.nodes[i]
      let parent = Int(node.parent)
      block[i] = block[parent]
      link[i] = link[parent]
      isHidden[i] = isHidden[parent]
      guard node.kind == .element else {
        guard !isHidden[i], node.kind == .text else { continue }
        let length = PageNodes.length(source, node.bytes)
        text[i] = length
        ownText[Int(block[i])] += length
        if link[i] != 0 {
          linked[i] = length
          ownLinked[Int(block[i])] += length
        }
        continue
      }
      if node.element.isSilent { isHidden[i] = true }
      look(at: i, page, source, cues)
      if isHidden[i] { continue }
      if !node.element.isInline { block[i] = Int32(i) }
      if links[i] > 0 { link[i] = Int32(i) }
    }
    for i in 1..<count where block[i] == Int32(i) {
      let free = ownText[i] - ownLinked[i]
      if ownText[i] >= PageNodes.shortestProse, ownLinked[i] * 2 < ownText[i] { ownProse[i] = free }
    }
    if !ownProse.contains(where: { $0 > 0 }) {
      for i in 1..<count where !page.nodes[i].element.isHeading { ownProse[i] = ownText[i] - ownLinked[i] }
    }
    sum(page)
  }

  /// Adds up the subtrees; children come after their parents.
  private mutating func sum(_ page: HTMLPage) {
    prose = ownProse
    for i in stride(from: page.nodes.count - 1, to: 0, by: -1) {
      let parent = Int(page.nodes[i].parent)
      text[parent] += text[i]
      linked[parent] += linked[i]
      links[parent] += links[i]
      prose[parent] += prose[i]
    }
  }

  /// Takes the prose of subtrees out of the sums.
  mutating func leaveOutProse(of left: [Bool], _ page: HTMLPage) {
    prose = ownProse
    for i in prose.indices where left[i] { prose[i] = 0 }
    for i in stride(from: page.nodes.count - 1, to: 0, by: -1) {
      prose[Int(page.nodes[i].parent)] += prose[i]
    }
  }

  private mutating func look(at i: Int, _ page: HTMLPage, _ source: Span<UInt8>, _ cues: PageCues) {
    switch page.nodes[i].element {
    case .figcaption, .caption: roles[i].insert(PageRoles(.caption))
    case .nav, .footer, .form, .dialog, .menu: roles[i].insert(PageRoles(.furniture))
    case .time: roles[i].insert(PageRoles(.date))
    default: break
    }
    var attributes = page.attributes(of: i)
    while let attribute = attributes.next(source) {
      let name = attribute.name
      if HTMLPage.isName(source, name, "class") || HTMLPage.isName(source, name, "id")
        || HTMLPage.isName(source, name, "type")
      {
        roles[i].formUnion(cues.roles(.class, source, attribute.value))
      } else if HTMLPage.isName(source, name, "role") {
        roles[i].formUnion(cues.roles(.aria, source, attribute.value))
      } else if HTMLPage.isName(source, name, "itemprop") {
        roles[i].formUnion(cues.roles(.itemprop, source, attribute.value))
      } else if HTMLPage.isName(source, name, "hidden") {
        isHidden[i] = true
      } else if HTMLPage.isName(source, name, "style") {
        if PageNodes.hides(source, attribute.value) { isHidden[i] = true }
      } else if HTMLPage.isName(source, name, "href"), page.nodes[i].element == .a,
        !PageNodes.isFile(source, attribute.value)
      {
        links[i] = 1
      }
    }
  }

  /// Letters, digits and signs, counted as characters.
  private static func length(_ source: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    var count: Int32 = 0
    for i in range where source[i] > 0x20 && source[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Whether a style says `display:none`.
  private static func hides(_ source: Span<UInt8>, _ value: Range<Int>) -> Bool {
    let style = String(decoding: value.map { source[$0] }.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return style.contains("display:none")
  }

  /// Whether a link leads to a file that is kept, not to a page that is read.
  private static func isFile(_ source: Span<UInt8>, _ value: Range<Int>) -> Bool {
    let address = String(decoding: value.map { source[$0] }, as: UTF8.self).lowercased()
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".rar", ".zip"].contains { path.hasSuffix($0) }
  }
}
