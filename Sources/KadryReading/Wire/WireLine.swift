import KadryText

/// The keys of records, as they stand between a value and the next one.
enum WireKey: Int, CaseIterable {
  case path, ref, sha256, url, source, lang, date, titleGiven, translation, exact, charset, format
  case published, publishedBasis, title, language, place, reading, text, doc, grade, causes
  case author, section, declared, canonical, translations, article
  case mentions, byte, reason, claims, quote, zone, rule, lexicon, cites, name, vi, role
  case spellings, org, level, person, organization, status, personRef, organizationRef, post
  case since, until, term, observed, number, numberVi, type, issuer, value, resolved, basis, unit
  case what, of, percent, period, measure, check, subject, predicate, object, kind, id

  /// The key's name: the case's, with a lower line where that has a capital.
  var name: String {
    String(describing: self).reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }

  /// `,"name":` of each key, in the order of the cases.
  static let bytes: [[UInt8]] = allCases.map { Array(",\"\($0.name)\":".utf8) }
  /// The same with the quote that opens a string.
  static let bytesBeforeString: [[UInt8]] = allCases.map { Array(",\"\($0.name)\":\"".utf8) }
}

/// The commas and keys of one object.
struct WireLine {
  static let spanStart = Array("{\"span\":[".utf8)
  private static let start = Array("{\"v\":\(wireVersion)".utf8)
  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)
  private static let end = Array("}\n".utf8)

  /// An object that has members already.
  init() {}

  init(kind: String, id: String, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: WireLine.start)
    word(.kind, kind, &buffer)
    key(.id, id, &buffer)
  }

  func key(_ key: WireKey, _ buffer: inout [UInt8]) {
    buffer.append(contentsOf: WireKey.bytes[key.rawValue])
  }

  func key(_ key: WireKey, _ value: String?, _ buffer: inout [UInt8]) {
    guard let value else { return }
    buffer.append(contentsOf: WireKey.bytesBeforeString[key.rawValue])
    JSONOutput.appendRest(value, to: &buffer)
  }

  /// A word of a closed list, in which nothing needs an escape.
  func word(_ key: WireKey, _ value: String, _ buffer: inout [UInt8]) {
    buffer.append(contentsOf: WireKey.bytesBeforeString[key.rawValue])
    JSONOutput.append(bytesOf: value, to: &buffer)
    buffer.append(UInt8(ascii: "\""))
  }

  func key(_ key: WireKey, _ value: Int?, _ buffer: inout [UInt8]) {
    guard let value else { return }
    self.key(key, &buffer)
    JSONOutput.append(value, to: &buffer)
  }

  /// A number that is not finite is left out.
  func key(_ key: WireKey, _ value: Double?, _ buffer: inout [UInt8]) {
    guard let value, value.isFinite else { return }
    self.key(key, &buffer)
    JSONOutput.append(value, to: &buffer)
  }

  func key(_ key: WireKey, _ value: Bool, _ buffer: inout [UInt8]) {
    self.key(key, &buffer)
    buffer.append(contentsOf: value ? WireLine.yes : WireLine.no)
  }

  func list(_ key: WireKey, _ values: [String], _ buffer: inout [UInt8]) {
    self.key(key, &buffer)
    buffer.append(UInt8(ascii: "["))
    for index in values.indices {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      JSONOutput.append(values[index], to: &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  func spans(_ key: WireKey, _ spans: [Range<Int>], _ buffer: inout [UInt8]) {
    self.key(key, &buffer)
    for index in spans.indices {
      buffer.append(UInt8(ascii: index > 0 ? "," : "["))
      buffer.append(UInt8(ascii: "["))
      JSONOutput.append(spans[index].lowerBound, to: &buffer)
      buffer.append(UInt8(ascii: ","))
      JSONOutput.append(spans[index].upperBound, to: &buffer)
      buffer.append(UInt8(ascii: "]"))
    }
    buffer.append(UInt8(ascii: "]"))
  }

  func end(_ buffer: inout [UInt8]) {
    buffer.append(contentsOf: WireLine.end)
  }
}
