import KadryReading

/// Names of persons that new ones are put together from: the first word of one, the last of another.
struct NamePool {
  private var first: [String] = []
  private var middle: [String] = []
  private var last: [String] = []

  /// Takes a name in; one of less than three words says nothing about the places of its words.
  mutating func add(_ name: [String]) {
    guard name.count >= 3, let first = name.first, let last = name.last else { return }
    self.first.append(first)
    middle += name.dropFirst().dropLast()
    self.last.append(last)
  }

  /// A name of some words; `nil` when none can be made.
  func name(words: Int, _ generator: inout SeededGenerator) -> [String]? {
    guard let last = last.randomElement(using: &generator) else { return nil }
    var name: [String] = []
    if words > 1, let first = first.randomElement(using: &generator) { name.append(first) }
    while name.count < words - 1, let word = middle.randomElement(using: &generator) { name.append(word) }
    return name + [last]
  }
}
