import KadryLexicon
import KadryPatterns
import KadryText

/// Finds the posts that a person's words mean, as «chủ tịch hđnd tỉnh» or «секретарь райкома».
///
/// The words are read as a title in an article would be, only that abbreviations need no capitals; where
/// that finds nothing, they are compared with the names of posts letter by letter, without diacritics.
public struct PostQuery: Sendable {
  /// A post that the words may mean.
  public struct Match: Sendable, Equatable {
    /// Canonical id of `Lexicons/posts.tsv`.
    public var post: String
    /// The Vietnamese name of the place, when the words name one.
    public var place: String?
  }

  private let tables: ReadingTables

  public init(tables: ReadingTables) { self.tables = tables }

  /// The posts, best first; empty when the words name none that is known.
  public func posts(in query: String) -> [Match] {
    let reader = Reader(tables: tables)
    reader.isQuery = true
    reader.prepare(Document(text: Array(query.utf8)))
    reader.cascade()
    return posts(reader.draft, query)
  }

  private func posts(_ draft: borrowing Draft, _ query: String) -> [Match] {
    guard let mention = draft.posts.max(by: { $0.tokens.count < $1.tokens.count }) else {
      return byName(query)
    }
    var found: [Match] = []
    for org in organizations(draft, mention) {
      guard
        let post = tables.lexicons.directory.post(function: mention.function, ranks: mention.ranks, body: org)
      else { continue }
      let place = mention.body.flatMap { draft.bodies[$0].place } ?? mention.place
      if !found.contains(where: { $0.post == post.id }) { found.append(Match(post: post.id, place: place)) }
    }
    if found.isEmpty, mention.body == nil, mention.impliedBody == nil {
      let ranks = mention.ranks.sorted()
      found = tables.lexicons.posts.filter { $0.function == mention.function && $0.ranks == ranks }
        .sorted { ($0.precedence, $0.id) < ($1.precedence, $1.id) }
        .map { Match(post: $0.id, place: mention.place) }
    }
    return found.isEmpty ? byName(query) : found
  }

  /// The canonical bodies that a mention may belong to: one when its level is said, else one per level.
  private func organizations(_ draft: borrowing Draft, _ mention: PostMention) -> [String] {
    guard let number = mention.body else { return mention.impliedBody.map { [$0] } ?? [] }
    let body = draft.bodies[number]
    if let org = body.org { return [tables.lexicons.organizations[org].id] }
    return Level.allCases.compactMap {
      tables.lexicons.directory.organization(body.concepts, level: $0)?.id
    }
  }

  private func byName(_ query: String) -> [Match] {
    let wanted = PlainSpelling.fold(query).split(separator: " ").joined(separator: " ")
    guard !wanted.isEmpty else { return [] }
    var exact: [Match] = []
    var partial: [Match] = []
    for post in tables.lexicons.posts.sorted(by: { ($0.precedence, $0.id) < ($1.precedence, $1.id) }) {
      let names = (post.vi + post.ru + [post.id]).map(PlainSpelling.fold)
      if names.contains(wanted) {
        exact.append(Match(post: post.id, place: nil))
      } else if names.contains(where: { $0.hasPrefix(wanted + " ") }) {
        partial.append(Match(post: post.id, place: nil))
      }
    }
    return exact.isEmpty ? partial : exact
  }
}
