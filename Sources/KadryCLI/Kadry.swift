#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import KadryArchive

/// The program `kadry`.
@main
enum Kadry {
  static func main() {
    Surroundings.ignoreClosedPipes()
    let console = Console(
      output: DescriptorSink(descriptor: 1), errors: DescriptorSink(descriptor: 2),
      input: { InputFile.standardInput() }, environment: Surroundings.environment,
      executable: Surroundings.executable, inputIsTerminal: Surroundings.isTerminal(0),
      outputIsTerminal: Surroundings.isTerminal(1),
      errorsAreTerminal: Surroundings.isTerminal(2), processors: Surroundings.processors)
    exit(Program(commands: .all).run(Array(CommandLine.arguments.dropFirst()), console: console))
  }
}
