import KadryGraph
import KadryReading
import KadryText

@testable import KadryEngine

/// Reads a line notation instead of a language, so that the verbs can be tested without lexicons:
///
/// - `@Name | title | body | post-id | place`, and the day where it is known: a person who holds a post
/// - `#01-DA/TU`: a directive in full
/// - `=10/141 0.71`: a figure with a stated percentage
struct FakeReader: DocumentReading {
  var reading = "fake-1"

  func read(_ document: Document) -> (document: DocumentRecord, claims: [Claim]) {
    var metadata = document.metadata
    if metadata.sha256.isEmpty { metadata.sha256 = SHA256.digest(of: document.text).hex }
    let id = ClaimIdentity.document(metadata)
    var claims: [Claim] = []
    var offset = 0
    var title: String?
    for line in document.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if title == nil && !text.isEmpty { title = text }
      for claim in self.claims(text, at: offset, doc: id) {
        if let index = claims.firstIndex(where: { $0.id == claim.id }) {
          claims[index].mentions += claim.mentions
        } else {
          claims.append(claim)
        }
      }
      offset += line.count + 1
    }
    let record = DocumentRecord(
      id: id, metadata: metadata, published: metadata.date,
      publishedBasis: metadata.date == nil ? nil : "metadata",
      title: title, lang: metadata.lang ?? "ru", text: String(decoding: document.text, as: UTF8.self),
      reading: reading, format: document.format)
    return (record, claims)
  }

  private func claims(_ line: String, at offset: Int, doc: String) -> [Claim] {
    guard let mark = line.first, line.count > 1 else { return [] }
    func claim(_ body: ClaimBody, _ quote: String, at start: Int) -> Claim {
      let span = start..<(start + quote.utf8.count)
      return Claim(
        id: ClaimIdentity.claim(doc: doc, body: body, firstSpan: span), doc: doc,
        mentions: [
          Mention(span: span, quote: quote, zone: .body, rule: "fake", cites: mark == "#" ? .full : nil)
        ],
        body: body)
    }
    let rest = String(line.dropFirst())
    switch mark {
    case "@":
      let fields = rest.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
      guard fields.count == 5 || fields.count == 6 else { return [] }
      let person = claim(.person(PersonClaim(name: fields[0])), fields[0], at: offset + 1)
      let body = claim(
        .organization(
          OrganizationClaim(name: fields[2], org: fields[2], place: fields[4], level: "province")), fields[2],
        at: offset + line.utf8Offset(of: fields[2]))
      let holds = HoldsClaim(
        person: fields[0], title: fields[1], organization: fields[2], personRef: person.id,
        organizationRef: body.id,
        post: fields[3], place: fields[4],
        observed: fields.count == 6 ? fields[5] : nil)
      return [person, body, claim(.holds(holds), rest, at: offset + 1)]
    case "#": return [claim(.directive(DirectiveClaim(number: rest, type: "project")), rest, at: offset + 1)]
    case "=":
      let numbers = rest.split { $0 == "/" || $0 == " " }.compactMap { Double($0) }
      guard numbers.count == 3 else { return [] }
      let figure = FigureClaim(
        value: numbers[0], of: numbers[1], percent: numbers[2], measure: .ratio,
        check: abs(numbers[0] / numbers[1] * 100 - numbers[2]) < 0.1 ? "ok" : "stated \(numbers[2])")
      return [claim(.figure(figure), rest, at: offset + 1)]
    default: return []
    }
  }
}

extension String {
  fileprivate func utf8Offset(of part: String) -> Int {
    let bytes = Array(utf8)
    let wanted = Array(part.utf8)
    return (0...(bytes.count - wanted.count)).first { Array(bytes[$0..<($0 + wanted.count)]) == wanted } ?? 0
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { String(self).trimmingSpaces }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

/// Two posts of one body; every place is known.
struct FakeDirectory: OfficeDirectory {
  func post(_ id: String) -> PostEntry? {
    ["chair", "secretary"].contains(id)
      ? PostEntry(id: id, function: id, body: "council", level: "province", singleHolder: true, vi: id) : nil
  }
  func organization(_ id: String) -> OrganizationEntry? {
    id == "council" ? OrganizationEntry(id: id, vi: id, level: "province") : nil
  }
  func place(named name: String, level: String?) -> PlaceEntry? {
    PlaceEntry(id: "place-" + PlainSpelling.fold(name), vi: name, level: level)
  }
}

/// Names are the same when they fold alike, and possible when their first words do.
struct FakeNames: NameComparison {
  func key(_ name: String) -> String { PlainSpelling.fold(name) }
  func compare(_ a: String, _ b: String) -> NameVerdict {
    let (first, second) = (key(a), key(b))
    if first == second { return NameVerdict(.same, "alike") }
    return first.split(separator: " ").first == second.split(separator: " ").first
      ? NameVerdict(.possible, "the first word") : NameVerdict(.different, "nothing in common")
  }
}

/// Knows a post by its id as the first word of a query.
struct FakePostQuery: PostQueryParsing {
  func posts(in query: String) -> [PostQueryMatch] {
    let word = query.split(separator: " ").first.map(String.init) ?? ""
    return ["chair", "secretary"].contains(word) ? [PostQueryMatch(post: word)] : []
  }
}

extension Knowledge {
  static func fake(reading: String = "fake-1") -> Knowledge {
    Knowledge(
      reading: reading, makeReader: { FakeReader(reading: reading) },
      graph: GraphContext(directory: FakeDirectory(), names: FakeNames(), fold: PlainSpelling.fold),
      postQuery: FakePostQuery(), nameForms: { [NameFormAnswer(form: $0, kind: "nominative")] },
      explain: { ["token \($0)"] })
  }
}
