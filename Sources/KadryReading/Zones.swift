import KadryLexicon
import KadryPatterns
import KadryText

/// Tells which part of the page each token stands in.
struct Zoner {
  let types: Types

  func assign(_ draft: inout Draft) {
    draft.zones.append(contentsOf: repeatElement(.body, count: draft.chart.tokens.count))
    var isRelated = false
    var hasHeadline = false
    var hasLead = false
    let last = lastTextLine(draft)
    for (index, line) in draft.lines.enumerated() {
      let first = firstWord(draft, line)
      var zone = Zone.body
      if isRelated, !draft.marks.isEmpty, goesOnAfterRelated(draft, line, index) { isRelated = false }
      if let marked = draft.marks.isEmpty ? nil : draft.marks[index].zone {
        zone = marked
        if zone == .headline { hasHeadline = true }
        if zone == .lead { hasLead = true }
      } else if isRelated {
        zone = .related
      } else if line.cues.contains(.rule) || line.cues.contains(.image) {
        zone = .furniture
      } else if let first, startsWith(draft, line, types.related) || draft.has(types.related, at: first),
        isShort(line)
      {
        isRelated = true
        zone = .related
      } else if startsWith(draft, line, types.furniture), line.tokens.count < 14 {
        zone = .furniture
      } else if line.cues.contains(.cell), line.cues.contains(.afterImage) || isCaption(draft, line) {
        zone = .caption
      } else if line.cues.contains(.afterImage), isShort(line) || isCaption(draft, line) {
        zone = .caption
      } else if startsWith(draft, line, types.credit) {
        zone = .credit
      } else if !hasHeadline, index < 4, draft.marks.isEmpty || !draft.marks.contains(.headline),
        isHeadline(draft, line, index)
      {
        zone = .headline
        hasHeadline = true
      } else if index >= last - 1, hasLead, isByline(draft, line) {
        zone = .byline
      } else if !hasLead, line.tokens.count > 5 {
        zone = .lead
        hasLead = true
      }
      for token in line.tokens { draft.zones[token] = zone }
      credits(&draft, line)
    }
  }

  /// On a page a box of related news may stand within the text, which goes on with a whole paragraph.
  private func goesOnAfterRelated(_ draft: borrowing Draft, _ line: Line, _ index: Int) -> Bool {
    draft.marks[index] == .body
      ? line.cues.contains(.closed) && line.tokens.count > 20 : draft.marks[index] != .related
  }

  private func isShort(_ line: Line) -> Bool { line.tokens.count <= 40 }

  private func lastTextLine(_ draft: borrowing Draft) -> Int {
    if !draft.marks.isEmpty { return draft.marks.lastIndex(of: .body) ?? 0 }
    return draft.lines.lastIndex { line in
      !line.cues.contains(.rule) && !line.cues.contains(.image)
        && !draft.has(types.related, at: firstWord(draft, line) ?? line.tokens.lowerBound)
    } ?? 0
  }

  private func firstWord(_ draft: borrowing Draft, _ line: Line) -> Int? {
    line.tokens.first { draft.chart.tokens[$0].kind != .mark }
  }

  private func startsWith(_ draft: borrowing Draft, _ line: Line, _ type: Int) -> Bool {
    guard let first = firstWord(draft, line) else { return false }
    return first - line.tokens.lowerBound <= 2 && draft.has(type, at: first)
  }

  /// A caption's line begins with a cue or holds a photo credit.
  private func isCaption(_ draft: borrowing Draft, _ line: Line) -> Bool {
    startsWith(draft, line, types.captionLead) || line.tokens.contains { draft.has(types.credit, at: $0) }
  }

  private func isHeadline(_ draft: borrowing Draft, _ line: Line, _ index: Int) -> Bool {
    guard draft.lines.count > index + 1, line.tokens.count >= 3, line.tokens.count <= 60 else { return false }
    if line.cues.contains(.heading) { return true }
    return !line.cues.contains(.closed) && !line.cues.contains(.cell)
      && !startsWith(draft, line, types.dateline)
  }

  /// A byline is a short line of capitalised words and nothing else.
  private func isByline(_ draft: borrowing Draft, _ line: Line) -> Bool {
    let words = line.tokens.filter { draft.chart.tokens[$0].isWord }
    guard (1...6).contains(words.count), !line.cues.contains(.closed) else { return false }
    return line.tokens.allSatisfy { i in
      let token = draft.chart.tokens[i]
      switch token.kind {
      case .word: return token.isCapitalized
      case .number: return false
      case .mark:
        return token.mark == .dash || token.mark == .comma || token.mark == .openBracket
          || token.mark == .closeBracket
      }
    }
  }

  /// From a credit's cue to the end of its sentence or line is credit.
  private func credits(_ draft: inout Draft, _ line: Line) {
    var i = line.tokens.lowerBound
    while i < line.tokens.upperBound {
      guard let (_, hit) = draft.chart.first(at: i, type: types.credit) else {
        i += 1
        continue
      }
      let after = Int(hit.end)
      // The word for a photograph counts as a credit only with a colon, or a name right after it.
      let isCredit =
        after < line.tokens.upperBound
        && (draft.chart.tokens[after].mark == .colon || draft.chart.tokens[after - 1].mark == .colon)
      guard isCredit else {
        i += 1
        continue
      }
      var end = after
      while end < line.tokens.upperBound, !(draft.chart.tokens[end].mark == .period && end > after + 1),
        draft.chart.tokens[end].mark != .bar, end < after + 12
      { end += 1 }
      for token in i..<end { draft.zones[token] = .credit }
      i = end
    }
  }
}
