import KadryLexicon
import KadryText

/// Turns what was found in a draft into claims with ids.
struct ClaimBuilder {
  let tables: ReadingTables

  func build(_ draft: inout Draft, doc: String) -> [Claim] {
    var claims: [Claim] = []
    let people = PersonResolver().resolve(&draft)
    let bodies = BodyResolver(lexicons: tables.lexicons).resolve(&draft)
    let documents = DirectiveResolver(tables).resolve(&draft)
    FigureChecks().check(&draft)

    let personIds = people.map { claim(person: $0, draft, doc, &claims) }
    let bodyIds = bodies.map { claim(body: $0, draft, doc, &claims) }
    HoldsResolver(tables: tables, people: people, bodies: bodies, personIds: personIds, bodyIds: bodyIds)
      .claims(&draft, doc, &claims)
    let directiveIds = documents.map { claim(directive: $0, draft, doc, &claims) }
    dates(draft, doc, &claims)
    figures(draft, doc, &claims)
    relations(draft, doc, bodies, bodyIds, documents, directiveIds, &claims)
    return ClaimBuilder.merged(claims)
  }

  /// Adds a claim with the id that its body gives it, and returns the id.
  static func add(
    _ body: ClaimBody, _ doc: String, grade: Grade, causes: CauseSet, mentions: [Mention],
    _ claims: inout [Claim]
  ) -> String {
    let mentions = mentions.count < 2 ? mentions : mentions.sorted(by: precedes)
    let id = ClaimIdentity.claim(doc: doc, body: body, firstSpan: mentions.first?.span ?? 0..<0)
    claims.append(
      Claim(
        id: id, doc: doc, grade: grade, causes: causes.sorted, mentions: mentions,
        body: body))
    return id
  }

  private static func precedes(_ a: Mention, _ b: Mention) -> Bool {
    if a.span != b.span {
      return (a.span.lowerBound, a.span.upperBound) < (b.span.lowerBound, b.span.upperBound)
    }
    return a.rule < b.rule
  }

  private func claim(person: PersonResolver.Person, _ draft: Draft, _ doc: String, _ claims: inout [Claim])
    -> String
  {
    let mentions = person.mentions.map { draft.mention(draft.people[$0].tokens, rule: draft.people[$0].rule) }
    return ClaimBuilder.add(
      .person(PersonClaim(name: person.name, vi: vi(person), role: person.role, spellings: person.spellings)),
      doc, grade: .stated,
      causes: person.causes, mentions: mentions, &claims)
  }

  /// A name in Vietnamese letters is its own Vietnamese spelling.
  private func vi(_ person: PersonResolver.Person) -> String? {
    let isLatin = person.name.unicodeScalars.allSatisfy { $0.value < 0x400 || $0.value > 0x52F }
    return isLatin && PlainSpelling.fold(person.name) != person.name.lowercased() ? person.name : nil
  }

  private func claim(body: BodyResolver.Body, _ draft: Draft, _ doc: String, _ claims: inout [Claim])
    -> String
  {
    let mentions = body.mentions.map { index in
      draft.mention(
        draft.bodies[index].tokens, rule: draft.bodies[index].rule, lexicon: draft.bodies[index].lexicon)
    }
    let claim = OrganizationClaim(
      name: body.name, org: body.org, place: body.place, level: body.level?.rawValue)
    return ClaimBuilder.add(
      .organization(claim), doc, grade: body.causes.isEmpty ? .stated : .inferred, causes: body.causes,
      mentions: mentions, &claims)
  }

  private func claim(
    directive: DirectiveResolver.Document, _ draft: Draft, _ doc: String, _ claims: inout [Claim]
  ) -> String {
    let mentions = directive.mentions.map { index, cites in
      draft.mention(draft.directives[index].tokens, rule: draft.directives[index].rule, cites: cites)
    }
    return ClaimBuilder.add(
      .directive(directive.claim), doc, grade: .stated, causes: directive.causes, mentions: mentions, &claims)
  }

