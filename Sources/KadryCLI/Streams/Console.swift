import KadryArchive
import KadryEngine

/// Everything that a command has to do with its surroundings, so that tests can stand in for them.
final class Console {
  /// Data goes here.
  let output: BufferedSink
  /// All else goes here.
  let errors: any ByteSink
  /// Opens the standard input.
  let input: () -> any ByteStream
  let environment: [String: String]
  /// The path of the executable, for finding the lexicons beside it.
  let executable: String
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool
  let errorsAreTerminal: Bool
  let processors: Int
  /// The time at which a person decides something: ISO 8601, in UTC. Nothing else asks for it.
  let now: () -> String
  /// Seconds from some moment on, for telling how fast the work goes.
  let uptime: () -> Double
  /// Reads the lexicons, with overlays on them.
  let loadKnowledge: ([String]) throws -> Knowledge

  init(
    output: any ByteSink, errors: any ByteSink, input: @escaping () -> any ByteStream,
    environment: [String: String], executable: String, inputIsTerminal: Bool = false,
    outputIsTerminal: Bool = false,
    errorsAreTerminal: Bool = false, processors: Int = 1,
    now: @escaping () -> String = Surroundings.now,
    uptime: @escaping () -> Double = Console.sinceLaunch,
    loadKnowledge: (([String]) throws -> Knowledge)? = nil
  ) {
    self.output = BufferedSink(output)
    self.errors = errors
    self.input = input
    self.environment = environment
    self.executable = executable
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
    self.processors = processors
    self.now = now
    self.uptime = uptime
    self.loadKnowledge =
      loadKnowledge ?? { overlays in
        try Knowledge(executable: executable, environment: environment, overlays: overlays)
      }
  }

  static func sinceLaunch() -> Double {
    let elapsed = ContinuousClock.now - launch
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
  private static let launch = ContinuousClock.now

  /// Whether the output may be coloured: at a terminal, unless `NO_COLOR` is set.
  var usesColor: Bool {
    outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Says something beside the data, as one line.
  func note(_ message: String) {
    // Where nobody listens to errors there is nobody to tell.
    try? errors.write("kadry: \(message)\n")
  }

  /// Replaces the progress line, at a terminal only; an empty text clears it.
  func progress(_ text: String) {
    guard errorsAreTerminal else { return }
    try? errors.write("\r\u{1B}[K" + text)
  }
}
