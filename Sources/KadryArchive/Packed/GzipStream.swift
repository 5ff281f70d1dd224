/// What a gzip file holds: all its members one after another, as `gunzip` gives it, with every sum checked.
final class GzipStream: ByteStream {
  /// Where the member begins that the last bytes came of: in the compressed bytes.
  private(set) var memberStart = 0
  /// The same, in the bytes that came out.
  private(set) var memberOffset = 0
  private let stream: any ByteStream
  private let path: String
  private let inflater: Inflater
  private var block: [UInt8] = []
  private var position = 0
  /// Where `block` begins in the compressed bytes.
  private var blockStart = 0
  private var produced = 0
  private var isInMember = false

  init(_ stream: any ByteStream, path: String) throws(InputFailure) {
    self.stream = stream
    self.path = path
    do throws(Inflater.Damage) {
      inflater = try Inflater(.gzip)
    } catch {
      throw InputFailure(path: path, code: .unreadable, detail: "there is no memory to unpack it")
    }
  }

  static func isGzip(_ sample: [UInt8]) -> Bool { sample.starts(with: [0x1F, 0x8B]) }

  /// The next bytes, never of two members at once.
  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    guard limit > 0 else { return [] }
    while true {
      if position == block.count { try fill() }
      if block.isEmpty {
        if isInMember { throw damage("it ends in the middle") }
        return []
      }
      if !isInMember {
        // Zeros fill the last block of a tape.
        while position < block.count, block[position] == 0 { position += 1 }
        if position == block.count { continue }
        begin()
      }
      let output: [UInt8]
      do throws(Inflater.Damage) {
        output = try inflater.inflate(block, from: &position, upTo: limit)
      } catch {
        throw damage("the bytes from \(memberStart) on are no gzip, or their sum is wrong")
      }
      isInMember = !inflater.isEnded
      produced += output.count
      if !output.isEmpty { return output }
    }
  }

  /// After damage: looks for the next member behind it; `false` when there is none.
  func skipToNextMember() throws(InputFailure) -> Bool {
    let magic: [UInt8] = [0x1F, 0x8B, 0x08]
    isInMember = false
    while true {
      while position + magic.count <= block.count {
        if block[position...].starts(with: magic) { return true }
        position += 1
      }
      let next = try stream.read(upTo: 1 << 16)
      if next.isEmpty { return false }
      blockStart += position
      block = block[position...] + next
      position = 0
    }
  }

  private func begin() {
    isInMember = true
    memberStart = blockStart + position
    memberOffset = produced
    inflater.restart()
  }

  private func fill() throws(InputFailure) {
    blockStart += block.count
    position = 0
    block = try stream.read(upTo: 1 << 16)
  }

  private func damage(_ words: String) -> InputFailure {
    InputFailure(
      path: path, byte: memberStart, code: .damaged,
      detail: "it cannot be unpacked (\(words)); get a whole copy of it")
  }
}
