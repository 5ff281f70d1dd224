import Testing

@testable import KadryExport

/// Rows of RFC 4180 text.
private func rows(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var isQuoted = false
  var rest = Array(text.unicodeScalars)[...]
  while let scalar = rest.popFirst() {
    switch (scalar, isQuoted) {
    case ("\"", true) where rest.first == "\"":
      rest.removeFirst()
      field.unicodeScalars.append(scalar)
    case ("\"", _): isQuoted.toggle()
    case (",", false):
      row.append(field)
      field = ""
    case ("\r", false): break
    case ("\n", false):
      rows.append(row + [field])
      (row, field) = ([], "")
    default: field.unicodeScalars.append(scalar)
    }
  }
  return rows
}

@Suite struct CSVTests {
  private func table(_ name: String) throws -> [[String]] {
    var text = ""
    #expect(try CSVExport(sample()).write(table: name) { text += $0 })
    return rows(text)
  }

  @Test(arguments: CSVExport.tables)
  func everyTableHasAHeaderAndRowsOfItsWidth(name: String) throws {
    let rows = try table(name)
    #expect(rows.count > 1)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(Set(rows[0]).count == rows[0].count)
  }

  @Test func awkwardNamesComeBack() throws {
    #expect(try table("person").last?[1] == "Ле \"Нян\" <&>,\nдва")
  }

  @Test func idsJoinTheTables() throws {
    let persons = Set(try table("person").dropFirst().map { $0[0] })
    let posts = Set(try table("post").dropFirst().map { $0[0] })
    for row in try table("occupancy").dropFirst() {
      #expect(persons.contains(row[2]))
      #expect(posts.contains(row[3]))
    }
  }

  @Test func listsAreJoinedAndUnknownIsEmpty() throws {
    let person = try table("person")[2]
    #expect(person[2].isEmpty)
    #expect(try table("person")[1][3] == "Нгуен Суан Сон; Нгуен Суан Шон")
  }

  @Test func thereIsNoOtherTable() throws {
    #expect(try CSVExport(sample()).write(table: "nothing") { _ in } == false)
  }
}
