import KadryReading
import KadryText

/// Random records from a seed, awkward strings among them.
struct WireGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func element<T>(_ list: [T]) -> T { list[below(list.count)] }

  mutating func maybe<T>(_ make: (inout Self) -> T) -> T? { below(2) == 0 ? nil : make(&self) }

  mutating func text() -> String {
    let pieces = [
      "Нгуен Суан Сон", "Đức", "\"", "\\", "\n", "\t", "\u{0}", "\u{1f}", "😀", "a", " ", "e\u{301}",
      "{\"v\":1}",
      "\u{2028}", "\r\n", "01-DA/TU", "null",
    ]
    return (0..<below(5)).map { _ in element(pieces) }.joined()
  }

  mutating func number() -> Double {
    element([
      0, 97, -3, 56.5, 0.71, 1_420_000_000, 1e300, .leastNonzeroMagnitude, 0.1 + 0.2, Double(next()), 1 / 3,
    ])
  }

  mutating func record() -> WireRecord {
    switch below(10) {
    case 0: .document(document())
    case 1:
      .error(
        ErrorRecord(
          path: maybe { $0.text() }, ref: maybe { $0.text() }, byte: maybe { $0.below(1 << 40) },
          reason: text()))
    case 2: .end(EndRecord(doc: text(), claims: below(100)))
    default: .claim(claim())
    }
  }

  mutating func document() -> DocumentRecord {
    DocumentRecord(
      id: text(),
      metadata: DocumentMetadata(
        path: maybe { $0.text() }, ref: maybe { $0.text() }, sha256: text(), url: maybe { $0.text() },
        source: maybe { $0.text() }, lang: maybe { $0.text() }, date: maybe { $0.text() },
        title: maybe { $0.text() }, exact: below(2) == 0, charset: text(), translation: maybe { $0.text() }),
      published: maybe { $0.text() }, publishedBasis: maybe { $0.text() }, title: maybe { $0.text() },
      lang: maybe { $0.text() }, text: text(), reading: text(), place: maybe { $0.text() },
      format: element(WireSchema.formats),
      page: maybe {
        PageRecord(
          author: $0.maybe { $0.text() }, section: $0.maybe { $0.text() }, language: $0.maybe { $0.text() },
          canonical: $0.maybe { $0.text() }, translations: (0..<$0.below(3)).map { _ in "ru" },
          article: (0..<$0.below(3)).map { $0..<$0 + 5 })
      } ?? nil)
  }

  mutating func claim() -> Claim {
    var mentions: [Mention] = []
    for _ in 0...below(3) {
      let start = below(1 << 24)
      mentions.append(
        Mention(
          span: start..<start + below(100), quote: text(), zone: element(Zone.allCases), rule: text(),
          lexicon: (0..<below(3)).map { _ in text() }, cites: maybe { $0.element(Citation.allCases) }))
    }
    return Claim(
      id: text(), doc: text(), grade: element(Grade.allCases),
      causes: (0..<below(3)).map { _ in element(Cause.allCases) }, mentions: mentions, body: body())
  }

  mutating func body() -> ClaimBody {
    switch below(7) {
    case 0:
      .person(
        PersonClaim(
          name: text(), vi: maybe { $0.text() }, role: element(PersonRole.allCases),
          spellings: (0..<below(3)).map { _ in text() }))
    case 1:
      .organization(
        OrganizationClaim(
          name: text(), org: maybe { $0.text() }, place: maybe { $0.text() }, level: maybe { $0.text() }))
    case 2:
      .holds(
        HoldsClaim(
          person: text(), title: text(), organization: maybe { $0.text() },
          status: element(HoldsStatus.allCases), personRef: text(), organizationRef: maybe { $0.text() },
          post: maybe { $0.text() }, place: maybe { $0.text() }, since: maybe { $0.text() },
          until: maybe { $0.text() }, term: maybe { $0.text() }, observed: maybe { $0.text() }))
    case 3:
      .directive(
        DirectiveClaim(
          number: maybe { $0.text() }, title: text(), numberVi: maybe { $0.text() },
          type: maybe { $0.text() },
          issuer: maybe { $0.text() }, date: maybe { $0.text() }))
    case 4: .date(DateClaim(value: text(), resolved: maybe { $0.text() }, basis: maybe { $0.text() }))
    case 5:
      .figure(
        FigureClaim(
          value: maybe { $0.number() }, unit: maybe { $0.text() }, what: maybe { $0.text() },
          of: maybe { $0.number() }, percent: maybe { $0.number() }, place: maybe { $0.text() },
          period: maybe { $0.text() }, measure: element(Measure.allCases), check: maybe { $0.text() }))
    default:
      .relation(
        RelationClaim(subject: text(), predicate: element(Predicate.allCases), object: text()))
    }
  }
}
