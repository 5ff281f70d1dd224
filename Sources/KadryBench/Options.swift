/// What the command line asks for.
struct Options {
  /// A folder of articles as `.txt` files; without it, the `Corpora` beside the lexicons are read.
  var folder: String?
  var rounds = 5
  var documents = 13_000
  var seed: UInt64 = 1
  /// The file that a record of the run is appended to.
  var record: String?
  /// The file that the articles are written to, instead of measuring.
  var generated: String?

  static let usage = """
    usage: kadry-bench [--quick] [--rounds N] [--documents N] [--seed N] [--record FILE] [FOLDER]
           kadry-bench --generate FILE [--documents N] [--seed N] [FOLDER]

    Measures speed as ratios to `wc -w` on the same machine, with the answers checked.
      FOLDER            articles as .txt files; by default the Corpora beside the lexicons
      --quick           one round of few documents, to see that everything works
      --rounds N        rounds of every measurement (5)
      --documents N     documents of the input (13000)
      --seed N          chooses the names, numbers and order of the input (1)
      --record FILE     appends the run to a file
      --generate FILE   writes the input as JSON lines, for `kadry ingest` and `kadry extract`
    """

  init(_ arguments: [String]) throws(BenchError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": (rounds, documents) = (1, 500)
      case "--rounds": rounds = try Self.number(argument, &rest)
      case "--documents": documents = try Self.number(argument, &rest)
      case "--seed": seed = UInt64(try Self.number(argument, &rest))
      case "--record": record = try Self.value(argument, &rest)
      case "--generate": generated = try Self.value(argument, &rest)
      default:
        guard !argument.hasPrefix("-"), folder == nil else {
          throw BenchError("unknown argument \(argument)\n\(Self.usage)")
        }
        folder = argument
      }
    }
  }

  private static func value(_ option: String, _ rest: inout ArraySlice<String>) throws(BenchError) -> String {
    guard let value = rest.popFirst() else { throw BenchError("\(option) needs a value\n\(usage)") }
    return value
  }

  private static func number(_ option: String, _ rest: inout ArraySlice<String>) throws(BenchError) -> Int {
    let value = try value(option, &rest)
    guard let number = Int(value), number > 0 else {
      throw BenchError("\(option) takes a whole number of at least 1, not \(value)")
    }
    return number
  }
}

/// Why a measurement could not be made or must not be believed.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
