/// Whether a predicted name is that of a gold person, in any of the spellings of the text.
struct NameMatching: Sendable {
  let words: MatchingWords
  private var folding: EvaluationFolding { EvaluationFolding(words: words) }

  init(words: MatchingWords) { self.words = words }

  func areEqual(_ a: String, _ b: String) -> Bool {
    let (first, second) = (tokens(a), tokens(b))
    guard !first.isEmpty, !second.isEmpty else { return false }
    if first.count == second.count && zip(first, second).allSatisfy(tokensEqual) { return true }
    let joined = { (parts: [String]) in parts.map { $0.filter { $0 != "-" } }.joined() }
    if tokensEqual(joined(first), joined(second)) { return true }
    let (longFirst, longSecond) = (first.filter { $0.count > 1 }, second.filter { $0.count > 1 })
    // Initials and a surname.
    let hasInitials = longFirst.count < first.count || longSecond.count < second.count
    if hasInitials, longFirst.count == 1, longSecond.count == 1 {
      return tokensEqual(longFirst[0], longSecond[0])
    }
    return false
  }

  /// The parts of a name, without honorifics and what stands in parentheses.
  func tokens(_ name: String) -> [String] {
    var rest = withoutParentheses(name)[...]
    var isCut = true
    while isCut {
      isCut = false
      rest = rest.drop(while: \.isWhitespace)
      let lower = rest.lowercased()
      for prefix in words.honorificPrefixes where lower.hasPrefix(prefix) {
        let after = rest.dropFirst(prefix.count)
        guard let next = after.first, next.isWhitespace || next == "." else { continue }
        rest = after.drop { $0.isWhitespace || $0 == "." }
        isCut = true
        break
      }
    }
    return folding.tokens(String(rest)).filter { !words.honorifics.contains($0) }
  }

  /// Equal but for a Russian ending of at most two letters; Vietnamese, but for the tone's place.
  func tokensEqual(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard EvaluationFolding.isCyrillic(a), EvaluationFolding.isCyrillic(b) else {
      return EvaluationFolding.vietnameseKey(a) == EvaluationFolding.vietnameseKey(b)
    }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let (endA, endB) = (String(a.dropFirst(shared)), String(b.dropFirst(shared)))
    return shared >= 2 && shared >= min(a.count, b.count) - 2 && endA.count <= 2 && endB.count <= 2
      && words.nameEndings.contains(endA) && words.nameEndings.contains(endB)
  }

  private func withoutParentheses(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      kept += rest[..<open] + " "
      rest = rest[rest.index(after: close)...]
    }
    return kept + rest
  }
}
