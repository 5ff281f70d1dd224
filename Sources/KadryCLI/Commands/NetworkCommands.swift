import KadryEngine
import KadryGraph

extension Command {
  static let companions = Command(
    name: "co", summary: "who is named in the same documents as a person",
    operands: .one("NAME", hint: "{name.vi-other-plain}"), flags: [.lexicons] + .query,
    discussion: """
      Officials, those of the most common documents first, with the first and the last date and all their posts. When \
      several persons have the name, each has its rows. --limit counts for each person.
      """,
    examples: [
      Example("the ten nearest", "co", "{name.vi-other-plain}", "--limit", "10"),
      Example("for another program", "co", "{name.vi-other}", "--format", "jsonl"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      let knowledge = try invocation.loadKnowledge()
      let name = invocation.arguments.operands[0]
      let query = PersonQuery(store: store, knowledge: knowledge)
      guard try !query.candidates(name, limit: 1).isEmpty else {
        throw NotFound("no person is called '\(name)'\(try query.suggestion(for: name))")
      }
      let rows = try CompanionQuery(store: store, knowledge: knowledge).companions(
        of: name, limit: invocation.limit)
      return try invocation.answer(rows, nothing: "no document names anybody beside '\(name)'")
    })

  static let moves = Command(
    name: "moves", summary: "who took or left a post in a time",
    operands: .none, flags: [.from, .to, .post, .place, .lexicons] + .query,
    discussion: """
      Appointments, elections, dismissals and departures that may lie within the days, in the order of time, with the \
      basis of each date and the person's post before or after. Where documents only show that one followed another, \
      'days' are those within which the change must lie, and the basis says predecessor or successor.
      """,
    examples: [
      Example(
        "one year in a province", "moves", "--from", "2019", "--to", "2019", "--place", "{place.vi-plain}"),
      Example("all changes in a post", "moves", "--post", "{post.vi}", "--format", "csv"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      var question = MovesQuery.Question()
      question.from = invocation.arguments.value(.from).flatMap { PartialDate($0) }
      question.to = invocation.arguments.value(.to).flatMap { PartialDate($0) }
      question.post = invocation.arguments.value(.post)
      question.place = invocation.arguments.value(.place)
      question.limit = invocation.limit
      let rows = try MovesQuery(store: store, knowledge: try invocation.loadKnowledge()).moves(question)
      return try invocation.answer(rows, nothing: "no change in a post is known of that time and place")
    })
}
