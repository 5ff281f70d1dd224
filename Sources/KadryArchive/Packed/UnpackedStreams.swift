/// The bytes of the member that an archive stands at.
final class MemberStream: ByteStream {
  private let reader: PackedReader
  private let path: String
  private let budget: UnpackBudget

  init(_ reader: PackedReader, path: String, budget: UnpackBudget) {
    self.reader = reader
    self.path = path
    self.budget = budget
  }

  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    let block = try reader.read(upTo: limit, of: path)
    try budget.unpack(block.count)
    return block
  }
}

extension UnpackBudget {
  /// The stream, counted where it is the outermost and nothing else tells its size.
  func counting(_ stream: any ByteStream, of input: Input) -> any ByteStream {
    input.depth == 0 && input.size == nil ? CountingStream(stream, read) : stream
  }
}

/// Opens what a compressed file holds; throws when the bytes are not compressed in a way that is known.
func openDecompressed(_ input: Input, budget: UnpackBudget) throws(InputFailure) -> any ByteStream {
  let stream = try input.open()
  let sample = try stream.readSample(512)
  let whole = RewoundStream(sample, before: stream)
  if GzipStream.isGzip(sample) {
    return CountingStream(
      try GzipStream(budget.counting(whole, of: input), path: input.path), budget.unpack)
  }
  let reader = try PackedReader(input.reading(whole), as: .compressed, budget: budget)
  guard try reader.nextMember() != nil else { return MemoryStream([]) }
  if !reader.isCompressed {
    throw InputFailure(
      path: input.path, code: .damaged,
      detail: "it is not compressed as its name says; give it its right name")
  }
  return MemberStream(reader, path: input.path, budget: budget)
}
