#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file that has its name only when it is whole.
final class FileSink: ByteSink {
  private let path: String
  private let descriptor: Int32
  private let sink: DescriptorSink
  private var isOpen = true
  private var partial: String { path + ".part" }

  /// Throws ``FileFailure`` when the file cannot be made.
  init(path: String) throws {
    self.path = path
    descriptor = unsafe open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: path, errno: errno) }
    sink = DescriptorSink(descriptor: descriptor)
  }

  deinit {
    guard isOpen, descriptor >= 0 else { return }
    _ = close(descriptor)
    _ = unsafe unlink(partial)
  }

  func write(_ bytes: [UInt8]) throws(OutputFailure) { try sink.write(bytes) }

  /// Closes the file and gives it its name.
  func finish() throws {
    isOpen = false
    guard close(descriptor) == 0, unsafe rename(partial, path) == 0 else {
      throw FileFailure(path: path, errno: errno)
    }
  }

  /// Makes a folder; one that is there already is fine.
  static func makeFolder(_ path: String) throws {
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileFailure(path: path, errno: errno)
    }
  }
}

/// Why a file cannot be written; exit status 74.
struct FileFailure: Error, Equatable, CustomStringConvertible {
  var path: String
  var errno: Int32

  var description: String {
    let words = unsafe String(cString: strerror(errno))
    return "\(path): the file cannot be written; the system says: \(words)"
  }
}
