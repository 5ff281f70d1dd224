import KadryLexicon
import Testing

/// Phrases as sets of tags to canonical bodies, and titles in bodies to canonical posts.
@Suite struct OfficeTablesTests {
  static let bodies: [(tags: String, level: Level?, id: String?)] = [
    // The party on every level.
    ("party committee", .province, "provincial-party-committee"),
    ("obkom committee", .province, "provincial-party-committee"),
    ("party committee", .district, "district-party-committee"),
    ("party", .district, "district-party-committee"),
    ("party committee", .commune, "commune-party-committee"),
    ("party committee city", .district, "city-party-committee"),
    ("party committee city", .province, "municipal-party-committee"),
    ("central committee party", .central, "central-committee"),
    ("politburo", .central, "politburo"), ("politburo", nil, "politburo"),
    ("politburo central committee party", nil, "politburo"),
    ("standing party", .province, "provincial-party-standing-committee"),
    ("standing committee", .district, "district-party-standing-committee"),
    ("standing party", .commune, "commune-party-standing-committee"),
    ("inspection party", .province, "provincial-inspection-commission"),
    ("inspection", .central, "central-inspection-commission"),
    ("organisation section party", .district, "district-organisation-commission"),
    ("organisation", .province, "provincial-organisation-commission"),
    ("propaganda section", .province, "provincial-propaganda-commission"),
    ("propaganda", .central, "central-propaganda-commission"),
    ("mass-mobilisation party", .district, "district-mass-mobilisation-commission"),
    ("propaganda mass-mobilisation", .district, "district-propaganda-mass-mobilisation-commission"),
    ("office party committee", .province, "provincial-party-office"), ("cell party", .village, "party-cell"),
    // Councils and committees of the people.
    ("peoples committee", .province, "provincial-peoples-committee"),
    ("peoples committee", .district, "district-peoples-committee"),
    ("peoples committee city", .district, "city-peoples-committee"),
    ("peoples committee city", .province, "municipal-peoples-committee"),
    ("peoples council", .province, "provincial-peoples-council"),
    ("peoples council", .commune, "commune-peoples-council"),
    ("office peoples committee", .province, "peoples-committee-office"),
    ("permanent peoples council", .district, "district-peoples-council-standing"),
    // The state, the Front and its members.
    ("national-assembly", nil, "national-assembly"),
    ("standing committee national-assembly", .central, "na-standing-committee"),
    ("delegation national-assembly", .province, "na-provincial-delegation"),
    ("government", .central, "government"),
    ("government office", .central, "government-office"),
    ("front committee", .district, "district-front-committee"),
    ("front central committee", .central, "front-central-committee"), ("front", nil, "fatherland-front"),
    ("farmers", .district, "district-farmers-union"), ("women federation", .commune, "commune-womens-union"),
    ("youth", .province, "provincial-youth-union"), ("veterans", .commune, "commune-veterans-association"),
    ("police", .district, "district-police"), ("military command", .district, "district-military-command"),
    ("military command", .province, "provincial-military-command"),
    ("court peoples", .district, "district-court"),
    // Words beside the body's own do not matter when they are ignorable ones, and do when they are not.
    ("front committee vietnam", .district, "district-front-committee"),
    ("front committee hospital", .district, "hospital?"),
    // A kind of body that exists on several levels stays open, as does what names nothing.
    ("party committee", nil, nil), ("peoples committee", nil, nil), ("committee", .province, nil),
    ("", .province, nil),
    ("city", .district, nil), ("vietnam", nil, nil),
  ]

