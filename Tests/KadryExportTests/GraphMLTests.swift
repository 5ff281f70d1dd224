import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import KadryExport

@Suite struct GraphMLTests {
  private func document(_ text: String) throws -> XMLDocument { try XMLDocument(xmlString: text) }

  private func elements(_ document: XMLDocument, _ name: String) throws -> [XMLElement] {
    try document.nodes(forXPath: "//*[local-name()='\(name)']").compactMap { $0 as? XMLElement }
  }

  private func attribute(_ element: XMLElement, _ name: String) -> String {
    element.attributes?.first { $0.name == name }?.stringValue ?? ""
  }

  @Test func isWellFormedWithAllNodesAndEdges() throws {
    let xml = try document(exported(.graphml))
    let snapshot = sample()
    #expect(try elements(xml, "node").map { attribute($0, "id") } == snapshot.nodes.map(\.id))
    #expect(try elements(xml, "edge").map { attribute($0, "id") } == snapshot.edges.map(\.id))
    #expect(try elements(xml, "graph").map { attribute($0, "edgedefault") } == ["directed"])
  }

  @Test func keysComeFirstAndEveryDatumHasOne() throws {
    let text = try exported(.graphml)
    let lastKey = try #require(text.range(of: "<key ", options: .backwards))
    let graph = try #require(text.range(of: "<graph "))
    #expect(lastKey.upperBound < graph.lowerBound)
    let xml = try document(text)
    let keys = Set(try elements(xml, "key").map { attribute($0, "id") })
    #expect(try elements(xml, "data").allSatisfy { keys.contains(attribute($0, "key")) })
    let types = Set(try elements(xml, "key").map { attribute($0, "attr.type") })
    #expect(types.isSubset(of: ["boolean", "int", "long", "float", "double", "string"]))
    #expect(try elements(xml, "key").allSatisfy { ["node", "edge"].contains(attribute($0, "for")) })
  }

  @Test func idsAreNameTokensAndUnique() throws {
    let xml = try document(exported(.graphml))
    let ids = try (elements(xml, "node") + elements(xml, "edge")).map { attribute($0, "id") }
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) } })
  }

  @Test func awkwardNamesComeBack() throws {
    let xml = try document(exported(.graphml))
    let label = try #require(try elements(xml, "node").first { attribute($0, "id") == "per-2" })
    let data = label.elements(forName: "data").compactMap(\.stringValue)
    #expect(data.first == "Ле \"Нян\" <&>,\nдва")
  }

  @Test func valuesOfAKeyHaveItsType() throws {
    let xml = try document(exported(.graphml))
    let types = Dictionary(
      uniqueKeysWithValues: try elements(xml, "key").map { (attribute($0, "id"), attribute($0, "attr.type")) }
    )
    for datum in try elements(xml, "data") {
      let value = datum.stringValue ?? ""
      switch types[attribute(datum, "key")] {
      case "int": #expect(Int(value) != nil)
      case "double": #expect(Double(value) != nil)
      default: #expect(!value.isEmpty)
      }
    }
  }

  @Test func charactersThatXMLForbidsAreReplaced() {
    #expect(GraphMLExport.escaped("a\u{0}\u{1F}b\t\n\r<") == "a\u{FFFD}\u{FFFD}b\t\n&#13;&lt;")
  }

  @Test func twoHoldingsOfOnePostAreTwoEdges() throws {
    let holds = sample().edges.filter { $0.kind == "holds" }
    #expect(holds.map(\.id) == ["occ-1", "occ-2"])
    #expect(holds.map(\.label) == ["holds 2015–", "holds 2005–2010"])
  }

  @Test func relationsToWhatIsNoNodeAreLeftOut() {
    #expect(!sample().edges.contains { $0.id == "clm-10" })
    #expect(sample().edges.contains { $0.id == "clm-9" && $0.kind == "issued-by" })
  }
}
