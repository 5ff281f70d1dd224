import KadryLexicon
import KadryText

/// Makes claims of persons and posts: canonical posts, places, one claim for one thing.
struct HoldsResolver {
  let tables: ReadingTables
  let people: [PersonResolver.Person]
  let bodies: [BodyResolver.Body]
  let personIds: [String]
  let bodyIds: [String]

  /// A post with all that the article knows of it.
  private struct Office {
    var title: String
    var function = ""
    var body: Int?
    var post: Post?
    var place: String?
    var causes: CauseSet
  }

  private struct Made {
    var person: Int
    var office: Office
    var status: HoldsStatus
    var since: String?
    var until: String?
    var term: String?
    var causes: CauseSet
    var mentions: [Mention]
    var posts: [Int]
  }

  func claims(_ draft: inout Draft, _ doc: String, _ claims: inout [Claim]) {
    var made: [Made] = []
    let order = draft.holds.indices.sorted {
      (draft.holds[$0].tokens.lowerBound, draft.posts[draft.holds[$0].post].tokens.lowerBound)
        < (draft.holds[$1].tokens.lowerBound, draft.posts[draft.holds[$1].post].tokens.lowerBound)
    }
    for index in order {
      let holds = draft.holds[index]
      let person = draft.people[holds.person].person
      guard person >= 0, people[person].role == .official else { continue }
      let office = office(draft, draft.posts[holds.post])
      let post = draft.posts[holds.post]
      let low = min(holds.tokens.lowerBound, post.tokens.lowerBound)
      let mention = draft.mention(
        low..<max(holds.tokens.upperBound, post.tokens.upperBound), rule: holds.rule, lexicon: post.lexicon)
      if let known = made.firstIndex(where: {
        $0.person == person && same($0.office, office) && merges($0.status, holds.status)
          && ($0.term == nil || holds.term == nil || $0.term == holds.term)
      }) {
        made[known].mentions.append(mention)
        made[known].posts.append(holds.post)
        if made[known].status == .holds || holds.status == .elected {
          made[known].status = holds.status == .holds ? made[known].status : holds.status
        }
        if made[known].office.body == nil, office.title.count > made[known].office.title.count {
          made[known].office.title = office.title
        }
        if made[known].office.body == nil { made[known].office.body = office.body }
        if made[known].office.post == nil { made[known].office.post = office.post }
        made[known].since = made[known].since ?? holds.since
        made[known].until = made[known].until ?? holds.until
        made[known].term = made[known].term ?? holds.term
      } else {
        made.append(
          Made(
            person: person, office: office, status: holds.status, since: holds.since, until: holds.until,
            term: holds.term, causes: CauseSet(holds.causes).union(office.causes), mentions: [mention],
            posts: [holds.post]))
      }
    }
    earlierTerms(&made)
    bareTitles(&draft, &made)
    let observed = observed(draft)
    for one in made { add(one, observed, doc, &claims) }
  }

  private func add(_ one: Made, _ observed: String?, _ doc: String, _ claims: inout [Claim]) {
    var claim = HoldsClaim(
      person: people[one.person].name, title: one.office.title,
      organization: one.office.body.map { bodies[$0].name }, status: one.status,
      personRef: personIds[one.person],
      organizationRef: one.office.body.map { bodyIds[$0] }, post: one.office.post?.id, place: one.office.place
    )
    claim.since = one.since
    claim.until = one.until
    claim.term = one.term
    claim.observed = observed
    let inferred: CauseSet = [.placeFromSource, .placeFromContext, .bodyFromContext]
    _ = ClaimBuilder.add(
      .holds(claim), doc, grade: one.causes.isDisjoint(with: inferred) ? .stated : .inferred,
      causes: one.causes,
      mentions: one.mentions, &claims)
  }

  /// Of two terms of one person in one post, the one that ended before the other began is past.
  private func earlierTerms(_ made: inout [Made]) {
    for a in made.indices where made[a].status == .holds {
      guard let term = made[a].term?.split(separator: "/").last else { continue }
      let isPast = made.indices.contains { b in
        b != a && made[b].person == made[a].person && same(made[b].office, made[a].office)
          && made[b].term.map { $0.split(separator: "/")[0] >= term } ?? false
      }
      if isPast { made[a].status = .former }
    }
  }

  /// What an article says of a post at one time is one claim, whatever verb stands beside it.
  private func merges(_ a: HoldsStatus, _ b: HoldsStatus) -> Bool {
    if a == b { return true }
    let entering: Set<HoldsStatus> = [.appointed, .elected, .nominated]
    return a == .holds || b == .holds || (entering.contains(a) && entering.contains(b))
  }

  private func same(_ a: Office, _ b: Office) -> Bool {
    if let x = a.post, let y = b.post {
      return x.id == y.id && (a.place == b.place || a.place == nil || b.place == nil)
        && (a.body == b.body || a.body == nil || b.body == nil || x.isSingleHolder)
    }
    let (x, y) = (PlainSpelling.fold(a.title), PlainSpelling.fold(b.title))
    // A title of the state or of a diplomat may be said in short.
    if a.body == nil, b.body == nil, a.function == b.function, x.contains(y) || y.contains(x) { return true }
    guard x == y else { return false }
    return a.body == b.body || a.body == nil || b.body == nil
  }

