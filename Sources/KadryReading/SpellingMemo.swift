import KadryText

/// Words put into other forms, remembered from one document to the next.
///
/// Each form depends on its words alone, so that what is remembered changes no result.
final class SpellingMemo {
  /// What was done to a word.
  enum Form: UInt64 {
    /// A dictionary form got the capitals of a word of the text.
    case cased
    /// A word of the text, or a dictionary form, was put into the nominative.
    case nominative, lemmaNominative
  }

  private var words = WordTable()
  private var known: [UInt64: String] = [:]
  /// How many forms are kept before all are forgotten.
  private static let limit = 1 << 15

  /// The form that `make` makes of a word of the text and of a number that says which form is wanted.
  func form(_ form: Form, _ draft: borrowing Draft, _ token: Int, _ which: Int, _ make: () -> String)
    -> String
  {
    if words.count > SpellingMemo.limit {
      words = WordTable()
      known = [:]
    }
    let key = draft.chart.tokens[token].key
    return self.form(
      form, words.number(of: draft.text, draft.chart.tokens[token].range, key: key).number, which, make)
  }

  /// The form that `make` makes of two numbers, of which the first names a word.
  func form(_ form: Form, _ word: Int, _ which: Int, _ make: () -> String) -> String {
    let key = form.rawValue << 62 | UInt64(word) << 31 | UInt64(which)
    if let text = known[key] { return text }
    if known.count > SpellingMemo.limit { known = [:] }
    let text = make()
    known[key] = text
    return text
  }
}
