import Foundation
import KadryGraph
import KadryText
import Testing

@testable import KadryEngine

/// What the verbs take from the real lexicons.
@Suite struct LexiconKnowledgeTests {
  private static let loaded = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Knowledge(
      executable: "", environment: ["KADRY_LEXICONS": root.path + "/Lexicons"], overlays: [])
  }
  private let knowledge: Knowledge
  init() throws { knowledge = try Self.loaded.get() }

  @Test func recordsCarryTheReadingOfTheKnowledge() {
    let (record, _) = knowledge.makeReader().read(Document(text: Array("Новости".utf8)))
    #expect(record.reading == knowledge.reading)
  }

  @Test(arguments: [
    ("Нгуен Суан Сон", "Нгуен Суан Шон", NameVerdict.Likeness.same),
    ("Нгуен Суан Сон", "Nguyễn Xuân Sơn", .same), ("nguyen xuan son", "Nguyễn Xuân Sơn", .possible),
    ("Ле Тхань Нян", "Хоанг Ван Бо", .different),
  ])
  func namesCompareAcrossScripts(a: String, b: String, likeness: NameVerdict.Likeness) {
    let verdict = knowledge.graph.names.compare(a, b)
    #expect(verdict.likeness == likeness)
    #expect(!verdict.reason.isEmpty)
    if likeness != .different { #expect(knowledge.graph.names.key(a) == knowledge.graph.names.key(b)) }
  }

  @Test func formsOfANameAreRows() {
    let forms = knowledge.nameForms("Nguyễn Xuân Sơn")
    #expect(forms.contains(NameFormAnswer(form: "Нгуен Суан Шон", kind: "canonical")))
    #expect(forms.contains { $0.form == "Nguyen Xuan Son" && $0.kind == "bare" })
  }

  @Test(arguments: ["chủ tịch hđnd tỉnh", "председатель провинциального Народного совета"])
  func postsAreFoundInWords(words: String) throws {
    let match = try #require(knowledge.postQuery.posts(in: words).first)
    let post = try #require(knowledge.graph.directory.post(match.post))
    #expect(post.level == "province")
    #expect(post.singleHolder)
    #expect(try knowledge.graph.directory.organization(#require(post.body))?.level == "province")
  }

  @Test func placesHaveTheNameOfWhatContainsThem() {
    let district = knowledge.graph.directory.place(named: "Quỳnh Lưu", level: "district")
    #expect(district?.parent == "Nghệ An")
    #expect(knowledge.graph.directory.place(named: "Nghệ An", level: nil)?.level == "province")
    #expect(knowledge.graph.directory.place(named: "Atlantis", level: nil) == nil)
  }

  @Test(arguments: ["Quỳnh Lưu", "quynh luu", "Куинь Лыу"])
  func placesAreFoundInAnyScript(name: String) {
    let direct = knowledge.placeNames(name)
    // Without diacritics the database finds it by itself.
    #expect(direct.contains("Quỳnh Lưu") || PlainSpelling.fold("Quỳnh Lưu") == PlainSpelling.fold(name))
  }

  @Test func theReadingIsExplainedLineByLine() {
    #expect(knowledge.explain("товарищ Ле Тхань Нян").first == "tokens")
  }
}
