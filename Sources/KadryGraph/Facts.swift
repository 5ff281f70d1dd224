import KadryReading

/// A claim without its mentions, as the joining needs it. `doc` is an index into the builder's documents.
struct PersonFact {
  var claim: String
  var doc: Int
  var body: PersonClaim
}

struct OrganizationFact {
  var claim: String
  var doc: Int
  var body: OrganizationClaim
}

struct HoldsFact {
  var claim: String
  var doc: Int
  var grade: Grade
  var body: HoldsClaim
}

struct DirectiveFact {
  var claim: String
  var doc: Int
  var body: DirectiveClaim
  /// Mentions in full and in short.
  var full: Int
  var short: Int
}

struct RelationFact {
  var claim: String
  var doc: Int
  var body: RelationClaim
}

/// Everything that was added; after ``order()`` in an order that does not depend on the order of adding.
struct Facts {
  /// By id.
  var documents: [DocumentFacts] = []
  /// Documents that are one witness have equal numbers: that of the least of them.
  var contents: [Int] = []
  /// Those that are not alone, by document.
  var witnesses: [Witness] = []
  var published: [PartialDate?] = []
  /// The newest publication date.
  var asOf: PartialDate?
  /// Each list by claim id.
  var persons: [PersonFact] = []
  var organizations: [OrganizationFact] = []
  var holds: [HoldsFact] = []
  var directives: [DirectiveFact] = []
  var relations: [RelationFact] = []
  var figures: [Figure] = []

  /// Puts everything in the order of ids, renumbers the documents and groups them by witness.
  mutating func order(context: GraphContext) {
    let order = documents.indices.map { $0 }.sortedByBytes { documents[$0].id }
    var rank = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { rank[old] = new }
    documents = order.map { documents[$0] }
    published = documents.map { $0.published.flatMap(PartialDate.init) }
    asOf = published.compactMap { $0 }.filter { $0.days != nil }.max(by: PartialDate.precedes)
    for index in persons.indices { persons[index].doc = rank[persons[index].doc] }
    for index in organizations.indices { organizations[index].doc = rank[organizations[index].doc] }
    for index in holds.indices { holds[index].doc = rank[holds[index].doc] }
    for index in directives.indices { directives[index].doc = rank[directives[index].doc] }
    for index in relations.indices { relations[index].doc = rank[relations[index].doc] }
    persons = persons.sortedByBytes { $0.claim }
    organizations = organizations.sortedByBytes { $0.claim }
    holds = holds.sortedByBytes { $0.claim }
    directives = directives.sortedByBytes { $0.claim }
    relations = relations.sortedByBytes { $0.claim }
    figures = figures.sortedByBytes { $0.claim }
    var groups = WitnessGroups(documents)
    for (a, b) in ParallelFacts(self, context: context).pairs() where !groups.isOne(a, b) {
      groups.join(a, b, .facts)
    }
    contents = groups.contents()
    witnesses = groups.witnesses()
  }

  /// The first and last publication dates of some documents.
  func publicationBounds(_ docs: some Sequence<Int>) -> (first: String?, last: String?) {
    DateBounds(docs.compactMap { published[$0] }).texts
  }
}

/// The earliest and the latest of some dates; year-less ones bound nothing.
struct DateBounds {
  private(set) var first: PartialDate?
  private(set) var last: PartialDate?

  init(_ dates: some Sequence<PartialDate>) {
    for date in dates { add(date) }
  }

  init() {}

  mutating func add(_ date: PartialDate) {
    guard let days = date.days else { return }
    if first.map({ PartialDate.precedes(date, $0) }) ?? true { first = date }
    guard let known = last, let knownDays = known.days else {
      last = date
      return
    }
    let isLater =
      if days.lowerBound != knownDays.lowerBound {
        days.lowerBound > knownDays.lowerBound
      } else if days.upperBound != knownDays.upperBound {
        days.upperBound > knownDays.upperBound
      } else {
        byteOrder(known.text, date.text)
      }
    if isLater { last = date }
  }

  var texts: (first: String?, last: String?) { (first?.text, last?.text) }
}
