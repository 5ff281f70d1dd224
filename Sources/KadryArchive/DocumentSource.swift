import KadryText

/// What a source hands out next.
public enum SourceItem: Sendable, Equatable {
  /// A document, ready to be read.
  case document(Document)
  /// A document, file or line that could not be read.
  case failure(InputFailure)
  /// Something to tell about the document that follows, which is read nevertheless.
  case notice(InputFailure)
  /// A file or record of a kind that is not read; the kind where the path does not tell it.
  case skipped(path: String, kind: String? = nil)
}

/// Documents one after another, out of a file, a folder, a stream or an archive.
///
/// A source holds at most one document in memory, and gives the same items in the same order every time.
public protocol DocumentSource: AnyObject {
  /// The next item, or `nil` when there are no more.
  func next() -> SourceItem?
}

/// Sources one after another; each is opened only when the one before is used up.
public final class ChainedSource: DocumentSource {
  private var openers: ArraySlice<() -> any DocumentSource>
  private var current: (any DocumentSource)?

  public init(_ openers: [() -> any DocumentSource]) {
    self.openers = openers[...]
  }

  public func next() -> SourceItem? {
    while true {
      if let item = current?.next() { return item }
      guard let opener = openers.popFirst() else {
        current = nil
        return nil
      }
      current = opener()
    }
  }
}

/// A fixed list of items.
final class ListSource: DocumentSource {
  private var items: ArraySlice<SourceItem>

  init(_ items: [SourceItem]) {
    self.items = items[...]
  }

  func next() -> SourceItem? { items.popFirst() }
}
