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

extension Array {
  /// Sorted by the UTF-8 bytes of a key, equal keys in their order.
  ///
  /// Sorts small trivial values instead of the elements: the first sixteen bytes of a key decide nearly
  /// always.
  public func sortedByBytes(of key: (Element) -> String) -> [Element] {
    let keys = map(key)
    let order = keys.indices.map { SortKey(keys[$0], index: $0) }.sorted { a, b in
      if a.head != b.head { return a.head < b.head }
      if a.tail != b.tail { return a.tail < b.tail }
      if keys[a.index].utf8.elementsEqual(keys[b.index].utf8) { return a.index < b.index }
      return byteOrder(keys[a.index], keys[b.index])
    }
    return order.map { self[$0.index] }
  }
}

/// The beginning of a key, as numbers that compare like its bytes.
private struct SortKey {
  var head: UInt64 = 0
  var tail: UInt64 = 0
  var index: Int

  init(_ key: String, index: Int) {
    self.index = index
    let bytes = key.utf8.span
    for position in 0..<16 {
      let byte = position < bytes.count ? UInt64(bytes[position]) : 0
      if position < 8 { head = head << 8 | byte } else { tail = tail << 8 | byte }
    }
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
