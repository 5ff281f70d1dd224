import KadryLexicon
import KadryPatterns
import KadryText

/// Joins the citations of one article to documents, and gathers title, date and issuer around the full ones.
struct DirectiveResolver {
  let types: Types
  let lexicons: Lexicons
  let dateLead: Int

  init(_ tables: ReadingTables) {
    types = tables.types
    lexicons = tables.lexicons
    dateLead = tables.registry.bit("from") ?? types.date
  }

  /// A document of the article.
  struct Document {
    var claim: DirectiveClaim
    var mentions: [(index: Int, cites: Citation)]
    var causes: CauseSet
    var issuerBody: Int?
    /// What equal documents have in common: the number in plain letters, else the folded title.
    var key = ""
  }

  func resolve(_ draft: inout Draft) -> [Document] {
    var documents: [Document] = []
    let order = draft.directives.indices.sorted {
      draft.directives[$0].tokens.lowerBound < draft.directives[$1].tokens.lowerBound
    }
    for index in order where draft.directives[index].cites == .full {
      let mention = draft.directives[index]
      guard draft.zones[mention.tokens.lowerBound] != .related else { continue }
      var claim = DirectiveClaim(
        number: mention.number, title: mention.title, numberVi: mention.numberVi, type: mention.type,
        issuer: mention.issuer, date: nil)
      let around = surroundings(draft, mention.tokens.upperBound)
      claim.date = around.date
      if mention.number != nil, claim.title == nil { claim.title = around.title }
      if let body = around.body, let org = draft.bodies[body].org, isIssuer(org, mention.issuer) {
        claim.issuer = lexicons.organizations[org].id
      }
      let key = mention.number.map { CodeTables.plain($0) } ?? PlainSpelling.fold(mention.title ?? "")
      if let known = documents.firstIndex(where: { $0.key == key }) {
        documents[known].mentions.append((index, .full))
        if documents[known].claim.title == nil { documents[known].claim.title = claim.title }
        if documents[known].claim.date == nil { documents[known].claim.date = claim.date }
        if documents[known].issuerBody == nil { documents[known].issuerBody = around.body }
        documents[known].causes.formUnion(CauseSet(mention.causes))
      } else {
        documents.append(
          Document(
            claim: claim, mentions: [(index, .full)], causes: CauseSet(mention.causes),
            issuerBody: around.body, key: key))
      }
    }
    for index in order where draft.directives[index].cites == .short {
      let mention = draft.directives[index]
      guard draft.zones[mention.tokens.lowerBound] != .related else { continue }
      if let known = full(draft, mention, documents) {
        documents[known].mentions.append((index, .short))
        documents[known].causes.insert(.shortCitation)
      } else if let known = documents.firstIndex(where: {
        $0.claim.number == mention.number && $0.claim.type == mention.type
      }) {
        documents[known].mentions.append((index, .short))
      } else {
        documents.append(
          Document(
            claim: DirectiveClaim(number: mention.number, numberVi: mention.numberVi, type: mention.type),
            mentions: [(index, .short)], causes: [], issuerBody: nil))
      }
    }
    for index in documents.indices { documents[index].mentions.sort { $0.index < $1.index } }
    return documents
  }

  /// The full citation that a short one goes back to: the same number and a fitting type, the nearest before.
  private func full(_ draft: borrowing Draft, _ mention: DirectiveMention, _ documents: [Document]) -> Int? {
    var best: (at: Int, document: Int)?
    for (index, document) in documents.enumerated() {
      guard let first = document.mentions.first.map({ draft.directives[$0.index] }), first.cites == .full,
        first.bare == mention.bare, first.bare != nil
      else { continue }
      let sameType = document.claim.type == mention.type
      for (number, _) in document.mentions {
        let at = draft.directives[number].tokens.lowerBound
        let rank = at < mention.tokens.lowerBound ? at : -at
        if best == nil || (sameType && rank > best?.at ?? Int.min) { best = (rank, index) }
      }
    }
    return best?.document
  }

  /// Whether the words behind a number may name its issuer more exactly than its code does.
  private func isIssuer(_ org: Int, _ coded: String?) -> Bool {
    guard let coded, let other = lexicons.directory.organization(id: coded) else { return true }
    return lexicons.organizations[org].level == other.level
  }

  /// Date, issuer and title that stand behind a number.
  private func surroundings(_ draft: borrowing Draft, _ end: Int) -> (
    date: String?, title: String?, body: Int?
  ) {
    var date: String?
    var title: String?
    var body: Int?
    var at = end
    let limit = min(draft.chart.tokens.count, end + 24)
    while at < limit {
      let token = draft.chart.tokens[at]
      if token.has(.blockBefore) { break }
      if let (_, hit) = draft.chart.first(at: at, type: types.date), date == nil, at - end <= 4 {
        let value = draft.dates[Int(hit.value)].value
        if !value.contains("/") { date = value }
        at = Int(hit.end)
        continue
      }
      if let (_, hit) = draft.chart.first(at: at, type: types.org), body == nil, isLinked(draft, end, at) {
        body = Int(hit.value)
        at = Int(hit.end)
        continue
      }
      if token.mark == .openQuote || token.mark == .quote {
        title = quoted(draft, at)
        break
      }
      if token.mark == .period || token.mark == .semicolon { break }
      if token.isWord, token.end - token.start > 8, at - end > 12 { break }
      at += 1
    }
    return (date, title, body)
  }

  /// Only a date and short words may stand between a number and its issuer.
  private func isLinked(_ draft: borrowing Draft, _ end: Int, _ at: Int) -> Bool {
    for i in end..<at {
      let token = draft.chart.tokens[i]
      if draft.claimed[i] || token.kind != .word { continue }
      if token.end - token.start > 6, !draft.has(types.month, at: i), !draft.has(dateLead, at: i) {
        return false
      }
    }
    return at - end <= 8
  }

  private func quoted(_ draft: borrowing Draft, _ open: Int) -> String? {
    var at = open + 1
    let isPlain = draft.chart.tokens[open].mark == .quote
    while at < draft.chart.tokens.count, at < open + 120, !draft.chart.tokens[at].has(.blockBefore) {
      let mark = draft.chart.tokens[at].mark
      if mark == .closeQuote || (isPlain && mark == .quote) {
        return at > open + 1
          ? draft.string(Int(draft.chart.tokens[open + 1].start)..<Int(draft.chart.tokens[at - 1].end)) : nil
      }
      at += 1
    }
    return nil
  }
}
