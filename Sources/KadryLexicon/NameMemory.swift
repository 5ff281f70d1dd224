/// Compares many names with one another and reads each only once.
///
/// Its storage grows with the names; make one for each group of names that may be alike.
public struct NameMemory {
  private let comparer: NameComparer
  private var known: [String: NameComparer.ReadName] = [:]

  public init(_ comparer: NameComparer) { self.comparer = comparer }

  /// As ``NameComparer/compare(_:_:)``.
  public mutating func compare(_ a: String, _ b: String) -> NameComparer.Outcome {
    comparer.compare(read(a), read(b))
  }

  private mutating func read(_ name: String) -> NameComparer.ReadName {
    if let read = known[name] { return read }
    let read = comparer.read(name)
    known[name] = read
    return read
  }
}
