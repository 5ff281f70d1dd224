import KadryPatterns

/// Which tokens a lexicon knows as something else than a name.
///
/// Filled once for a document, because names ask it of every capitalised word.
struct TitleWords {
  /// What covers a token.
  struct Cover: OptionSet {
    let rawValue: UInt8
    /// An entry of several words, which leaves no room for a name.
    static let long = Cover(rawValue: 1)
    /// An entry of one word, which may be a name all the same.
    static let short = Cover(rawValue: 2)
    static let stopword = Cover(rawValue: 4)
    /// An honorific, or a noun for places, that begins at the token.
    static let honorific = Cover(rawValue: 8)
    static let placeLead = Cover(rawValue: 16)
  }

  private let covers: [Cover]
  private(set) var ofToken: [Cover] = []
  /// How many tokens of a longer entry count.
  private static let reach = 5

  init(_ types: Types) {
    var covers = [Cover](repeating: [], count: TypeRegistry.limit)
    for type in [
      types.function, types.rank, types.former, types.acting, types.bodyHead, types.bodyWord, types.honorific,
      types.notPerson, types.month, types.documentType,
    ] { covers[type].insert([.long, .short]) }
    covers[types.stopword].insert(.stopword)
    covers[types.honorific].insert(.honorific)
    covers[types.placeLead].insert(.placeLead)
    self.covers = covers
  }

  mutating func fill(_ chart: borrowing Chart) {
    ofToken.removeAll(keepingCapacity: true)
    ofToken.append(contentsOf: repeatElement([], count: chart.tokens.count))
    for index in chart.annotations.indices {
      let annotation = chart.annotations[index]
      let kinds = covers[Int(annotation.type)]
      guard !kinds.isEmpty else { continue }
      let (start, end) = (Int(annotation.start), Int(annotation.end))
      ofToken[start].formUnion(kinds.intersection([.honorific, .placeLead]))
      var cover = kinds.intersection(.stopword)
      if kinds.contains(.long) { cover.insert(end - start > 1 ? .long : .short) }
      for token in start..<min(end, start + TitleWords.reach) { ofToken[token].formUnion(cover) }
    }
  }
}
