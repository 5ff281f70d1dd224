import Testing

@testable import KadryLexicon

/// The notation of lexicon entries, agreement in phrases, and the way back to the nominative.
@Suite struct InflectorTests {
  private func forms(_ notation: String) throws -> [Inflector.Form] {
    try #require(try TestLexicons.base().inflector.expand(notation))
  }

  private func grammemes(_ text: String, of notation: String) throws -> Grammemes? {
    try forms(notation).first { $0.text == text }?.grammemes
  }

  @Test(
    arguments: [
      ("секретарь:m", "секретарь", "m", nil), ("боец:m/бойц", "боец", "m", "бойц"), ("ЦК:0", "ЦК", "0", nil),
      ("силы:pl", "силы", "pl", nil), ("рабочий:adj", "рабочий", "adj", nil),
      ("комитет", "комитет", nil, nil),
      // What is no mark belongs to the word.
      ("пункт:x", "пункт:x", nil, nil), (":m", ":m", nil, nil), ("a:b:n", "a:b", "n", nil),
      ("время:", "время:", nil, nil),
    ] as [(String, String, String?, String?)])
  func notation(word: String, lemma: String, mark: String?, stem: String?) {
    let parsed = Inflector.parse(word)
    #expect(parsed.lemma == lemma && parsed.mark == mark && parsed.stem == stem)
  }

  @Test(arguments: ["бумъ", "рабочъ:adj", "стол:n", "комитет:pl", "комитет:adj", ""])
  func whatFitsNoParadigm(notation: String) throws {
    let forms = try TestLexicons.base().inflector.expand(notation)
    #expect(forms == nil)
  }

  @Test func lemmas() {
    #expect(Inflector.lemma("постоянный заместитель:m секретаря:0") == "постоянный заместитель секретаря")
    #expect(Inflector.lemma("ЦК:0") == "ЦК")
  }

  @Test func invariableWordsAndLatin() throws {
    #expect(try forms("ЦК:0") == [.init(text: "ЦК", grammemes: .invariable)])
    #expect(try forms("VIP") == [.init(text: "VIP", grammemes: .invariable)])
    #expect(try forms("и.о.:0 председатель:m").map(\.text).contains("и.о. председателя"))
  }

  @Test(arguments: [
    ("районный комитет партии", "районного комитета партии", Grammemes.genSg),
    ("районный комитет партии", "районными комитетами партии", .insPl),
    ("Национальное собрание", "Национальном собрании", .locSg),
    ("Коммунистическая партия Вьетнама", "Коммунистическую партию Вьетнама", .accSg),
    ("постоянный заместитель:m секретаря", "постоянным заместителем секретаря", .insSg),
    ("новый старый секретарь:m", "новому старому секретарю", .datSg),
    ("вооружённые:adj силы:pl", "вооружённых сил", .genPl),
    ("ЦК:0 партия", "ЦК партию", .accSg),
    ("заведующий:adj", "заведующим", .insSg),
  ])
  func phrases(notation: String, form: String, cell: Grammemes) throws {
    #expect(try grammemes(form, of: notation)?.contains(cell) == true)
  }

  /// Forms that do not agree are not made, and what stands behind the noun does not change.
  @Test(arguments: [
    ("районный комитет партии", "районного комитет партии"),
    ("районный комитет партии", "районный комитет партией"),
    ("районный комитет партии", "районной комитет партии"),
    ("Национальное собрание", "Национальная собрание"),
    ("районный комитет партии", "районным комитета партии"), ("новый секретарь:m", "новая секретарь"),
  ])
  func whatDoesNotAgree(notation: String, form: String) throws {
    let found = try grammemes(form, of: notation)
    #expect(found == nil || found?.intersection(.cases).isSubset(of: .accusative) == true)
  }

  @Test func formsOfOneTextAreOneForm() throws {
    let texts = try forms("районный комитет партии").map(\.text)
    #expect(Set(texts).count == texts.count)
    #expect(
      try grammemes("области", of: "область:f")?.isSuperset(of: [.genSg, .datSg, .locSg, .nomPl]) == true)
  }

  @Test func agreement() {
    #expect(Inflector.agree([.genSg, .masculine], [.genSg, .accSg, .masculine]) == [.genSg, .masculine])
    #expect(Inflector.agree([.genSg, .masculine], [.genSg, .feminine]) == nil)
    #expect(Inflector.agree([.genSg, .masculine], [.datSg, .masculine]) == nil)
    #expect(Inflector.agree([.genPl, .masculine], [.genPl, .feminine]) == [.genPl, .feminine])
    #expect(Inflector.agree(.invariable, [.genSg, .feminine]) == [.genSg, .feminine])
    #expect(Inflector.agree([.genSg, .feminine], .invariable) == [.genSg, .feminine])
  }

  @Test(arguments: [
    ("районного", Grammemes.masculine, "районный"), ("районной", .feminine, "районная"),
    ("Национальному", .neuter, "Национальное"),
    ("бывшего", .masculine, "бывший"), ("городским", .neuter, "городское"),
    ("провинциальную", .feminine, "провинциальная"),
    ("районный", .masculine, "районный"), ("древней", .feminine, "древняя"),
    ("высоким", .masculine, "высокий"),
  ])
  func nominativeOfAdjectives(word: String, gender: Grammemes, expected: String) throws {
    #expect(try TestLexicons.base().inflector.nominative(adjective: word, gender: gender) == expected)
  }

  @Test(arguments: ["комитет", "ЦК", "", "ого", "Nghệ"])
  func noNominativeOfOtherWords(word: String) throws {
    let found = try TestLexicons.base().inflector.nominative(adjective: word, gender: .masculine)
    #expect(found == nil)
  }
}
