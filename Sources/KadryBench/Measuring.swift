import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What one run of some work took, in seconds.
struct Taken {
  /// Processor time of this process, or of the programs that it started.
  var processor: Double
  var wall: Double
}

/// Seconds of several rounds of the same work.
struct Samples {
  private var seconds: [Double] = []

  mutating func add(_ taken: Double) {
    seconds.append(taken)
    seconds.sort()
  }

  var best: Double { seconds.first ?? .nan }
  var median: Double {
    guard !seconds.isEmpty else { return .nan }
    return (seconds[(seconds.count - 1) / 2] + seconds[seconds.count / 2]) / 2
  }
}

/// Runs some work and measures it.
///
/// - Parameter children: whether programs do the work that this one starts and waits for.
func measure<Answer>(children: Bool = false, _ work: () throws -> Answer) rethrows -> (Answer, Taken) {
  let clock = ContinuousClock.now
  let processor = processorTime(children: children)
  let answer = try work()
  let taken = Taken(
    processor: processorTime(children: children) - processor,
    wall: (ContinuousClock.now - clock) / .seconds(1))
  return (answer, taken)
}

/// The most memory that this process has held so far, in megabytes.
func peakMemory() -> Double {
  let usage = usage(children: false)
  #if canImport(Darwin)
    return Double(usage.ru_maxrss) / 1e6
  #else
    return Double(usage.ru_maxrss) * 1024 / 1e6
  #endif
}

/// The yardstick: what `LC_ALL=C.UTF-8 wc -w` counts in a file.
func wordCount(of path: String) throws -> Int {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["LC_ALL=C.UTF-8", "wc", "-w", path]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  let words = String(decoding: output, as: UTF8.self).split(separator: " ").first.flatMap { Int($0) }
  guard process.terminationStatus == 0, let words else { throw BenchError("wc -w \(path) failed") }
  return words
}

private func processorTime(children: Bool) -> Double {
  let usage = usage(children: children)
  let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

private func usage(children: Bool) -> rusage {
  var usage = rusage()
  let whose = children ? RUSAGE_CHILDREN : RUSAGE_SELF
  #if canImport(Darwin)
    _ = unsafe getrusage(whose, &usage)
  #else
    _ = unsafe getrusage(__rusage_who_t(whose.rawValue), &usage)
  #endif
  return usage
}
