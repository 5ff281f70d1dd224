import KadryLexicon
import KadryPatterns
import KadryText

/// Puts titles and names of bodies into the nominative.
struct Nominative {
  let lexicons: Lexicons

  init(_ lexicons: Lexicons) { self.lexicons = lexicons }

  /// The name of a body: adjectives and head in the nominative singular, the tail as it stands.
  func name(_ draft: Draft, _ body: BodyMention) -> String {
    if body.grammemes.contains(.nomSg) && body.grammemes.caseNumber.intersection(.singular) == .nomSg
      || body.grammemes.contains(.invariable)
    {
      return draft.phrase(body.tokens)
    }
    let gender = gender(draft, body)
    var words: [String] = []
    for i in body.tokens.lowerBound..<body.head.lowerBound {
      words.append(adjective(draft.word(i), gender: gender))
    }
    let lemma = draft.lemma(at: body.head, type: body.headType).map { lexicons.lemmas[Int($0)] }
    words.append(cased(lemma ?? draft.phrase(body.head), like: draft.word(body.head.lowerBound)))
    if body.head.upperBound < body.tokens.upperBound {
      words.append(draft.phrase(body.head.upperBound..<body.tokens.upperBound))
    }
    return words.joined(separator: " ")
  }

  private func gender(_ draft: Draft, _ body: BodyMention) -> Grammemes {
    let genders = body.grammemes.intersection(.genders)
    return genders.isEmpty ? .masculine : genders
  }

  /// An adjective in the nominative singular of a gender; other words as they are.
  func adjective(_ word: String, gender: Grammemes) -> String {
    lexicons.inflector.nominative(adjective: word, gender: gender) ?? word
  }

  /// `text` with a capital where `model` has one.
  func cased(_ text: String, like model: String) -> String {
    guard let first = text.first, let other = model.first else { return text }
    if model.count > 1, model == model.uppercased(), model != model.lowercased() {
      return text.count <= 3 || text == text.uppercased() ? text : String(other) + text.dropFirst()
    }
    let isUpper = String(other) == String(other).uppercased()
    // An abbreviation in capitals stays as it is.
    if text.dropFirst().contains(where: { String($0) != String($0).lowercased() }) { return text }
    return (isUpper ? String(first).uppercased() : String(first).lowercased()) + text.dropFirst()
  }
}

extension BodyMention {
  /// The annotation type of the head's lexicon hit is always the same.
  var headType: EntryKind { .body }
}

extension Draft {
  /// The dictionary form of a lexicon hit over exactly these tokens.
  func lemma(at tokens: Range<Int>, type: EntryKind, isHead: Bool = true) -> UInt32? {
    var found: UInt32?
    chart.forEach(at: tokens.lowerBound) { index, annotation in
      guard found == nil, annotation.tokens == tokens, index < lemmas.count else { return }
      found = lemmas[index]
    }
    return found
  }
}
