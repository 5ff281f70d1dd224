import KadryEngine
import KadryGraph

extension Command {
  static let who = Command(
    name: "who", summary: "who holds a post, or held it",
    operands: .one("POST", hint: "{post.vi-short}"),
    flags: [.place, .on, .history, .panel, .from, .to, .lexicons] + .query,
    discussion: """
      The post in Russian or Vietnamese, abbreviated or not; a place takes in what lies in it. 'standing' says how sure \
      the answer is for that day: proven by a document of the day or by a statement; within bounds, between two days on \
      which it is known; within term, by a stated term of office only; nearest sighting, or nearest start or end that a \
      statement gives, with its distance in days, negative before the day asked for; undated last. The day is that of \
      the newest document, unless --on says another.
      --history shows all holders in the order of time and, for a post of one holder, how it passed on: a change within \
      some days, a vacancy, an overlap. --panel year gives one row for each post, year and proven holder, and one for \
      each gap; --from and --to choose the years.
      """,
    examples: [
      Example(
        "the present chair of a provincial council", "who", "{post.ru-long}",
        "--place",
        "{place.vi}"),
      Example("asked in Vietnamese, abbreviated", "who", "{post.vi-short}"),
      Example("on one day", "who", "{post.vi}", "--place", "{place.vi-district-plain}", "--on", "2016-11-10"),
      Example("all holders in time", "who", "{post.ru}", "--history", "--format", "csv"),
      Example(
        "a table for counting", "who", "{post.vi}", "--place", "{place.vi-plain}", "--panel", "year",
        "--format",
        "csv"),
    ],
    run: { invocation in
      let arguments = invocation.arguments
      let isPanel = arguments.value(.panel) != nil
      if isPanel && arguments.has(.history) {
        throw invocation.usage("--history and --panel are two answers; choose one")
      }
      if (isPanel || arguments.has(.history)) && arguments.value(.on) != nil {
        throw invocation.usage("--on asks for one day; --history and --panel answer for all time")
      }
      if !isPanel && (arguments.value(.from) ?? arguments.value(.to)) != nil {
        throw invocation.usage("--from and --to choose the years of --panel year")
      }
      if isPanel { return try panel(invocation) }
      return try arguments.has(.history) ? history(invocation) : now(invocation)
    })

  private static func now(_ invocation: Invocation) throws -> ExitStatus {
    let store = try invocation.openStore()
    let knowledge = try invocation.loadKnowledge()
    var question = WhoQuery.Question(post: invocation.arguments.operands[0])
    question.place = invocation.arguments.value(.place)
    question.on = invocation.arguments.value(.on).flatMap { PartialDate($0) }
    question.limit = invocation.limit
    let answer = try WhoQuery(store: store, knowledge: knowledge).answer(question)
    let day = answer.asOf ?? ""
    let origin = question.on == nil ? ", the date of the newest document" : ""
    invocation.console.note(
      answer.asOf == nil ? "no document has a date, so this is as of no day" : "as of \(day)\(origin)")
    noteWords(invocation, understood: answer.understood)
    if !answer.rows.isEmpty && answer.others > 0 {
      invocation.console.note("\(answer.others) held it at another time; add --history to see them")
    }
    return try invocation.answer(
      answer.rows,
      nothing: answer.others > 0
        ? "nobody is known to hold it as of \(day), and \(answer.others) at another time; add --history"
        : nobody(invocation, answer.suggestion))
  }

  private static func history(_ invocation: Invocation) throws -> ExitStatus {
    let store = try invocation.openStore()
    let answer = try SuccessionQuery(store: store, knowledge: try invocation.loadKnowledge()).answer(
      post: invocation.arguments.operands[0], place: invocation.arguments.value(.place),
      limit: invocation.limit)
    noteWords(invocation, understood: answer.understood)
    return try invocation.answer(answer.rows, nothing: nobody(invocation, answer.suggestion))
  }

  private static func panel(_ invocation: Invocation) throws -> ExitStatus {
    func year(_ flag: Flag, _ day: (PartialDate) -> Day?) -> Int? {
      invocation.arguments.value(flag).flatMap { PartialDate($0) }.flatMap(day)?.components.year
    }
    let store = try invocation.openStore()
    var answer = try PanelQuery(store: store, knowledge: try invocation.loadKnowledge()).answer(
      post: invocation.arguments.operands[0], place: invocation.arguments.value(.place),
      years: (year(.from, \.first), year(.to, \.last)))
    if let limit = invocation.limit { answer.rows = Array(answer.rows.prefix(limit)) }
    noteWords(invocation, understood: answer.understood)
    return try invocation.answer(answer.rows, nothing: nobody(invocation, answer.suggestion))
  }

  private static func noteWords(_ invocation: Invocation, understood: Bool) {
    guard !understood else { return }
    invocation.console.note(
      "no known post is in '\(invocation.arguments.operands[0])'; titles with these words were looked for")
  }

  private static func nobody(_ invocation: Invocation, _ suggestion: String) -> String {
    "nobody is known to hold '\(invocation.arguments.operands[0])'; 'kadry posts' lists the posts that are held"
      + suggestion
  }
}
