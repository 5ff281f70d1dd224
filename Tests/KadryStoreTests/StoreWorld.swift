import Foundation
import KadryGraph
import KadryReading
import KadryStore
import KadryText

struct StoreDirectory: OfficeDirectory {
  func post(_ id: String) -> PostEntry? {
    switch id {
    case "deputy":
      PostEntry(
        id: id, function: "secretary", ranks: ["deputy"], body: "committee", level: "province",
        vi: "Phó Bí thư Tỉnh ủy", ru: "заместитель секретаря провинциального комитета партии")
    case "standing-deputy":
      PostEntry(
        id: id, function: "secretary", ranks: ["deputy", "standing"], body: "committee", level: "province",
        singleHolder: true, vi: "Phó Bí thư Thường trực Tỉnh ủy")
    case "chair":
      PostEntry(
        id: id, function: "chair", body: "council", level: "province", singleHolder: true,
        vi: "Chủ tịch Hội đồng nhân dân tỉnh", ru: "председатель провинциального Народного совета")
    default: nil
    }
  }
  func organization(_ id: String) -> OrganizationEntry? {
    switch id {
    case "committee": OrganizationEntry(id: id, vi: "Tỉnh ủy", ru: "обком", level: "province")
    case "council": OrganizationEntry(id: id, vi: "Hội đồng nhân dân tỉnh", level: "province")
    default: nil
    }
  }
  func place(named name: String, level: String?) -> PlaceEntry? {
    name == "Nghệ An" ? PlaceEntry(id: "nghe-an", vi: name, ru: "Нгеан", level: "province") : nil
  }
}

struct StoreNames: NameComparison {
  func key(_ name: String) -> String { name == "Нгуен Суан Шон" ? "Нгуен Суан Сон" : name }
  func compare(_ a: String, _ b: String) -> NameVerdict {
    NameVerdict(key(a) == key(b) ? .same : .different)
  }
}

/// Lower case, without diacritics, đ as d: what the library's folding does, by Foundation.
func folded(_ text: String) -> String {
  text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    .replacing("đ", with: "d")
}

extension GraphContext {
  static let test = GraphContext(directory: StoreDirectory(), names: StoreNames(), fold: folded)
}

/// A document with its claims, as the reading would give them.
struct Reading: Sendable {
  var record: DocumentRecord
  var claims: [Claim] = []

  init(
    _ text: String, path: String? = nil, url: String? = nil, source: String? = "baonghean.vn",
    lang: String? = nil,
    date: String? = nil, title: String? = nil, ref: String? = nil, reading: String = "r1",
    language: String = "ru",
    format: TextFormat = .plain
  ) {
    let metadata = DocumentMetadata(
      path: path, ref: ref, sha256: SHA256.digest(of: Array(text.utf8)).hex, url: url, source: source,
      lang: lang,
      date: date)
    record = DocumentRecord(
      id: ClaimIdentity.document(metadata), metadata: metadata, published: date,
      publishedBasis: date == nil ? nil : "metadata", title: title, lang: language, text: text,
      reading: reading,
      place: "Nghệ An", format: format)
  }

  var document: Document {
    Document(text: Array(record.text.utf8), format: record.format, metadata: record.metadata)
  }

  var end: WireRecord { .end(EndRecord(doc: record.id, claims: claims.count)) }

  /// All lines of the document on the wire.
  var lines: [String] {
    ([.document(record)] + claims.map(WireRecord.claim) + [end]).map(WireWriter.line)
  }

  /// Adds a claim that the first occurrence of `quote` in the text supports.
  @discardableResult
  mutating func add(_ body: ClaimBody, quote: String, cites: [Citation?] = [nil]) -> String {
    let bytes = Array(record.text.utf8)
    let wanted = Array(quote.utf8)
    let start = (0...max(0, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) } ?? 0
    let span = start..<start + wanted.count
    let id = ClaimIdentity.claim(doc: record.id, body: body, firstSpan: span)
    claims.append(
      Claim(
        id: id, doc: record.id,
        mentions: cites.map { Mention(span: span, quote: quote, zone: .body, rule: "test.rule", cites: $0) },
        body: body))
    return id
  }

  mutating func holds(
    _ person: String, _ post: String, title: String, _ status: HoldsStatus = .holds, observed: String? = nil
  ) {
    let ref = ClaimIdentity.claim(
      doc: record.id, body: .person(PersonClaim(name: person)), firstSpan: 0..<0)
    if !claims.contains(where: { $0.id == ref }) { add(.person(PersonClaim(name: person)), quote: person) }
    add(
      .holds(
        HoldsClaim(
          person: person, title: title, organization: nil, status: status, personRef: ref, post: post,
          place: "Nghệ An", observed: observed)), quote: title)
  }

