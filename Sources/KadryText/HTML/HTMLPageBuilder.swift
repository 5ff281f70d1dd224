/// Makes a tree of the tags and texts of a source, closing what the source left open.
struct HTMLPageBuilder {
  private var nodes: [HTMLPage.Node] = []
  /// The open elements, outermost first.
  private var open: [Int] = []
  private var openCounts = [Int](repeating: 0, count: HTMLElement.allCases.count)
  /// Start tags that were too deep to open, by element: as many end tags are passed over.
  private var flattened = [Int](repeating: 0, count: HTMLElement.allCases.count)

  init() {
    nodes.append(
      HTMLPage.Node(
        element: .other, kind: .element, start: 0, end: 0, nameEnd: 0, parent: 0, subtreeEnd: 1))
    open.append(0)
  }

  mutating func add(_ token: HTMLToken, _ source: Span<UInt8>) {
    switch token.kind {
    case .comment: return
    case .text, .rawText:
      if isOpen(.head), current == .head || current == .html, token.kind == .text,
        !HTMLPage.isBlank(source, token.bytes)
      {
        leaveHead()
      }
      append(token, token.kind == .text ? .text : .rawText)
    case .startTag: start(token)
    case .endTag: end(token, source)
    }
  }

  mutating func finish() -> [HTMLPage.Node] {
    pop(to: 0)
    nodes[0].subtreeEnd = Int32(nodes.count)
    return nodes
  }

  private var current: HTMLElement { nodes[open[open.count - 1]].element }

  private func isOpen(_ element: HTMLElement) -> Bool { openCounts[Int(element.rawValue)] > 0 }

  private mutating func append(_ token: HTMLToken, _ kind: HTMLPage.Kind) {
    nodes.append(
      HTMLPage.Node(
        element: token.element, kind: kind, start: UInt32(token.bytes.lowerBound),
        end: UInt32(token.bytes.upperBound), nameEnd: UInt32(token.name.upperBound),
        parent: Int32(open[open.count - 1]), subtreeEnd: Int32(nodes.count + 1)))
  }

  // MARK: Start tags

  private mutating func start(_ token: HTMLToken) {
    let element = token.element
    if element == .html || element == .body, isOpen(element) { return }
    if isOpen(.head), !element.belongsInHead { leaveHead() }
    closeImplied(before: element)
    append(token, .element)
    guard !element.isVoid, !(element == .other && token.isSelfClosing) else { return }
    guard open.count < HTMLPage.deepest else {
      flattened[Int(element.rawValue)] += 1
      return
    }
    open.append(nodes.count - 1)
    openCounts[Int(element.rawValue)] += 1
  }

  private mutating func leaveHead() {
    if let head = open.lastIndex(where: { nodes[$0].element == .head }) { pop(to: head) }
  }

  /// Closes what an element ends by beginning.
  private mutating func closeImplied(before element: HTMLElement) {
    switch element {
    case .li: close(.li, upTo: [.ul, .ol, .menu, .table, .td, .th])
    case .dt, .dd:
      close(.dt, upTo: [.dl, .table, .td, .th])
      close(.dd, upTo: [.dl, .table, .td, .th])
    case .option: close(.option, upTo: [.select])
    case .td, .th:
      close(.td, upTo: [.table])
      close(.th, upTo: [.table])
    case .tr: close(.tr, upTo: [.table])
    case .thead, .tbody, .tfoot:
      for group in [HTMLElement.thead, .tbody, .tfoot] { close(group, upTo: [.table]) }
    case .a: close(.a, upTo: [.table, .td, .th])
    default: break
    }
    if element.isHeading, current.isHeading { pop(to: open.count - 1) }
    if element.closesParagraph { close(.p, upTo: [.table, .td, .th, .caption, .template]) }
  }

  /// Closes the innermost open element of a kind, and all in it, unless one of the barriers is around it.
  private mutating func close(_ element: HTMLElement, upTo barriers: [HTMLElement]) {
    guard isOpen(element) else { return }
    var i = open.count - 1
    while i > 0 {
      let candidate = nodes[open[i]].element
      if candidate == element { return pop(to: i) }
      if barriers.contains(candidate) { return }
      i -= 1
    }
  }

  // MARK: End tags

  private mutating func end(_ token: HTMLToken, _ source: Span<UInt8>) {
    let element = token.element
    if element == .br {
      append(token, .element)
      return
    }
    if flattened[Int(element.rawValue)] > 0 {
      flattened[Int(element.rawValue)] -= 1
      return
    }
    // What follows the end of the body is taken into it.
    guard element != .html, element != .body, isOpen(element) || element.isHeading else { return }
    var i = open.count - 1
    while i > 0 {
      let candidate = nodes[open[i]]
      if candidate.element == element || (element.isHeading && candidate.element.isHeading),
        element != .other || isSameName(source, token, candidate)
      {
        return pop(to: i)
      }
      if isBarrier(candidate.element, to: element) { return }
      i -= 1
    }
  }

  /// Whether an end tag does not reach through an open element.
  private func isBarrier(_ candidate: HTMLElement, to element: HTMLElement) -> Bool {
    switch element {
    case .table: false
    case .tr, .td, .th, .thead, .tbody, .tfoot, .caption: candidate == .table
    case .other: candidate == .td || candidate == .th || candidate == .table
    default:
      element.isInline
        ? !candidate.isInline : candidate == .td || candidate == .th || candidate == .table
    }
  }

  private func isSameName(_ source: Span<UInt8>, _ token: HTMLToken, _ node: HTMLPage.Node) -> Bool {
    let start = Int(node.start) + 1
    guard Int(node.nameEnd) - start == token.name.count else { return false }
    for offset in 0..<token.name.count
    where source[start + offset] | 0x20 != source[token.name.lowerBound + offset] | 0x20 { return false }
    return true
  }

  /// Closes the open elements from an index on.
  private mutating func pop(to index: Int) {
    while open.count > max(index, 1) {
      let node = open.removeLast()
      openCounts[Int(nodes[node].element.rawValue)] -= 1
      nodes[node].subtreeEnd = Int32(nodes.count)
    }
  }
}
