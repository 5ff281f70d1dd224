/// The members of an archive that are of the kinds that are read, in the order of the archive.
///
/// Holds one member at a time. A member that cannot be unpacked is a failure with its name; the rest is read,
/// as far as the archive's form allows: a zip goes on, a compressed tar ends where it is damaged.
final class PackedSource: DocumentSource {
  private let input: Input
  private let options: ArchiveOptions
  private let budget: UnpackBudget
  private var reader: PackedReader?
  private var current: (any DocumentSource)?
  private var isEnded = false
  /// How many heads of members were read.
  private var position = 0
  /// Where the archive was last opened again behind a damaged member.
  private var reopenedAt = 0

  init(_ input: Input, options: ArchiveOptions) {
    self.input = input
    self.options = options
    budget = input.budget ?? UnpackBudget(input, limits: options.unpacking)
  }

  func next() -> SourceItem? {
    while true {
      if let item = current?.next() { return item }
      current = nil
      if isEnded || budget.isExceeded {
        reader = nil
        return nil
      }
      do throws(InputFailure) {
        if let item = try advance() { return item }
      } catch {
        isEnded = true
        return .failure(error)
      }
    }
  }

  /// Opens the next member as `current`, or says what is wrong with it; throws what ends the archive.
  private func advance() throws(InputFailure) -> SourceItem? {
    let reader = try readerAtNextMember()
    guard let member = try reader.nextMember() else {
      isEnded = true
      return position > 0
        ? nil
        : .failure(
          InputFailure(path: input.path, code: .empty, detail: "there is no member in it; leave it out"))
    }
    position += 1
    try budget.addMember()
    let path = input.path + "/" + PathNormalization.clean(member.name)
    if member.isFolder { return nil }
    if member.leadsOutside {
      return .failure(
        InputFailure(
          path: "\(input.path): \(member.name)", code: .unsafePath,
          detail: "the member's name leads out of the archive; it was left out"))
    }
    if member.isHidden { return nil }
    guard member.isFile else { return .skipped(path: path) }
    let inner = input.inner(path: path, name: path, size: member.size, budget: budget) { [budget] in
      MemberStream(reader, path: path, budget: budget)
    }
    guard let source = openInput(inner, options: options) else { return .skipped(path: path) }
    if member.isEncrypted {
      return .failure(
        InputFailure(
          path: path, code: .encrypted, detail: "the member is encrypted; unpack it with its password"))
    }
    current = source
    return nil
  }

  /// The reader with nothing left of the last member: what must be unpacked to get past it counts too.
  private func readerAtNextMember() throws(InputFailure) -> PackedReader {
    guard let reader else {
      try options.unpacking.check(depth: input.depth + 1, of: input.path)
      return try reopened(behind: 0)
    }
    if !reader.isBroken && !reader.canSkip && position > 0 {
      let rest = MemberStream(reader, path: input.path, budget: budget)
      do throws(InputFailure) {
        while try !rest.read(upTo: 1 << 18).isEmpty {}
      } catch {
        if error.code == .bomb || reader.isBroken { throw error }
      }
    }
    guard reader.isBroken else { return reader }
    guard reader.isZip, input.isFile, position > reopenedAt else {
      throw InputFailure(
        path: input.path, code: .damaged,
        detail: "what follows the damaged member cannot be read; get a whole copy of the archive")
    }
    reopenedAt = position
    return try reopened(behind: position)
  }

  /// Opens the archive anew and passes over the heads that were read before.
  private func reopened(behind count: Int) throws(InputFailure) -> PackedReader {
    reader = nil
    let opened = try PackedReader(input, as: .members, budget: budget)
    reader = opened
    for _ in 0..<count { _ = try opened.nextMember() }
    return opened
  }
}
