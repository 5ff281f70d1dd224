/// A payload as valid UTF-8.
struct DecodedText: Equatable {
  var text: [UInt8]
  /// Whether `text` and payload are the same bytes.
  var exact: Bool
  var charset: String
  /// Where the first bytes stood that are no valid text, as an offset into the payload.
  var firstInvalid: Int?
}

/// Turns a payload into text: by byte order mark, else as UTF-8; invalid bytes become U+FFFD.
///
/// A UTF-8 byte order mark stays in the text, so that spans are offsets in the file itself.
func decodeText(_ payload: [UInt8]) -> DecodedText {
  if payload.starts(with: [0xFF, 0xFE]) { return decodeUTF16(payload, littleEndian: true) }
  if payload.starts(with: [0xFE, 0xFF]) { return decodeUTF16(payload, littleEndian: false) }
  guard let invalid = firstInvalidUTF8(in: payload) else {
    return DecodedText(text: payload, exact: true, charset: "utf-8")
  }
  let repaired = Array(String(decoding: payload, as: UTF8.self).utf8)
  return DecodedText(text: repaired, exact: false, charset: "utf-8", firstInvalid: invalid)
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

private func decodeUTF16(_ payload: [UInt8], littleEndian: Bool) -> DecodedText {
  var units: [UInt16] = []
  units.reserveCapacity(payload.count / 2)
  var index = 2
  while index + 1 < payload.count {
    let first = UInt16(payload[index])
    let second = UInt16(payload[index + 1])
    units.append(littleEndian ? second << 8 | first : first << 8 | second)
    index += 2
  }
  var invalid = loneSurrogate(in: units).map { 2 + 2 * $0 }
  var text = Array(String(decoding: units, as: UTF16.self).utf8)
  if index < payload.count {
    text += Array("\u{FFFD}".utf8)
    invalid = invalid ?? index
  }
  return DecodedText(
    text: text, exact: false, charset: littleEndian ? "utf-16le" : "utf-16be", firstInvalid: invalid)
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
