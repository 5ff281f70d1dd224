/// What a line of JSON or a row of a table may say of a document.
public enum DocumentField: String, Sendable, CaseIterable {
  case id, path, url, date, source, lang, title, translation
  // One of these holds the text.
  case text, markdown, html

  /// Whether it holds the text.
  var isText: Bool { self == .text || self == .markdown || self == .html }
}

/// Under what names the fields of documents stand in lines and tables that were made for something else.
public struct FieldMapping: Sendable, Equatable {
  private var names: [DocumentField: String] = [:]

  public init() {}

  /// Says where a field stands.
  public mutating func map(_ field: DocumentField, to name: String) { names[field] = name }

  /// `text=body`, taken apart; `nil` when it is no such pair.
  public static func pair(_ words: String) -> (field: DocumentField, name: String)? {
    guard let equals = words.firstIndex(of: "="),
      let field = DocumentField(rawValue: String(words[..<equals]))
    else { return nil }
    let name = String(words[words.index(after: equals)...])
    return name.isEmpty ? nil : (field, name)
  }

  /// The name that a field stands under: its own unless mapped. Where one text is mapped, the others stand nowhere.
  func name(of field: DocumentField) -> String? {
    if let name = names[field] { return name }
    return field.isText && names.keys.contains(where: \.isText) ? nil : field.rawValue
  }

  /// Whether a person said where it stands.
  func isMapped(_ field: DocumentField) -> Bool { names[field] != nil }
}
