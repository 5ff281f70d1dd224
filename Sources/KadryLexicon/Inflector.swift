/// Expands lexicon notation into the forms that texts contain.
///
/// A word may carry a mark: `секретарь:m`, `ЦК:0`, `боец:m/бойц`. In a phrase, adjectives up to and
/// including the first noun inflect together; what follows is literal.
public struct Inflector: Sendable {
  let paradigms: Paradigms
  private let adjectives: AdjectiveEndings

  init(paradigms: Paradigms) {
    self.paradigms = paradigms
    adjectives = AdjectiveEndings(paradigms.adjectives)
  }

  /// A form of an entry: the phrase as a text writes it, and what it expresses.
  public struct Form: Sendable, Equatable {
    public let text: String
    public let grammemes: Grammemes
  }

  /// Expands a Russian phrase in lexicon notation; returns `nil` when a word fits no paradigm.
  public func expand(_ notation: String) -> [Form]? {
    let words = notation.split(separator: " ").map(String.init)
    var parts: [[(form: String, grammemes: Grammemes)]] = []
    var isDone = false
    for word in words {
      let (lemma, mark, stem) = Inflector.parse(word)
      if isDone || mark == "0" || !Inflector.isInflectable(lemma) {
        parts.append([(lemma, .invariable)])
        continue
      }
      guard let forms = paradigms.forms(of: lemma, mark: mark, stem: stem) else { return nil }
      parts.append(forms)
      if !forms.contains(where: { $0.grammemes.contains(.adjective) }) { isDone = true }
    }
    guard let first = parts.first else { return nil }
    var result = first.map { Form(text: $0.form, grammemes: $0.grammemes) }
    for part in parts.dropFirst() {
      var next: [Form] = []
      for form in result {
        for (text, grammemes) in part {
          guard let together = Inflector.agree(form.grammemes, grammemes) else { continue }
          next.append(Form(text: form.text + " " + text, grammemes: together))
        }
      }
      result = next
    }
    return Inflector.merge(result)
  }

  /// The nominative singular (or the only number's nominative) of a phrase in notation.
  public static func lemma(_ notation: String) -> String {
    notation.split(separator: " ").map { parse(String($0)).lemma }.joined(separator: " ")
  }

  static func parse(_ word: String) -> (lemma: String, mark: String?, stem: String?) {
    guard let colon = word.lastIndex(of: ":"), colon != word.startIndex else { return (word, nil, nil) }
    let lemma = String(word[..<colon])
    let rest = word[word.index(after: colon)...].split(separator: "/", maxSplits: 1)
    guard let mark = rest.first, ["0", "m", "f", "n", "pl", "adj"].contains(String(mark)) else {
      return (word, nil, nil)
    }
    return (lemma, String(mark), rest.count > 1 ? String(rest[1]) : nil)
  }

  private static func isInflectable(_ lemma: String) -> Bool {
    lemma.unicodeScalars.contains { $0.value >= 0x400 && $0.value < 0x530 }
  }

  /// What two words express together, or `nil` where they do not agree.
  static func agree(_ a: Grammemes, _ b: Grammemes) -> Grammemes? {
    if b.contains(.invariable) { return a }
    if a.contains(.invariable) { return b }
    let caseNumber = a.intersection(b).intersection(.cases)
    let genders = a.intersection(b).intersection(.genders)
    guard !caseNumber.isEmpty else { return nil }
    // Plurals have no gender of their own.
    guard !genders.isEmpty || !caseNumber.isDisjoint(with: .plural) else { return nil }
    let adjective = a.intersection(b).intersection(.adjective)
    return caseNumber.union(b.intersection(.genders)).union(adjective)
  }

  private static func merge(_ forms: [Form]) -> [Form] {
    var index: [String: Int] = [:]
    var merged: [Form] = []
    for form in forms {
      if let i = index[form.text] {
        merged[i] = Form(text: form.text, grammemes: merged[i].grammemes.union(form.grammemes))
      } else {
        index[form.text] = merged.count
        merged.append(form)
      }
    }
    return merged
  }
}

extension Inflector {
  /// An inflected adjective in the nominative singular of a gender, by its ending; `nil` when it has none.
  ///
  /// - Parameter gender: one of masculine, feminine, neuter.
  public func nominative(adjective word: String, gender: Grammemes) -> String? {
    adjectives.nominative(word, gender: gender)
  }
}
