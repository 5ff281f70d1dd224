import KadryEngine

extension Command {
  static let namesCompare = Command(
    name: "names compare", summary: "whether two spellings are of one name, and why",
    operands: .two("A B", hint: "{name.ru} {name.vi}"), flags: [.format, .lexicons],
    discussion: "Exit status: 0 the same, 3 possibly the same, 1 different.",
    examples: [
      Example("across scripts", "names", "compare", "{name.ru}", "{name.vi}"),
      Example(
        "two transcriptions", "names", "compare", "{name.ru-other}", "{name.ru-slip}", "--format", "json"),
    ],
    run: { invocation in
      let (first, second) = (invocation.arguments.operands[0], invocation.arguments.operands[1])
      let verdict = try invocation.loadKnowledge().graph.names.compare(first, second)
      let row = NameVerdictAnswer(first: first, second: second, verdict: verdict)
      _ = try invocation.answer([row], nothing: "")
      return switch verdict.likeness {
      case .same: .done
      case .possible: .possible
      case .different: .nothingFound
      }
    })

  static let namesForms = Command(
    name: "names forms", summary: "the spellings that a name may have",
    operands: .one("NAME", hint: "{name.vi}"), flags: [.format, .limit, .lexicons],
    discussion:
      "In both scripts, with the slips that translations are known to make; 'part' is the word that a form is of.",
    examples: [Example("of a Vietnamese name", "names", "forms", "{name.vi}")],
    run: { invocation in
      let name = invocation.arguments.operands[0]
      let forms = try invocation.loadKnowledge().nameForms(name)
      return try invocation.answer(
        Array(forms.prefix(invocation.limit ?? .max)), nothing: "'\(name)' has no syllable that is known")
    })
}
