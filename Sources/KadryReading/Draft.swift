import KadryLexicon
import KadryPatterns
import KadryText

/// One document while it is being read: the text, the chart over it and all that was found so far.
///
/// Everything refers to token indices until claims are made. There is one draft for each reader, which is never
/// copied.
struct Draft: ~Copyable {
  /// Always `nil`. A value of this type lives at an address, and so does what holds it: without it the compiler
  /// copies the several hundred bytes of a draft to call a function that only looks at it.
  private let anchor: Any? = nil
  /// What tokens point into: the text itself, of an HTML page the text of its article.
  var text: [UInt8] = []
  /// The page that `text` was taken from.
  var page: ReadPage?
  /// The source of the page, which spans of mentions point into.
  var source: [UInt8] = []
  /// The part of the page that each line stands in; empty for plain text.
  var marks: [PageMark] = []
  var metadata = DocumentMetadata()
  var chart: Chart
  var lines: [Line] = []
  var sentences: [Sentence] = []
  /// Zone of each token.
  var zones: [Zone] = []
  /// Tokens that a document number, a date or the like has taken, so that nothing else reads them.
  var claimed: [Bool] = []
  /// Dictionary form of each lexicon hit, by annotation number; hits are the first annotations.
  var lemmas: [UInt32] = []

  var people: [PersonMention] = []
  var bodies: [BodyMention] = []
  var posts: [PostMention] = []
  var directives: [DirectiveMention] = []
  var dates: [DateMention] = []
  var amounts: [Amount] = []
  var figures: [FigureMention] = []
  var holds: [HoldsMention] = []
  var relations: [RelationMention] = []

  /// Type of words that negate a clause, or -1.
  var negationType = -1
  /// Type of words that lead another name of somebody in, or -1.
  var aliasType = -1
  var placeType = 0
  var datelineType = 0
  /// Whether capitals may be missing, as in a person's query.
  var isQuery = false
  /// The Vietnamese name of the province that the paper belongs to.
  var sourcePlace: String?
  var published: String?
  var publishedBasis: String?
  /// The language of most sentences.
  var language: Language = .other

  init(rules: RuleSet) { chart = Chart(for: rules) }

  /// Forgets all that was found; the storage of an article of a usual size is kept.
  mutating func reset() {
    lines.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    zones.removeAll(keepingCapacity: true)
    claimed.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
    bodies.removeAll(keepingCapacity: true)
    posts.removeAll(keepingCapacity: true)
    directives.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    holds.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    page = nil
    source = []
    marks.removeAll(keepingCapacity: true)
    sourcePlace = nil
    published = nil
    publishedBasis = nil
    language = .other
  }

  /// From how many tokens on storage is given back.
  static let largestKept = 1 << 17

  var tokens: [Token] { chart.tokens }

  /// The bytes of a range of tokens.
  func span(_ tokens: Range<Int>) -> Range<Int> {
    guard let last = tokens.last else { return 0..<0 }
    return Int(chart.tokens[tokens.lowerBound].start)..<Int(chart.tokens[last].end)
  }

  /// Where a token begins, as spans of mentions count.
  func position(of token: Int) -> Int {
    page.map { $0.text.map.source(of: chart.tokens[token].range).lowerBound }
      ?? Int(chart.tokens[token].start)
  }

  func string(_ bytes: Range<Int>) -> String { String(decoding: text[bytes], as: UTF8.self) }

  /// The text of a range of tokens, verbatim.
  func quote(_ tokens: Range<Int>) -> String { string(span(tokens)) }

  func word(_ token: Int) -> String { quote(token..<(token + 1)) }

  /// The text of a range of tokens with white space as single blanks.
  func phrase(_ tokens: Range<Int>) -> String {
    if isPhrase(tokens) { return quote(tokens) }
    var result: [UInt8] = []
    for i in tokens {
      if isBlankBefore(i, in: tokens) { result.append(0x20) }
      result.append(contentsOf: text[chart.tokens[i].range])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a range of tokens stands in the text as its phrase is written.
  private func isPhrase(_ tokens: Range<Int>) -> Bool {
    var i = tokens.lowerBound + 1
    while i < tokens.upperBound {
      let end = Int(chart.tokens[i - 1].end)
      let gap = Int(chart.tokens[i].start) - end
      guard isBlankBefore(i, in: tokens) ? gap == 1 && text[end] == 0x20 : gap == 0 else { return false }
      i += 1
    }
    return true
  }

  private func isBlankBefore(_ i: Int, in tokens: Range<Int>) -> Bool {
    i > tokens.lowerBound && chart.tokens[i].has(.spaceBefore) && !isClosing(i)
  }

  private func isClosing(_ i: Int) -> Bool {
    switch chart.tokens[i].mark {
    case .comma, .semicolon, .period, .closeBracket, .closeQuote: true
    default: false
    }
  }

  func has(_ type: Int, at token: Int) -> Bool {
    token < chart.masks.count && chart.masks[token] & (1 << UInt128(type)) != 0
  }

  /// An annotation of a type that ends right before a token, the longest one.
  func annotation(_ type: Int, endingAt token: Int, reach: Int = 6) -> (index: Int, annotation: Annotation)? {
    guard chart.endMasks[token] & (1 &<< TypeRegistry.Mask(type)) != 0 else { return nil }
    var start = max(0, token - reach)
    while start < token {
      if has(type, at: start) {
        var found: (Int, Annotation)?
        chart.forEach(at: start) { index, annotation in
          if Int(annotation.type) == type, Int(annotation.end) == token, found == nil {
            found = (index, annotation)
          }
        }
        if let found { return found }
      }
      start += 1
    }
    return nil
  }

  func mention(_ tokens: Range<Int>, rule: String, lexicon: [String] = [], cites: Citation? = nil) -> Mention
  {
    if page != nil { return mentionOnPage(tokens, rule: rule, lexicon: lexicon, cites: cites) }
    return Mention(
      span: span(tokens), quote: quote(tokens), zone: zones[tokens.lowerBound], rule: rule,
      lexicon: lexicon, cites: cites)
  }

  /// A mention by its span in the source of the page, tags and all.
  private func mentionOnPage(_ tokens: Range<Int>, rule: String, lexicon: [String], cites: Citation?)
    -> Mention
  {
    let span = page?.text.map.source(of: span(tokens)) ?? 0..<0
    return Mention(
      span: span, quote: String(decoding: source[span], as: UTF8.self), zone: zones[tokens.lowerBound],
      rule: rule, lexicon: lexicon, cites: cites)
  }
}
