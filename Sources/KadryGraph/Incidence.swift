/// Which of the elements `0..<count` have which of some numbered properties, in two flat arrays.
struct Incidence {
  /// Where the properties of an element begin in `properties`; one more at the end.
  private var starts: [Int32]
  private var properties: [Int32]

  /// Pairs may repeat and come in any order.
  init(count: Int, pairs: [(element: Int, property: Int)]) {
    let sorted = pairs.sorted {
      $0.element != $1.element ? $0.element < $1.element : $0.property < $1.property
    }
    starts = [0]
    starts.reserveCapacity(count + 1)
    properties = []
    properties.reserveCapacity(sorted.count)
    var next = 0
    for element in 0..<count {
      let start = properties.count
      while next < sorted.count, sorted[next].element == element {
        let property = Int32(truncatingIfNeeded: sorted[next].property)
        if properties.count == start || properties[properties.count - 1] != property {
          properties.append(property)
        }
        next += 1
      }
      starts.append(Int32(truncatingIfNeeded: properties.count))
    }
  }

  /// The properties of an element, ascending, each once.
  func properties(of element: Int) -> ArraySlice<Int32> {
    properties[Int(starts[element])..<Int(starts[element + 1])]
  }

  /// Elements that share a property, by property, each in the order given; those alone with theirs are left
  /// out.
  func shared(among elements: [Int]) -> [[Int]] {
    var buckets: [Int32: [Int]] = [:]
    for element in elements {
      for property in properties(of: element) { buckets[property, default: []].append(element) }
    }
    return buckets.keys.sorted().compactMap { buckets[$0] }.filter { $0.count > 1 }
  }
}

/// Numbers values in the order in which they first come.
struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
