import KadryReading

/// Lets equal strings share their storage: an archive says the same names and titles over and over.
///
/// Equal means the same bytes: spellings that Unicode takes for one stay as they are.
struct StringPool {
  private struct Key: Hashable {
    var text: String

    static func == (left: Key, right: Key) -> Bool {
      let a = left.text.utf8.span
      let b = right.text.utf8.span
      guard a.count == b.count else { return false }
      for index in 0..<a.count where a[index] != b[index] { return false }
      return true
    }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  private var keys: Set<Key> = []

  mutating func shared(_ text: String) -> String {
    // The short ones have no storage of their own.
    guard text.utf8.count > 15 else { return text }
    return keys.insert(Key(text: text)).memberAfterInsert.text
  }

  mutating func shared(_ text: String?) -> String? {
    guard let text else { return nil }
    return shared(text)
  }

  mutating func shared(_ document: DocumentFacts) -> DocumentFacts {
    var document = document
    document.source = shared(document.source)
    document.place = shared(document.place)
    return document
  }

  mutating func shared(_ claim: PersonClaim) -> PersonClaim {
    var claim = claim
    claim.name = shared(claim.name)
    claim.vi = shared(claim.vi)
    claim.spellings = claim.spellings.map { shared($0) }
    return claim
  }

  mutating func shared(_ claim: OrganizationClaim) -> OrganizationClaim {
    var claim = claim
    claim.name = shared(claim.name)
    claim.org = shared(claim.org)
    claim.place = shared(claim.place)
    return claim
  }

  mutating func shared(_ claim: HoldsClaim) -> HoldsClaim {
    var claim = claim
    claim.person = shared(claim.person)
    claim.title = shared(claim.title)
    claim.organization = shared(claim.organization)
    claim.post = shared(claim.post)
    claim.place = shared(claim.place)
    return claim
  }

  mutating func shared(_ claim: DirectiveClaim) -> DirectiveClaim {
    var claim = claim
    claim.number = shared(claim.number)
    claim.numberVi = shared(claim.numberVi)
    claim.title = shared(claim.title)
    claim.issuer = shared(claim.issuer)
    return claim
  }
}
