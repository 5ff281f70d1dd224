/// One measured figure with the bar that it is held to.
struct Line {
  enum Bar {
    case atLeast(Double)
    case atMost(Double)
  }

  let name: String
  let value: Double
  let bar: Bar?

  init(_ name: String, _ value: Double, bar: Bar? = nil) {
    self.name = name
    self.value = value
    self.bar = bar
  }

  /// Writes the figure in two decimals, its bar, and whether it is met.
  func print() {
    let figure = (value * 100).rounded() / 100
    let padded = name + String(repeating: " ", count: max(1, 36 - name.count))
    switch bar {
    case nil: Swift.print("\(padded)\(figure)")
    case .atLeast(let bar)?:
      Swift.print("\(padded)\(figure)   bar: at least \(bar)   \(value >= bar ? "met" : "NOT MET")")
    case .atMost(let bar)?:
      Swift.print("\(padded)\(figure)   bar: at most \(bar)   \(value <= bar ? "met" : "NOT MET")")
    }
  }
}
