import KadryLexicon
import KadryText

/// Gives each node of a page the mark of its part.
struct PageMarker {
  let main: MainText
  /// What article text and headline have around them both.
  private let column: Int
  /// Where the first prose of the article's text ends.
  private let endOfFirstProse: Int
  private var marks: [UInt8]
  /// How many alternative texts are looked at.
  private static let mostAlternatives = 50

  init(_ main: MainText) {
    self.main = main
    let column = main.headline.map { main.around($0, main.main) } ?? main.main
    let parent = Int(main.page.nodes[column].parent)
    let isAlone = main.nodes.prose[parent] * 5 <= main.nodes.prose[column] * 6
    self.column =
      column == main.main && isAlone && ![.body, .html, .other].contains(main.page.nodes[parent].element)
      ? parent : column
    endOfFirstProse =
      main.page.descendants(of: main.main).lazy.filter {
        main.nodes.ownProse[$0] > 0 && !main.isFurniture[$0]
      }
      .map { Int(main.page.nodes[$0].subtreeEnd) }.min() ?? Int.max
    marks = Array(repeating: 0, count: main.page.nodes.count)
  }

  /// The marks, one for each node.
  mutating func mark(_ source: Span<UInt8>) -> [UInt8] {
    let page = main.page
    // A fragment without a body is an article as a whole.
    if main.main == 0 { marks[0] = PageMark.body.rawValue }
    var i = 1
    while i < page.nodes.count {
      let parent = Int(page.nodes[i].parent)
      let inherited = PageMark(rawValue: marks[parent]) ?? .none
      let mark = mark(of: i, inherited, source)
      marks[i] = (page.nodes[i].element == .img ? .none : mark).rawValue
      i += 1
    }
    markAlternatives(source)
    return marks
  }

  private func mark(of i: Int, _ inherited: PageMark, _ source: Span<UInt8>) -> PageMark {
    let nodes = main.nodes
    let node = main.page.nodes[i]
    if nodes.isHidden[i] { return .none }
    if i == main.headline { return .headline }
    if i == main.main { return .body }
    guard node.kind == .element else { return inherited }
    let roles = nodes.roles[i]
    switch inherited {
    case .headline, .related: return inherited
    case .body, .lead, .caption, .byline, .furniture:
      return markInside(i, inherited, source)
    case .none:
      if main.isFurniture[i] {
        return roles.has(.related) && isInColumn(i) && nodes.text[i] >= 20 ? .related : .none
      }
      guard isInColumn(i), holdsNeither(i) else { return .none }
      return markBeside(i)
    }
  }

  private func isInColumn(_ i: Int) -> Bool {
    i > column && i < Int(main.page.nodes[column].subtreeEnd)
  }

  /// Whether neither headline nor article text are in an element.
  private func holdsNeither(_ i: Int) -> Bool {
    let end = Int(main.page.nodes[i].subtreeEnd)
    return !(i <= main.main && main.main < end) && !(main.headline.map { i <= $0 && $0 < end } ?? false)
  }

  /// The mark of an element in the article's text.
  private func markInside(_ i: Int, _ inherited: PageMark, _ source: Span<UInt8>) -> PageMark {
    let nodes = main.nodes
    let roles = nodes.roles[i]
    let element = main.page.nodes[i].element
    if i < main.main || !holdsNeither(i) { return inherited }
    if main.isFurniture[i] { return roles.has(.related) && nodes.text[i] >= 20 ? .related : .none }
    if element == .aside, nodes.linked[i] * 3 > nodes.text[i] {
      return isListOfArticles(i) ? .related : .none
    }
    if let links = markOfLinks(i, inherited) { return links }
    // Long text in plain sight is the article's, whatever its class says.
    guard nodes.prose[i] * 3 <= nodes.prose[main.main] || roles.has(.caption) || nodes.prose[i] == 0 else {
      return inherited
    }
    if roles.has(.caption) { return .caption }
    if inherited == .caption { return .caption }
    if roles.has(.byline), nodes.text[i] <= 120 { return .byline }
    if roles.has(.date), nodes.text[i] <= 80, !element.isInline || element == .time && isAlone(i) {
      return .furniture
    }
    if roles.has(.lead), inherited == .body, i < endOfFirstProse { return .lead }
    return inherited
  }

  /// The mark of an element beside the article's text, in the same column.
  private func markBeside(_ i: Int) -> PageMark {
    let nodes = main.nodes
    let roles = nodes.roles[i]
    if nodes.text[i] == 0 { return .none }
    let isBefore = i < main.main
    if isBefore, let headline = main.headline, i < headline {
      return roles.has(.date) && nodes.text[i] <= 80 ? .furniture : .none
    }
    if roles.has(.caption) { return .caption }
    if roles.has(.byline), nodes.text[i] <= 120 { return .byline }
    if roles.has(.date), nodes.text[i] <= 80 { return .furniture }
    if isBefore {
      let isProse = nodes.ownProse[i] > 0 && nodes.linked[i] * 2 < nodes.text[i]
      return isProse || roles.has(.lead) && nodes.text[i] >= 20 ? .lead : .none
    }
    return nodes.links[i] > 1 && isListOfArticles(i) ? .related : .none
  }

  /// The mark of a block that is mostly links; `nil` for one that is not.
  private func markOfLinks(_ i: Int, _ inherited: PageMark) -> PageMark? {
    let nodes = main.nodes
    let element = main.page.nodes[i].element
    guard !element.isInline, nodes.links[i] > 0, nodes.text[i] > 0 else { return nil }
    let isDense =
      nodes.links[i] > 1
      ? nodes.linked[i] * 10 >= nodes.text[i] * 6 : nodes.linked[i] * 10 >= nodes.text[i] * 8
    guard isDense else { return nil }
    if isListOfArticles(i) { return .related }
    return inherited == .body && nodes.links[i] > 1 && nodes.linked[i] * 10 >= nodes.text[i] * 8
      ? .furniture : nil
  }

  /// Whether links are as long as headlines are.
  private func isListOfArticles(_ i: Int) -> Bool {
    main.nodes.links[i] > 0 && main.nodes.linked[i] / main.nodes.links[i] >= 20
  }

  /// Whether an element holds all the text of its block.
  private func isAlone(_ i: Int) -> Bool {
    main.nodes.text[Int(main.page.nodes[i].parent)] == main.nodes.text[i]
  }

  // MARK: Alternative texts

  /// Takes the alternative texts of pictures that have no caption, where they say something of their own.
  private mutating func markAlternatives(_ source: Span<UInt8>) {
    var said: [String] = []
    for i in main.page.nodes.indices
    where i == main.headline || marks[i] == PageMark.caption.rawValue && main.nodes.roles[i].has(.caption) {
      said.append(MainText.folded(main.page.text(of: i, source)))
    }
    var images = 0
    for i in main.page.descendants(of: main.main) where main.page.nodes[i].element == .img {
      images += 1
      guard images <= PageMarker.mostAlternatives else { return }
      let parent = PageMark(rawValue: marks[Int(main.page.nodes[i].parent)]) ?? .none
      guard parent == .body || parent == .caption, !main.isFurniture[i],
        let text = main.page.text(ofAttribute: "alt", of: i, source).map(MainText.folded), text.count >= 20,
        text.split(separator: " ").count >= 4,
        !said.contains(where: {
          $0.hasPrefix(text.prefix(30)) || text.hasPrefix($0.prefix(30)) && !$0.isEmpty
        })
      else { continue }
      said.append(text)
      marks[i] = PageMark.caption.rawValue
    }
  }
}
