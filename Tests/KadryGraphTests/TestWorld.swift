import KadryGraph
import KadryReading

/// A small office grid: enough of the real one for the rules to show.
struct TestDirectory: OfficeDirectory {
  static let posts: [PostEntry] = [
    PostEntry(
      id: "provincial-secretary", function: "secretary", body: "provincial-committee", level: "province",
      singleHolder: true, vi: "Bí thư Tỉnh ủy", ru: "секретарь провинциального комитета партии"),
    PostEntry(
      id: "provincial-deputy", function: "secretary", ranks: ["deputy"], body: "provincial-committee",
      level: "province", vi: "Phó Bí thư Tỉnh ủy"),
    PostEntry(
      id: "provincial-standing-deputy", function: "secretary", ranks: ["deputy", "standing"],
      body: "provincial-committee", level: "province", singleHolder: true,
      vi: "Phó Bí thư Thường trực Tỉnh ủy"),
    PostEntry(
      id: "provincial-first-deputy", function: "secretary", ranks: ["deputy", "first"],
      body: "provincial-committee", level: "province", vi: "Phó Bí thư thứ nhất Tỉnh ủy"),
    PostEntry(
      id: "council-chair", function: "chair", body: "provincial-council", level: "province",
      singleHolder: true,
      vi: "Chủ tịch Hội đồng nhân dân tỉnh"),
    PostEntry(
      id: "district-secretary", function: "secretary", body: "district-committee", level: "district",
      singleHolder: true, vi: "Bí thư Huyện ủy"),
    PostEntry(
      id: "general-secretary", function: "general-secretary", body: "central-committee", level: "central",
      singleHolder: true, vi: "Tổng Bí thư"),
  ]
  static let organizations: [OrganizationEntry] = [
    OrganizationEntry(id: "central-committee", vi: "Ban Chấp hành Trung ương", level: "central"),
    OrganizationEntry(
      id: "provincial-committee", vi: "Tỉnh ủy", level: "province", parent: "central-committee"),
    OrganizationEntry(id: "provincial-council", vi: "Hội đồng nhân dân tỉnh", level: "province"),
    OrganizationEntry(
      id: "district-committee", vi: "Huyện ủy", level: "district", parent: "provincial-committee"),
    OrganizationEntry(
      id: "organisation-board", vi: "Ban Tổ chức Tỉnh ủy", level: "province", parent: "provincial-committee"),
  ]

  func post(_ id: String) -> PostEntry? { Self.posts.first { $0.id == id } }
  func organization(_ id: String) -> OrganizationEntry? { Self.organizations.first { $0.id == id } }
  func place(named name: String, level: String?) -> PlaceEntry? {
    switch name {
    case "Nghệ An":
      PlaceEntry(id: "nghe-an", vi: "Nghệ An", ru: "Нгеан", level: "province", parent: "Việt Nam")
    case "Hà Tĩnh": PlaceEntry(id: "ha-tinh", vi: "Hà Tĩnh", level: "province", parent: "Việt Nam")
    case "Việt Nam": PlaceEntry(id: "viet-nam", vi: "Việt Nam")
    case "Quỳnh Lưu", "Nam Đàn", "Vinh":
      PlaceEntry(id: "nghe-an-\(name)", vi: name, level: "district", parent: "Nghệ An")
    case "Kỳ Anh":
      PlaceEntry(id: "ky-anh", vi: name, level: "district", parent: "Hà Tĩnh", until: "2025-06-30")
    case "Quảng Bình": place(id: "quang-binh")
    default: nil
    }
  }
  func places(named name: String, level: String?) -> [PlaceEntry] {
    if name == "Quảng Trị" { return ["quang-tri", "quang-tri-2025"].compactMap { place(id: $0) } }
    return place(named: name, level: level).map { [$0] } ?? []
  }
  func place(id: String) -> PlaceEntry? {
    switch id {
    case "quang-tri", "quang-binh":
      PlaceEntry(
        id: id, vi: id == "quang-tri" ? "Quảng Trị" : "Quảng Bình", level: "province", until: "2025-06-30",
        successors: ["quang-tri-2025"])
    case "quang-tri-2025": PlaceEntry(id: id, vi: "Quảng Trị", level: "province", since: "2025-07-01")
    default: nil
    }
  }
}

