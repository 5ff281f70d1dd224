import KadryGraph
import KadryReading
import KadryText

/// Reads documents one after another; each thread has its own.
public protocol DocumentReading {
  /// The document's record and its claims in wire order.
  func read(_ document: Document) -> (document: DocumentRecord, claims: [Claim])
}

/// Finds posts in the words of a query.
public protocol PostQueryParsing: Sendable {
  /// The posts that the words may mean, best first; empty when they name none that is known.
  func posts(in query: String) -> [PostQueryMatch]
}

/// A post that a query names.
public struct PostQueryMatch: Sendable, Equatable {
  /// The canonical id.
  public var post: String
  /// The Vietnamese name of the place, when the query names one.
  public var place: String?

  public init(post: String, place: String? = nil) {
    self.post = post
    self.place = place
  }
}

/// What the verbs know of the languages and offices: all that follows from the lexicons.
public struct Knowledge: Sendable {
  /// The hash of engine and lexicons that records carry as `reading`.
  public var reading: String
  public var makeReader: @Sendable () -> any DocumentReading
  public var graph: GraphContext
  public var postQuery: any PostQueryParsing
  /// The spellings that a name may have.
  public var nameForms: @Sendable (String) -> [NameFormAnswer]
  /// The Vietnamese names of the places that a name in any script and case stands for.
  public var placeNames: @Sendable (String) -> [String]
  /// How a text is read, line by line.
  public var explain: @Sendable (String) -> [String]
  /// The base folder of the lexicons; empty when there is none.
  public var folder: String

  public init(
    reading: String, makeReader: @escaping @Sendable () -> any DocumentReading, graph: GraphContext,
    postQuery: any PostQueryParsing,
    nameForms: @escaping @Sendable (String) -> [NameFormAnswer] = { _ in [] },
    placeNames: @escaping @Sendable (String) -> [String] = { _ in [] },
    explain: @escaping @Sendable (String) -> [String] = { _ in [] }, folder: String = ""
  ) {
    self.reading = reading
    self.makeReader = makeReader
    self.graph = graph
    self.postQuery = postQuery
    self.nameForms = nameForms
    self.placeNames = placeNames
    self.explain = explain
    self.folder = folder
  }

  /// The words that the matching rules of an evaluation need.
  public func matchingWords() throws(EvaluationError) -> MatchingWords {
    try MatchingWords(lexicons: folder)
  }
}