  /// The main example: one person, three titles, a directive, a figure that does not add up.
  static func seed(path: String? = "seed.txt", date: String? = nil, reading: String = "r1") -> Reading {
    var seed = Reading(
      "Утром 10 ноября Нгуен Суан Сон, заместитель секретаря, постоянный заместитель секретаря, председатель, "
        + "сказал: Проект 01-DA/TU, Проект 01. В 10 из 141 деревни, 0,71%. Đồng chí Đức Ấn ở Quỳnh Lưu.",
      path: path, date: date, title: "Новые модели", reading: reading)
    let day = date == nil ? "--11-10" : "2016-11-10"
    seed.holds("Нгуен Суан Сон", "deputy", title: "заместитель секретаря", observed: day)
    seed.holds("Нгуен Суан Сон", "standing-deputy", title: "постоянный заместитель секретаря", observed: day)
    seed.holds("Нгуен Суан Сон", "chair", title: "председатель", observed: day)
    let body = seed.add(
      .organization(.init(name: "обком", org: "committee", place: "Nghệ An")), quote: "Проект")
    let project = seed.add(
      .directive(.init(number: "01-DA/TU", numberVi: "01-ĐA/TU", type: "project", issuer: "committee")),
      quote: "01-DA/TU", cites: [.full, .short])
    seed.add(.relation(.init(subject: project, predicate: .issuedBy, object: body)), quote: "01-DA/TU")
    seed.add(.date(.init(value: "--11-10")), quote: "10 ноября")
    seed.add(
      .figure(
        .init(
          value: 10, what: "деревни", of: 141, percent: 0.71, measure: .ratio,
          check: "computed 7.09, stated 0.71")),
      quote: "10 из 141 деревни")
    seed.add(.figure(.init(value: nil, percent: 0.71, measure: .percent)), quote: "0,71%")
    return seed
  }

  /// The second spelling of the same person, later.
  static func later(path: String? = "later.txt") -> Reading {
    var later = Reading(
      "Нгуен Суан Шон, председатель. Проект 01-DA/TU.", path: path, date: "2018-03-01", title: "Позже")
    later.holds("Нгуен Суан Шон", "chair", title: "председатель")
    later.add(
      .directive(.init(number: "01-DA/TU", type: "project", issuer: "committee")), quote: "01-DA/TU",
      cites: [.full])
    return later
  }

  /// Many small documents over few names.
  static func many(_ count: Int) -> [Reading] {
    (0..<count).map { index in
      var reading = Reading(
        "Статья \(index). Нгуен Суан Сон, председатель; Ле Тхань Нян, заместитель секретаря. Директива 10-CT/TW. "
          + "Сказано \(index % 5) раз.",
        path: "dir/\(index).txt", date: index % 3 == 0 ? nil : "2016-0\(index % 9 + 1)-11")
      reading.holds("Нгуен Суан Сон", "chair", title: "председатель")
      reading.holds("Ле Тхань Нян", "deputy", title: "заместитель секретаря")
      reading.add(.directive(.init(number: "10-CT/TW", type: "directive")), quote: "10-CT/TW", cites: [.full])
      reading.add(
        .figure(.init(value: Double(index % 5), measure: .count, check: index % 7 == 0 ? "wrong" : nil)),
        quote: "раз")
      return reading
    }
  }
}

/// A database in memory, or in a folder of its own that goes away with the value.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kadry-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }
}

func memory() throws -> Store { try Store(path: ":memory:", mode: .create) }

@discardableResult
func ingest(_ readings: [Reading], into store: Store, reading: String = "r1", batch: Int = 3) throws
  -> IngestTally
{
  let session = try store.beginIngest(reading: reading, batch: batch)
  for item in readings where !(try session.skip(item.document)) {
    try session.put(item.record, claims: item.claims)
  }
  return try session.finish(context: .test)
}

@discardableResult
func load(_ lines: [String], into store: Store, batch: Int = 3) throws -> LoadReport {
  let loader = try store.beginLoad(batch: batch)
  for (index, line) in lines.enumerated() { try loader.add(line: Array(line.utf8), number: index + 1) }
  return try loader.finish(context: .test)
}

struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
