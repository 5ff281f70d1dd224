import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The fastest of several rounds of the same work; throws when two rounds give different answers.
///
/// - Returns: seconds of the fastest round, and the answer that all gave.
func best<Answer: Equatable>(
  of rounds: Int, _ name: String, _ work: () throws -> Answer
) throws -> (seconds: Double, answer: Answer) {
  var fastest = Double.infinity
  var agreed: Answer?
  for _ in 0..<max(1, rounds) {
    let start = ContinuousClock.now
    let answer = try work()
    let taken = (ContinuousClock.now - start) / .seconds(1)
    fastest = min(fastest, taken)
    if let agreed, agreed != answer { throw BenchError("\(name): two rounds gave \(agreed) and \(answer)") }
    agreed = answer
  }
  guard let agreed else { throw BenchError("\(name): no round was run") }
  return (fastest, agreed)
}

/// The most memory that this process has held so far, in megabytes.
func peakMemory() -> Double {
  var usage = rusage()
  #if canImport(Darwin)
    guard unsafe getrusage(RUSAGE_SELF, &usage) == 0 else { return .nan }
    return Double(usage.ru_maxrss) / 1e6
  #else
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return .nan }
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
