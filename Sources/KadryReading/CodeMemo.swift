import KadryLexicon

/// What codes of document numbers stand for, remembered from one document to the next.
///
/// A newspaper cites the same few kinds and issuers again and again. What is remembered depends on the code
/// alone, so that it changes no result.
final class CodeMemo {
  /// A code with all that is asked of it; types and issuers by their numbers in the tables.
  struct Known {
    let plain: String
    /// In Latin letters, as far as it can be read so.
    let latin: String?
    let partyType: Int?
    let stateType: Int?
    let partyIssuer: Int?
    let stateIssuer: Int?
  }

  let codes: CodeTables
  private var known: [[UInt8]: Known] = [:]
  /// How many codes are kept before all are forgotten.
  private static let limit = 1 << 12

  init(_ codes: CodeTables) { self.codes = codes }

  func known(_ code: String) -> Known {
    let key = Array(code.utf8)
    if let known = known[key] { return known }
    if known.count > CodeMemo.limit { known = [:] }
    let made = Known(
      plain: CodeTables.plain(code), latin: codes.latin(code),
      partyType: codes.typeNumber(code, system: "party"), stateType: codes.typeNumber(code, system: "state"),
      partyIssuer: codes.issuerNumber(code, system: "party"),
      stateIssuer: codes.issuerNumber(code, system: "state"))
    known[key] = made
    return made
  }

  /// The number of the type with this code.
  func type(_ code: String, isParty: Bool) -> Int? {
    let known = known(code)
    return isParty ? known.partyType : known.stateType
  }

  /// The number of the issuer with this code.
  func issuer(_ code: String, isParty: Bool) -> Int? {
    let known = known(code)
    return isParty ? known.partyIssuer : known.stateIssuer
  }
}
