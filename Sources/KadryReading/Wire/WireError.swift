import KadryText

/// Why a line is no wire record.
public struct WireError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: Sendable, Equatable {
    /// The line is not JSON, or JSON but no object.
    case notAnObject
    /// Written by a newer version.
    case newerVersion
    /// A key that the kind needs is not there.
    case missing
    /// A value of the wrong type or form.
    case wrongType
    /// A value outside the closed list of its key.
    case unknownValue
    /// A document of `extract`'s input rather than of its output.
    case inputDocument
  }
  public var kind: Kind
  /// The key at fault, with the way to it: `mentions[2].span`.
  public var key: String?
  public var message: String

  init(_ kind: Kind, key: String? = nil, _ message: String) {
    self.kind = kind
    self.key = key
    self.message = message
  }

  public var description: String {
    key.map { "key \"\($0)\": \(message)" } ?? message
  }
}
