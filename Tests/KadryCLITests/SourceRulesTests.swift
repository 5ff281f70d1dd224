import Foundation
import Testing

/// What must hold of the sources themselves.
@Suite struct SourceRulesTests {
  private struct Source {
    var room: String
    var file: String
    var text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  private static let sources: [Source] = {
    let root = URL(filePath: Checkout.folder + "/Sources")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8) else {
        return nil
      }
      return Source(room: String(name.prefix { $0 != "/" }), file: name, text: text)
    }
  }()

  /// The rooms in the order of the table in DESIGN.md; the last row holds the module maps of system libraries.
  private static func rooms() throws -> (swift: [String], system: [String]) {
    let design = try String(contentsOfFile: Checkout.folder + "/DESIGN.md", encoding: .utf8)
    let rows = design.split(separator: "\n").filter { $0.hasPrefix("| `Kadry") || $0.hasPrefix("| `C") }
    let names = rows.map { row in
      row.split(separator: "`", omittingEmptySubsequences: false)[1].split(separator: " ").map(String.init)
    }
    return (names.filter { $0[0].hasPrefix("Kadry") }.map { $0[0] }, names.last ?? [])
  }

  /// The module that a line imports, whatever attributes stand before it.
  private static func imported(_ line: Substring) -> String? {
    var words = line.split(separator: " ")[...]
    while let first = words.first, first.hasPrefix("@") || ["public", "internal", "private"].contains(first) {
      words.removeFirst()
    }
    guard words.popFirst() == "import", var name = words.popFirst() else { return nil }
    if ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"].contains(name) {
      name = words.popFirst() ?? name
    }
    return String(name.prefix { $0 != "." })
  }

  /// Which rooms use which system library.
  private static let systemLibraries = [
    "CSQLite": ["KadryStore"], "CArchive": ["KadryArchive"], "CZlib": ["KadryArchive"],
    "CCrypto": ["KadryArchive"],
  ]
  /// What comes with the toolchain and is not tied to a room.
  private static let toolchain = [
    "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
  ]

  @Test func importsGoUpTheTableOfRooms() throws {
    let (rooms, system) = try Self.rooms()
    #expect(rooms.count == 12)
    #expect(Set(system) == Set(Self.systemLibraries.keys))
    #expect(Set(Self.sources.map(\.room)) == Set(rooms))
    for source in Self.sources {
      let place = try #require(
        rooms.firstIndex(of: source.room), "\(source.file): no row of the table in DESIGN.md")
      for (index, line) in source.lines.enumerated() {
        guard let module = Self.imported(line), !Self.toolchain.contains(module) else { continue }
        if let users = Self.systemLibraries[module] {
          #expect(users.contains(source.room), "\(source.file):\(index + 1) imports \(module)")
        } else {
          let other = rooms.firstIndex(of: module) ?? rooms.count
          #expect(other < place, "\(source.file):\(index + 1) imports \(module)")
        }
      }
    }
  }

  /// `KadryReading` and what it uses need no system library; the bench alone may take all of Foundation.
  @Test func foundationIsTheSmallOne() {
    for source in Self.sources where source.room != "KadryBench" {
      for (index, line) in source.lines.enumerated() where Self.imported(line) == "Foundation" {
        let before = source.lines[..<index].suffix(3).map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
          before == ["#if canImport(FoundationEssentials)", "import FoundationEssentials", "#else"],
          "\(source.file):\(index + 1)")
      }
    }
  }

  /// Comments may quote both languages; not even an alphabet stands in code.
  @Test func noWordOfRussianOrVietnameseStandsInCode() {
    for source in Self.sources {
      for (index, code) in Self.code(of: source.text).enumerated() {
        let letters = code.unicodeScalars.filter { $0.value > 0x7F && $0.properties.isAlphabetic }
        // A letter by its number may be a letter; two in a row are a word in hiding.
        let escaped = code.contains(
          /(?:\\u\{0*(?:[4-9A-Fa-f][0-9A-Fa-f]{2}|1[0-9A-Fa-f]{2}|1E[0-9A-Fa-f]{2})\}){2}/)
        #expect(
          letters.isEmpty && !escaped,
          """
          \(source.file):\(index + 1): words of a language belong into Lexicons (those of help examples into \
          help-words.tsv): \(code)
          """)
      }
    }
  }

  /// Lines of Swift without their comments; string literals stay.
  static func code(of text: String) -> [String] {
    var lines: [String] = []
    var depth = 0
    var isLong = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var code = ""
      var isQuoted = false
      var rest = line[...]
      while let letter = rest.first {
        if depth == 0 && rest.hasPrefix("\"\"\"") {
          isLong.toggle()
          code += rest.prefix(3)
          rest = rest.dropFirst(3)
        } else if depth == 0 && (isQuoted || isLong) && letter == "\\" {
          code += rest.prefix(2)
          rest = rest.dropFirst(2)
        } else if depth == 0 && !isLong && letter == "\"" {
          isQuoted.toggle()
          code.append(letter)
          rest = rest.dropFirst()
        } else if !isQuoted && !isLong && rest.hasPrefix("/*") {
          depth += 1
          rest = rest.dropFirst(2)
        } else if depth > 0 && rest.hasPrefix("*/") {
          depth -= 1
          rest = rest.dropFirst(2)
        } else if depth == 0 && !isQuoted && !isLong && rest.hasPrefix("//") {
          break
        } else {
          if depth == 0 { code.append(letter) }
          rest = rest.dropFirst()
        }
      }
      lines.append(code)
    }
    return lines
  }

  @Test func commentsAreCutOffAndStringsAreNot() {
    let text = """
      let a = "// б \\" в" // г
      /* д
      е */ let b = 1 /// ж
      let c = \"""
        // з
        \"""
      """
    #expect(
      Self.code(of: text) == [
        "let a = \"// б \\\" в\" ", "", " let b = 1 ", "let c = \"\"\"", "  // з", "  \"\"\"",
      ])
    #expect(Self.imported("@testable import A") == "A")
    #expect(Self.imported("public import struct B.C") == "B")
    #expect(Self.imported("  import D") == "D")
    #expect(Self.imported("// import E") == nil)
  }

  /// Every key that golds are read by is in `kadry schema gold`.
  @Test func theGoldSchemaNamesEveryKey() throws {
    let file = "KadryEngine/Evaluation/GoldParsing.swift"
    let text = try #require(Self.sources.first { $0.file == file }).text
    let keys = text.matches(of: /(?:object(?:\.texts?|\.flag)?|flag|items)[\[(]"([a-z_0-9]+)"/).map {
      String($0.1)
    }
    let outcome = try CommandLineFixture().run("schema", "gold", "--format", "tsv")
    let known = Set(outcome.lines.flatMap { $0.split(separator: "\t").prefix(2).map(String.init) })
    #expect(Set(keys).count > 20)
    #expect(Set(keys).subtracting(known).isEmpty)
  }
}
