import KadryLexicon
import KadryPatterns
import KadryText

/// What both languages' body readers share: hits, tags, places and canonical ids.
final class BodyParts: Sendable {
  let tables: ReadingTables
  let types: Types
  let bodyLink: Int
  let conj: Int
  let term: Int
  /// Words that end in a body's head and name none, or -1.
  let notBody: Int
  private let party: ConceptSet
  private let vietnam: ConceptSet
  private let city: ConceptSet
  private let delegation: ConceptSet
  private let assembly: ConceptSet
  private let massOrganisations: ConceptSet
  private let loose: ConceptSet
  /// Kinds that the definite article of a text may leave bare: one committee, one council.
  private let definite: ConceptSet
  /// Heads whose names may hold words that no lexicon knows.
  private let open: ConceptSet
  /// Heads that go by a name of their own, often a quoted one.
  private let named: ConceptSet
  /// Heads behind which a task may stand in small letters.
  private let tasked: ConceptSet

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    bodyLink = tables.registry.bit("body-link") ?? tables.types.bodyHead
    conj = tables.registry.bit("conj") ?? tables.types.bodyHead
    notBody = tables.registry.bit("not-body") ?? -1
    term = tables.registry.bit("term") ?? tables.types.ordinal
    let concepts = tables.lexicons.concepts
    party = concepts.set(["party"])
    vietnam = concepts.set(["vietnam"])
    city = concepts.set(["city"])
    delegation = concepts.set(["delegation"])
    assembly = concepts.set(["national-assembly"])
    massOrganisations = concepts.set(["mass-organisations"])
    loose = concepts.set([
      "steering", "working-group", "event", "delegation", "board", "school", "enterprise",
    ])
    definite = concepts.set(["committee", "council", "obkom", "commission", "department", "section"])
    named = concepts.set(["enterprise", "cooperative", "school"])
    tasked = concepts.set(["board"])
    open = concepts.set([
      "department", "ministry", "association", "union", "federation", "centre", "fund", "institute",
      "academy", "university", "hospital", "bank", "newspaper", "agency", "society", "company",
      "office", "board", "general-department", "embassy", "na-committee", "steering", "division",
      "inspectorate", "court", "club", "other",
    ])
  }

  /// A lexicon hit for a word of a body.
  struct Hit {
    var index: Int
    var tokens: Range<Int>
    var grammemes: Grammemes
    var word: BodyWord
  }

  /// The longest hit at a token among the given annotation types.
  func hit(
    _ draft: borrowing Draft, at token: Int, _ wanted: [Int], where accepts: (Hit) -> Bool = { _ in true }
  )
    -> Hit?
  {
    guard token < draft.chart.masks.count else { return nil }
    var best: Hit?
    draft.chart.forEach(at: token) { index, annotation in
      guard wanted.contains(Int(annotation.type)),
        best == nil || annotation.tokens.count > (best?.tokens.count ?? 0)
      else { return }
      let hit = self.hit(index, annotation)
      if accepts(hit) { best = hit }
    }
    return best
  }

  func hit(_ index: Int, _ annotation: Annotation) -> Hit {
    let entry = tables.lexicons.entries[Int(annotation.value)]
    return Hit(
      index: index, tokens: annotation.tokens, grammemes: annotation.grammemes,
      word: tables.lexicons.bodyWords[entry.index])
  }

  func isOpen(_ word: BodyWord) -> Bool { word.concepts.bits & open.bits != 0 }
  func isNamed(_ word: BodyWord) -> Bool { word.concepts.bits & (open.bits | named.bits) != 0 }
  func hasTask(_ word: BodyWord) -> Bool { word.concepts.bits & tasked.bits != 0 }

  /// A place's name in the text.
  struct PlaceHit {
    var name: String
    var end: Int
    var isCountry: Bool
    var level: Level?
    var isCity: Bool
  }

  /// The Vietnamese name of a place that begins at a token, and where it ends.
  func place(_ draft: borrowing Draft, at token: Int) -> PlaceHit? {
    guard let (_, hit) = draft.chart.first(at: token, type: types.place),
      draft.chart.tokens[token].isCapitalized
    else { return nil }
    let place = tables.lexicons.places[tables.lexicons.entries[Int(hit.value)].index]
    return PlaceHit(
      name: place.vi, end: Int(hit.end), isCountry: place.level == "country",
      level: Level(rawValue: place.level), isCity: place.isCity)
  }

  /// Fills in the canonical id; returns whether the phrase names a body at all.
  func finish(_ body: inout BodyMention, modifiers: Int, isCapitalized: Bool, isOpen: Bool) -> Bool {
    let ownLevel = body.level
    if body.concepts == party && body.level == nil { return false }
    if body.concepts.subtracting(vietnam) == party && body.level == nil { return false }
    // A city's level is that of the place it names.
    if body.level == nil, let level = body.placeLevel { body.level = level }
    if body.isCityPlace, body.level == body.placeLevel { body.concepts.formUnion(city) }
    body.org = tables.lexicons.directory.organizationNumber(body.concepts, level: body.level)
    let rowLevel = body.org.flatMap { tables.lexicons.organizations[$0].level }
    if body.level == nil { body.level = rowLevel }
    if body.concepts.isEmpty { return false }
    // A delegation is no body, unless it is the Assembly's of a province.
    if body.concepts.contains(delegation), !body.concepts.contains(assembly) { return false }
    if body.concepts.contains(massOrganisations) { return false }
    // A steering committee or a group named by nothing else is any of many.
    if modifiers == 0, body.concepts.bits & loose.bits != 0 { return false }
    if body.org != nil {
      // A cell of a village is one of thousands: without a place or a name it means none.
      if rowLevel == .village { return body.place != nil }
      return modifiers > 0 || isCapitalized || ownLevel != nil || rowLevel == .central && !isOpen
    }
    // A kind of body that is known on some level stays open: the article tells which one it is.
    let isKnownKind =
      body.concepts.bits & definite.bits != 0
      && tables.lexicons.directory.isKnownKind(body.concepts)
    return (modifiers > 0 || body.head.count > 1) && (isCapitalized || body.place != nil || isKnownKind)
  }
}
