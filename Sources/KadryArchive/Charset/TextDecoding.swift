/// A payload as valid UTF-8.
struct DecodedText: Equatable {
  var text: [UInt8]
  /// Whether `text` and payload are the same bytes.
  var exact: Bool
  var charset: Charset
  /// Where the first bytes stood that are no valid text, as an offset into the payload.
  var firstInvalid: Int?
}

/// Turns a payload into text; invalid bytes become U+FFFD.
///
/// The byte order mark decides, then whether the bytes are UTF-8, then what is declared, then what the bytes look
/// like. A UTF-8 byte order mark stays in the text, so that spans are offsets in the file itself.
func decodeText(_ payload: [UInt8], declared: Charset? = nil) -> DecodedText {
  if payload.starts(with: [0xFF, 0xFE]) { return decodeUTF16(payload, littleEndian: true, from: 2) }
  if payload.starts(with: [0xFE, 0xFF]) { return decodeUTF16(payload, littleEndian: false, from: 2) }
  if declared == .utf16LittleEndian || declared == .utf16BigEndian {
    return decodeUTF16(payload, littleEndian: declared == .utf16LittleEndian, from: 0)
  }
  guard let invalid = firstInvalidUTF8(in: payload) else {
    return DecodedText(text: payload, exact: true, charset: .utf8)
  }
  let repaired = String(decoding: payload, as: UTF8.self)
  if let charset = legacyCharset(of: payload, repaired: repaired, declared: declared),
    let table = charset.table
  {
    let text = Array(charset.scalars(payload, table: table).utf8)
    let unknown = payload.firstIndex { $0 >= 0x80 && table[Int($0 & 0x7F)] == 0xFFFD }
    return DecodedText(text: text, exact: false, charset: charset, firstInvalid: unknown)
  }
  return DecodedText(text: Array(repaired.utf8), exact: false, charset: .utf8, firstInvalid: invalid)
}

/// The charset of bytes that are not UTF-8; `nil` when they are damaged UTF-8.
///
/// The West European charsets are what pages declare that were set in fonts of their own; they count only when the
/// bytes look like nothing else.
private func legacyCharset(of payload: [UInt8], repaired: String, declared: Charset?) -> Charset? {
  if let declared, declared != .utf8, declared != .windows1252 { return declared }
  var (valid, invalid) = (0, 0)
  for scalar in repaired.unicodeScalars where scalar.value >= 0x80 {
    if scalar == "\u{FFFD}" { invalid += 1 } else { valid += 1 }
  }
  if valid >= invalid { return nil }
  return CharsetDetection.guess(payload) ?? declared.flatMap { $0 == .utf8 ? nil : $0 }
}

/// The offset of the first byte that is not valid UTF-8, `nil` when all are.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

private func decodeUTF16(_ payload: [UInt8], littleEndian: Bool, from start: Int) -> DecodedText {
  var units: [UInt16] = []
  units.reserveCapacity(payload.count / 2)
  var index = start
  while index + 1 < payload.count {
    let first = UInt16(payload[index])
    let second = UInt16(payload[index + 1])
    units.append(littleEndian ? second << 8 | first : first << 8 | second)
    index += 2
  }
  var invalid = loneSurrogate(in: units).map { start + 2 * $0 }
  var text = Array(String(decoding: units, as: UTF16.self).utf8)
  if index < payload.count {
    text += Array("\u{FFFD}".utf8)
    invalid = invalid ?? index
  }
  return DecodedText(
    text: text, exact: false, charset: littleEndian ? .utf16LittleEndian : .utf16BigEndian,
    firstInvalid: invalid)
}

private func loneSurrogate(in units: [UInt16]) -> Int? {
  var index = 0
  while index < units.count {
    if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count,
      UTF16.isTrailSurrogate(units[index + 1])
    {
      index += 2
    } else if UTF16.isLeadSurrogate(units[index]) || UTF16.isTrailSurrogate(units[index]) {
      return index
    } else {
      index += 1
    }
  }
  return nil
}
