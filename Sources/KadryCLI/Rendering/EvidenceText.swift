import KadryEngine

/// Evidence for a screen.
struct EvidenceText {
  private(set) var text = ""
  private let usesColor: Bool

  init(_ evidence: Evidence, usesColor: Bool) {
    self.usesColor = usesColor
    line("\(evidence.kind): \(evidence.title)  \(evidence.id)")
    for merge in evidence.merges { add(merge) }
    for claim in evidence.claims { add(claim) }
    if evidence.claims.count < evidence.claimCount {
      line("")
      line("\(evidence.claimCount - evidence.claims.count) more claims; raise --limit")
    }
  }

  private mutating func add(_ evidence: ClaimEvidence) {
    let (claim, document) = (evidence.claim, evidence.document)
    line("")
    let causes = claim.causes.isEmpty ? "" : " (\(claim.causes.map(\.rawValue).joined(separator: ", ")))"
    line("\(claim.body.kind): \(claim.body.summary)")
    line("  claim      \(claim.id), \(claim.grade.rawValue)\(causes)")
    for decision in evidence.corrections { line("  corrected  \(decision.signed)") }
    for mention in evidence.mentions { add(mention) }
    line("  headline   \(document.title ?? "–")")
    if let url = document.address { line("  url        \(url)") }
    let source = document.metadata.source.map { ", \($0)" } ?? ""
    line("  published  \(document.publishedLine)\(source)")
    if let path = document.metadata.path { line("  path       \(path)") }
    let exact = document.metadata.exact ? "" : " (spans count in the stored text, not in the file)"
    line("  sha256     \(document.metadata.sha256)\(exact)")
    line("  document   \(document.id)")
    if !evidence.copies.isEmpty {
      let copies = evidence.copies.map { "\($0.document) (\($0.basis.rawValue))" }
      line("  one with   " + copies.joined(separator: ", "))
    }
  }

  private mutating func add(_ evidence: MergeEvidence) {
    if !text.contains("\none person:") { line("") }
    line("one person: «\(evidence.leftQuote)» and «\(evidence.rightQuote)»")
    line("  because    \(evidence.reason)")
    line("  claims     \(evidence.merge.left) \(evidence.merge.right)")
  }

  private mutating func add(_ evidence: MentionEvidence) {
    let mention = evidence.mention
    let (open, close) = usesColor ? ("\u{1B}[1m", "\u{1B}[0m") : ("⟦", "⟧")
    let parts = evidence.parts
    text +=
      "  «\(parts.before.withoutControls)\(open)\(parts.quote.withoutControls)\(close)\(parts.after.withoutControls)»\n"
    let lexicon = mention.lexicon.isEmpty ? "" : ", lexicon \(mention.lexicon.joined(separator: " "))"
    line(
      "             bytes \(mention.span.lowerBound)–\(mention.span.upperBound), zone \(mention.zone.rawValue), "
        + "rule \(mention.rule)\(lexicon)")
  }

  private mutating func line(_ content: String) { text += content.withoutControls + "\n" }
}

extension MergeEvidence {
  /// The rule, what is shared, and how the names compare.
  var reason: String {
    let names = verdict.map { "names \($0.likeness.rawValue): \($0.reason)" }
    let posts = shared.isEmpty ? nil : "both \(shared.joined(separator: ", "))"
    return [merge.correction ?? merge.rule.rawValue, posts, names].compactMap { $0 }.joined(separator: "; ")
  }
}

extension CorrectionAnswer {
  /// The decision, by whom and when.
  var signed: String {
    let note = correction.note.map { " («\($0)»)" } ?? ""
    return "\(correction.title), by \(correction.author) on \(correction.date)\(note), \(correction.id)"
  }
}
