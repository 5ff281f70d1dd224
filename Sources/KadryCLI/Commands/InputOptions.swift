import KadryArchive
import KadryEngine
import KadryText

extension Invocation {
  /// What was typed about documents, with the manifest read.
  func archiveOptions() throws -> ArchiveOptions {
    ArchiveOptions(
      maxDocument: arguments.number(.maxDocument) ?? ArchiveOptions().maxDocument,
      unpacking: unpackLimits(),
      readAs: arguments.value(.readAs).flatMap { FileKind(rawValue: $0) },
      fields: fieldMapping(),
      charset: arguments.value(.charset).flatMap { Charset(rawValue: $0) }, source: arguments.value(.source),
      date: arguments.value(.publicationDate).flatMap { normalizedDate($0) },
      manifest: try arguments.value(.manifest).map { try Manifest(path: $0) })
  }

  private func fieldMapping() -> FieldMapping {
    var mapping = FieldMapping()
    for (field, name) in arguments.all(.field).compactMap(FieldMapping.pair) {
      mapping.map(field, to: name)
    }
    return mapping
  }

  private func unpackLimits() -> UnpackLimits {
    let usual = UnpackLimits()
    return UnpackLimits(
      maxDepth: arguments.number(.maxDepth) ?? usual.maxDepth,
      maxMembers: arguments.number(.maxMembers) ?? usual.maxMembers,
      maxUnpacked: arguments.number(.maxUnpacked) ?? usual.maxUnpacked,
      maxRatio: arguments.number(.maxRatio) ?? usual.maxRatio)
  }

  /// The operands; the standard input when there are none, unless nobody writes into it but the user.
  func inputPaths() throws(UsageError) -> [String] {
    guard arguments.operands.isEmpty else { return arguments.operands }
    if console.inputIsTerminal {
      throw usage("nothing is piped in: give a FILE, or - to type it here")
    }
    return ["-"]
  }

  /// The documents behind the operands, the standard input when there are none.
  func documents(_ options: ArchiveOptions) throws -> any DocumentSource {
    try documents(at: try inputPaths(), options)
  }

  /// The documents behind some paths.
  func documents(at paths: [String], _ options: ArchiveOptions) throws -> any DocumentSource {
    let source = archive(paths: paths, options: options, standardInput: console.input)
    guard options.date != nil else { return source }
    guard let single = singleDocument(of: source) else {
      throw usage("--date is for one document, and there are several; give their dates with --manifest FILE")
    }
    return single
  }

  /// Says which rows of the manifest speak of no document: a path may be misspelled.
  func tellUnused(_ manifest: Manifest?) {
    guard let manifest, let path = arguments.value(.manifest), let first = manifest.unused.first else {
      return
    }
    console.note(
      "\(path): \(Plural.of(manifest.unused.count, "row")) for no document that was read, such as line "
        + "\(first.line): \(first.path)")
  }

  /// Says that an input failed, or was repaired.
  func tell(_ failure: InputFailure) {
    console.progress("")
    console.note(failure.description)
  }
}