/// Names as the tests need them: `*` in one makes it possibly the same as any of its key; a `~` is noise.
struct TestNames: NameComparison {
  /// Names with one key: two certainly different ones, and what fits both.
  static let hung: Set<String> = [
    "Hồ Văn Hùng", "Hồ Văn Hưng", "Хо Ван Хунг", "Хо Ван Хунг*", "Хо Ван Хунг~",
  ]
  static let pairs: Set<Set<String>> = [
    ["Нгуен Суан Сон", "Нгуен Суан Шон"], ["Нгуен Суан Сон", "Nguyễn Xuân Sơn"],
    ["Нгуен Суан Шон", "Nguyễn Xuân Sơn"],
  ]
  func key(_ name: String) -> String {
    if Self.hung.contains(name) { return "hung" }
    return Self.pairs.contains { $0.contains(name) } ? "son" : String(name.filter { $0 != "*" && $0 != "~" })
  }
  func compare(_ a: String, _ b: String) -> NameVerdict {
    if a == b || Self.pairs.contains([a, b]) { return NameVerdict(.same, "equal") }
    func bare(_ name: String) -> String { String(name.filter { $0 != "*" && $0 != "~" }) }
    guard bare(a) == bare(b) else { return NameVerdict(.different, "unlike") }
    return a.contains("*") || b.contains("*") ? NameVerdict(.possible, "vague") : NameVerdict(.same, "noise")
  }
}

extension GraphContext {
  static let test = GraphContext(directory: TestDirectory(), names: TestNames(), fold: { $0.lowercased() })
}

/// One article, built claim by claim.
struct Article {
  var facts: DocumentFacts
  var claims: [Claim] = []

  init(_ name: String, published: String? = nil, place: String? = "Nghệ An", sha256: String? = nil) {
    facts = DocumentFacts(
      id: ClaimIdentity.document(sha256: name, url: nil, source: nil, lang: nil, date: nil),
      sha256: sha256 ?? name, published: published, source: "baonghean.vn", place: place)
  }

  @discardableResult
  mutating func add(_ body: ClaimBody, cites: [Citation?] = [nil], grade: Grade = .stated) -> String {
    let start = claims.count * 10
    let id = ClaimIdentity.claim(doc: facts.id, body: body, firstSpan: start..<start + 5)
    if claims.contains(where: { $0.id == id }) { return id }
    claims.append(
      Claim(
        id: id, doc: facts.id, grade: grade,
        mentions: cites.enumerated().map {
          Mention(
            span: start + $0.offset..<start + 5, quote: "quote", zone: .body, rule: "test", cites: $0.element)
        }, body: body))
    return id
  }

  @discardableResult
  mutating func person(_ name: String, vi: String? = nil, role: PersonRole = .official) -> String {
    add(.person(PersonClaim(name: name, vi: vi, role: role)))
  }

  @discardableResult
  mutating func holds(
    _ person: String, _ post: String?, title: String? = nil, organization: String? = nil,
    place: String? = nil,
    _ status: HoldsStatus = .holds, since: String? = nil, until: String? = nil, term: String? = nil,
    observed: String? = nil, vi: String? = nil
  ) -> String {
    let ref = claims.first { if case .person(let body) = $0.body { body.name == person } else { false } }?.id
    let personRef = ref ?? self.person(person, vi: vi)
    let organizationRef = organization.map { add(.organization(OrganizationClaim(name: $0, place: place))) }
    return add(
      .holds(
        HoldsClaim(
          person: person, title: title ?? post ?? "?", organization: organization, status: status,
          personRef: personRef, organizationRef: organizationRef, post: post, place: place, since: since,
          until: until, term: term, observed: observed)))
  }
}

func graph(_ articles: [Article]) -> Graph {
  var builder = GraphBuilder(context: .test)
  for article in articles { builder.add(article.facts, claims: article.claims) }
  return builder.build()
}

/// A generator with a seed, for shuffles that can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
