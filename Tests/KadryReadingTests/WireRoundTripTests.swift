import KadryText
import Testing

@testable import KadryReading

@Suite struct WireRoundTripTests {
  @Test(arguments: 0..<20)
  func readingWhatWasWrittenGivesTheRecord(seed: Int) throws {
    var generator = WireGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let record = generator.record()
      var line: [UInt8] = []
      WireWriter.append(record, to: &line)
      #expect(line.filter { $0 == 0x0A }.count == 1)
      #expect(line.last == 0x0A)
      #expect(!line.contains(0x09))
      #expect(try WireReader.record(line) == record)
      #expect(try WireReader.record(WireWriter.line(record)) == record)
    }
  }

  @Test func aClaimLooksLikeThis() {
    let claim = Claim(
      id: "clm-1", doc: "doc-1", grade: .inferred, causes: [.placeFromSource],
      mentions: [
        Mention(
          span: 10..<24, quote: "«Сон»\n", zone: .lead, rule: "holds.name-comma-posts", lexicon: ["secretary"]
        )
      ],
      body: .holds(
        HoldsClaim(
          person: "Сон", title: "секретарь", status: .holds, personRef: "clm-2", post: "p", place: "Nghệ An",
          observed: "--11-10")))
    #expect(
      WireWriter.line(.claim(claim)) == """
        {"v":1,"kind":"holds","id":"clm-1","doc":"doc-1","grade":"inferred","causes":["place-from-source"],\
        "person":"Сон","title":"секретарь","status":"holds","person_ref":"clm-2","post":"p","place":"Nghệ An",\
        "observed":"--11-10","mentions":[{"span":[10,24],"quote":"«Сон»\\n","zone":"lead",\
        "rule":"holds.name-comma-posts","lexicon":["secretary"]}]}
        """)
  }

  @Test func aDocumentAnErrorAndAnEndLookLikeThis() {
    let document = DocumentRecord(
      id: "doc-1", metadata: DocumentMetadata(path: "a.txt", sha256: "00", source: "baonghean.vn"),
      published: "2016-11", publishedBasis: "metadata", lang: "ru", text: "Т", reading: "r")
    #expect(
      WireWriter.line(.document(document)) == """
        {"v":1,"kind":"document","id":"doc-1","path":"a.txt","sha256":"00","source":"baonghean.vn",\
        "exact":true,"charset":"utf-8","format":"plain","published":"2016-11","published_basis":"metadata",\
        "language":"ru","reading":"r","text":"Т"}
        """)
    #expect(
      WireWriter.line(.error(ErrorRecord(path: "b", byte: 7, reason: "too-large: x"))) == """
        {"v":1,"kind":"error","id":"err-c79abdb5c24c0a9d29513dc5","path":"b","byte":7,"reason":"too-large: x"}
        """)
    #expect(
      WireWriter.line(.end(EndRecord(doc: "doc-1", claims: 0)))
        == #"{"v":1,"kind":"end","id":"end-1","doc":"doc-1","claims":0}"#)
  }

  @Test func numbersAreWrittenShort() {
    let claim = Claim(
      id: "clm-1", doc: "doc-1", mentions: [Mention(span: 0..<1, quote: "x", zone: .body, rule: "r")],
      body: .figure(FigureClaim(value: 97, percent: 0.71, measure: .count)))
    #expect(WireWriter.line(.claim(claim)).contains(#""value":97,"percent":0.71,"measure":"count""#))
  }

  @Test func aNumberThatIsNotFiniteIsLeftOut() throws {
    let claim = Claim(
      id: "clm-1", doc: "doc-1", mentions: [Mention(span: 0..<1, quote: "x", zone: .body, rule: "r")],
      body: .figure(FigureClaim(value: .nan, of: .infinity, measure: .count)))
    guard case .claim(let back) = try WireReader.record(WireWriter.line(.claim(claim))),
      case .figure(let figure) = back.body
    else {
      Issue.record("no figure")
      return
    }
    #expect(figure.value == nil)
    #expect(figure.of == nil)
  }
}
