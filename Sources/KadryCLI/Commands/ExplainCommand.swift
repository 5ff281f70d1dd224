import KadryArchive
import KadryEngine

extension Command {
  static let explain = Command(
    name: "explain", summary: "how a text is read, step by step",
    operands: .one("TEXT|-", hint: "{phrase.ru}"), flags: [.lexicons],
    discussion:
      "Tokens, hits of the lexicons, the rules that matched and those that lost, and why. - reads the standard input.",
    examples: [
      Example(
        "a phrase", "explain",
        "{article.ru}")
    ],
    run: { invocation in
      var text = invocation.arguments.operands[0]
      if text == "-" {
        guard let bytes = try invocation.console.input().readAll(limit: 1 << 20) else {
          throw invocation.usage("a text of more than 1 MB cannot be explained; give a part of it")
        }
        text = String(decoding: bytes, as: UTF8.self)
      }
      for line in try invocation.loadKnowledge().explain(text) {
        try invocation.console.output.write(line + "\n")
      }
      return .done
    })
}