  private func dates(_ draft: Draft, _ doc: String, _ claims: inout [Claim]) {
    var byValue: [String: [Int]] = [:]
    for (index, date) in draft.dates.enumerated() where draft.zones[date.tokens.lowerBound] != .related {
      byValue[date.value, default: []].append(index)
    }
    for value in byValue.keys.sorted() {
      let indices = byValue[value] ?? []
      var claim = DateClaim(value: value)
      var causes: CauseSet = []
      if let resolved = DateResolver.resolve(value, published: draft.published) {
        claim.resolved = resolved
        claim.basis = "published"
        causes = [.yearFromPublication]
      }
      let mentions = indices.map { draft.mention(draft.dates[$0].tokens, rule: draft.dates[$0].rule) }
      _ = ClaimBuilder.add(
        .date(claim), doc, grade: .stated, causes: causes, mentions: mentions, &claims)
    }
  }

  private func figures(_ draft: Draft, _ doc: String, _ claims: inout [Claim]) {
    for figure in draft.figures where draft.zones[figure.tokens.lowerBound] != .related {
      _ = ClaimBuilder.add(
        .figure(figure.claim), doc, grade: .stated, causes: [],
        mentions: [draft.mention(figure.tokens, rule: figure.rule)], &claims)
    }
  }

  private func relations(
    _ draft: Draft, _ doc: String, _ bodies: [BodyResolver.Body], _ bodyIds: [String],
    _ documents: [DirectiveResolver.Document], _ directiveIds: [String], _ claims: inout [Claim]
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
      _ = ClaimBuilder.add(
        .relation(relation), doc, grade: .stated, causes: [],
        mentions: [draft.mention(tokens, rule: "relation.issuer")], &claims)
    }
    for body in draft.bodies where body.organization >= 0 {
      guard let owner = body.owner, draft.bodies[owner].organization >= 0,
        draft.bodies[owner].organization != body.organization
      else { continue }
      let relation = RelationClaim(
        subject: bodyIds[body.organization], predicate: .partOf,
        object: bodyIds[draft.bodies[owner].organization])
      _ = ClaimBuilder.add(
        .relation(relation), doc, grade: .stated, causes: [],
        mentions: [draft.mention(body.tokens, rule: "relation.nested")], &claims)
    }
    for relation in draft.relations {
      guard let subject = end(relation.subject, draft, bodyIds, documents, directiveIds),
        let object = end(relation.object, draft, bodyIds, documents, directiveIds), subject != object
      else { continue }
      _ = ClaimBuilder.add(
        .relation(RelationClaim(subject: subject, predicate: relation.predicate, object: object)), doc,
        grade: .stated, causes: [], mentions: [draft.mention(relation.tokens, rule: relation.rule)], &claims)
    }
  }

  private func end(
    _ end: RelationMention.End, _ draft: Draft, _ bodyIds: [String],
    _ documents: [DirectiveResolver.Document],
    _ directiveIds: [String]
  ) -> String? {
    switch end {
    case .directive(let mention):
      documents.firstIndex { $0.mentions.contains { $0.index == mention } }.map { directiveIds[$0] }
    case .body(let mention):
      draft.bodies[mention].organization >= 0 ? bodyIds[draft.bodies[mention].organization] : nil
    case .person: nil
    }
  }

  /// One claim per id: the mentions of claims that say the same come together.
  static func merged(_ claims: [Claim]) -> [Claim] {
    var index: [String: Int] = [:]
    var result: [Claim] = []
    for claim in claims {
      if let at = index[claim.id] {
        for mention in claim.mentions where !result[at].mentions.contains(where: { $0.span == mention.span })
        {
          result[at].mentions.append(mention)
        }
        result[at].mentions.sort {
          ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
        }
      } else {
        index[claim.id] = result.count
        result.append(claim)
      }
    }
    return result
  }
}
