import Foundation
import KadryArchive
import Testing

@testable import KadryEngine

@Suite struct EvaluationTests {
  let fixture: EngineFixture
  init() throws { fixture = try EngineFixture() }

  private func scored(_ predictions: Predictions, _ gold: GoldDocument) throws -> DocumentScore {
    Scoring(words: try matchingWords()).score(predictions, against: gold)
  }

  @Test func optionalItemsCountNeitherWhenFoundNorWhenMissed() throws {
    var gold = GoldDocument(id: "g")
    gold.persons = [GoldName(name: "Ле Нян"), GoldName(name: "Кхань Ли", isOptional: true)]
    var predictions = Predictions()
    predictions.persons = ["Ле Нян"]
    #expect(try scored(predictions, gold).scores[.persons] == Score(truePositives: 1))
    predictions.persons = ["Ле Нян", "Кхань Ли"]
    #expect(try scored(predictions, gold).scores[.persons] == Score(truePositives: 1, optional: 1))
  }

  @Test func missesInventionsAndDuplicatesAreNamed() throws {
    var gold = GoldDocument(id: "g")
    gold.persons = [GoldName(name: "Ле Нян"), GoldName(name: "Во Ван")]
    var predictions = Predictions()
    predictions.persons = ["Ле Нян", "товарищ Ле Нян", "Куинь Лыу"]
    let score = try scored(predictions, gold)
    #expect(
      score.scores[.persons] == Score(truePositives: 1, falsePositives: 2, falseNegatives: 1, duplicates: 1))
    let mistakes = score.mistakes.filter { $0.scored == .persons }
    #expect(mistakes.map(\.kind) == [.missed, .duplicate, .invented])
    #expect(mistakes.map(\.item) == ["Во Ван", "товарищ Ле Нян", "Куинь Лыу"])
  }

  @Test func aSecondPredictionOfADateIsNoMistake() throws {
    var gold = GoldDocument(id: "g")
    gold.quantities = [GoldQuantity(value: .value(20), label: "20")]
    var predictions = Predictions()
    predictions.quantities = [.value(20), .value(20)]
    #expect(try scored(predictions, gold).scores[.quantities] == Score(truePositives: 1, duplicates: 1))
  }

  @Test(arguments: [
    (["2016", "2020"], ["2016/2020"]), (["2016/2020"], ["2016", "2020"]), (["2016/2020"], ["2016/2020"]),
  ])
  func intervalsMayBeGivenByTheirEnds(predicted: [String], golds: [String]) throws {
    var gold = GoldDocument(id: "g")
    gold.dates = golds.map { GoldDate(value: $0) }
    var predictions = Predictions()
    predictions.dates = predicted
    let score = try #require(try scored(predictions, gold).scores[.dates])
    #expect(score == Score(truePositives: golds.count))
  }

  @Test func asManyAsCanBePairedArePaired() {
    // The first item could take either prediction, the second only the first.
    let assignment = Assignment(golds: 2, predictions: 2, order: [0, 1]) { $0 == 0 || $1 == 0 }
    #expect(assignment.partner == [0: 1, 1: 0])
  }

  @Test func precisionRecallAndF1() {
    let score = Score(truePositives: 3, falsePositives: 1, falseNegatives: 2)
    #expect(score.precision == 0.75)
    #expect(score.recall == 0.6)
    #expect(abs(score.f1 - 0.6667) < 0.001)
    #expect(Score().f1 == 1)
    #expect(Score(falseNegatives: 1).precision == 0)
  }

  /// Golds for two documents: one is read, one is a trap.
  private func writeGolds() throws {
    try fixture.write(
      "one.json",
      """
      {"id":"one","lang":"ru","split":"dev","persons":[{"name":"Ле Нян","surface":"Ле Няна"}],
       "roles":[{"person":"Ле Нян","title":"chair","org":"council"}],"organizations":["council"],
       "directives":[{"number":"01-ĐA/TU","kind":"project"},{"number":null,"title":"Устав партии"}],
       "dates":[{"value":"--11-10","resolved":"2016-11-10","surface":"10 ноября"}],
       "quantities":[{"value":"10/141","surface":"10 из 141"},{"value":0.71}]}
      """)
    try fixture.write(
      "one.txt", "Первая\n@Ле Нян | chair | council | chair | Nghệ An\n#01-DA/TU\n=10/141 0.71\n")
    try fixture.write("trap.json", "{\"id\":\"trap\",\"lang\":\"vi\",\"split\":\"test\",\"persons\":[]}")
    try fixture.write("trap.txt", "Ловушка\n@Ле Ван | chair | council | chair | Nghệ An\n")
    try fixture.write("manifest.json", "{\"files\":[]}")
  }

  private func evaluate(split: String? = nil) throws -> EvaluationReport {
    var folder = GoldFolder()
    try folder.add(path: fixture.input, words: try matchingWords())
    return try Evaluation(knowledge: .fake(), words: try matchingWords(), threads: 2).run(
      folder, split: split)
  }

  @Test func scoresComeByKindLanguageAndSplit() throws {
    try writeGolds()
    let report = try evaluate()
    #expect(report.documents == 2)
    #expect(report.complaints.isEmpty)
    #expect(
      Array(Set(report.rows.map(\.group))).sorted() == [
        "all", "dev", "ru", "ru dev", "test", "vi", "vi test",
      ])
    func f1(_ group: String, _ kind: ScoredKind) -> Double? {
      report.rows.first { $0.group == group && $0.kind == kind }?.score.f1
    }
    #expect(f1("ru", .persons) == 1)
    #expect(f1("ru", .roles) == 1)
    #expect(f1("ru", .directives) == 1)
    #expect(f1("ru", .titledDirectives) == 0)
    #expect(f1("ru", .quantities) == 1)
    #expect(f1("vi", .persons) == 0)
    #expect(
      report.mistakes(perKind: 1).map(\.item) == [
        "Ле Ван", "Ле Ван | chair | council", "Ле Ван | chair | council", "council", "Устав партии",
        "--11-10 (10 ноября)",
      ])
  }

  @Test func officialsInTrapsAreNamed() throws {
    try writeGolds()
    let report = try evaluate()
    #expect(report.traps.map(\.document) == ["trap"])
    #expect(report.traps.first?.officials == ["Ле Ван", "Ле Ван | chair | council"])
    #expect(try evaluate(split: "dev").traps.isEmpty)
  }

  @Test func aTextThatIsMissingOrNotTheGoldsIsSaid() throws {
    try fixture.write("a.json", "{\"id\":\"a\",\"persons\":[]}")
    try fixture.write("b.json", "{\"id\":\"b\",\"persons\":[],\"sha256\":\"00\"}")
    try fixture.write("b.txt", "text")
    #expect(
      try evaluate().complaints.map(\.description) == [
        "\(fixture.input)/a.txt: missing: no file or folder has this name; check the spelling",
        "\(fixture.input)/b.txt: unreadable: the text is not the one of the gold: its sha256 differs",
      ])
  }

  @Test(arguments: [
    ("{", "not JSON: "), ("{\"persons\":[]}", "\"id\" is missing; see 'kadry schema gold'"),
    ("{\"id\":\"a\",\"persons\":{}}", "\"persons\" is an object; it must be an array"),
    ("{\"id\":\"a\",\"persons\":[{}]}", "\"persons\"[0] lacks what identifies it; see 'kadry schema gold'"),
  ])
  func aBrokenGoldSaysWhere(text: String, message: String) throws {
    let path = try fixture.write("a.json", text)
    let error = #expect(throws: EvaluationError.self) { try evaluate() }
    #expect(error?.description.hasPrefix("\(path): \(message)") == true)
  }

  @Test func aFolderWithoutGoldsIsSaid() throws {
    let error = #expect(throws: EvaluationError.self) { try evaluate() }
    #expect(
      error?.description
        == "\(fixture.input): there is no gold file (a .json with \"persons\"); see 'kadry schema gold'")
    var folder = GoldFolder()
    let missing = #expect(throws: EvaluationError.self) {
      try folder.add(path: "/nowhere", words: try matchingWords())
    }
    #expect(missing?.description == "/nowhere: no file or folder has this name; check the spelling")
  }
}
