import KadryEngine
import KadryText

extension Command {
  static let posts = Command(
    name: "posts", summary: "the posts that are held, by body and place",
    operands: .optional("WORDS"), flags: [.place, .level, .lexicons] + .query,
    discussion: "Words of a title in any language of the archive; every word must begin a word of it.",
    examples: [
      Example("all posts of a district", "posts", "--place", "Quỳnh Lưu"),
      Example("all secretaries of provinces", "posts", "bi thu", "--level", "province"),
    ],
    run: { try list($0, nothing: "no such post is in the database") { try $0.posts($1) } })

  static let organizations = Command(
    name: "orgs", summary: "the bodies that are named, by place and level",
    operands: .optional("WORDS"), flags: [.place, .level, .lexicons] + .query,
    discussion: "Words of a name in any language of the archive; every word must begin a word of it.",
    examples: [
      Example("all bodies of a province", "orgs", "--place", "nghe an", "--level", "province"),
      Example("party committees of districts", "orgs", "huyen uy"),
    ],
    run: { try list($0, nothing: "no such body is in the database") { try $0.organizations($1) } })

  static let places = Command(
    name: "places", summary: "the places that posts and bodies belong to",
    operands: .optional("WORDS"), flags: [.level] + .query,
    discussion: "Words of a name in any script, with or without diacritics.",
    examples: [
      Example("all places", "places"),
      Example("districts of that name", "places", "quynh luu", "--level", "district"),
    ],
    run: { try list($0, nothing: "no such place is in the database") { try $0.places($1) } })

  private static func list<Row: ResultRow>(
    _ invocation: Invocation, nothing: String, _ rows: (ListQuery, ListQuery.Filter) throws -> [Row]
  ) throws -> ExitStatus {
    let store = try invocation.openStore()
    var filter = ListQuery.Filter()
    filter.words = invocation.arguments.operands.first
    filter.place = invocation.arguments.value(.place)
    filter.level = invocation.arguments.value(.level)
    filter.limit = invocation.limit
    let query = ListQuery(store: store, fold: PlainSpelling.fold, places: invocation.placeLookup(store))
    return try invocation.answer(try rows(query, filter), nothing: nothing)
  }
}
