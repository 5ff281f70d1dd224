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
    /// The canonical post, in the lexicons.
    var post: Int?
    var place: String?
    var causes: CauseSet = []
    /// The title folded, for a post that is not canonical.
    var folded = ""
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
    /// Whether all of it is said of a part of a name that fits several persons.
    var isAmbiguous: Bool
  }

  func claims(_ draft: inout Draft, _ claims: inout ClaimList) {
    var made = made(draft)
    earlierTerms(&made)
    bareTitles(&draft, &made)
    let observed = observed(draft)
    for index in made.indices { add(made[index], observed, &claims) }
  }

  /// What the article's holdings say, one for each person and post.
  private func made(_ draft: borrowing Draft) -> [Made] {
    var made: [Made] = []
    let order = draft.holds.indices.sorted {
      (draft.holds[$0].tokens.lowerBound, draft.posts[draft.holds[$0].post].tokens.lowerBound)
        < (draft.holds[$1].tokens.lowerBound, draft.posts[draft.holds[$1].post].tokens.lowerBound)
    }
    for index in order {
      var holds = draft.holds[index]
      let person = draft.people[holds.person].person
      guard person >= 0, people[person].role == .official else { continue }
      var office = office(draft, holds.post)
      if people[person].isForeign, draft.posts[holds.post].kind == .state { office.post = nil }
      holds.term = holds.term ?? term(office, holds.session)
      let post = draft.posts[holds.post].tokens
      let mention = draft.mention(
        min(holds.tokens.lowerBound, post.lowerBound)..<max(holds.tokens.upperBound, post.upperBound),
        rule: holds.rule, lexicon: draft.posts[holds.post].lexicon)
      if let known = known(made, person, office, holds) {
        join(&made[known], office, holds, mention)
        made[known].isAmbiguous = made[known].isAmbiguous && draft.people[holds.person].isAmbiguous
      } else {
        made.append(
          Made(
            person: person, office: office, status: holds.status, since: holds.since, until: holds.until,
            term: holds.term, causes: CauseSet(holds.causes).union(office.causes), mentions: [mention],
            posts: [holds.post], isAmbiguous: draft.people[holds.person].isAmbiguous))
      }
    }
    return made
  }

  /// The years of a term that is given by its number.
  private func term(_ office: Office, _ session: Int?) -> String? {
    guard let session else { return nil }
    let directory = tables.lexicons.directory
    let org =
      office.body.flatMap { bodies[$0].org }
      ?? office.post.flatMap { directory.organizationIndex[tables.lexicons.posts[$0].body] }
    return org.flatMap { tables.lexicons.terms.years(organization: $0, place: office.place, number: session) }
  }

  /// The holding that says the same already.
  private func known(_ made: [Made], _ person: Int, _ office: Office, _ holds: HoldsMention) -> Int? {
    for index in made.indices where made[index].person == person {
      if same(made[index].office, office), merges(made[index].status, holds.status),
        made[index].term == nil || holds.term == nil || made[index].term == holds.term
      {
        return index
      }
    }
    return nil
  }

  private func join(_ made: inout Made, _ office: Office, _ holds: HoldsMention, _ mention: Mention) {
    made.mentions.append(mention)
    made.posts.append(holds.post)
    let isClearer = holds.status == .elected || holds.status == .dismissed
    if made.status == .holds || isClearer || made.status == .former {
      made.status = holds.status == .holds ? made.status : holds.status
    }
    if made.office.body == nil, office.title.count > made.office.title.count {
      made.office.title = office.title
      made.office.folded = office.folded
    }
    if made.office.body == nil { made.office.body = office.body }
    if made.office.post == nil { made.office.post = office.post }
    made.since = made.since ?? holds.since
    made.until = made.until ?? holds.until
    made.term = made.term ?? holds.term
  }

  private func add(_ one: Made, _ observed: String?, _ claims: inout ClaimList) {
    var claim = HoldsClaim(
      person: people[one.person].name, title: one.office.title,
      organization: one.office.body.map { bodies[$0].name }, status: one.status,
      personRef: personIds[one.person],
      organizationRef: one.office.body.map { bodyIds[$0] },
      post: one.office.post.map { tables.lexicons.posts[$0].id }, place: one.office.place
    )
    claim.since = one.since
    claim.until = one.until
    claim.term = one.term
    claim.observed = observed
    let inferred: CauseSet = [
      .placeFromSource, .placeFromContext, .bodyFromContext, .personFromContext, .postFromContext,
    ]
    var causes = one.causes
    if one.isAmbiguous { causes.insert(.ambiguousName) }
    if one.mentions.contains(where: { Entry.holdsSlip($0.lexicon) }) { causes.insert(.translationSlip) }
    let grade: Grade =
      one.isAmbiguous ? .ambiguous : one.causes.isDisjoint(with: inferred) ? .stated : .inferred
    _ = claims.add(.holds(claim), grade: grade, causes: causes, mentions: one.mentions)
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
    return a == .holds || b == .holds || (isEntering(a) && isEntering(b)) || (isLeaving(a) && isLeaving(b))
  }

  private func isLeaving(_ status: HoldsStatus) -> Bool {
    status == .former || status == .dismissed || status == .retired
  }

  private func isEntering(_ status: HoldsStatus) -> Bool {
    status == .appointed || status == .elected || status == .nominated
  }

  private func same(_ a: Office, _ b: Office) -> Bool {
    if let x = a.post, let y = b.post {
      return x == y && (a.place == b.place || a.place == nil || b.place == nil)
        && (a.body == b.body || a.body == nil || b.body == nil || tables.lexicons.posts[x].isSingleHolder)
    }
    let (x, y) = (folded(a), folded(b))
    // A title of the state or of a diplomat may be said in short.
    if a.body == nil, b.body == nil, a.function == b.function, x.contains(y) || y.contains(x) { return true }
    guard x == y else { return false }
    return a.body == b.body || a.body == nil || b.body == nil
  }

  private func folded(_ office: Office) -> String {
    office.folded.isEmpty ? PlainSpelling.fold(office.title) : office.folded
  }

  /// The post that a title and its body are.
  private func office(_ draft: borrowing Draft, _ number: Int) -> Office {
    let mention = draft.posts[number]
    var office = Office(title: mention.title, function: mention.function, place: mention.place)
    let directory = tables.lexicons.directory
    if let named = mention.body, draft.bodies[named].organization >= 0 {
      let body = draft.bodies[named].organization
      office.body = body
      office.place = draft.bodies[named].place ?? bodies[body].place
      office.causes.formUnion(bodies[body].causes)
      if let org = draft.bodies[named].org ?? bodies[body].org {
        let part = part(mention, of: named, draft)
        office.post =
          part.flatMap {
            directory.postNumber(function: mention.function, ranks: mention.ranks, organization: $0)
          }
          ?? directory.postNumber(function: mention.function, ranks: mention.ranks, organization: org)
          ?? alternate(mention, org)
      }
    } else if let borrowed = borrowed(draft, mention) {
      office.body = borrowed
      office.place = bodies[borrowed].place
      office.causes = bodies[borrowed].causes.union([.bodyFromContext])
      if let org = bodies[borrowed].org {
        office.post = directory.postNumber(
          function: mention.function, ranks: mention.ranks, organization: org)
      }
    } else if mention.isForeign {
      office.post = nil
    } else if let implied = mention.impliedBody {
      office.post = directory.postNumber(function: mention.function, ranks: mention.ranks, body: implied)
      if let level = directory.organization(id: implied)?.level, level != .central, office.place == nil {
        office.place = peerPlace(draft, level)
        if office.place != nil { office.causes.insert(.placeFromContext) }
      }
    } else if mention.kind == .state || mention.kind == .other || mention.function == "minister" {
      office.post = stateless(mention)
    }
    if office.post == nil { office.folded = PlainSpelling.fold(office.title) }
    return office
  }

  /// The part of the named body that a word means by itself: of a committee its standing committee, of any body
  /// its office.
  private func part(_ mention: PostMention, of body: Int, _ draft: borrowing Draft) -> Int? {
    guard let implied = mention.impliedBody,
      let word = tables.lexicons.bodyWords.first(where: { $0.id == implied })
    else { return nil }
    var concepts = draft.bodies[body].concepts
    concepts.formUnion(word.concepts)
    guard concepts != draft.bodies[body].concepts else { return nil }
    return tables.lexicons.directory.organizationNumber(concepts, level: draft.bodies[body].level)
  }

  /// A deputy whose body is left out belongs to the body of the chief named shortly before.
  private func borrowed(_ draft: borrowing Draft, _ mention: PostMention) -> Int? {
    guard
      mention.impliedBody.map({ tables.lexicons.directory.organization(id: $0)?.concepts.isEmpty ?? true })
        ?? true,
      mention.kind == .office, !mention.ranks.isEmpty,
      mention.function != "minister"
    else { return nil }
    var last: Int?
    for index in draft.posts.indices where draft.posts[index].body != nil {
      let other = draft.posts[index].tokens
      guard other.upperBound <= mention.tokens.lowerBound, mention.tokens.lowerBound - other.upperBound < 60,
        draft.posts[index].function == mention.function
      else { continue }
      if let known = last, other.lowerBound <= draft.posts[known].tokens.lowerBound { continue }
      last = index
    }
    guard let last, let body = draft.posts[last].body, draft.bodies[body].organization >= 0 else {
      return nil
    }
    return draft.bodies[body].organization
  }

  /// Translations write «deputy member» for an alternate one.
  private func alternate(_ mention: PostMention, _ org: Int) -> Int? {
    guard mention.ranks.contains("deputy"), mention.function == "member" else { return nil }
    return tables.lexicons.directory.postNumber(function: "member", ranks: ["alternate"], organization: org)
  }

  /// A post that is named without its body, if only one body has it.
  private func stateless(_ mention: PostMention) -> Int? {
    let ranks = mention.ranks.sorted()
    let posts = tables.lexicons.posts
    let found = posts.indices.filter {
      posts[$0].function == mention.function && posts[$0].ranks == ranks
        && (posts[$0].level == mention.level || mention.level == nil)
    }
    return found.count == 1 ? found[0] : nil
  }

  private func peerPlace(_ draft: borrowing Draft, _ level: Level) -> String? {
    bodies.first { $0.level == level && $0.place != nil }?.place
      ?? (level == .province ? draft.sourcePlace : nil)
  }

  /// A title alone goes back to the last person before it who holds it.
  private func bareTitles(_ draft: inout Draft, _ made: inout [Made]) {
    var isHeld = [Bool](repeating: false, count: draft.chart.tokens.count)
    for holds in draft.holds { for token in draft.posts[holds.post].tokens { isHeld[token] = true } }
    for index in draft.posts.indices where !draft.posts[index].isTaken && !draft.posts[index].isPlural {
      let tokens = draft.posts[index].tokens
      guard !tokens.contains(where: { isHeld[$0] }), let best = holder(draft, index, made) else { continue }
      made[best].mentions.append(
        draft.mention(tokens, rule: "holds.bare-title", lexicon: draft.posts[index].lexicon))
      made[best].causes.insert(.bareTitle)
      draft.posts[index].isTaken = true
    }
  }

  /// The holding that a bare title means: of those it fits the one that was spoken of last before it.
  private func holder(_ draft: borrowing Draft, _ post: Int, _ made: [Made]) -> Int? {
    let start = draft.position(of: draft.posts[post].tokens.lowerBound)
    var best: (holding: Int, at: Int)?
    for index in made.indices where made[index].status != .former {
      var last = -1
      for mention in made[index].mentions where mention.span.lowerBound < start {
        last = max(last, mention.span.lowerBound)
      }
      // Of equal ones the first holding counts.
      guard last > best?.at ?? -1 else { continue }
      for held in made[index].posts where refines(draft, held, post, made[index].office.body) {
        best = (index, last)
        break
      }
    }
    return best?.holding
  }

  /// Whether a bare title can mean a post that was held before: the same ranks, the same body if one is named.
  private func refines(_ draft: borrowing Draft, _ held: Int, _ bare: Int, _ body: Int?) -> Bool {
    guard draft.posts[held].function == draft.posts[bare].function,
      draft.posts[held].ranks == draft.posts[bare].ranks
        || Set(draft.posts[held].ranks) == Set(draft.posts[bare].ranks)
    else { return false }
    guard let named = draft.posts[bare].body, draft.bodies[named].organization >= 0 else {
      return draft.posts[bare].body == nil
    }
    return body == draft.bodies[named].organization
  }

  /// The day the article speaks of: the first full day of its lead, else the publication date.
  private func observed(_ draft: borrowing Draft) -> String? {
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
