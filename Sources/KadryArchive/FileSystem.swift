#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the file system says of a path, links followed.
struct FileStatus: Equatable {
  enum Kind: Equatable {
    case file, folder, other
  }
  var kind: Kind
  /// In bytes.
  var size: Int
  /// Device and inode: the same for two names of one folder.
  var identity: FileIdentity
}

/// What makes two paths the same file.
struct FileIdentity: Hashable {
  var device: UInt64
  var inode: UInt64
}

/// The few calls to the file system that the archive reading needs.
enum FileSystem {
  /// What is at a path; throws `missing` or `unreadable`.
  static func status(of path: String) throws(InputFailure) -> FileStatus {
    var record = stat()
    guard unsafe stat(path, &record) == 0 else { throw InputFailure(errno: errno, at: path) }
    let kind: FileStatus.Kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int(record.st_size),
      identity: FileIdentity(
        device: UInt64(truncatingIfNeeded: record.st_dev),
        inode: UInt64(truncatingIfNeeded: record.st_ino)))
  }

  /// The names in a folder as bytes, without `.` and `..`, in no order.
  static func names(in folder: String) throws(InputFailure) -> [[UInt8]] {
    guard let stream = unsafe opendir(folder) else { throw InputFailure(errno: errno, at: folder) }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  /// The working directory, `/` when it cannot be told.
  static var workingDirectory: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
