import KadryEngine

extension Command {
  static let search = Command(
    name: "search", summary: "full text, with the words found marked",
    operands: .one("QUERY", hint: "{query.vi}"), flags: .query,
    discussion:
      "Every word must occur; \"…\" is a phrase, a final * a beginning. Diacritics may be left out.",
    examples: [
      Example("all words", "search", "{query.ru}"),
      Example("a phrase, in Vietnamese without diacritics", "search", "{phrase.vi-plain}"),
      Example("beginnings of words", "search", "{query.ru-beginning}", "--limit", "5", "--format", "jsonl"),
    ],
    run: { invocation in
      let hits = try invocation.openStore()
        .search(invocation.arguments.operands[0], limit: invocation.limit ?? 20).map(SearchAnswer.init)
      let nothing = "no document has all these words"
      guard invocation.format == .table, !hits.isEmpty else {
        return try invocation.answer(hits, nothing: nothing)
      }
      for hit in hits {
        try invocation.console.output.write(SearchHitText(hit, usesColor: invocation.console.usesColor).text)
      }
      return .done
    })
}

/// A hit for reading: a line on the document, and the snippet with the words found marked.
struct SearchHitText {
  let text: String

  init(_ answer: SearchAnswer, usesColor: Bool) {
    let hit = answer.hit
    let head = [hit.published, hit.source, hit.title].compactMap { $0 }.joined(separator: "  ")
    let (open, close) = usesColor ? ("\u{1B}[1;31m", "\u{1B}[0m") : ("[", "]")
    let bytes = Array(hit.snippet.utf8)
    var body = ""
    var end = 0
    for match in answer.matchesInSnippet where match.lowerBound >= end {
      body += String(decoding: bytes[end..<match.lowerBound], as: UTF8.self).withoutControls
      body += open + String(decoding: bytes[match], as: UTF8.self).withoutControls + close
      end = match.upperBound
    }
    body += String(decoding: bytes[end...], as: UTF8.self).withoutControls
    text = "\(head.withoutControls)  \(hit.document)\n    \(body)\n"
  }
}
