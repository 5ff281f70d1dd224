import CArchive
import Foundation

/// What is put into an archive.
struct PackedEntry {
  var name: String
  var content: [UInt8]
  /// A symbolic link to this, instead of a file.
  var link: String?

  init(_ name: String, _ content: String) {
    self.init(name, bytes: Array(content.utf8))
  }

  init(_ name: String, bytes: [UInt8], link: String? = nil) {
    self.name = name
    content = bytes
    self.link = link
  }
}

/// The archives that the tests make.
enum Shape: String, CaseIterable {
  case zip, tar
  case gzip = "tar.gz"
  case bzip2 = "tar.bz2"
  case xz = "tar.xz"
  case zstd = "tar.zst"
}

enum Packer {
  struct Failure: Error {
    var message: String
  }

  /// The bytes of an archive.
  static func pack(_ entries: [PackedEntry], as shape: Shape) throws -> [UInt8] {
    try write { archive in
      if shape == .zip {
        archive_write_set_format_zip(archive)
      } else {
        archive_write_set_format_pax_restricted(archive)
      }
      addFilter(shape, archive)
    } entries: {
      entries
    }
  }

  /// One file, compressed.
  static func compress(_ content: [UInt8], as shape: Shape) throws -> [UInt8] {
    try write { archive in
      archive_write_set_format_raw(archive)
      addFilter(shape, archive)
    } entries: {
      [PackedEntry("data", bytes: content)]
    }
  }

  private static func addFilter(_ shape: Shape, _ archive: OpaquePointer) {
    switch shape {
    case .zip, .tar: archive_write_add_filter_none(archive)
    case .gzip: archive_write_add_filter_gzip(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .zstd: archive_write_add_filter_zstd(archive)
    }
  }

  private static func write(_ setUp: (OpaquePointer) -> Void, entries: () -> [PackedEntry]) throws -> [UInt8]
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "kadry-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    guard let archive = archive_write_new() else { throw Failure(message: "no archive") }
    defer { archive_write_free(archive) }
    func check(_ status: Int32) throws {
      if status < ARCHIVE_WARN { throw Failure(message: String(cString: archive_error_string(archive))) }
    }
    setUp(archive)
    // Without blocks of zeros behind the end, as a file has it.
    archive_write_set_bytes_in_last_block(archive, 1)
    try check(archive_write_open_filename(archive, file))
    for entry in entries() {
      guard let head = archive_entry_new() else { throw Failure(message: "no entry") }
      defer { archive_entry_free(head) }
      archive_entry_set_pathname(head, entry.name)
      archive_entry_set_perm(head, 0o644)
      if let link = entry.link {
        archive_entry_set_filetype(head, 0o120000)
        archive_entry_set_symlink(head, link)
      } else if entry.name.hasSuffix("/") {
        archive_entry_set_filetype(head, 0o040000)
      } else {
        archive_entry_set_filetype(head, 0o100000)
        archive_entry_set_size(head, Int64(entry.content.count))
      }
      try check(archive_write_header(archive, head))
      if !entry.content.isEmpty, archive_write_data(archive, entry.content, entry.content.count) < 0 {
        throw Failure(message: String(cString: archive_error_string(archive)))
      }
    }
    try check(archive_write_close(archive))
    return try Array(Data(contentsOf: URL(filePath: file)))
  }
}
