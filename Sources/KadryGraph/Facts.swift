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

/// Everything that was added, in an order that does not depend on the order of adding.
struct Facts {
  /// By id.
  var documents: [DocumentFacts] = []
  /// Documents of equal content have equal numbers.
  var contents: [Int] = []
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

  /// Whether a document is the first of its content: repeats add no citations.
  func isWitness(_ doc: Int) -> Bool {
    contents[doc] == doc
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
