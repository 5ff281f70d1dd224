/// A stack of trivial values that keeps its storage: what is taken off is only forgotten.
struct Pile<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private(set) var count = 0

  init() {}

  @inline(__always)
  mutating func push(_ element: Element) {
    if count < elements.count { elements[count] = element } else { elements.append(element) }
    count &+= 1
  }

  /// Takes off the last element.
  @inline(__always)
  mutating func pop() -> Element? {
    guard count > 0 else { return nil }
    count &-= 1
    return elements[count]
  }

  @inline(__always)
  subscript(index: Int) -> Element { elements[index] }

  /// Forgets all elements from `start` on.
  @inline(__always)
  mutating func cut(to start: Int) { count = min(count, start) }

  /// Turns the order of the elements from `start` on around.
  mutating func reverse(from start: Int) {
    var low = start
    var high = count - 1
    while low < high {
      elements.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// A copy of some elements.
  func elements(_ range: Range<Int>) -> [Element] { Array(elements[range]) }
}
