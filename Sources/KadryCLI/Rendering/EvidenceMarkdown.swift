import KadryEngine
import KadryReading

/// Evidence as Markdown, to be pasted where it is cited.
struct EvidenceMarkdown {
  private(set) var text = ""

  init(_ evidence: Evidence) {
    text = "# \(Self.escaped(evidence.title))\n\n`\(evidence.id)` · \(evidence.kind)\n"
    if !evidence.merges.isEmpty { text += "\n## One person, because\n\n" }
    for merge in evidence.merges {
      text +=
        "- \(Self.escaped(merge.leftQuote)) (`\(merge.merge.left)`) and \(Self.escaped(merge.rightQuote)) "
      text += "(`\(merge.merge.right)`): \(Self.escaped(merge.reason))\n"
    }
    for claim in evidence.claims { add(claim) }
    let rest = evidence.claimCount - evidence.claims.count
    if rest > 0 { text += "\n\(rest) more claims.\n" }
  }

  private mutating func add(_ evidence: ClaimEvidence) {
    let (claim, document) = (evidence.claim, evidence.document)
    text += "\n## \(Self.escaped(claim.body.summary))\n\n"
    for mention in evidence.mentions {
      let parts = mention.parts
      text +=
        "> \(Self.escaped(parts.before))**\(Self.escaped(parts.quote))**\(Self.escaped(parts.after))\n>\n"
      text += "> bytes \(mention.mention.span.lowerBound)–\(mention.mention.span.upperBound), "
      text += "\(mention.mention.zone.rawValue), rule `\(mention.mention.rule)`\n\n"
    }
    let headline = Self.escaped(document.title ?? document.metadata.path ?? document.id)
    text += "- headline: " + (document.address.map { "[\(headline)](<\($0)>)" } ?? headline) + "\n"
    if let source = document.metadata.source { text += "- newspaper: \(Self.escaped(source))\n" }
    text += "- published: \(document.publishedLine)\n"
    if let path = document.metadata.path { text += "- file: `\(path.withoutControls)`\n" }
    text += "- sha256: `\(document.metadata.sha256)`\n"
    let causes = claim.causes.isEmpty ? "" : " (\(claim.causes.map(\.rawValue).joined(separator: ", ")))"
    for decision in evidence.corrections { text += "- corrected: \(Self.escaped(decision.signed))\n" }
    text += "- claim: `\(claim.id)`, \(claim.grade.rawValue)\(causes)\n- document: `\(document.id)`\n"
    if !evidence.copies.isEmpty {
      text += "- one witness with: \(evidence.copies.map { "`\($0.document)`" }.joined(separator: ", "))\n"
    }
  }

  /// Text of an article, so that none of it acts as mark-up.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.withoutControls {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

extension DocumentRecord {
  /// The date and where it comes from.
  var publishedLine: String {
    published.map { date in publishedBasis.map { "\(date) (\($0))" } ?? date } ?? "date unknown"
  }
}
