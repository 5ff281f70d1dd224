/// The documents behind some paths, in the order given: files, folders, and `-` for the standard input.
///
/// A path that is named must be readable: its failure is handed out. In a folder, files of other kinds are
/// handed out as skipped.
public func archive(
  paths: [String], options: ArchiveOptions,
  standardInput: @escaping () -> any ByteStream = { InputFile.standardInput() }
) -> any DocumentSource {
  ChainedSource(
    paths.map { path in
      { path == "-" ? openStream(standardInput(), options: options) : openPath(path, options: options) }
    })
}

/// The source for a path that was named by the user.
private func openPath(_ named: String, options: ArchiveOptions) -> any DocumentSource {
  let path = PathNormalization.clean(named)
  do throws(InputFailure) {
    if try FileSystem.status(of: path).kind == .folder { return FolderSource(path: path, options: options) }
  } catch {
    return ListSource([.failure(error)])
  }
  if let kind = options.readAs ?? FileKind(path: path) {
    return openFile(path: path, kind: kind, options: options)
  }
  if let refusal = FileKind.refusal(path: path) {
    return ListSource([.failure(InputFailure(path: path, code: .unsupported, detail: refusal))])
  }
  // A name that says nothing: the content decides whether it is text.
  return FileSource(path: path, format: .plain, options: options)
}

/// The source for a file of a known kind; later kinds of archive find their place here.
func openFile(path: String, kind: FileKind, options: ArchiveOptions) -> any DocumentSource {
  switch kind {
  case .text, .markdown, .html:
    return FileSource(path: path, format: kind.format, options: options)
  case .jsonl:
    return JSONLinesSource(path: path, options: options)
  }
}

/// The source for a stream without a name.
private func openStream(_ stream: any ByteStream, options: ArchiveOptions) -> any DocumentSource {
  do throws(InputFailure) {
    var sample: [UInt8] = []
    while options.readAs == nil && sample.count < 1 << 16 {
      let block = try stream.read(upTo: 1 << 16)
      if block.isEmpty { break }
      sample += block
    }
    if options.readAs == nil && sample.isEmpty { return ListSource([]) }
    let kind = options.readAs ?? FileKind.guess(from: sample)
    let whole = RewoundStream(sample, before: stream)
    return kind == .jsonl
      ? JSONLinesSource(path: "-", options: options, stream: whole)
      : FileSource(path: "-", format: kind.format, options: options, stream: whole)
  } catch {
    return ListSource([.failure(error)])
  }
}
