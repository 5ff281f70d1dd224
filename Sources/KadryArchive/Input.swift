/// Bytes with a name that are to be read as documents: a file, a member of an archive, the standard input.
struct Input {
  /// Where it is, for messages and for `document.path`; `-` is the standard input.
  var path: String
  /// What tells its kind: the file's name, without the ending of a compression that was taken off.
  var name: String
  /// Whether a person named it; in a folder or archive the ending of the name decides whether it is read.
  var isNamed: Bool
  /// In bytes, when known without reading.
  var size: Int?
  /// Whether `path` is a file that can be opened again, and read at any place.
  var isFile: Bool
  /// How many archives and compressions it lies in.
  private(set) var depth = 0
  /// What unpacking the outermost of them has cost.
  private(set) var budget: UnpackBudget?
  /// Counts what is read of a file, for those who read it past `open`.
  private(set) var meter: InputMeter?
  private var opener: () throws(InputFailure) -> any ByteStream

  /// What lies at a path.
  init(path: String, status: FileStatus, isNamed: Bool, meter: InputMeter? = nil) {
    self.path = path
    name = path
    self.isNamed = isNamed
    isFile = status.kind == .file
    size = isFile ? status.size : nil
    self.meter = meter
    opener = { () throws(InputFailure) in
      let file = try InputFile(path: path)
      return meter.map { CountingStream(file, $0.add) } ?? file
    }
  }

  /// A stream that a person piped in.
  init(standardInput stream: any ByteStream) {
    path = "-"
    name = "-"
    isNamed = true
    isFile = false
    opener = { stream }
  }

  /// Opens it at its beginning; only a file can be opened twice.
  func open() throws(InputFailure) -> any ByteStream { try opener() }

  /// What lies in this one, one level deeper.
  func inner(
    path: String, name: String, size: Int?, budget: UnpackBudget,
    opener: @escaping () throws(InputFailure) -> any ByteStream
  ) -> Input {
    var inner = self
    (inner.path, inner.name, inner.size, inner.isFile) = (path, name, size, false)
    inner.isNamed = isNamed && path == self.path
    inner.depth = depth + 1
    inner.budget = budget
    inner.opener = opener
    return inner
  }

  /// The same, read from a stream that is open already.
  func reading(_ stream: any ByteStream) -> Input {
    var same = self
    same.opener = { stream }
    return same
  }
}
