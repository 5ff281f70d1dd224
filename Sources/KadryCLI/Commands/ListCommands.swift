import KadryEngine
import KadryGraph
import KadryText

extension Command {
  static let posts = Command(
    name: "posts", summary: "the posts that are held, by body and place",
    operands: .optional("WORDS"), flags: [.place, .level, .lexicons] + .query,
    discussion: "Words of a title in any language of the archive; every word must begin a word of it.",
    examples: [
      Example("all posts of a district", "posts", "--place", "{place.vi-district}"),
      Example("all secretaries of provinces", "posts", "{post.vi-plain}", "--level", "province"),
    ],
    run: { try list($0, nothing: "no such post is in the database") { try $0.posts($1) } })

  static let organizations = Command(
    name: "orgs", summary: "the bodies that are named, by place and level",
    operands: .optional("WORDS"), flags: [.place, .level, .on, .members, .lexicons] + .query,
    discussion: """
      Words of a name in any language of the archive; every word must begin a word of it. With --on or --members: who \
      sits in these bodies on that day, or on that of the newest document.
      """,
    examples: [
      Example("who sat in one on a day", "orgs", "{body.vi-place}", "--on", "2019-05-01"),
      Example("all bodies of a province", "orgs", "--place", "{place.vi-plain}", "--level", "province"),
      Example("party committees of districts", "orgs", "{body.vi}"),
    ],
    run: { invocation in
      let arguments = invocation.arguments
      if arguments.has(.members) || arguments.value(.on) != nil { return try members(invocation) }
      return try list(invocation, nothing: "no such body is in the database") { try $0.organizations($1) }
    })

  private static func members(_ invocation: Invocation) throws -> ExitStatus {
    let store = try invocation.openStore()
    let on = invocation.arguments.value(.on).flatMap { PartialDate($0) }
    let answer = try MembersQuery(store: store, knowledge: try invocation.loadKnowledge()).members(
      of: filter(invocation), on: on)
    invocation.console.note(
      answer.asOf.map { "as of \($0)" } ?? "no document has a date, so this is as of no day")
    return try invocation.answer(
      answer.rows, nothing: "nobody is known to sit in such a body then; 'kadry orgs' lists the bodies")
  }

  static let places = Command(
    name: "places", summary: "the places that posts and bodies belong to",
    operands: .optional("WORDS"), flags: [.level] + .query,
    discussion: "Words of a name in any script, with or without diacritics.",
    examples: [
      Example("all places", "places"),
      Example("districts of that name", "places", "{place.vi-district-plain}", "--level", "district"),
    ],
    run: { try list($0, nothing: "no such place is in the database") { try $0.places($1) } })

  private static func list<Row: ResultRow>(
    _ invocation: Invocation, nothing: String, _ rows: (ListQuery, ListQuery.Filter) throws -> [Row]
  ) throws -> ExitStatus {
    let store = try invocation.openStore()
    let query = ListQuery(store: store, fold: PlainSpelling.fold, places: invocation.placeLookup(store))
    return try invocation.answer(try rows(query, filter(invocation)), nothing: nothing)
  }

  private static func filter(_ invocation: Invocation) -> ListQuery.Filter {
    var filter = ListQuery.Filter()
    filter.words = invocation.arguments.operands.first
    filter.place = invocation.arguments.value(.place)
    filter.level = invocation.arguments.value(.level)
    filter.limit = invocation.limit
    return filter
  }
}
