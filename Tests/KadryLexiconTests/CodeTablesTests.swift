import Testing

@testable import KadryLexicon

/// Codes of document numbers, in Latin letters, Cyrillic by look and Cyrillic by sound.
@Suite struct CodeTablesTests {
  private func codes() throws -> CodeTables { try TestLexicons.base().codes }

  /// The strings that the research gives, cut into system, type and issuer.
  @Test(arguments: [
    ("party", "DA", "TU", "ĐA", "TU"), ("party", "CT", "TW", "CT", "TW"), ("party", "СТ", "ТW", "CT", "TW"),
    ("party", "КЛ", "ТВ", "KL", "TW"), ("party", "QDNS", "TW", "QĐNS", "TW"),
    ("party", "НК", "ТВ", "NQ", "TW"),
    ("party", "NQ", "TW", "NQ", "TW"), ("party", "QD", "TU", "QĐ", "TU"), ("party", "КД", "ТУ", "QĐ", "TU"),
    ("party", "HD", "BTCTW", "HD", "BTCTW"), ("party", "ct", "tw", "CT", "TW"),
    ("party", "ДА", "ТУ", "ĐA", "TU"),
    ("state", "CD", "TTg", "CĐ", "TTg"), ("state", "QĐ", "Ttg", "QĐ", "TTg"),
    ("state", "NĐ", "CP", "NĐ", "CP"),
    ("state", "ND", "CP", "NĐ", "CP"), ("state", "NQ", "UBTVQH", "NQ", "UBTVQH"),
    ("state", "TB", "UBTVQH", "TB", "UBTVQH"),
    ("state", "QD", "UBND", "QĐ", "UBND"), ("state", "КД", "УБНД", "QĐ", "UBND"),
    ("state", "КХ", "UBND", "KH", "UBND"),
    ("state", "TTr", "UBND", "TTr", "UBND"), ("state", "ТТр", "УБНД", "TTr", "UBND"),
    ("state", "NQ", "HĐND", "NQ", "HĐND"),
    ("state", "NQ", "HDND", "NQ", "HĐND"), ("party", "КТ", "ТВ", "CT", "TW"),
    ("party", "ЦТ", "ТВ", "CT", "TW"),
  ])
  func numbers(system: String, type: String, issuer: String, typeCode: String, issuerCode: String) throws {
    #expect(try codes().type(type, system: system)?.code == typeCode)
    #expect(try codes().issuer(issuer, system: system)?.code == issuerCode)
  }

  @Test(arguments: ["XX", "", "ЖЖ", "ЫЫ", "CTT", "20"])
  func unknownCodes(code: String) throws {
    #expect(try codes().type(code, system: "party") == nil)
    #expect(try codes().issuer(code, system: "party") == nil)
  }

  /// Where a code is in both systems, the wanted one wins.
  @Test func systems() throws {
    #expect(try codes().type("DA", system: "party")?.code == "ĐA")
    #expect(try codes().type("DA", system: "state")?.systems.contains("state") == true)
    #expect(try codes().type("KL", system: "state")?.code == "KL")
  }

  @Test func everyCodeIsFoundByEverySpelling() throws {
    let codes = try codes()
    for type in codes.types where !type.code.isEmpty {
      for spelling in [type.code, type.asciiCode, type.code.lowercased()] + type.variants
      where !spelling.isEmpty {
        for system in type.systems {
          let found = codes.type(spelling, system: system)
          #expect(found?.systems.contains(system) == true, "\(spelling) of \(type.id)")
        }
      }
    }
    for issuer in codes.issuers where !issuer.code.isEmpty {
      for spelling in [issuer.code, issuer.asciiCode] + issuer.variants where !spelling.isEmpty {
        #expect(codes.issuer(spelling, system: issuer.system)?.system == issuer.system, "\(spelling)")
      }
    }
  }

  @Test(
    arguments: [
      ("CT", "CT"), ("ĐA", "ĐA"), ("СТ", "CT"), ("ТВ", "TB"), ("ТW", "TW"), ("КЛ", "KL"), ("УБНД", "UBND"),
      ("ЫЬ", nil),
    ] as [(String, String?)])
  func latin(code: String, expected: String?) throws { #expect(try codes().latin(code) == expected) }

  @Test(arguments: [
    ("HĐND", "HDND"), ("\u{D0}A", "DA"), ("ubnd", "UBND"), ("ĐƯ", "DU"), ("đu", "DU"), ("TTg", "TTG"),
  ])
  func plain(code: String, expected: String) { #expect(CodeTables.plain(code) == expected) }

  @Test func readingsByLookComeBeforeThoseBySound() throws {
    #expect(try codes().readings("ТВ") == ["ТВ", "ТВ", "TB", "TW"])
    #expect(try codes().readings("КЛ").last == "KL")
    #expect(try codes().readings("QĐ") == ["QĐ", "QD"])
  }
}
