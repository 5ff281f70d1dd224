import Foundation

/// One measured figure with the bar that it is held to.
struct Figure {
  enum Bar {
    case atLeast(Double)
    case atMost(Double)
  }

  var name: String
  /// Of the best round.
  var best: Double
  /// Of the middle round, where there were several.
  var median: Double?
  var bar: Bar?

  /// The figure in three digits, its bar, and whether it is met.
  var line: String {
    var line = name.padding(toLength: 38, withPad: " ", startingAt: 0) + Self.written(best)
    if let median { line += "  median " + Self.written(median) }
    line = line.padding(toLength: max(66, line.count), withPad: " ", startingAt: 0)
    switch bar {
    case nil: break
    case .atLeast(let bar)?:
      line += "  bar: at least \(Self.written(bar))  \(best >= bar ? "met" : "NOT MET")"
    case .atMost(let bar)?: line += "  bar: at most \(Self.written(bar))  \(best <= bar ? "met" : "NOT MET")"
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func written(_ value: Double) -> String {
    String(format: value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value)
  }
}

/// Shows figures as they are measured, and keeps them for the record.
struct Report {
  private var lines: [String] = []

  mutating func add(
    _ name: String, _ best: Double, median: Double? = nil, bar: Figure.Bar? = nil
  ) {
    add(Figure(name: name, best: best, median: median, bar: bar).line)
  }

  mutating func add(_ line: String) {
    print(line)
    lines.append(line)
  }

  /// Appends the run to a file of records, with the day and the machine.
  func append(to path: String) throws {
    let url = URL(filePath: path)
    let file: FileHandle
    do {
      file = try FileHandle(forUpdating: url)
    } catch {
      throw BenchError("\(path) cannot be appended to: \(error.localizedDescription)")
    }
    try file.seekToEnd()
    let day = Date.now.formatted(.iso8601.year().month().day())
    let text = "\n## \(day), \(Self.machine)\n\n```\n\(lines.joined(separator: "\n"))\n```\n"
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  /// The processor and how many of it, and the system.
  private static var machine: String {
    let process = ProcessInfo.processInfo
    let known = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = known.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return
      "\(process.activeProcessorCount) × \(model ?? "processor"), \(process.operatingSystemVersionString)"
  }
}
