/// Bytes one block after another.
public protocol ByteStream: AnyObject {
  /// The next bytes, at most `limit` of them; empty at the end.
  func read(upTo limit: Int) throws(InputFailure) -> [UInt8]
}

extension ByteStream {
  /// All the bytes up to the end, or `nil` when there are more than `limit`.
  public func readAll(limit: Int) throws(InputFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let block = try read(upTo: min(1 << 18, limit - bytes.count + 1))
      if block.isEmpty { return bytes }
      bytes += block
      if bytes.count > limit { return nil }
    }
  }
}

extension ByteStream {
  /// Enough of the first bytes to tell what they are; all when there are no more.
  func readSample(_ count: Int = 1 << 16) throws(InputFailure) -> [UInt8] {
    var sample: [UInt8] = []
    while sample.count < count {
      let block = try read(upTo: count)
      if block.isEmpty { break }
      sample += block
    }
    return sample
  }
}

/// Bytes that are in memory already.
public final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  public func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    let end = min(position + max(limit, 0), bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}

/// A stream with some bytes put back in front of it.
final class RewoundStream: ByteStream {
  private var front: ArraySlice<UInt8>
  private let rest: any ByteStream

  init(_ front: [UInt8], before rest: any ByteStream) {
    self.front = front[...]
    self.rest = rest
  }

  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    if front.isEmpty { return try rest.read(upTo: limit) }
    let block = Array(front.prefix(limit))
    front = front.dropFirst(block.count)
    return block
  }
}
