import Foundation
import Testing

@testable import KadryExport

@Suite struct TextFormatTests {
  @Test(arguments: GraphFormat.allCases)
  func theSameSnapshotGivesTheSameBytes(format: GraphFormat) throws {
    #expect(try exported(format) == exported(format))
    #expect(try exported(format).hasSuffix("\n"))
  }

  @Test(arguments: GraphFormat.allCases)
  func anEmptyGraphIsAValidFile(format: GraphFormat) throws {
    let text = try exported(format, GraphSnapshot(graph: .init()))
    switch format {
    case .jsonl: #expect(text.isEmpty)
    case .dot: #expect(text.hasSuffix("}\n"))
    case .graphml: #expect(text.contains("</graphml>"))
    }
  }

  @Test func jsonLinesParseAndHaveEveryNodeAndEdge() throws {
    let lines = try exported(.jsonl).split(separator: "\n")
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let snapshot = sample()
    #expect(objects.compactMap { $0["id"] as? String } == snapshot.nodes.map(\.id) + snapshot.edges.map(\.id))
    let awkward = objects.first { $0["id"] as? String == "per-2" }
    #expect(awkward?["label"] as? String == "Ле \"Нян\" <&>,\nдва")
    let person = objects.first { $0["id"] as? String == "per-1" }
    #expect(person?["names"] as? [String] == ["Нгуен Суан Сон", "Нгуен Суан Шон"])
    #expect(person?["evidence_count"] as? Int == 2)
  }

  @Test func dotQuotesEveryIdAndLabel() throws {
    let text = try exported(.dot)
    #expect(text.hasPrefix("digraph kadry {\n"))
    #expect(text.contains(#"  "per-2" [label="Ле \"Нян\" <&>,\nдва", shape="box"];"#))
    #expect(text.contains(#"  "per-1" -> "pos-1" [label="holds 2005–2010"];"#))
    #expect(text.contains(#"  "pos-1" [label="заместитель секретаря\nNghệ An", shape="ellipse"];"#))
    #expect(!text.contains("doc-1"), "articles would hide the rest")
    // Every line between the braces is closed, and no quote is left open.
    for line in text.split(separator: "\n").dropFirst().dropLast() { #expect(line.hasSuffix(";")) }
    #expect(text.replacing("\\\"", with: "").count { $0 == "\"" } % 2 == 0)
  }

  @Test func dotEscapesBackslashesAndDropsZeroBytes() {
    #expect(DOTExport.quoted("a\\b\"c\nd\0") == #""a\\b\"c\nd""#)
  }
}
