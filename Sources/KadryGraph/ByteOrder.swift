/// The one order of the house: by UTF-8 bytes, whatever the locale and the normalization.
func byteOrder(_ left: String, _ right: String) -> Bool {
  let a = left.utf8.span
  let b = right.utf8.span
  let shared = min(a.count, b.count)
  var index = 0
  while index < shared, a[index] == b[index] { index += 1 }
  return index < shared ? a[index] < b[index] : a.count < b.count
}

extension Sequence<String> {
  /// Sorted by UTF-8 bytes.
  func sortedByBytes() -> [String] { sorted(by: byteOrder) }

  /// Sorted by UTF-8 bytes, without repeats.
  func distinctByBytes() -> [String] {
    var result: [String] = []
    for element in sortedByBytes() where !(result.last.map { $0.utf8.elementsEqual(element.utf8) } ?? false) {
      result.append(element)
    }
    return result
  }
}

/// Counts in how many documents of distinct content each spelling occurs.
struct SpellingCounts {
  private var contents: [[UInt8]: Set<Int>] = [:]

  mutating func add(_ spelling: String, content: Int) {
    contents[Array(spelling.utf8), default: []].insert(content)
  }

  /// Commonest first, then by bytes.
  var sorted: [NameCount] {
    contents.map { NameCount(name: String(decoding: $0.key, as: UTF8.self), count: $0.value.count) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : byteOrder($0.name, $1.name) }
  }
}
