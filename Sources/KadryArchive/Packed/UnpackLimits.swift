/// How far archives are unpacked: what is above is refused, because it may be made to fill memory or time.
public struct UnpackLimits: Sendable, Equatable {
  /// Archives and compressions within one another.
  public var maxDepth: Int
  /// Members of one file, over all archives in it.
  public var maxMembers: Int
  /// Bytes that one file unpacks to, over all archives in it.
  public var maxUnpacked: Int
  /// Unpacked bytes for each byte of the file.
  public var maxRatio: Int
  /// The ratio is not asked for below so many unpacked bytes.
  var ratioFrom: Int

  public init(
    maxDepth: Int = 3, maxMembers: Int = 10_000_000, maxUnpacked: Int = 1 << 40, maxRatio: Int = 300,
    ratioFrom: Int = 16 << 20
  ) {
    self.maxDepth = maxDepth
    self.maxMembers = maxMembers
    self.maxUnpacked = maxUnpacked
    self.maxRatio = maxRatio
    self.ratioFrom = ratioFrom
  }

  /// Throws when something lies too deep to be unpacked.
  func check(depth: Int, of path: String) throws(InputFailure) {
    guard depth > maxDepth else { return }
    throw InputFailure(
      path: path, code: .tooDeep,
      detail: "it lies in more than \(maxDepth) archives; unpack the outer ones, or raise --max-depth")
  }
}

/// What the unpacking of one file has cost so far, over all archives in it.
///
/// When a limit is passed nothing more is read of that file.
final class UnpackBudget {
  let limits: UnpackLimits
  private let path: String
  /// The size of the file; what was read of a stream so far.
  private(set) var packed: Int
  private(set) var unpacked = 0
  private(set) var members = 0
  private(set) var isExceeded = false

  /// For the outermost file.
  init(_ input: Input, limits: UnpackLimits) {
    path = input.path
    packed = input.size ?? 0
    self.limits = limits
  }

  /// Counts bytes that were read of a stream whose size is not known.
  func read(_ count: Int) { packed += count }

  func addMember() throws(InputFailure) {
    members += 1
    if members > limits.maxMembers {
      try exceed("more than \(limits.maxMembers) members", flag: "--max-members")
    }
  }

  func unpack(_ count: Int) throws(InputFailure) {
    unpacked += count
    if unpacked > limits.maxUnpacked {
      try exceed("more than \(limits.maxUnpacked) unpacked bytes", flag: "--max-unpacked")
    }
    if unpacked > limits.ratioFrom && unpacked / max(packed, 1) >= limits.maxRatio {
      try exceed("more than \(limits.maxRatio) times its size when unpacked", flag: "--max-ratio")
    }
  }

  private func exceed(_ what: String, flag: String) throws(InputFailure) {
    isExceeded = true
    throw InputFailure(
      path: path, code: .bomb,
      detail: "\(what); the rest of it was left out; raise \(flag) if you trust it")
  }
}
