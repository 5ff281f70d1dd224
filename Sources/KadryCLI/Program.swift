import KadryArchive
import KadryEngine

import KadryStore

/// From a command line to an exit status.
struct Program {
  let commands: [Command]

  /// Runs a command line, the program's name left out.
  func run(_ arguments: [String], console: Console) -> Int32 {
    do {
      let status = try perform(arguments, console: console)
      try console.output.flush()
      return status
    } catch {
      return end(with: error, console: console)
    }
  }

  private func perform(_ arguments: [String], console: Console) throws -> Int32 {
    func words() -> HelpWords { HelpWords(executable: console.executable, environment: console.environment) }
    switch try ArgumentParser(commands: commands, words: words).parse(arguments) {
    case .help(let command):
      let help = Help(commands: commands, words: words())
      try console.output.write(command.map(help.page) ?? help.overview())
      return ExitStatus.done.rawValue
    case .run(let command, let parsed):
      let invocation = Invocation(command: command, arguments: parsed, console: console)
      return try command.run(invocation).rawValue
    }
  }

  /// Says what went wrong and returns the exit status for it.
  private func end(with error: any Error, console: Console) -> Int32 {
    console.progress("")
    // What was found before the trouble is data all the same.
    if !(error is OutputFailure) { try? console.output.flush() }
    switch error {
    case OutputFailure.closed:
      return ExitStatus.done.rawValue
    case let error as UsageError:
      console.note(error.description)
      return ExitStatus.usage.rawValue
    case let error as StoreError:
      console.note(error.description)
      return error.exitStatus
    case let error as Correcting.Refusal:
      console.note(error.description)
      return ExitStatus.usage.rawValue
    case let error as NotFound:
      console.note(error.description)
      return ExitStatus.nothingFound.rawValue
    default:
      console.note("\(error)")
      return ExitStatus.unusableFile.rawValue
    }
  }
}
