/// The documents behind some paths, in the order given: files, folders, archives, and `-` for the standard input.
///
/// A path that is named must be readable: its failure is handed out. In folders and archives, files of other
/// kinds are handed out as skipped.
public func archive(
  paths: [String], options: ArchiveOptions,
  standardInput: @escaping () -> any ByteStream = { InputFile.standardInput() }
) -> any DocumentSource {
  ChainedSource(
    paths.map { path in
      {
        path == "-"
          ? ByContentSource(Input(standardInput: standardInput()), options: options)
          : openPath(path, options: options)
      }
    })
}

/// The source for a path that was named by the user.
private func openPath(_ named: String, options: ArchiveOptions) -> any DocumentSource {
  let path = PathNormalization.clean(named)
  do throws(InputFailure) {
    let status = try FileSystem.status(of: path)
    if status.kind == .folder { return FolderSource(path: path, options: options) }
    let input = Input(path: path, status: status, isNamed: true, meter: options.meter)
    if let source = openInput(input, options: options) { return source }
    if let refusal = FileKind.refusal(path: path) {
      return ListSource([.failure(InputFailure(path: path, code: .unsupported, detail: refusal))])
    }
    return ByContentSource(input, options: options)
  } catch {
    return ListSource([.failure(error)])
  }
}

/// The source for something whose name tells what it is; `nil` when the name does not.
func openInput(_ input: Input, options: ArchiveOptions) -> (any DocumentSource)? {
  switch Packing(name: input.name) {
  case .archive:
    return PackedSource(input, options: options)
  case .compressed(let name):
    // Records of web archives are compressed one by one, and found by that.
    if FileKind(path: name) == .warc && FileKind.ending(of: input.name) == "gz" {
      return WARCSource(input, options: options)
    }
    let inner = decompressed(input, name: name, options: options)
    if let source = openInput(inner, options: options) { return source }
    return input.isNamed ? ByContentSource(inner, options: options) : nil
  case nil:
    // What a web archive holds says itself what it is.
    let byName = FileKind(path: input.name)
    guard let kind = byName == .warc ? .warc : options.readAs ?? byName else { return nil }
    if options.readAs == nil && !input.isNamed && !kind.isReadInFolders { return nil }
    return openFile(input, kind: kind, options: options)
  }
}

/// The source for something of a known kind.
func openFile(_ input: Input, kind: FileKind, options: ArchiveOptions) -> any DocumentSource {
  switch kind {
  case .text, .markdown, .html:
    return FileSource(input, format: kind.format, options: options)
  case .jsonl:
    return JSONLinesSource(input, options: options)
  case .json:
    return JSONArraySource(input, options: options)
  case .csv, .tsv:
    return TableSource(input, options: options)
  case .warc:
    return WARCSource(input, options: options)
  }
}

/// What a compressed file holds, as an input of its own.
private func decompressed(_ input: Input, name: String, options: ArchiveOptions) -> Input {
  let limits = options.unpacking
  let budget = input.budget ?? UnpackBudget(input, limits: limits)
  return input.inner(path: input.path, name: name, size: nil, budget: budget) { () throws(InputFailure) in
    try limits.check(depth: input.depth + 1, of: input.path)
    return try openDecompressed(input, budget: budget)
  }
}