  @Test(arguments: bodies.indices)
  func organizations(number: Int) throws {
    let (tags, level, id) = Self.bodies[number]
    let lexicons = try TestLexicons.base()
    let set = lexicons.concepts.set(tags.split(separator: " ").map(String.init))
    #expect(set.count == tags.split(separator: " ").count, "every tag is known: \(tags)")
    let found = lexicons.directory.organization(set, level: level)?.id
    if let id, id.hasSuffix("?") { #expect(found == nil, "\(tags)") } else { #expect(found == id, "\(tags)") }
  }

  static let titles: [(function: String, ranks: [String], body: String, id: String?)] = [
    ("secretary", [], "district-party-committee", "district-party-secretary"),
    ("secretary", ["deputy"], "district-party-committee", "district-party-deputy-secretary"),
    (
      "secretary", ["deputy", "standing"], "district-party-committee",
      "district-party-standing-deputy-secretary"
    ),
    (
      "secretary", ["standing", "deputy"], "district-party-committee",
      "district-party-standing-deputy-secretary"
    ),
    ("chair", [], "district-peoples-committee", "district-peoples-committee-chair"),
    ("chair", ["deputy"], "district-peoples-committee", "district-peoples-committee-vice-chair"),
    ("member", [], "district-party-standing-committee", "district-party-standing-committee-member"),
    ("member", ["alternate"], "central-committee", "central-committee-alternate"),
    ("minister", ["deputy"], "ministry", "deputy-minister"),
    // Translations swap the words for the one at the top.
    ("chair", [], "district-organisation-commission", "district-organisation-head"),
    (
      "director", ["deputy"], "district-organisation-commission",
      "district-organisation-commission-deputy-head"
    ),
    ("head", [], "district-peoples-committee", "district-peoples-committee-chair"),
    ("director", [], "district-inspection-commission", "district-inspection-chair"),
    // But not for a secretary or a member, and not in another body.
    ("head", [], "district-party-committee", nil), ("member", [], "district-peoples-committee", nil),
    ("secretary", [], "district-peoples-committee", nil),
    ("chair", ["chief"], "district-peoples-committee", nil),
    ("chair", [], "no-such-body", nil), ("no-such-function", [], "district-peoples-committee", nil),
  ]

  @Test(arguments: titles.indices)
  func posts(number: Int) throws {
    let (function, ranks, body, id) = Self.titles[number]
    #expect(try TestLexicons.base().directory.post(function: function, ranks: ranks, body: body)?.id == id)
  }

  @Test func byID() throws {
    let directory = try TestLexicons.base().directory
    #expect(directory.organization(id: "politburo")?.id == "politburo")
    #expect(directory.post(id: "delegate")?.function == "deputy")
    #expect(directory.organization(id: "nothing") == nil && directory.post(id: "nothing") == nil)
  }

  /// Every post that has a body is found by its own function, ranks and body.
  @Test func everyPostIsFound() throws {
    let lexicons = try TestLexicons.base()
    for post in lexicons.posts {
      let found = lexicons.directory.post(function: post.function, ranks: post.ranks, body: post.body)
      #expect(
        found?.function == post.function && found?.ranks == post.ranks && found?.body == post.body,
        "\(post.id)")
    }
  }

  private static let ignorable = [
    "committee", "council", "commission", "department", "office", "obkom", "executive", "union",
    "association",
    "vietnam", "central",
  ]

  /// The rule in plain words: the largest set of tags inside the phrase's, nothing left but ignorable words, the level
  /// that was asked before none, fewer left-over words, the first of the table; open where levels tie.
  private func search(_ lexicons: Lexicons, _ concepts: ConceptSet, _ level: Level?) -> String? {
    let ignorable = lexicons.concepts.set(Self.ignorable)
    var best: (score: Int, row: Organization)?
    var isOpen = false
    for row in lexicons.organizations where row.level == level || row.level == nil || level == nil {
      for wanted in row.concepts where concepts.contains(wanted) && !wanted.isEmpty {
        let rest = concepts.subtracting(wanted)
        guard rest.subtracting(ignorable).isEmpty else { continue }
        let score = wanted.count * 100 + (row.level == level ? 20 : 10) - rest.count
        if score > best?.score ?? .min {
          best = (score, row)
          isOpen = false
        } else if score == best?.score, level == nil, row.level != best?.row.level {
          isOpen = true
        }
      }
    }
    return isOpen ? nil : best?.row.id
  }

  /// Random sets of tags, near to those of the table and far from them, on every level.
  @Test func agreesWithAPlainSearch() throws {
    let lexicons = try TestLexicons.base()
    var random = SeededGenerator(seed: 21)
    let known = lexicons.organizations.flatMap(\.concepts)
    for _ in 0..<1500 {
      var set =
        Int.random(in: 0..<4, using: &random) > 0
        ? known.randomElement(using: &random) ?? ConceptSet() : ConceptSet()
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let word = lexicons.concepts.names.randomElement(using: &random) ?? ""
        let other = lexicons.concepts.set([
          Bool.random(using: &random) ? word : Self.ignorable.randomElement(using: &random) ?? ""
        ])
        if Int.random(in: 0..<4, using: &random) > 0 {
          set.formUnion(other)
        } else {
          set = set.subtracting(other)
        }
      }
      let level = (Level.allCases + [nil]).randomElement(using: &random) ?? nil
      let found = lexicons.directory.organization(set, level: level)?.id
      #expect(
        found == search(lexicons, set, level), "\(lexicons.concepts.words(set)) \(String(describing: level))")
    }
  }
}
