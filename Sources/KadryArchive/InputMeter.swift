import Synchronization

/// Counts the bytes that were read of the files behind some paths, for telling how far the work is.
public final class InputMeter: Sendable {
  private let count = Mutex(0)

  public init() {}

  /// In bytes, as the files lie on the disk.
  public var bytes: Int { count.withLock { $0 } }

  func add(_ bytes: Int) { count.withLock { $0 += bytes } }
}

/// The size of all files behind some paths that would be read, in bytes; `nil` when a stream is among them.
///
/// Walks through the folders, opens no file.
public func inputSize(of paths: [String], options: ArchiveOptions) -> Int? {
  var total = 0
  for named in paths {
    let path = PathNormalization.clean(named)
    guard let status = try? FileSystem.status(of: path) else {
      if named == "-" { return nil }
      continue
    }
    switch status.kind {
    case .file: total += status.size
    case .other: return nil
    case .folder:
      let folder = FolderSource(path: path, options: options) { input in
        guard openInput(input, options: options) != nil else { return nil }
        total += input.size ?? 0
        return ListSource([])
      }
      while folder.next() != nil {}
    }
  }
  return total
}

/// The file that a document or failure comes of: `crawl.zip` for `crawl.zip/a.txt`, `a.jsonl` for `a.jsonl:12`; the
/// place itself when there is no such file.
public func inputPath(of place: String) -> String {
  var path = place[...]
  while !path.isEmpty {
    if (try? FileSystem.status(of: String(path)))?.kind == .file { return String(path) }
    guard let cut = path.lastIndex(where: { $0 == "/" || $0 == ":" }) else { break }
    path = path[..<cut]
  }
  return place
}

/// A stream whose blocks are counted, by whoever may refuse to go on.
final class CountingStream: ByteStream {
  private let stream: any ByteStream
  private let count: (Int) throws(InputFailure) -> Void

  init(_ stream: any ByteStream, _ count: @escaping (Int) throws(InputFailure) -> Void) {
    self.stream = stream
    self.count = count
  }

  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    let block = try stream.read(upTo: limit)
    try count(block.count)
    return block
  }
}
