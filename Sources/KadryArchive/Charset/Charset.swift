import KadryText

/// How a payload's bytes stand for characters.
public enum Charset: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1251 = "windows-1251"
  case koi8r = "koi8-r"
  case windows1258 = "windows-1258"
  case tcvn3
  case viscii
  case windows1252 = "windows-1252"

  /// The charset that a page, a server or a person means; `nil` when the label is not known.
  public init?(label: String) {
    switch label.lowercased().filter({ $0 != "_" && $0 != " " }) {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf-16le", "utf16", "unicode": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "windows-1251", "cp1251", "cp-1251", "win-1251", "win1251", "x-cp1251": self = .windows1251
    case "koi8-r", "koi8r", "koi8", "koi", "cskoi8r": self = .koi8r
    case "windows-1258", "cp1258", "cp-1258", "x-cp1258": self = .windows1258
    case "tcvn3", "tcvn", "tcvn-5712", "tcvn5712", "tcvn5712-1", "x-viet-tcvn5712", "x-viet-tcvn":
      self = .tcvn3
    case "viscii", "csviscii", "viscii1.1-1", "x-viet-viscii": self = .viscii
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii":
      self = .windows1252
    default: return nil
    }
  }

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// What the bytes 80 to FF stand for; `nil` for Unicode.
  var table: [UInt16]? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1251: CharsetTable.windows1251
    case .koi8r: CharsetTable.koi8r
    case .windows1258: CharsetTable.windows1258
    case .tcvn3: CharsetTable.tcvn3
    case .viscii: CharsetTable.viscii
    case .windows1252: CharsetTable.windows1252
    }
  }

  /// Whether letters and their marks are characters of their own in it.
  var hasMarks: Bool { self == .windows1258 || self == .tcvn3 }

  /// The characters of some bytes in a charset of one byte a character.
  func scalars(_ bytes: some Sequence<UInt8>, table: [UInt16]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value =
        byte >= 0x80
        ? table[Int(byte & 0x7F)]
        : self == .viscii ? CharsetTable.visciiControls[byte] ?? UInt16(byte) : UInt16(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return hasMarks ? Composition.composed(String(text)) : String(text)
  }
}