  /// The post that a title and its body are.
  private func office(_ draft: Draft, _ mention: PostMention) -> Office {
    var office = Office(
      title: mention.title, function: mention.function, body: nil, post: nil, place: mention.place, causes: []
    )
    let directory = tables.lexicons.directory
    let implied = mention.impliedBody
    if let number = mention.body, draft.bodies[number].organization >= 0 {
      let body = draft.bodies[number].organization
      office.body = body
      office.place = draft.bodies[number].place ?? bodies[body].place
      office.causes.formUnion(bodies[body].causes)
      if let org = draft.bodies[number].org ?? bodies[body].org {
        office.post =
          directory.post(function: mention.function, ranks: mention.ranks, body: org)
          ?? alternate(mention, org)
      }
    } else if let borrowed = borrowed(draft, mention) {
      office.body = borrowed
      office.place = bodies[borrowed].place
      office.causes = bodies[borrowed].causes.union([.bodyFromContext])
      if let org = bodies[borrowed].org {
        office.post = directory.post(function: mention.function, ranks: mention.ranks, body: org)
      }
    } else if let implied {
      office.post = directory.post(function: mention.function, ranks: mention.ranks, body: implied)
      if let level = directory.organization(id: implied)?.level, level != .central, office.place == nil {
        office.place = peerPlace(draft, level)
        if office.place != nil { office.causes.insert(.placeFromContext) }
      }
    } else if mention.kind == .state || mention.kind == .other || mention.function == "minister" {
      office.post = stateless(mention)
    }
    return office
  }

  /// A deputy whose body is left out belongs to the body of the chief named shortly before.
  private func borrowed(_ draft: Draft, _ mention: PostMention) -> Int? {
    guard mention.impliedBody == nil, mention.kind == .office, !mention.ranks.isEmpty,
      mention.function != "minister"
    else { return nil }
    let near = draft.posts.filter { other in
      other.function == mention.function && other.body != nil
        && other.tokens.upperBound <= mention.tokens.lowerBound
        && mention.tokens.lowerBound - other.tokens.upperBound < 60
    }
    guard let last = near.max(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }), let body = last.body,
      draft.bodies[body].organization >= 0
    else { return nil }
    return draft.bodies[body].organization
  }

  /// Translations write «deputy member» for an alternate one.
  private func alternate(_ mention: PostMention, _ org: String) -> Post? {
    guard mention.ranks.contains("deputy"), mention.function == "member" else { return nil }
    return tables.lexicons.directory.post(function: "member", ranks: ["alternate"], body: org)
  }

  /// A post that is named without its body, if only one body has it.
  private func stateless(_ mention: PostMention) -> Post? {
    let ranks = mention.ranks.sorted()
    let found = tables.lexicons.posts.filter {
      $0.function == mention.function && $0.ranks == ranks
        && ($0.level == mention.level || mention.level == nil)
    }
    return found.count == 1 ? found[0] : nil
  }

  private func peerPlace(_ draft: Draft, _ level: Level) -> String? {
    bodies.first { $0.level == level && $0.place != nil }?.place
      ?? (level == .province ? draft.sourcePlace : nil)
  }

  /// A title alone goes back to the last person before it who holds it.
  private func bareTitles(_ draft: inout Draft, _ made: inout [Made]) {
    for (index, post) in draft.posts.enumerated() where !post.isTaken && !post.isPlural {
      guard !draft.holds.contains(where: { draft.posts[$0.post].tokens.overlaps(post.tokens) }) else {
        continue
      }
      let candidates = made.indices.filter { number in
        made[number].status != .former
          && made[number].posts.contains {
            draft.posts[$0].function == post.function && refines(draft.posts[$0], post, made[number], draft)
          }
          && made[number].mentions.contains {
            $0.span.lowerBound < Int(draft.chart.tokens[post.tokens.lowerBound].start)
          }
      }
      guard
        let best = candidates.max(by: {
          lastMention(made[$0], draft, post) < lastMention(made[$1], draft, post)
        })
      else { continue }
      made[best].mentions.append(draft.mention(post.tokens, rule: "holds.bare-title", lexicon: post.lexicon))
      made[best].causes.insert(.bareTitle)
      draft.posts[index].isTaken = true
    }
  }

  private func lastMention(_ made: Made, _ draft: Draft, _ post: PostMention) -> Int {
    let start = Int(draft.chart.tokens[post.tokens.lowerBound].start)
    return made.mentions.map(\.span.lowerBound).filter { $0 < start }.max() ?? -1
  }

  /// Whether a bare title can mean a post that was held before: the same ranks, the same body if one is named.
  private func refines(_ held: PostMention, _ bare: PostMention, _ made: Made, _ draft: Draft) -> Bool {
    guard Set(held.ranks) == Set(bare.ranks) else { return false }
    guard let body = bare.body, draft.bodies[body].organization >= 0 else { return bare.body == nil }
    return made.office.body == draft.bodies[body].organization
  }

  /// The day the article speaks of: the first full day of its lead, else the publication date.
  private func observed(_ draft: Draft) -> String? {
    let days = draft.dates.filter { date in
      let zone = draft.zones[date.tokens.lowerBound]
      return (zone == .lead || zone == .headline) && !date.value.contains("/") && date.value.count >= 7
        && isDay(date.value)
    }
    guard let first = days.min(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) else {
      return draft.published
    }
    return DateResolver.resolve(first.value, published: draft.published) ?? first.value
  }

  private func isDay(_ value: String) -> Bool { value.hasPrefix("--") ? value.count == 7 : value.count == 10 }
}
