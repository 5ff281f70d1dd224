/// Where bytes go: the standard output, or memory in tests.
protocol ByteSink: AnyObject {
  /// Writes all the bytes; throws ``OutputFailure``.
  func write(_ bytes: [UInt8]) throws(OutputFailure)
}

/// Why output cannot be written.
enum OutputFailure: Error, Equatable, CustomStringConvertible {
  /// The reader has gone away, as `head` does: no error, but the end of the work.
  case closed
  /// The system refuses, for example on a full disk.
  case failed(String)

  var description: String {
    switch self {
    case .closed: "the reader of the output has closed it"
    case .failed(let words): "the output cannot be written: \(words)"
    }
  }
}

/// Keeps what is written.
final class MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []
  /// After this many bytes the sink behaves as a closed pipe.
  private let limit: Int

  init(limit: Int = .max) {
    self.limit = limit
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ new: [UInt8]) throws(OutputFailure) {
    guard bytes.count + new.count <= limit else { throw .closed }
    bytes += new
  }
}

/// Collects small writes into large ones.
final class BufferedSink: ByteSink {
  private let sink: any ByteSink
  private var buffer: [UInt8] = []
  private let capacity: Int

  init(_ sink: any ByteSink, capacity: Int = 1 << 16) {
    self.sink = sink
    self.capacity = capacity
  }

  func write(_ bytes: [UInt8]) throws(OutputFailure) {
    buffer += bytes
    if buffer.count >= capacity { try flush() }
  }

  /// Hands on what is kept; to be called at the end.
  func flush() throws(OutputFailure) {
    guard !buffer.isEmpty else { return }
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    try sink.write(full)
  }
}

extension ByteSink {
  func write(_ text: String) throws(OutputFailure) { try write(Array(text.utf8)) }
}
