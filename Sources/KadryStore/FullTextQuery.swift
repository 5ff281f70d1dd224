/// What a person types, as an expression of FTS5; nothing that is typed can break its syntax.
enum FullTextQuery {
  /// Names: every word must begin a word of the name. `nil` when there is no word.
  ///
  /// - Parameter folded: folded as the names are.
  static func prefixes(_ folded: String) -> String? {
    let words = words(folded)
    guard !words.isEmpty else { return nil }
    return words.map { "\"\($0)\"*" }.joined(separator: " ")
  }

  /// Text: every word must occur; `"…"` is a phrase, a final `*` makes a prefix. `nil` when there is no word.
  ///
  /// The index drops the marks of Latin letters but keeps `đ` and `ё`: each word is looked for with and
  /// without.
  static func expression(_ query: String) -> String? {
    var terms: [String] = []
    for (index, part) in query.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        let phrase = words(part).joined(separator: " ")
        if !phrase.isEmpty { terms.append(alternatives(phrase, isPrefix: false)) }
      } else {
        for word in part.split(whereSeparator: \.isWhitespace) {
          let phrase = words(word).joined(separator: " ")
          if !phrase.isEmpty { terms.append(alternatives(phrase, isPrefix: word.hasSuffix("*"))) }
        }
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  /// The runs of letters, marks and digits.
  private static func words(_ text: some StringProtocol) -> [String] {
    text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.canonicalCombiningClass != .notReordered)
    }.map { String(String.UnicodeScalarView($0)) }
  }

  private static func alternatives(_ phrase: String, isPrefix: Bool) -> String {
    let star = isPrefix ? "*" : ""
    let spellings = spellings(phrase).map { "\"\($0)\"\(star)" }
    return spellings.count == 1 ? spellings[0] : "(\(spellings.joined(separator: " OR ")))"
  }

  /// Spellings that people mean alike: each `d` as `đ` and back, any one `е` as `ё`, no `ё`.
  static func spellings(_ phrase: String) -> [String] {
    let scalars = Array(phrase.lowercased().unicodeScalars).map { $0 == yo ? ye : $0 }
    let stems = scalars.indices.filter { scalars[$0] == d || scalars[$0] == dStroke }
    var result: [[Unicode.Scalar]] = [scalars]
    if stems.count <= mostVaried {
      for index in stems {
        result = result.flatMap { spelling in
          [d, dStroke].map { letter in
            var copy = spelling
            copy[index] = letter
            return copy
          }
        }
      }
    } else {
      result =
        [d, dStroke].map { letter in scalars.map { $0 == d || $0 == dStroke ? letter : $0 } } + [scalars]
    }
    for index in scalars.indices where scalars[index] == ye {
      var copy = scalars
      copy[index] = yo
      result.append(copy)
    }
    var seen: Set<String> = []
    return result.map { String(String.UnicodeScalarView($0)) }.filter { seen.insert($0).inserted }
  }

  /// How many letters are varied in all combinations: 16 spellings.
  private static let mostVaried = 4
  private static let d: Unicode.Scalar = "d"
  private static let dStroke: Unicode.Scalar = "\u{111}"
  private static let ye: Unicode.Scalar = "\u{435}"
  private static let yo: Unicode.Scalar = "\u{451}"
}
