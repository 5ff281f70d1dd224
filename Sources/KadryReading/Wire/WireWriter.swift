import KadryText

/// Writes records as JSON lines of UTF-8, by hand: this is the hot end of `extract`.
///
/// Keys come in the order of ``WireSchema``: `v`, `kind`, `id`, then those of the kind. Absent values are
/// left out, numbers are as short as they read back, and no line holds a raw newline or tab.
public enum WireWriter {
  /// Appends one record with its newline.
  public static func append(_ record: WireRecord, to buffer: inout [UInt8]) {
    switch record {
    case .document(let document): append(document, to: &buffer)
    case .claim(let claim): append(claim, to: &buffer)
    case .error(let error): append(error, to: &buffer)
    case .end(let end): append(end, to: &buffer)
    }
  }

  /// One record as a line without its newline.
  public static func line(_ record: WireRecord) -> String {
    var buffer: [UInt8] = []
    append(record, to: &buffer)
    buffer.removeLast()
    return String(decoding: buffer, as: UTF8.self)
  }

  public static func append(_ document: DocumentRecord, to buffer: inout [UInt8]) {
    let metadata = document.metadata
    let line = WireLine(kind: "document", id: document.id, to: &buffer)
    line.key(.path, metadata.path, &buffer)
    line.key(.ref, metadata.ref, &buffer)
    line.key(.sha256, metadata.sha256, &buffer)
    line.key(.url, metadata.url, &buffer)
    line.key(.source, metadata.source, &buffer)
    line.key(.lang, metadata.lang, &buffer)
    line.key(.date, metadata.date, &buffer)
    line.key(.titleGiven, metadata.title, &buffer)
    line.key(.translation, metadata.translation, &buffer)
    line.key(.exact, metadata.exact, &buffer)
    line.key(.charset, metadata.charset, &buffer)
    line.word(.format, document.format.rawValue, &buffer)
    line.key(.published, document.published, &buffer)
    line.key(.publishedBasis, document.publishedBasis, &buffer)
    line.key(.title, document.title, &buffer)
    line.key(.language, document.lang, &buffer)
    line.key(.place, document.place, &buffer)
    if let page = document.page {
      line.key(.author, page.author, &buffer)
      line.key(.section, page.section, &buffer)
      line.key(.declared, page.language, &buffer)
      line.key(.canonical, page.canonical, &buffer)
      if !page.translations.isEmpty { line.list(.translations, page.translations, &buffer) }
      if !page.article.isEmpty { line.spans(.article, page.article, &buffer) }
    }
    line.key(.reading, document.reading, &buffer)
    line.key(.text, document.text, &buffer)
    line.end(&buffer)
  }

  public static func append(_ claim: Claim, to buffer: inout [UInt8]) {
    let line = WireLine(kind: claim.body.kind, id: claim.id, to: &buffer)
    line.key(.doc, claim.doc, &buffer)
    line.word(.grade, claim.grade.rawValue, &buffer)
    line.list(.causes, claim.causes.map(\.rawValue), &buffer)
    append(claim.body, to: &buffer, line)
    line.key(.mentions, &buffer)
    buffer.append(UInt8(ascii: "["))
    for index in claim.mentions.indices {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(claim.mentions[index], to: &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
    line.end(&buffer)
  }

  public static func append(_ error: ErrorRecord, to buffer: inout [UInt8]) {
    let line = WireLine(kind: "error", id: ClaimIdentity.error(error), to: &buffer)
    line.key(.path, error.path, &buffer)
    line.key(.ref, error.ref, &buffer)
    line.key(.byte, error.byte, &buffer)
    line.key(.reason, error.reason, &buffer)
    line.end(&buffer)
  }

  public static func append(_ end: EndRecord, to buffer: inout [UInt8]) {
    let line = WireLine(kind: "end", id: ClaimIdentity.end(doc: end.doc), to: &buffer)
    line.key(.doc, end.doc, &buffer)
    line.key(.claims, end.claims, &buffer)
    line.end(&buffer)
  }

  private static func append(_ mention: Mention, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: WireLine.spanStart)
    JSONOutput.append(mention.span.lowerBound, to: &buffer)
    buffer.append(UInt8(ascii: ","))
    JSONOutput.append(mention.span.upperBound, to: &buffer)
    buffer.append(UInt8(ascii: "]"))
    let line = WireLine()
    line.key(.quote, mention.quote, &buffer)
    line.word(.zone, mention.zone.rawValue, &buffer)
    line.key(.rule, mention.rule, &buffer)
    line.list(.lexicon, mention.lexicon, &buffer)
    if let cites = mention.cites { line.word(.cites, cites.rawValue, &buffer) }
    buffer.append(UInt8(ascii: "}"))
  }

  private static func append(_ body: ClaimBody, to buffer: inout [UInt8], _ line: WireLine) {
    switch body {
    case .person(let claim):
      line.key(.name, claim.name, &buffer)
      line.key(.vi, claim.vi, &buffer)
      line.word(.role, claim.role.rawValue, &buffer)
      if !claim.spellings.isEmpty { line.list(.spellings, claim.spellings, &buffer) }
    case .organization(let claim):
      line.key(.name, claim.name, &buffer)
      line.key(.org, claim.org, &buffer)
      line.key(.place, claim.place, &buffer)
      line.key(.level, claim.level, &buffer)
    case .holds(let claim):
      line.key(.person, claim.person, &buffer)
      line.key(.title, claim.title, &buffer)
      line.key(.organization, claim.organization, &buffer)
      line.word(.status, claim.status.rawValue, &buffer)
      line.key(.personRef, claim.personRef, &buffer)
      line.key(.organizationRef, claim.organizationRef, &buffer)
      line.key(.post, claim.post, &buffer)
      line.key(.place, claim.place, &buffer)
      line.key(.since, claim.since, &buffer)
      line.key(.until, claim.until, &buffer)
      line.key(.term, claim.term, &buffer)
      line.key(.observed, claim.observed, &buffer)
    case .directive(let claim):
      line.key(.number, claim.number, &buffer)
      line.key(.title, claim.title, &buffer)
      line.key(.numberVi, claim.numberVi, &buffer)
      line.key(.type, claim.type, &buffer)
      line.key(.issuer, claim.issuer, &buffer)
      line.key(.date, claim.date, &buffer)
    case .date(let claim):
      line.key(.value, claim.value, &buffer)
      line.key(.resolved, claim.resolved, &buffer)
      line.key(.basis, claim.basis, &buffer)
    case .figure(let claim):
      line.key(.value, claim.value, &buffer)
      line.key(.unit, claim.unit, &buffer)
      line.key(.what, claim.what, &buffer)
      line.key(.of, claim.of, &buffer)
      line.key(.percent, claim.percent, &buffer)
      line.key(.place, claim.place, &buffer)
      line.key(.period, claim.period, &buffer)
      line.word(.measure, claim.measure.rawValue, &buffer)
      line.key(.check, claim.check, &buffer)
    case .relation(let claim):
      line.key(.subject, claim.subject, &buffer)
      line.word(.predicate, claim.predicate.rawValue, &buffer)
      line.key(.object, claim.object, &buffer)
    }
  }
}
