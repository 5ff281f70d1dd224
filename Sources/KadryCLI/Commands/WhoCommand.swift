import KadryEngine
import KadryGraph

extension Command {
  static let who = Command(
    name: "who", summary: "who holds a post, or held it",
    operands: .one("POST", hint: "\"chủ tịch hđnd tỉnh\""),
    flags: [.place, .on, .history, .lexicons] + .query,
    discussion: """
      The post in Russian or Vietnamese, abbreviated or not. 'standing' says how sure the answer is for that day: \
      proven by a document of the day or by a statement; within bounds, between two days on which it is known; the \
      nearest sighting with its distance in days, negative before the day asked for; undated last. The day is that of \
      the newest document, unless --on says another.
      """,
    examples: [
      Example(
        "the present chair of a provincial council", "who", "председатель провинциального Народного совета",
        "--place",
        "Nghệ An"),
      Example("asked in Vietnamese, abbreviated", "who", "chủ tịch hđnd tỉnh"),
      Example("on one day", "who", "Bí thư Huyện ủy", "--place", "quynh luu", "--on", "2016-11-10"),
      Example("all holders in time", "who", "секретарь обкома", "--history", "--format", "csv"),
    ],
    run: { invocation in
      let store = try invocation.openStore()
      let knowledge = try invocation.loadKnowledge()
      var question = WhoQuery.Question(post: invocation.arguments.operands[0])
      question.place = invocation.arguments.value(.place)
      question.on = invocation.arguments.value(.on).flatMap { PartialDate($0) }
      question.history = invocation.arguments.has(.history)
      question.limit = invocation.limit
      let answer = try WhoQuery(store: store, knowledge: knowledge).answer(question)
      let day = answer.asOf ?? ""
      if !question.history {
        let origin = question.on == nil ? ", the date of the newest document" : ""
        invocation.console.note(
          answer.asOf == nil ? "no document has a date, so this is as of no day" : "as of \(day)\(origin)")
      }
      if !answer.understood {
        invocation.console.note(
          "no known post is in '\(question.post)'; titles with these words were looked for")
      }
      if !answer.rows.isEmpty && answer.others > 0 {
        invocation.console.note("\(answer.others) held it at another time; add --history to see them")
      }
      return try invocation.answer(
        answer.rows,
        nothing: answer.others > 0
          ? "nobody is known to hold it as of \(day), and \(answer.others) at another time; add --history"
          : "nobody is known to hold '\(question.post)'; 'kadry posts' lists the posts that are held")
    })
}
