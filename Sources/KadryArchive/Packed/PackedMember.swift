import CArchive

/// What the head of a member says.
struct PackedMember: Equatable {
  /// As the archive spells it; bytes that are not UTF-8 as `%8F`, so that names in old charsets stay apart.
  var name: String
  var isFolder: Bool
  /// Links, devices and the like are no files.
  var isFile: Bool
  var isEncrypted: Bool
  /// In bytes, when the head tells.
  var size: Int?

  init(_ entry: OpaquePointer) {
    let type = unsafe archive_entry_filetype(entry)
    isFolder = type == mode_t(0o040000)
    isFile = unsafe type == mode_t(0o100000) && archive_entry_hardlink(entry) == nil
    isEncrypted = unsafe archive_entry_is_encrypted(entry) != 0
    size = unsafe archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    // Without a locale libarchive leaves names in tars alone, and converts only those that say they are UTF-8.
    if let raw = unsafe archive_entry_pathname(entry) {
      name = Self.escaped(unsafe Self.bytes(of: raw))
    } else if let text = unsafe archive_entry_pathname_utf8(entry) {
      name = unsafe String(cString: text)
    } else {
      name = ""
    }
  }

  /// Whether the name leads out of the archive: an absolute path, or one with `..`.
  var leadsOutside: Bool {
    let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    return name.isEmpty || name.hasPrefix("/") || name.hasPrefix("\\") || parts.contains("..")
  }

  /// Whether a part of the name begins with a dot, which is passed over as in folders.
  var isHidden: Bool { name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." } }

  private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var position = 0
    while unsafe text[position] != 0 {
      bytes.append(UInt8(bitPattern: unsafe text[position]))
      position += 1
    }
    return bytes
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    guard firstInvalidUTF8(in: bytes) != nil else { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    let ascii = bytes.flatMap { byte in
      byte < 0x80 ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: ascii, as: UTF8.self)
  }
}
