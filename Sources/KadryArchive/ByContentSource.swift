/// Something whose name says nothing: its first bytes decide what it is.
final class ByContentSource: DocumentSource {
  private let input: Input
  private let options: ArchiveOptions
  private var source: (any DocumentSource)?

  init(_ input: Input, options: ArchiveOptions) {
    self.input = input
    self.options = options
  }

  func next() -> SourceItem? {
    let source = source ?? open()
    self.source = source
    return source.next()
  }

  private func open() -> any DocumentSource {
    do throws(InputFailure) {
      let stream = try input.open()
      if let kind = options.readAs {
        return openFile(input.reading(stream), kind: kind, options: options)
      }
      let isStandardInput = input.path == "-"
      let sample = try stream.readSample()
      if sample.isEmpty && isStandardInput { return ListSource([]) }
      var whole = input.isFile ? input : input.reading(RewoundStream(sample, before: stream))
      if let name = Packing.name(from: sample) {
        whole.name = name
        return openInput(whole, options: options) ?? ListSource([])
      }
      let kind = FileKind.guess(from: sample, mayBeLines: isStandardInput)
      return openFile(whole, kind: kind, options: options)
    } catch {
      return ListSource([.failure(error)])
    }
  }
}
