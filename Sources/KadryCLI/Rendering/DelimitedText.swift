/// Rows as comma-separated values (RFC 4180) or tab-separated values.
enum DelimitedText {
  case csv, tsv

  /// One row with its line end.
  func line(_ fields: [String]) -> String {
    switch self {
    case .csv: fields.map(Self.quoted).joined(separator: ",") + "\r\n"
    case .tsv: fields.map(Self.escaped).joined(separator: "\t") + "\n"
    }
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  /// Tabs and line breaks inside a field are written as `\t`, `\n`, `\r`, and a backslash as `\\`.
  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else {
      return field
    }
    return field.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }
}
