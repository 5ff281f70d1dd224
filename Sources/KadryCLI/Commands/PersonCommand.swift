import KadryEngine

extension Command {
  static let person = Command(
    name: "person", summary: "who a name is: spellings, posts in time, documents",
    operands: .one("NAME", hint: "{name.vi-plain}"), flags: [.career, .lexicons] + .query,
    discussion: """
      The name in Russian, Vietnamese or bare Latin letters, whole or in part. All candidates are shown, never a \
      silent choice; when there is only one, with its posts in the order of time and its documents. --career gives one \
      row for each post held, in every format.
      """,
    examples: [
      Example("without diacritics", "person", "{name.vi-plain}"),
      Example("as a translation spells it", "person", "{name.ru}"),
      Example("the career as a table", "person", "{name.vi-other-plain}", "--career", "--format", "csv"),
      Example("as JSON", "person", "{name.vi-other}", "--format", "json"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      let query = PersonQuery(store: store, knowledge: try invocation.loadKnowledge())
      let name = invocation.arguments.operands[0]
      let candidates = try query.candidates(name, limit: invocation.limit)
      let nothing: () throws -> String = {
        candidates.isEmpty
          ? "no person is called '\(name)'; try a part of the name, or 'kadry search'"
            + (try query.suggestion(for: name)) : "no post is known of '\(name)'"
      }
      if invocation.arguments.has(.career) {
        let rows = candidates.flatMap { candidate in
          candidate.holdings.map { CareerAnswer(person: candidate.person, holding: $0) }
        }
        return try invocation.answer(rows, nothing: try nothing())
      }
      if invocation.format == .table, candidates.count == 1, let only = candidates.first {
        let card = PersonCard(answer: only, documents: try query.documents(of: only.person))
        try invocation.console.output.write(card.rendered(usesColor: invocation.console.usesColor))
        return .done
      }
      return try invocation.answer(candidates, nothing: try nothing())
    })
}

/// One person on a screen.
struct PersonCard {
  let answer: PersonAnswer
  let documents: [DocumentMention]

  func rendered(usesColor: Bool) -> String {
    let person = answer.person
    var lines = ["\(person.name)\(person.vi.map { $0 == person.name ? "" : " (\($0))" } ?? "")  \(person.id)"]
    if answer.match != .same { lines.append("match: \(answer.match.rawValue)") }
    lines.append("spellings: " + person.names.map { "\($0.name) (\($0.count))" }.joined(separator: ", "))
    if let first = person.firstSeen { lines.append("seen: \(first) to \(person.lastSeen ?? first)") }
    var text = lines.map(\.withoutControls).joined(separator: "\n") + "\n"
    if !answer.holdings.isEmpty {
      text += "\n" + TextTable(answer.holdings, usesColor: usesColor).rendered()
    }
    if !documents.isEmpty { text += "\n" + TextTable(documents, usesColor: usesColor).rendered() }
    return text
  }
}
