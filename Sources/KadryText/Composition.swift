/// Letters with marks of their own taken into one scalar, for Vietnamese and for й and ё.
///
/// What equal text typed in two ways has in common (NFC, as far as these languages go).
public enum Composition {
  /// Whether a string has combining marks, so that another one may be spelled alike with other bytes.
  public static func hasMarks(_ text: String) -> Bool {
    // U+0300 to U+036F begin with these bytes.
    let bytes = text.utf8.span
    for position in bytes.indices where bytes[position] == 0xCC || bytes[position] == 0xCD { return true }
    return false
  }

  /// The string with each letter and its marks as one scalar, where there is one.
  public static func composed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = result.last, let together = together(last, scalar) {
        result.removeLast()
        result.append(together)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The scalar that is a letter with one more mark.
  private static func together(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard letter.value < UInt32(Letters.count), mark.value < UInt32(Letters.count) else { return nil }
    let added = Letter(bits: Letters.table[Int(mark.value)])
    guard added.kind == Letter.Class.combining.rawValue else { return nil }
    switch (letter.value, mark.value) {
    case (0x438, 0x306): return Unicode.Scalar(0x439)
    case (0x418, 0x306): return Unicode.Scalar(0x419)
    case (0x435, 0x308): return Unicode.Scalar(0x451)
    case (0x415, 0x308): return Unicode.Scalar(0x401)
    default: break
    }
    let plain = Letter(bits: Letters.table[Int(letter.value)])
    guard plain.kind == Letter.Class.letter.rawValue, plain.isLatin, plain.quality != Quality.foreign else {
      return nil
    }
    let hasQuality = added.quality != Quality.plain && added.quality != Quality.foreign
    guard hasQuality ? plain.quality == Quality.plain : added.tone != 0 && plain.tone == 0 else { return nil }
    return scalars[
      Key(
        base: plain.fold >> 3, quality: hasQuality ? added.quality : plain.quality,
        tone: added.tone != 0 ? added.tone : plain.tone, isUpper: plain.isUpper)]
  }

  private struct Key: Hashable {
    var base: UInt32
    var quality: UInt32
    var tone: UInt32
    var isUpper: Bool
  }

  /// The letters of the table by what they are made of.
  private static let scalars: [Key: Unicode.Scalar] = {
    var scalars: [Key: Unicode.Scalar] = [:]
    for (value, bits) in Letters.table.enumerated() where value != 0xD0 && value != 0xF0 {
      let letter = Letter(bits: bits)
      guard letter.kind == Letter.Class.letter.rawValue, letter.isLatin, letter.quality != Quality.foreign,
        let scalar = Unicode.Scalar(UInt32(value))
      else { continue }
      scalars[
        Key(base: letter.fold >> 3, quality: letter.quality, tone: letter.tone, isUpper: letter.isUpper)] =
        scalar
    }
    return scalars
  }()
}
