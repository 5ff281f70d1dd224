import KadryEngine
import KadryGraph
import KadryStore

extension Command {
  static let same = Command(
    name: "same", summary: "say that two persons are one",
    operands: .two("A B", hint: "per-5f3a per-77c0"), flags: .decision,
    discussion: """
      Ids of persons, or of claims that name them. The decision becomes a line of corrections.jsonl, addressed by \
      content, and holds on every run from then on, also after another reading. It is transitive; of decisions that \
      contradict each other the newest holds, and both lines are said.
      """,
    examples: [
      Example("two spellings of one person", "same", "per-5f3a", "per-77c0", "--note", "same portrait")
    ],
    run: { invocation in
      try decide(invocation) { try $0.compare(.same, $1[0], $1[1]) }
    })

  static let different = Command(
    name: "different", summary: "say that two persons are not one",
    operands: .two("A B", hint: "clm-5f3a clm-77c0"), flags: .decision,
    discussion: """
      Ids of persons, or of claims that name them. To part one person who was joined, name a claim of each side; \
      'kadry why' lists them. What else belongs to which side follows from posts, bodies and places as before.
      """,
    examples: [Example("two namesakes", "different", "clm-5f3a", "clm-77c0", "--note", "born 1962 and 1975")],
    run: { invocation in
      try decide(invocation) { try $0.compare(.different, $1[0], $1[1]) }
    })

  static let correct = Command(
    name: "correct", summary: "give a field of a claim or document another value",
    operands: .init(usage: "ID FIELD VALUE", count: 3...3, hint: "clm-5f3a since 2015-10-20"),
    flags: .decision,
    discussion: """
      Fields of a holding: post place status since until term observed; of a person: name vi; of a body: org place \
      level; of a directive: number title type issuer date; of a document: published place. An empty value means that \
      it is not known. The claim stays as it was read; the graph takes the value.
      """,
    examples: [
      Example("the real start", "correct", "clm-5f3a", "since", "2015-10-20"),
      Example("a date that is wrong on the page", "correct", "doc-77c0", "published", "2016-11-12"),
      Example("a date that the text does not give", "correct", "clm-5f3a", "until", ""),
    ],
    run: { invocation in
      try decide(invocation) { try $0.correct($1[0], field: $1[1], value: $1[2]) }
    })

  static let reject = Command(
    name: "reject", summary: "say that a claim is wrong",
    operands: .one("ID", hint: "clm-5f3a"), flags: .decision,
    discussion:
      "Of a person, post, holding or directive: all its claims. They stay in the database, without effect.",
    examples: [Example("a misprint", "reject", "clm-5f3a", "--note", "the paper corrected it next day")],
    run: { invocation in
      try decide(invocation) { try $0.reject($1[0]) }
    })

  static let undo = Command(
    name: "undo", summary: "take a correction back",
    operands: .one("ID", hint: "cor-5f3a"), flags: [.corrections, .database, .format, .lexicons],
    discussion: "Its line goes out of corrections.jsonl, and the graph is as if it had never been.",
    examples: [Example("one of 'kadry corrections'", "undo", "cor-5f3a")],
    run: { invocation in
      try decide(invocation) { [try $0.undo($1[0])] }
    })

  static let corrections = Command(
    name: "corrections", summary: "what people decided, and what became of it",
    operands: .none, flags: .query,
    discussion: """
      'outcome' says applied; overruled, by a newer decision that contradicts it; or not-found, when the database has \
      not what it speaks of, or not as it was.
      """,
    examples: [
      Example("all", "corrections"), Example("with both lines", "corrections", "--format", "jsonl"),
    ],
    run: { invocation in
      let rows = try CorrectionAnswer.all(of: try invocation.openStore())
      return try invocation.answer(
        Array(rows.prefix(invocation.limit ?? .max)),
        nothing: "nobody has corrected anything in this database")
    })

  private static func decide(
    _ invocation: Invocation, _ decision: (Correcting, [String]) throws -> [Correction]
  ) throws -> ExitStatus {
    let store = try invocation.openStore(.readWrite)
    let corrections = try decision(
      try invocation.correcting(store), invocation.arguments.operands)
    let ids = Set(corrections.map(\.id))
    let isUndo = invocation.command.name == "undo"
    for correction in corrections {
      invocation.console.note(
        "\(isUndo ? "taken back" : "written to \(invocation.correctionFile.path)"): \(correction.title)")
    }
    try invocation.tellCorrections(store)
    let rows = try CorrectionAnswer.all(of: store).filter { ids.contains($0.correction.id) }
    if !rows.isEmpty { _ = try invocation.answer(rows, nothing: "") }
    return .done
  }
}

extension Invocation {
  /// The verb that writes decisions, signed as the flags and the surroundings say.
  func correcting(_ store: Store) throws -> Correcting {
    let author =
      arguments.value(.author) ?? console.environment["KADRY_AUTHOR"] ?? console.environment["USER"]
      ?? "unknown"
    return Correcting(
      store: store, knowledge: try loadKnowledge(), file: correctionFile,
      signature: .init(author: author, date: console.now(), note: arguments.value(.note)))
  }
}
