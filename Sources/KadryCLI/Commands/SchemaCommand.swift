import KadryEngine
import KadryReading

extension Command {
  static let schema = Command(
    name: "schema", summary: "the wire and gold formats, key by key",
    operands: .optional("wire|gold"), flags: [.format],
    discussion:
      "'wire' are the lines of 'extract' and 'load', 'gold' the files of 'eval'. Keys are only ever added.",
    examples: [
      Example("what 'extract' writes", "schema"),
      Example("what 'eval' reads", "schema", "gold", "--format", "tsv"),
    ],
    run: { invocation in
      switch invocation.arguments.operands.first {
      case nil, "wire":
        if invocation.format == .table {
          invocation.console.note("version \(wireVersion); every line has \"v\", \"kind\" and \"id\"")
        }
        return try invocation.answer(SchemaAnswer.wire, nothing: "")
      case "gold": return try invocation.answer(SchemaAnswer.gold, nothing: "")
      case let other?: throw invocation.usage("there is no schema '\(other)'; say wire or gold")
      }
    })

  static let version = Command(
    name: "version", summary: "the versions of the program and of its formats",
    operands: .none, flags: [], discussion: "", examples: [Example("what is installed", "version")],
    run: { invocation in
      try invocation.console.output.write("kadry \(kadryVersion)\nwire format \(wireVersion)\n")
      return .done
    })
}

/// The version of the program.
let kadryVersion = "0.1.0"
