import CZlib

/// Deflated bytes to plain ones, with zlib; checks the sums of gzip and zlib.
@safe final class Inflater {
  /// What stands around the deflated bytes.
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    case none = -15
  }

  /// Bytes that are not deflated, or whose sum is wrong.
  struct Damage: Error {}

  private let state: UnsafeMutablePointer<z_stream>
  private(set) var isEnded = false

  init(_ wrapping: Wrapping) throws(Damage) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(state, wrapping.rawValue, ZLIB_VERSION, size) == Z_OK else { throw Damage() }
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  /// Begins with another run of deflated bytes.
  func restart() {
    _ = unsafe inflateReset(state)
    isEnded = false
  }

  /// Inflates some of `input`, from `position` on, which moves behind what was used; at most `limit` bytes come out.
  ///
  /// Nothing comes out at the end of the run, or when more input is needed.
  func inflate(_ input: [UInt8], from position: inout Int, upTo limit: Int) throws(Damage) -> [UInt8] {
    guard !isEnded else { return [] }
    var status = Z_OK
    var used = 0
    let start = position
    let output = unsafe [UInt8](unsafeUninitializedCapacity: max(limit, 1)) { buffer, count in
      unsafe input.withUnsafeBufferPointer { bytes in
        unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress).map {
          unsafe $0 + start
        }
        unsafe state.pointee.avail_in = UInt32(bytes.count - start)
        unsafe state.pointee.next_out = buffer.baseAddress
        unsafe state.pointee.avail_out = UInt32(buffer.count)
        status = unsafe CZlib.inflate(state, Z_NO_FLUSH)
        used = unsafe bytes.count - start - Int(state.pointee.avail_in)
        count = unsafe buffer.count - Int(state.pointee.avail_out)
      }
    }
    position += used
    isEnded = status == Z_STREAM_END
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw Damage() }
    return output
  }
}
