#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is open for reading, or the standard input.
public final class InputFile: ByteStream {
  private let descriptor: Int32
  private let path: String
  private let ownsDescriptor: Bool

  /// Opens the file; throws `missing` or `unreadable`.
  public init(path: String) throws(InputFailure) {
    self.path = path
    ownsDescriptor = true
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFailure(errno: errno, at: path) }
  }

  /// Opens the file at a byte offset.
  convenience init(path: String, from offset: Int) throws(InputFailure) {
    try self.init(path: path)
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw InputFailure(errno: errno, at: path) }
  }

  /// The standard input, as `-`.
  public static func standardInput() -> InputFile {
    InputFile(descriptor: 0, path: "-")
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    ownsDescriptor = false
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { _ = close(descriptor) }
  }

  public func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    var trouble: Int32 = 0
    let block = unsafe [UInt8](unsafeUninitializedCapacity: max(limit, 0)) { buffer, count in
      count = 0
      guard let base = buffer.baseAddress else { return }
      while true {
        #if canImport(Glibc)
          let got = unsafe Glibc.read(descriptor, base, buffer.count)
        #elseif canImport(Musl)
          let got = unsafe Musl.read(descriptor, base, buffer.count)
        #else
          let got = unsafe Darwin.read(descriptor, base, buffer.count)
        #endif
        if got < 0 && errno == EINTR { continue }
        if got < 0 { trouble = errno } else { count = got }
        return
      }
    }
    if trouble != 0 { throw InputFailure(errno: trouble, at: path) }
    return block
  }
}

extension InputFailure {
  /// The failure that a system call's error number stands for.
  init(errno code: Int32, at path: String) {
    switch code {
    case ENOENT, ENOTDIR:
      self.init(path: path, code: .missing, detail: "no file or folder has this name; check the spelling")
    case EACCES, EPERM:
      self.init(path: path, code: .unreadable, detail: "reading it is not allowed; check its permissions")
    case ELOOP:
      self.init(path: path, code: .directoryLoop, detail: "the symbolic link leads back to itself; remove it")
    default:
      let words = unsafe String(cString: strerror(code))
      self.init(path: path, code: .unreadable, detail: "the system says: \(words)")
    }
  }
}
