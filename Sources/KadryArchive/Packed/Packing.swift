/// How a file is packed, by its name.
enum Packing: Equatable {
  /// Many files in one: `.zip`, `.tar` and compressed tars.
  case archive
  /// One file, compressed; the name is what remains without the ending.
  case compressed(name: String)

  /// `nil` when the ending is that of no packing that is read.
  init?(name: String) {
    switch FileKind.ending(of: name) {
    case "zip", "tar", "tgz", "tbz", "tbz2", "txz", "tzst": self = .archive
    case "gz", "bz2", "xz", "zst":
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let inner = String(name[..<dot])
      self = FileKind.ending(of: inner) == "tar" ? .archive : .compressed(name: inner)
    default: return nil
    }
  }

  /// A name with the right ending for bytes that begin as packed ones do; `nil` for others.
  static func name(from sample: [UInt8]) -> String? {
    let magics: [(bytes: [UInt8], ending: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x50, 0x4B, 0x05, 0x06], "zip"), ([0x1F, 0x8B], "gz"),
      ([0x42, 0x5A, 0x68], "bz2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
      ([0x28, 0xB5, 0x2F, 0xFD], "zst"),
    ]
    if let magic = magics.first(where: { sample.starts(with: $0.bytes) }) { return "content.\(magic.ending)" }
    let isTar = sample.count >= 512 && sample[257...].starts(with: Array("ustar".utf8))
    return isTar ? "content.tar" : nil
  }
}
