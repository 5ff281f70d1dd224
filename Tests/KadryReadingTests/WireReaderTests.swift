import KadryText
import Testing

@testable import KadryReading

@Suite struct WireReaderTests {
  static let sound = """
    {"v":1,"kind":"person","id":"clm-1","doc":"doc-1","grade":"stated","causes":[],"name":"A","role":"official",\
    "mentions":[{"span":[0,1],"quote":"A","zone":"body","rule":"r","lexicon":[]}]}
    """

  @Test func unknownKeysAreIgnored() throws {
    let line = Self.sound.replacing(#""name":"#, with: #""new":{"x":[1]},"name":"#)
    #expect(try WireReader.record(line) == WireReader.record(Self.sound))
  }

  @Test func nullIsAbsent() throws {
    let line = Self.sound.replacing(#""name":"#, with: #""vi":null,"name":"#)
    #expect(try WireReader.record(line) == WireReader.record(Self.sound))
  }

  static let broken: [(String, String, String)] = [
    (
      #""v":1"#, #""v":2"#,
      "key \"v\": the record is of wire version 2, this kadry reads up to 1; use a newer one"
    ),
    (#""v":1,"#, "", "key \"v\": is missing"),
    (#""v":1"#, #""v":"1""#, "key \"v\": expected a whole number, not negative, found a string"),
    (
      #""kind":"person""#, #""kind":"human""#,
      "key \"kind\": \"human\" is none of document, person, organization, holds, directive, date, figure, relation,"
        + " error, end"
    ),
    (#""kind":"person","#, "", "key \"kind\": is missing"),
    (#""id":"clm-1","#, "", "key \"id\": is missing"),
    (#""doc":"doc-1""#, #""doc":7"#, "key \"doc\": expected a string, found a number"),
    (#""stated""#, #""sure""#, "key \"grade\": \"sure\" is none of stated, inferred, ambiguous"),
    (#""causes":[]"#, #""causes":[1]"#, "key \"causes\": expected strings, found a number"),
    (#""causes":[]"#, #""causes":{}"#, "key \"causes\": expected an array, found an object"),
    (#""official""#, #""boss""#, "key \"role\": \"boss\" is none of official, byline, credit"),
    (
      #""body""#, #""foot""#,
      "key \"mentions[0].zone\": \"foot\" is none of headline, lead, body, caption, byline, credit, related, furniture"
    ),
    (#"[0,1]"#, "[1,0]", "key \"mentions[0].span\": expected [start,end] in bytes, 0 ≤ start ≤ end"),
    (#"[0,1]"#, "[-1,0]", "key \"mentions[0].span\": expected [start,end] in bytes, 0 ≤ start ≤ end"),
    (#"[0,1]"#, "[0.5,1]", "key \"mentions[0].span\": expected [start,end] in bytes, 0 ≤ start ≤ end"),
    (#","rule":"r""#, "", "key \"mentions[0].rule\": is missing"),
    (
      #"[{"span":[0,1],"quote":"A","zone":"body","rule":"r","lexicon":[]}]"#, "[]",
      "key \"mentions\": there must be one at least"
    ),
    (#"]}"#, "]", "not JSON: the text ends within an object at byte 180"),
  ]

  @Test(arguments: broken)
  func errorsNameTheKey(part: String, replacement: String, message: String) {
    let line = Self.sound.replacing(part, with: replacement, maxReplacements: part == "]}" ? 9 : 1)
    let error = #expect(throws: WireError.self) { try WireReader.record(line) }
    if part == "]}" {
      #expect(error?.description.hasPrefix("not JSON: ") == true)
    } else {
      #expect(error?.description == message)
    }
  }

  @Test func aDocumentForExtractIsRecognized() {
    let error = #expect(throws: WireError.self) { try WireReader.record(#"{"id":"7","text":"…"}"#) }
    #expect(error?.kind == .inputDocument)
  }

  @Test(arguments: ["[1]", "7", "null", #""x""#])
  func onlyObjectsAreRecords(line: String) {
    let error = #expect(throws: WireError.self) { try WireReader.record(line) }
    #expect(error?.kind == .notAnObject)
  }

  @Test func aDirectiveNeedsNumberOrTitle() throws {
    let line = Self.sound.replacing(#""kind":"person""#, with: #""kind":"directive""#)
    let error = #expect(throws: WireError.self) { try WireReader.record(line) }
    #expect(error?.description == "key \"number\": is missing, and so is \"title\"")
    _ = try WireReader.record(line.replacing(#""name""#, with: #""title""#))
  }

  @Test func everyTruncationIsAnError() {
    let line = Array(Self.sound.utf8)
    for end in 0..<line.count {
      #expect(throws: WireError.self) { try WireReader.record(Array(line[..<end])) }
    }
  }

  @Test func duplicateKeysAndLoneSurrogatesAreErrors() {
    for line in [
      Self.sound.replacing(#""v":1"#, with: #""v":1,"v":1"#),
      Self.sound.replacing(#""name":"A""#, with: #""name":"\ud800""#),
      Self.sound.replacing(#""name":"A""#, with: #""name":\#(String(repeating: "[", count: 9999))"#),
    ] {
      let error = #expect(throws: WireError.self) { try WireReader.record(line) }
      #expect(error?.kind == .notAnObject)
    }
    var bytes = Array(Self.sound.utf8)
    bytes[bytes.count - 40] = 0xFF
    #expect(throws: WireError.self) { try WireReader.record(bytes) }
  }
}
