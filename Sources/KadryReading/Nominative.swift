import KadryLexicon
import KadryPatterns
import KadryText

/// Puts titles and names of bodies into the nominative.
struct Nominative {
  let lexicons: Lexicons
  private let memo = SpellingMemo()

  init(_ lexicons: Lexicons) { self.lexicons = lexicons }

  /// The name of a body: adjectives and head in the nominative singular, the tail as it stands.
  func name(_ draft: borrowing Draft, _ body: BodyMention) -> String {
    if body.grammemes.contains(.nomSg) && body.grammemes.caseNumber.intersection(.singular) == .nomSg
      || body.grammemes.contains(.invariable)
    {
      return draft.phrase(body.tokens)
    }
    let gender = gender(draft, body)
    var name = ""
    for i in body.tokens.lowerBound..<body.head.lowerBound {
      name += adjective(draft, i, gender: gender)
      name += " "
    }
    if let lemma = draft.lemma(at: body.head, type: body.headType) {
      name += cased(draft, lemma: lemma, like: body.head.lowerBound)
    } else {
      name += cased(draft.phrase(body.head), like: draft.word(body.head.lowerBound))
    }
    if body.head.upperBound < body.tokens.upperBound {
      name += " "
      name += draft.phrase(body.head.upperBound..<body.tokens.upperBound)
    }
    return name
  }

  private func gender(_ draft: borrowing Draft, _ body: BodyMention) -> Grammemes {
    let genders = body.grammemes.intersection(.genders)
    return genders.isEmpty ? .masculine : genders
  }

  /// A word of the text as an adjective in the nominative singular of a gender; other words as they are.
  func adjective(_ draft: borrowing Draft, _ token: Int, gender: Grammemes) -> String {
    memo.form(.nominative, draft, token, Int(gender.rawValue)) {
      let word = draft.word(token)
      return lexicons.inflector.nominative(adjective: word, gender: gender) ?? word
    }
  }

  /// A dictionary form as an adjective in the nominative singular of a gender, with a capital like a token's.
  func adjective(_ draft: borrowing Draft, lemma: UInt32, gender: Grammemes, like token: Int) -> String {
    let lemma = lexicons.lemmas[Int(lemma)]
    let form = lexicons.inflector.nominative(adjective: lemma, gender: gender) ?? lemma
    return cased(form, like: draft.word(token))
  }

  /// A dictionary form with a capital where a token has one.
  func cased(_ draft: borrowing Draft, lemma: UInt32, like token: Int) -> String {
    memo.form(.cased, draft, token, Int(lemma)) {
      cased(lexicons.lemmas[Int(lemma)], like: draft.word(token))
    }
  }

  /// `text` with a capital where `model` has one.
  private func cased(_ text: String, like model: String) -> String {
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
