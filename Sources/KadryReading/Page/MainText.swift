import KadryLexicon
import KadryText

/// Finds the article in a page: its headline, its text, and which parts beside them are worth keeping.
///
/// Evidence is what the mark-up says (tags, roles, words of classes), how much prose an element holds, and how much
/// of its text is links. Words of `page-cues.tsv` never outweigh the prose: an element that holds half of the page's
/// is no menu, whatever it is called.
struct MainText {
  let page: HTMLPage
  private(set) var nodes: PageNodes
  private(set) var headline: Int?
  /// The element that holds the text of the article.
  private(set) var main = 0
  /// What belongs to no article, with all in it.
  private(set) var isFurniture: [Bool]

  /// - Parameter titles: what the metadata call the page, best first.
  init(_ page: HTMLPage, _ source: Span<UInt8>, cues: PageCues, titles: [String]) {
    self.page = page
    nodes = PageNodes(page, source, cues: cues)
    isFurniture = Array(repeating: false, count: page.nodes.count)
    headline = findHeadline(source, titles)
    findFurniture()
    nodes.leaveOutProse(of: isFurniture, page)
    main = findMain()
  }

  // MARK: Headline

  /// The heading that says what the metadata say; else the first of the best marked ones.
  private func findHeadline(_ source: Span<UInt8>, _ titles: [String]) -> Int? {
    var best: (score: Int, node: Int)?
    for i in page.nodes.indices.dropFirst() where !nodes.isHidden[i] && nodes.text[i] > 0 {
      let element = page.nodes[i].element
      let isNamed = nodes.roles[i].has(.headline)
      guard element.isHeading || isNamed, page.nodes[i].kind == .element, nodes.text[i] <= 300 else {
        continue
      }
      var score = (element == .h1 ? 2 : 0) + (isNamed ? 1 : 0)
      // A headline in full beats one that stands in a link to another article.
      if nodes.linked[i] * 2 > nodes.text[i] { score -= 3 }
      if !titles.isEmpty {
        let text = MainText.folded(page.text(of: i, source))
        if titles.contains(where: { MainText.isSame(MainText.folded($0), text) }) { score += 4 }
      }
      if score > 0, score > best?.score ?? 0 { best = (score, i) }
    }
    return best?.node
  }

  static func folded(_ text: String) -> String {
    String(text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// Whether a title is the text, or begins with it: sites put their name behind.
  static func isSame(_ title: String, _ text: String) -> Bool {
    text.count >= 8 ? title.hasPrefix(text) || (title.count >= 20 && text.hasPrefix(title)) : title == text
  }

  // MARK: Furniture

  private mutating func findFurniture() {
    let whole = nodes.prose[0]
    // Elements around what is certainly the article.
    var holdsArticle = Array(repeating: false, count: page.nodes.count)
    var isNamed = false
    for i in page.nodes.indices.dropFirst() {
      let isContent = nodes.roles[i].has(.content) && nodes.prose[i] > 0 && nodes.prose[i] * 6 >= whole
      guard i == headline || isContent else { continue }
      if isContent { isNamed = true }
      var at = i
      while at != 0, !holdsArticle[at] {
        holdsArticle[at] = true
        at = Int(page.nodes[at].parent)
      }
    }
    for i in page.nodes.indices.dropFirst() {
      if isFurniture[Int(page.nodes[i].parent)] || nodes.isHidden[i] {
        isFurniture[i] = true
      } else if nodes.roles[i].has(.furniture) || nodes.roles[i].has(.related), !holdsArticle[i] {
        // With the article elsewhere, comments may be as long as they like.
        isFurniture[i] = isNamed || nodes.prose[i] * 2 <= whole
      }
    }
  }

  // MARK: The text

  private func findMain() -> Int {
    let whole = nodes.prose[0]
    guard whole > 0 else { return body }
    if let named = richest({ nodes.roles[$0].has(.content) }), nodes.prose[named] * 4 >= whole {
      return named
    }
    if let article = richest({ page.nodes[$0].element == .article }), nodes.prose[article] * 5 >= whole * 2 {
      return article
    }
    var at = 0
    while let next = children(of: at).first(where: { nodes.prose[$0] * 4 >= nodes.prose[at] * 3 }),
      nodes.ownProse[next] == 0
    { at = next }
    return at == 0 ? body : at
  }

  private var body: Int { page.nodes.firstIndex { $0.element == .body } ?? 0 }

  private func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var i = node + 1
    while i < Int(page.nodes[node].subtreeEnd) {
      children.append(i)
      i = Int(page.nodes[i].subtreeEnd)
    }
    return children
  }

  /// The innermost of the elements that hold the most prose of those that a test lets through.
  private func richest(_ isWanted: (Int) -> Bool) -> Int? {
    var best: Int?
    for i in page.nodes.indices.dropFirst() where !isFurniture[i] && nodes.prose[i] > 0 && isWanted(i) {
      guard let other = best else {
        best = i
        continue
      }
      let isInside = i < Int(page.nodes[other].subtreeEnd)
      if isInside ? nodes.prose[i] * 20 >= nodes.prose[other] * 19 : nodes.prose[i] > nodes.prose[other] {
        best = i
      }
    }
    return best
  }

  /// The innermost element around two nodes.
  func around(_ a: Int, _ b: Int) -> Int {
    var at = a
    while !(at <= b && b < Int(page.nodes[at].subtreeEnd)) { at = Int(page.nodes[at].parent) }
    return at
  }
}
