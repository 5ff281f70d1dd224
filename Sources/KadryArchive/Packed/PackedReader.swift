import CArchive

/// An archive or a compressed file, open through libarchive, member after member.
@safe final class PackedReader {
  /// What the bytes are taken for.
  enum Contents {
    /// Zip and tar, the latter compressed in any way.
    case members
    /// One file, compressed in another way than gzip.
    case compressed
  }

  /// Whether a damaged member leaves nothing more to be read through this reader.
  private(set) var isBroken = false
  private let archive: OpaquePointer
  private let path: String
  private let feed: StreamFeed?
  private let meter: InputMeter?
  /// How far into the file the meter knows.
  private var metered = 0

  /// Opens a file by its path, anything else through its stream.
  ///
  /// - Throws: `damaged` when the bytes are no archive, or what reading them throws.
  init(_ input: Input, as contents: Contents, budget: UnpackBudget) throws(InputFailure) {
    path = input.path
    feed = try Self.feed(of: input, budget: budget)
    meter = feed == nil ? input.meter : nil
    guard let archive = unsafe archive_read_new() else {
      throw InputFailure(path: input.path, code: .unreadable, detail: "there is no memory to unpack it")
    }
    unsafe self.archive = archive
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    switch contents {
    case .members:
      unsafe archive_read_support_format_tar(archive)
      unsafe archive_read_support_format_zip(archive)
    case .compressed:
      unsafe archive_read_support_format_raw(archive)
    }
    let status =
      if let feed {
        unsafe archive_read_open(archive, Unmanaged.passUnretained(feed).toOpaque(), nil, readBlock, nil)
      } else {
        unsafe archive_read_open_filename(archive, input.path, 1 << 16)
      }
    if status < ARCHIVE_WARN { throw failure(at: path) }
  }

  deinit { unsafe archive_read_free(archive) }

  /// `nil` for a file that libarchive opens itself. Gzip is taken off by us, because libarchive does not check its sums.
  private static func feed(of input: Input, budget: UnpackBudget) throws(InputFailure) -> StreamFeed? {
    let stream = try input.open()
    let sample = try stream.readSample(512)
    let isGzip = GzipStream.isGzip(sample)
    if input.isFile && !isGzip { return nil }
    let whole = budget.counting(RewoundStream(sample, before: stream), of: input)
    return StreamFeed(isGzip ? try GzipStream(whole, path: input.path) : whole)
  }

  /// Whether members lie one beside another, so that passing one over costs nothing and damage stays in it.
  var isZip: Bool { unsafe archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP }

  /// Whether a compression was found.
  var isCompressed: Bool { unsafe archive_filter_count(archive) > 1 }

  /// Whether a member can be passed over without unpacking it.
  var canSkip: Bool { feed == nil && (isZip || !isCompressed) }

  /// The next member, `nil` behind the last; what is left of the one before is passed over.
  func nextMember() throws(InputFailure) -> PackedMember? {
    var entry: OpaquePointer?
    var status = ARCHIVE_RETRY
    for _ in 0..<3 where status == ARCHIVE_RETRY { status = unsafe archive_read_next_header(archive, &entry) }
    if let meter {
      let position = unsafe Int(archive_filter_bytes(archive, -1))
      if position > metered { meter.add(position - metered) }
      metered = max(metered, position)
    }
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry = unsafe entry else { throw failure(at: path) }
    return unsafe PackedMember(entry)
  }

  /// The next bytes of the member, empty at its end; failures are those of `member`.
  func read(upTo limit: Int, of member: String) throws(InputFailure) -> [UInt8] {
    var status = 0
    let block = unsafe [UInt8](unsafeUninitializedCapacity: max(limit, 0)) { buffer, count in
      status = Int(ARCHIVE_RETRY)
      for _ in 0..<3 where status == Int(ARCHIVE_RETRY) {
        status = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      }
      count = max(status, 0)
    }
    if status < 0 {
      isBroken = status <= Int(ARCHIVE_FATAL)
      throw failure(at: member)
    }
    return block
  }

  private func failure(at place: String) -> InputFailure {
    if let failure = feed?.failure { return failure }
    let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "no reason given"
    return InputFailure(
      path: place, code: .damaged, detail: "it cannot be unpacked (\(words)); get a whole copy of it")
  }
}

/// Hands the blocks of a stream to libarchive.
@safe private final class StreamFeed {
  private let stream: any ByteStream
  private let buffer: UnsafeMutableRawBufferPointer
  /// Why the stream could not be read on.
  private(set) var failure: InputFailure?

  init(_ stream: any ByteStream) {
    self.stream = stream
    unsafe buffer = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit { unsafe buffer.deallocate() }

  /// Puts the next block where `block` points then; its length, 0 at the end, negative on failure.
  func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(InputFailure) {
      let bytes = try stream.read(upTo: unsafe buffer.count)
      unsafe buffer.copyBytes(from: bytes)
      unsafe block.pointee = UnsafeRawPointer(buffer.baseAddress)
      return bytes.count
    } catch {
      failure = error
      return Int(ARCHIVE_FATAL)
    }
  }
}

private func readBlock(
  _: OpaquePointer?, _ feed: UnsafeMutableRawPointer?, _ block: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
  guard let feed = unsafe feed, let block = unsafe block else { return Int(ARCHIVE_FATAL) }
  return unsafe Unmanaged<StreamFeed>.fromOpaque(feed).takeUnretainedValue().next(block)
}
