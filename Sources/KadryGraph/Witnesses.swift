/// Why two documents are one witness.
public enum WitnessBasis: String, Sendable, CaseIterable {
  /// The files have the same bytes.
  case bytes
  /// The manifest marks them as translations of one another.
  case manifest
  /// They have the same site and article number.
  case address
  /// The page of one names the other as the same article in another language.
  case page
  /// They have the same wording, save for little.
  case wording
  /// They are of one day, in two languages, and say the same of the same people and documents.
  case facts
}

/// A document that counts as one witness with others.
public struct Witness: Sendable, Equatable {
  public var document: String
  /// The id of the document that stands for all: the least of them.
  public var witness: String
  /// The firmest reason for which it belongs to them.
  public var basis: WitnessBasis

  public init(document: String, witness: String, basis: WitnessBasis) {
    self.document = document
    self.witness = witness
    self.basis = basis
  }
}

/// Which documents are one witness: copies, versions and translations of one another.
///
/// A function of the set of documents: their order means nothing. Groups are closed under the links, so that the
/// copy of a translation belongs to the original too.
struct WitnessGroups {
  private let documents: [DocumentFacts]
  private var sets: UnionFind
  /// The firmest basis of each document so far.
  private var bases: [WitnessBasis?]

  /// - Parameter documents: in the order of their ids.
  init(_ documents: [DocumentFacts]) {
    self.documents = documents
    sets = UnionFind(count: documents.count)
    bases = [WitnessBasis?](repeating: nil, count: documents.count)
    // Firmest first.
    link(.bytes) { $0.sha256.isEmpty ? nil : $0.sha256 }
    link(.manifest) { $0.translation }
    link(.address) { $0.article }
    linkByPages()
    linkByWording()
  }

  /// Links documents that have one key.
  private mutating func link(_ basis: WitnessBasis, _ key: (DocumentFacts) -> String?) {
    var first: [[UInt8]: Int] = [:]
    for index in documents.indices {
      guard let text = key(documents[index]) else { continue }
      let bytes = Array(text.utf8)
      if let other = first[bytes] { join(other, index, basis) } else { first[bytes] = index }
    }
  }

  /// Links a document with those whose addresses its page names.
  private mutating func linkByPages() {
    guard documents.contains(where: { !$0.links.isEmpty }) else { return }
    var byAddress: [String: Int] = [:]
    for index in documents.indices.reversed() {
      for address in documents[index].addresses { byAddress[address] = index }
    }
    for index in documents.indices {
      for address in documents[index].links {
        if let other = byAddress[address], other != index { join(index, other, .page) }
      }
    }
  }

  mutating func join(_ a: Int, _ b: Int, _ basis: WitnessBasis) {
    sets.join(a, b)
    if bases[a] == nil { bases[a] = basis }
    if bases[b] == nil { bases[b] = basis }
  }

  mutating func isOne(_ a: Int, _ b: Int) -> Bool { sets.root(a) == sets.root(b) }

  // MARK: Wording

  /// Of sixty-four bytes: about three quarters of all runs of words are the same.
  private static let like = 50
  /// How many neighbours in a band a document is compared with, so that a much used form costs no square.
  private static let window = 64

  private mutating func linkByWording() {
    for band in 0..<8 {
      var buckets: [UInt64: [Int]] = [:]
      for index in documents.indices {
        if let sketch = documents[index].sketch { buckets[sketch.bands[band], default: []].append(index) }
      }
      for bucket in buckets.keys.sorted().compactMap({ buckets[$0] }) where bucket.count > 1 {
        for (place, index) in bucket.enumerated() {
          for other in bucket[max(0, place - Self.window)..<place] where isLike(other, index) {
            join(other, index, .wording)
          }
        }
      }
    }
  }

  /// Whether one may be a copy of the other: the same language, wording, and about the same time.
  private func isLike(_ a: Int, _ b: Int) -> Bool {
    let (one, two) = (documents[a], documents[b])
    guard let sketch = one.sketch, let other = two.sketch, one.language == two.language,
      sketch.likeness(to: other) >= Self.like
    else { return false }
    guard let days = one.published.flatMap(PartialDate.init)?.days,
      let others = two.published.flatMap(PartialDate.init)?.days
    else { return true }
    // What is printed again a year later is news of its own.
    return days.lowerBound.number <= others.upperBound.number + 31
      && others.lowerBound.number <= days.upperBound.number + 31
  }

  // MARK: Result

  /// The least document of each document's group.
  mutating func contents() -> [Int] { documents.indices.map { sets.root($0) } }

  /// Those that are not alone, by document.
  mutating func witnesses() -> [Witness] {
    var found: [Witness] = []
    for index in documents.indices {
      guard let basis = bases[index] else { continue }
      found.append(
        Witness(document: documents[index].id, witness: documents[sets.root(index)].id, basis: basis))
    }
    return found
  }
}
