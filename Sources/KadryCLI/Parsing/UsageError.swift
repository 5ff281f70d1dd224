/// A command line that cannot be carried out as typed; exit status 64.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, and what to type instead.
  var message: String
  /// The command whose help is worth reading; empty when none was recognised.
  var command = ""

  var description: String {
    let help = command.isEmpty ? "kadry help" : "kadry help \(command)"
    return "\(message)\nTry '\(help)'."
  }
}
