import KadryReading

/// Joins citations of directives across documents.
///
/// A directive is its number, its issuer and the issuer's place. Numbers restart: one number of one issuer
/// with dates in different years is several directives, and citations without a date then stay apart from all
/// of them. A number without a type code («57») means something within its document only. A directive without
/// a number is its folded title.
struct DirectiveBuilder {
  let facts: Facts
  let offices: OfficeIndex
  let context: GraphContext

  private struct Key: Hashable {
    var number: String?
    var title: String
    var issuer: String?
    var place: String?
    var doc: Int?
    var year: String?
  }

  func build(places: inout PlaceIndex) -> [Directive] {
    let issuers = issuersByDirective()
    var groups: [Key: [Int]] = [:]
    for (index, fact) in facts.directives.enumerated() {
      groups[key(fact, issuer: issuers[fact.claim], &places), default: []].append(index)
    }
    return groups.flatMap { key, members in
      byYear(members).map { node(key, $0) }
    }.sortedByBytes { $0.id }
  }

  /// The organization that each directive's document says issued it.
  private func issuersByDirective() -> [String: String] {
    var issuers: [String: String] = [:]
    for fact in facts.relations where fact.body.predicate == .issuedBy {
      // The least one, should a document name several.
      issuers[fact.body.subject] = [issuers[fact.body.subject], fact.body.object].compactMap { $0 }.min(
        by: byteOrder)
    }
    return issuers
  }

  private func key(_ fact: DirectiveFact, issuer claim: String?, _ places: inout PlaceIndex) -> Key {
    var place: String?
    let level = fact.body.issuer.flatMap { context.directory.organization($0)?.level }
    if level != "central" {
      if let body = claim.flatMap({ offices.body(ofClaim: $0) }), body.place != nil {
        place = body.place
      } else if level == "province", let name = facts.documents[fact.doc].place {
        place = places.id(name, level: nil)
      }
    }
    guard let number = fact.body.number else {
      return Key(title: context.fold(fact.body.title ?? ""), issuer: fact.body.issuer, place: place)
    }
    let hasCode = number.unicodeScalars.contains { $0.properties.isAlphabetic }
    return Key(
      number: context.fold(number), title: "", issuer: fact.body.issuer, place: place,
      doc: hasCode ? nil : fact.doc)
  }

  /// Splits members by the year of the directive's date when there is more than one year.
  private func byYear(_ members: [Int]) -> [[Int]] {
    var years: [String: [Int]] = [:]
    for member in members {
      let date = facts.directives[member].body.date.flatMap(PartialDate.init)
      let year = date?.first.map { String($0.components.year) } ?? ""
      years[year, default: []].append(member)
    }
    guard years.keys.count(where: { !$0.isEmpty }) > 1 else { return [members] }
    return years.keys.sortedByBytes().compactMap { years[$0] }
  }

  private func node(_ key: Key, _ members: [Int]) -> Directive {
    let claims = members.map { facts.directives[$0] }
    var titles = SpellingCounts()
    /// The citations of each witness: those of the copy that has most.
    var citations: [Int: (full: Int, short: Int)] = [:]
    for fact in claims {
      let content = facts.contents[fact.doc]
      let known = citations[content] ?? (0, 0)
      citations[content] = (max(known.full, fact.full), max(known.short, fact.short))
      if let title = fact.body.title { titles.add(title, content: content) }
    }
    let bounds = facts.publicationBounds(claims.map(\.doc))
    let numberVi = common(claims) { $0.numberVi }
    let number = common(claims) { $0.number }
    let title = titles.sorted.first?.name
    let organization = key.issuer.flatMap { offices.body(canonical: $0, place: key.place) }
    return Directive(
      id: ClaimIdentity.node(.directive, members: claims.map(\.claim)) ?? "",
      name: numberVi ?? number ?? title ?? "",
      number: number, numberVi: numberVi, title: title, titles: titles.sorted,
      type: common(claims) { $0.type },
      issuer: key.issuer, organization: organization, place: key.place, date: common(claims) { $0.date },
      citedFull: citations.values.reduce(0) { $0 + $1.full },
      citedShort: citations.values.reduce(0) { $0 + $1.short }, documents: citations.count,
      firstCited: bounds.first,
      lastCited: bounds.last, members: claims.map(\.claim))
  }

  /// The value that most documents give.
  private func common(_ claims: [DirectiveFact], _ value: (DirectiveClaim) -> String?) -> String? {
    var counts = SpellingCounts()
    for fact in claims {
      if let text = value(fact.body) { counts.add(text, content: facts.contents[fact.doc]) }
    }
    return counts.sorted.first?.name
  }
}
