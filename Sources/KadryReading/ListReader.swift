import KadryLexicon
import KadryPatterns
import KadryText

/// Reads a list whose heading names a post once: «… đã bầu 19 Ủy viên Bộ Chính trị gồm:» and a name a line.
struct ListReader {
  private let types: Types
  private let listLead: Int
  private let elected: Int
  private let appointed: Int
  /// How many lines a list may have.
  private static let longest = 80

  init(_ tables: ReadingTables) {
    types = tables.types
    listLead = tables.registry.bit("list-lead") ?? tables.types.post
    elected = tables.registry.bit("elected") ?? tables.types.post
    appointed = tables.registry.bit("appointed") ?? tables.types.post
  }

  func read(_ draft: inout Draft) {
    for sentence in draft.sentences {
      guard let last = sentence.tokens.last, draft.chart.tokens[last].mark == .colon,
        let post = heading(draft, sentence.tokens)
      else { continue }
      let status = status(draft, sentence.tokens)
      for person in people(draft, after: sentence.line) {
        draft.people[person].isSupported = true
        draft.posts[post].isTaken = true
        draft.holds.append(
          HoldsMention(
            tokens: draft.people[person].tokens, person: person, post: post, status: status,
            rule: "holds.list-heading", causes: [.distributed]))
      }
    }
  }

  /// The post of a heading: the last one, with only a list's word between it and the colon.
  private func heading(_ draft: borrowing Draft, _ sentence: Range<Int>) -> Int? {
    var found: Int?
    for (index, post) in draft.posts.enumerated()
    where sentence.contains(post.tokens.lowerBound) && !post.isTaken {
      let rest = post.tokens.upperBound..<(sentence.upperBound - 1)
      guard rest.count <= 6,
        rest.isEmpty && post.isPlural
          || rest.contains(where: {
            draft.has(listLead, at: $0) || draft.has(elected, at: $0) || draft.has(appointed, at: $0)
          })
      else { continue }
      found = index
    }
    return found
  }

  private func status(_ draft: borrowing Draft, _ before: Range<Int>) -> HoldsStatus {
    if before.contains(where: { draft.has(elected, at: $0) }) { return .elected }
    return before.contains { draft.has(appointed, at: $0) } ? .appointed : .holds
  }

  /// The first person of each item below a line.
  private func people(_ draft: borrowing Draft, after line: Int) -> [Int] {
    var people: [Int] = []
    for item in draft.lines.dropFirst(line + 1).prefix(ListReader.longest) {
      guard isItem(draft, item) else { break }
      let first = draft.people.indices.filter { item.tokens.contains(draft.people[$0].tokens.lowerBound) }
        .min { draft.people[$0].tokens.lowerBound < draft.people[$1].tokens.lowerBound }
      guard let first else { break }
      people.append(first)
    }
    return people
  }

  /// A numbered line, a line with a dash, or a short one.
  private func isItem(_ draft: borrowing Draft, _ line: Line) -> Bool {
    if line.cues.contains(.item) { return true }
    let first = draft.chart.tokens[line.tokens.lowerBound]
    if first.isNumber, line.tokens.count > 2 {
      let next = draft.chart.tokens[line.tokens.lowerBound + 1]
      return next.mark == .period || next.mark == .closeBracket
    }
    return false
  }
}
