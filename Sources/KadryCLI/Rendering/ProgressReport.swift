import KadryArchive
import KadryEngine

/// Tells how far an ingest is: one line that changes at a terminal, a line now and then elsewhere.
final class ProgressReport {
  private let console: Console
  private let meter: InputMeter
  /// Of all inputs, in bytes; `nil` when they cannot be known.
  private let total: Int?
  private let start: Double
  private var last: Double
  /// Seconds between lines.
  private var interval: Double { console.errorsAreTerminal ? 0.1 : 30 }

  init(console: Console, meter: InputMeter, total: Int?) {
    self.console = console
    self.meter = meter
    self.total = total
    start = console.uptime()
    last = start
  }

  func update(_ progress: IngestProgress) {
    let now = console.uptime()
    if progress.stage == .completing {
      console.progress("\(Plural.documents(progress.documents)); building the graph and the full text")
      return
    }
    guard now - last >= interval else { return }
    last = now
    let line = Self.line(progress, read: meter.bytes, total: total, seconds: now - start)
    if console.errorsAreTerminal { console.progress(line) } else { console.note(line) }
  }

  /// `1200 documents, 3 failed, 56 a second, 34 % of 1.2 GB, 2 min left`.
  static func line(_ progress: IngestProgress, read: Int, total: Int?, seconds: Double) -> String {
    var parts = [Plural.documents(progress.documents), "\(progress.failures) failed"]
    if seconds > 0 { parts.append("\(Int(Double(progress.documents) / seconds)) a second") }
    if let total, total > 0 {
      let share = min(1, Double(read) / Double(total))
      parts.append("\(Int(share * 100)) % of \(size(total))")
      if share > 0 && seconds > 0 { parts.append("\(duration(seconds / share - seconds)) left") }
    }
    return parts.joined(separator: ", ")
  }

  static func size(_ bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 1000 && unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
    let tenths = Int((value * 10).rounded())
    return unit == 0 || tenths >= 100
      ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<100: "\(Int(seconds.rounded())) s"
    case ..<6000: "\(Int((seconds / 60).rounded())) min"
    default: "\(Int((seconds / 3600).rounded())) h"
    }
  }
}
