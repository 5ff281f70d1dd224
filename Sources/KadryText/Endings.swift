/// The endings that the tokenizer cuts off Cyrillic words to get a stem key.
///
/// Built from `Lexicons/endings.tsv`; index 0 is «no ending». Lookup is one table access by the last
/// three folded letters, so that it costs nothing in the word loop.
public struct EndingTable: Sendable {
  /// Ending number by the last three letters, five bits each; letters outside а–я share slot 31.
  let byTail: [UInt16]
  /// Length in letters, by ending number.
  let lengths: [UInt8]
  /// The endings as given; index 0 is the empty one.
  public let endings: [String]

  /// Makes a table; endings of more than three letters, or with letters outside а–я, are ignored.
  public init(endings given: [String] = []) {
    var names = [""]
    var lengths: [UInt8] = [0]
    var codes: [[UInt32]] = [[]]
    for ending in given {
      let code = ending.unicodeScalars.compactMap { EndingTable.slot(of: $0.value) }
      guard (1...3).contains(code.count), code.count == ending.unicodeScalars.count else { continue }
      names.append(ending)
      lengths.append(UInt8(code.count))
      codes.append(code)
    }
    var table = [UInt16](repeating: 0, count: names.count > 1 ? 32768 : 1)
    if names.count > 1 {
      for length in 1...3 {
        for (index, code) in codes.enumerated() where code.count == length {
          let tail = code.reduce(0) { $0 << 5 | $1 }
          let free = 15 - 5 * length
          for rest in 0..<(1 << free) { table[rest << (5 * length) | Int(tail)] = UInt16(index) }
        }
      }
    }
    byTail = table
    self.lengths = lengths
    self.endings = names
  }

  private static func slot(of scalar: UInt32) -> UInt32? {
    scalar >= 0x430 && scalar <= 0x44F ? min(scalar - 0x430, 31) : nil
  }
}
