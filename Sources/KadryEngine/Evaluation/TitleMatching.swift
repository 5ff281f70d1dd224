/// Whether predicted titles and organizations are those of the gold, by light stems of their words.
struct TitleMatching: Sendable {
  let words: MatchingWords
  private var folding: EvaluationFolding { EvaluationFolding(words: words) }

  init(words: MatchingWords) { self.words = words }

  /// Whether a title fits one of the gold's titles, alone or read together with the organization.
  func titleFits(_ title: String, organization: String, golds: [String], organizations: [String]) -> Bool {
    guard !title.isEmpty else { return false }
    let whole = organization.isEmpty ? title : title + " " + organization
    for gold in golds where !gold.isEmpty {
      if ranks(title) != ranks(gold) { continue }
      let (predicted, wanted) = (heads(title), heads(gold))
      if !predicted.isEmpty && !wanted.isEmpty && predicted.isDisjoint(with: wanted) { continue }
      if likeness(title, gold) >= 0.6 { return true }
      for owner in organizations.isEmpty ? [""] : organizations {
        if likeness(whole, owner.isEmpty ? gold : gold + " " + owner) >= 0.6 { return true }
      }
    }
    return false
  }

  /// Whether an organization is one of the forms.
  func organizationFits(_ name: String, forms: [String], atLeast threshold: Double = 0.6) -> Bool {
    forms.contains { likeness(name, $0) >= threshold }
  }

  /// F measure of the two bags of stems; 1 when they differ in spacing only.
  func likeness(_ a: String, _ b: String) -> Double {
    let (first, second) = (stems(a), stems(b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var rest = second
    var shared = 0
    for stem in first {
      guard let index = rest.firstIndex(of: stem) else { continue }
      rest.remove(at: index)
      shared += 1
    }
    let value = 2 * Double(shared) / Double(first.count + second.count)
    let joined = { (stems: [String]) in stems.joined().filter { $0 != "-" } }
    return value < 1 && joined(first) == joined(second) ? 1 : value
  }

  func stems(_ text: String) -> [String] {
    folding.tokens(text)
      .flatMap { words.abbreviations[$0].map(folding.tokens) ?? [$0] }
      .filter { !words.stopwords.contains($0) }
      .map { stem($0) }
      .map { words.synonyms[$0] ?? $0 }
  }

  private func stem(_ word: String) -> String {
    guard EvaluationFolding.isCyrillic(word) else { return EvaluationFolding.vietnameseKey(word) }
    var stem = word.filter { $0 != "-" }
    guard stem.count > 3 else { return stem }
    if let ending = words.endings.first(where: { stem.hasSuffix($0) && stem.count - $0.count >= 3 }) {
      stem.removeLast(ending.count)
    }
    if let suffix = words.suffixes.first(where: { stem.hasSuffix($0) && stem.count - $0.count >= 4 }) {
      stem.removeLast(suffix.count)
    }
    if stem.count > 5, words.finalLetters.contains(where: stem.hasSuffix) { stem.removeLast() }
    return stem
  }

  /// What ranks below the head of the title: deputies and alternates must agree.
  private func ranks(_ title: String) -> Set<String> {
    var ranks: Set<String> = []
    for stem in stems(title) {
      if words.deputyStems.contains(where: stem.hasPrefix) || words.deputyWords.contains(stem) {
        ranks.insert("deputy")
      }
      if words.alternateStems.contains(where: stem.hasPrefix) { ranks.insert("alternate") }
    }
    let spaced = " " + folding.tokens(title).joined(separator: " ") + " "
    if words.deputyPhrases.contains(where: { spaced.contains(" \($0) ") }) { ranks.insert("deputy") }
    if words.alternatePhrases.contains(where: { spaced.contains(" \($0) ") }) { ranks.insert("alternate") }
    return ranks
  }

  /// The head nouns that occur in the title.
  private func heads(_ title: String) -> Set<String> {
    var heads: Set<String> = []
    for stem in stems(title) {
      for head in words.heads where stem.hasPrefix(head.prefix(7)) { heads.insert(head) }
    }
    let joined = folding.tokens(title).joined(separator: " ")
    for (phrase, head) in words.headPhrases where joined.contains(phrase) { heads.insert(head) }
    return heads
  }
}
