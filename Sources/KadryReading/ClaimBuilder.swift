import KadryLexicon
import KadryText

/// Turns what was found in a draft into claims with ids.
struct ClaimBuilder {
  let tables: ReadingTables
  let digest: SHA256Function
  private let bodyResolver: BodyResolver
  private let directiveResolver: DirectiveResolver

  init(tables: ReadingTables, digest: @escaping SHA256Function) {
    self.tables = tables
    self.digest = digest
    bodyResolver = BodyResolver(lexicons: tables.lexicons)
    directiveResolver = DirectiveResolver(tables)
  }

  func build(_ draft: inout Draft, doc: String) -> [Claim] {
    var claims = ClaimList(doc: doc, digest: digest)
    let people = PersonResolver().resolve(&draft)
    let bodies = bodyResolver.resolve(&draft)
    let documents = directiveResolver.resolve(&draft)
    FigureChecks().check(&draft)

    var personIds: [String] = []
    for person in people { personIds.append(claim(person: person, draft, &claims)) }
    var bodyIds: [String] = []
    for body in bodies { bodyIds.append(claim(body: body, draft, &claims)) }
    HoldsResolver(tables: tables, people: people, bodies: bodies, personIds: personIds, bodyIds: bodyIds)
      .claims(&draft, &claims)
    var directiveIds: [String] = []
    for document in documents { directiveIds.append(claim(directive: document, draft, &claims)) }
    dates(draft, &claims)
    figures(draft, &claims)
    relations(draft, personIds, bodyIds, documents, directiveIds, &claims)
    return claims.claims
  }

  private func claim(person: PersonResolver.Person, _ draft: borrowing Draft, _ claims: inout ClaimList)
    -> String
  {
    var mentions: [Mention] = []
    for index in person.mentions {
      mentions.append(draft.mention(draft.people[index].tokens, rule: draft.people[index].rule))
    }
    return claims.add(
      .person(PersonClaim(name: person.name, vi: vi(person), role: person.role, spellings: person.spellings)),
      grade: .stated, causes: person.causes, mentions: mentions)
  }

  /// A name in Vietnamese letters is its own Vietnamese spelling.
  private func vi(_ person: PersonResolver.Person) -> String? {
    PlainSpelling.hasVietnameseMarks(person.name) && !PlainSpelling.hasCyrillic(person.name)
      ? person.name : nil
  }

  private func claim(body: BodyResolver.Body, _ draft: borrowing Draft, _ claims: inout ClaimList)
    -> String
  {
    var mentions: [Mention] = []
    for index in body.mentions {
      mentions.append(
        draft.mention(
          draft.bodies[index].tokens, rule: draft.bodies[index].rule, lexicon: draft.bodies[index].lexicon))
    }
    let claim = OrganizationClaim(
      name: body.name, org: body.org.map { tables.lexicons.organizations[$0].id }, place: body.place,
      level: body.level?.rawValue)
    var causes = body.causes
    if mentions.contains(where: { Entry.holdsSlip($0.lexicon) }) { causes.insert(.translationSlip) }
    return claims.add(
      .organization(claim), grade: body.causes.isEmpty ? .stated : .inferred, causes: causes,
      mentions: mentions)
  }

  private func claim(
    directive: DirectiveResolver.Document, _ draft: borrowing Draft, _ claims: inout ClaimList
  ) -> String {
    var mentions: [Mention] = []
    for (index, cites) in directive.mentions {
      mentions.append(
        draft.mention(draft.directives[index].tokens, rule: draft.directives[index].rule, cites: cites))
    }
    return claims.add(
      .directive(directive.claim), grade: .stated, causes: directive.causes, mentions: mentions)
  }

  private func dates(_ draft: borrowing Draft, _ claims: inout ClaimList) {
    let dates = draft.dates
    let order = dates.indices.sorted { (dates[$0].value, $0) < (dates[$1].value, $1) }
    var first = 0
    while first < order.count {
      let value = dates[order[first]].value
      var mentions: [Mention] = []
      var isAhead = true
      while first < order.count, dates[order[first]].value == value {
        let date = dates[order[first]]
        isAhead = isAhead && date.isAhead
        if draft.zones[date.tokens.lowerBound] != .related {
          mentions.append(draft.mention(date.tokens, rule: date.rule))
        }
        first += 1
      }
      if mentions.isEmpty { continue }
      var claim = DateClaim(value: value)
      var causes: CauseSet = []
      if let resolved = DateResolver.resolve(value, published: draft.published, isAhead: isAhead) {
        claim.resolved = resolved
        claim.basis = "published"
        causes = [.yearFromPublication]
      }
      _ = claims.add(.date(claim), grade: .stated, causes: causes, mentions: mentions)
    }
  }

  private func figures(_ draft: borrowing Draft, _ claims: inout ClaimList) {
    for figure in draft.figures where draft.zones[figure.tokens.lowerBound] != .related {
      _ = claims.add(
        .figure(figure.claim), grade: .stated, causes: [],
        mentions: [draft.mention(figure.tokens, rule: figure.rule)])
    }
  }

  private func relations(
    _ draft: borrowing Draft, _ personIds: [String], _ bodyIds: [String],
    _ documents: [DirectiveResolver.Document], _ directiveIds: [String], _ claims: inout ClaimList
  ) {
    for (index, document) in documents.enumerated() {
      guard let body = document.issuerBody, draft.bodies[body].organization >= 0,
        let mention = document.mentions.first
      else { continue }
      let tokens =
        draft.directives[mention.index].tokens
        .lowerBound..<max(
          draft.bodies[body].tokens.upperBound, draft.directives[mention.index].tokens.upperBound)
      let relation = RelationClaim(
        subject: directiveIds[index], predicate: .issuedBy, object: bodyIds[draft.bodies[body].organization])
      _ = claims.add(
        .relation(relation), grade: .stated, causes: [],
        mentions: [draft.mention(tokens, rule: "relation.issuer")])
    }
    for body in draft.bodies where body.organization >= 0 {
      guard let owner = body.owner, draft.bodies[owner].organization >= 0,
        draft.bodies[owner].organization != body.organization
      else { continue }
      let relation = RelationClaim(
        subject: bodyIds[body.organization], predicate: .partOf,
        object: bodyIds[draft.bodies[owner].organization])
      _ = claims.add(
        .relation(relation), grade: .stated, causes: [],
        mentions: [draft.mention(body.tokens, rule: "relation.nested")])
    }
    for relation in draft.relations {
      guard let subject = end(relation.subject, draft, personIds, bodyIds, documents, directiveIds),
        let object = end(relation.object, draft, personIds, bodyIds, documents, directiveIds),
        subject != object
      else { continue }
      _ = claims.add(
        .relation(RelationClaim(subject: subject, predicate: relation.predicate, object: object)),
        grade: .stated, causes: [], mentions: [draft.mention(relation.tokens, rule: relation.rule)])
    }
  }

  private func end(
    _ end: RelationMention.End, _ draft: borrowing Draft, _ personIds: [String], _ bodyIds: [String],
    _ documents: [DirectiveResolver.Document],
    _ directiveIds: [String]
  ) -> String? {
    switch end {
    case .directive(let mention):
      documents.firstIndex { $0.mentions.contains { $0.index == mention } }.map { directiveIds[$0] }
    case .body(let mention):
      draft.bodies[mention].organization >= 0 ? bodyIds[draft.bodies[mention].organization] : nil
    case .person(let mention):
      draft.people[mention].person >= 0 ? personIds[draft.people[mention].person] : nil
    }
  }
}
