/// The files of a folder and of all folders in it, in the order of their paths' bytes.
///
/// Links are followed; a folder that contains itself through a link is a `directory-loop`, and the walk
/// goes on beside it. Names that begin with a dot, and what a `.kadryignore` names, are passed over without a word.
final class FolderSource: DocumentSource {
  private let options: ArchiveOptions
  private let open: (Input) -> (any DocumentSource)?
  private var pending: [Pending]
  private var current: (any DocumentSource)?

  /// A path that is still to be visited, with the folders that lead to it.
  private struct Pending {
    var path: String
    var ancestors: [FileIdentity]
    /// Those of the folders it stands in, the outermost first.
    var ignores: [IgnoreRules] = []
    var hasBadName = false
  }

  /// `open` finds the source for a file, `nil` for one of another kind.
  init(
    path: String, options: ArchiveOptions, open: ((Input) -> (any DocumentSource)?)? = nil
  ) {
    self.options = options
    self.open = open ?? { openInput($0, options: options) }
    pending = [Pending(path: path, ancestors: [])]
  }

  func next() -> SourceItem? {
    while true {
      if let item = current?.next() { return item }
      current = nil
      guard let visit = pending.popLast() else { return nil }
      do throws(InputFailure) {
        if let item = try visitPath(visit) { return item }
      } catch {
        return .failure(error)
      }
    }
  }

  /// Opens a file as `current`, or puts a folder's entries on the stack.
  private func visitPath(_ visit: Pending) throws(InputFailure) -> SourceItem? {
    if visit.hasBadName {
      throw InputFailure(path: visit.path, code: .badName, detail: "the file's name is not UTF-8; rename it")
    }
    let status = try FileSystem.status(of: visit.path)
    switch status.kind {
    case .folder:
      if visit.ancestors.contains(status.identity) {
        throw InputFailure(
          path: visit.path, code: .directoryLoop,
          detail: "the link leads to a folder that it stands in; it was not followed")
      }
      try push(visit, ancestors: visit.ancestors + [status.identity])
      return nil
    case .file:
      current = open(Input(path: visit.path, status: status, isNamed: false, meter: options.meter))
      return current == nil ? .skipped(path: visit.path) : nil
    case .other:
      return .skipped(path: visit.path)
    }
  }

  private func push(_ visit: Pending, ancestors: [FileIdentity]) throws(InputFailure) {
    let folder = visit.path
    var entries: [(key: [UInt8], name: [UInt8])] = []
    let names = try FileSystem.names(in: folder)
    var ignores = visit.ignores
    if names.contains(Array(IgnoreRules.fileName.utf8)) { ignores.append(try rules(of: folder)) }
    for name in names where name.first != 0x2E {
      // A folder sorts as its files' paths do: with the slash behind its name.
      let path = PathNormalization.join(folder, String(decoding: name, as: UTF8.self))
      let isFolder = (try? FileSystem.status(of: path))?.kind == .folder
      let isLeftOut = ignores.reversed().lazy.compactMap { $0.leavesOut(path, isFolder: isFolder) }.first
      if isLeftOut == true { continue }
      entries.append((isFolder ? name + [0x2F] : name, name))
    }
    entries.sort { $1.key.lexicographicallyPrecedes($0.key) }
    for entry in entries {
      let path = PathNormalization.join(folder, String(decoding: entry.name, as: UTF8.self))
      let hasBadName = firstInvalidUTF8(in: entry.name) != nil
      pending.append(
        Pending(path: path, ancestors: ancestors, ignores: ignores, hasBadName: hasBadName))
    }
  }

  private func rules(of folder: String) throws(InputFailure) -> IgnoreRules {
    let path = PathNormalization.join(folder, IgnoreRules.fileName)
    guard let bytes = try InputFile(path: path).readAll(limit: 1 << 20) else {
      throw InputFailure(
        path: path, code: .tooLarge, detail: "such a file has at most 1048576 bytes; its folder was left out")
    }
    return IgnoreRules(String(decoding: bytes, as: UTF8.self), folder: folder)
  }
}
