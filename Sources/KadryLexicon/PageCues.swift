import KadryText

/// What a word of a page's mark-up tells of the element that bears it: a row of `page-cues.tsv`.
public enum PageRole: UInt8, Sendable, CaseIterable {
  /// The parts of a page.
  case content, headline, lead, caption, byline, date, related, furniture
  /// What metadata speak of.
  case title, author, section, language, url, site, article
}

/// A set of roles.
public struct PageRoles: OptionSet, Sendable, Equatable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  public init(_ role: PageRole) { rawValue = 1 << UInt16(role.rawValue) }
  @inlinable public func has(_ role: PageRole) -> Bool { rawValue & 1 << UInt16(role.rawValue) != 0 }
}

/// Where a word of mark-up stands.
public enum PageCuePlace: String, Sendable, CaseIterable {
  /// A class or an id, whole or as a part between hyphens, lower lines and capitals.
  case `class`
  /// The attribute `role`.
  case aria
  /// The attribute `itemprop`.
  case itemprop
  /// The name of a `meta`.
  case meta
  /// A key of JSON-LD.
  case json
}

/// The words of mark-up by which pages name their parts: language-neutral, and data all the same.
public struct PageCues: Sendable {
  private var byHash: [UInt64: PageRoles] = [:]

  public init() {}

  init(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let place = PageCuePlace(rawValue: row["where"]) else {
        throw row.error(
          "where", "'\(row["where"])' is no place of mark-up; write \(PageCues.list(PageCuePlace.self))")
      }
      guard let role = PageRole.allCases.first(where: { "\($0)" == row["role"] }) else {
        throw row.error(
          "role",
          "'\(row["role"])' is no role; write one of \(PageRole.allCases.map { "\($0)" }.joined(separator: ", "))"
        )
      }
      for word in row.list("words") {
        var hash = PageCues.seed(place)
        for byte in word.utf8 { hash = PageCues.add(hash, byte) }
        byHash[hash, default: []].insert(PageRoles(role))
      }
    }
  }

  private static func list<Value: CaseIterable & RawRepresentable<String>>(_: Value.Type) -> String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// The roles of a whole word in any case.
  public func roles(_ place: PageCuePlace, _ word: String) -> PageRoles {
    var hash = PageCues.seed(place)
    for byte in word.utf8 { hash = PageCues.add(hash, byte) }
    return byHash[hash] ?? []
  }

  /// The roles of the words, separated by blanks, of an attribute's value; linear.
  public func roles(_ place: PageCuePlace, _ source: Span<UInt8>, _ value: Range<Int>) -> PageRoles {
    var roles: PageRoles = []
    var i = value.lowerBound
    while i < value.upperBound {
      while i < value.upperBound, source[i] <= 0x20 { i += 1 }
      let start = i
      while i < value.upperBound, source[i] > 0x20 { i += 1 }
      guard i > start else { break }
      if place == .class {
        roles.formUnion(parts(source, start..<i))
      } else {
        var hash = PageCues.seed(place)
        for j in start..<i { hash = PageCues.add(hash, source[j]) }
        roles.formUnion(byHash[hash] ?? [])
      }
    }
    return roles
  }

  /// The roles of one class: of every run of up to four of its parts.
  private func parts(_ source: Span<UInt8>, _ word: Range<Int>) -> PageRoles {
    var roles: PageRoles = []
    let seed = PageCues.seed(.class)
    // The runs that are being read, the one that began last first.
    var runs: InlineArray<4, UInt64> = [0, 0, 0, 0]
    var isInPart = false
    for i in word {
      let byte = source[i]
      let isLetter = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      let isHump = isInPart && byte &- 0x41 < 26 && source[i - 1] &- 0x61 < 26
      if isInPart, !isLetter || isHump {
        roles.formUnion(self.roles(runs))
        isInPart = false
      }
      guard isLetter else { continue }
      if !isInPart {
        for k in [3, 2, 1] { runs[k] = runs[k - 1] == 0 ? 0 : PageCues.add(runs[k - 1], 0x2D) }
        runs[0] = seed
        isInPart = true
      }
      for k in 0..<4 where runs[k] != 0 { runs[k] = PageCues.add(runs[k], byte) }
    }
    return isInPart ? roles.union(self.roles(runs)) : roles
  }

  private func roles(_ runs: InlineArray<4, UInt64>) -> PageRoles {
    var roles: PageRoles = []
    for k in 0..<4 where runs[k] != 0 { roles.formUnion(byHash[runs[k]] ?? []) }
    return roles
  }

  private static func seed(_ place: PageCuePlace) -> UInt64 {
    place.rawValue.utf8.reduce(0xCBF2_9CE4_8422_2325) { add($0, $1) }
  }

  /// FNV-1a over small letters.
  private static func add(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }
}
