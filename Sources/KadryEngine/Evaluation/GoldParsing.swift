import KadryText

/// Reads gold files; what is wrong is said with the file and the key.
struct GoldParsing {
  let path: String
  let values: ValueMatching

  /// The gold of one file; `nil` when the object is none, such as a manifest beside the golds.
  func document(_ bytes: [UInt8], defaultLanguage: String) throws(EvaluationError) -> GoldDocument? {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw EvaluationError(path: path, message: "not JSON: \(error)")
    }
    guard case .object(let object) = value, object["persons"] != nil else { return nil }
    guard let id = object.text("id") else { throw missing("id") }
    var gold = GoldDocument(
      id: id, language: object.text("lang") ?? defaultLanguage, split: object.text("split") ?? "all")
    gold.file = object.text("file")
    gold.sha256 = object.text("sha256")
    gold.source = object.text("source")
    gold.url = object.text("url")
    gold.published = object.text("published")
    gold.persons = try items("persons", of: object, name)
    gold.roles = try items("roles", of: object, role)
    gold.organizations = try items("organizations", of: object, name)
    gold.directives = try items("directives", of: object, directive)
    gold.dates = try items("dates", of: object, date)
    gold.quantities = try items("quantities", of: object, quantity)
    gold.isTrap = object.flag("trap") ?? isWithoutOfficials(gold)
    return gold
  }

  private func isWithoutOfficials(_ gold: GoldDocument) -> Bool {
    gold.roles.allSatisfy(\.isOptional) && gold.persons.allSatisfy(\.isOptional)
      && gold.directives.allSatisfy(\.isOptional)
  }

  private func items<Item>(
    _ key: String, of object: JSONObject, _ read: (JSONValue) -> Item?
  ) throws(EvaluationError) -> [Item] {
    guard let value = object[key] else { return [] }
    guard case .array(let elements) = value else {
      throw EvaluationError(path: path, message: "\"\(key)\" is \(value.typeName); it must be an array")
    }
    var items: [Item] = []
    for (index, element) in elements.enumerated() {
      guard let item = read(element) else {
        throw EvaluationError(
          path: path, message: "\"\(key)\"[\(index)] lacks what identifies it; see 'kadry schema gold'")
      }
      items.append(item)
    }
    return items
  }

  private func missing(_ key: String) -> EvaluationError {
    EvaluationError(path: path, message: "\"\(key)\" is missing; see 'kadry schema gold'")
  }

  private func name(_ value: JSONValue) -> GoldName? {
    if case .string(let name) = value { return GoldName(name: name) }
    guard case .object(let object) = value, let name = object.text("name") else { return nil }
    return GoldName(name: name, surfaces: object.texts("surface"), isOptional: object.isOptional)
  }

  private func role(_ value: JSONValue) -> GoldRole? {
    guard case .object(let object) = value, let person = object.text("person"),
      let title = object.text("title") ?? object.texts("alt_titles").first
    else { return nil }
    return GoldRole(
      person: person, title: title, otherTitles: object.texts("alt_titles"), organization: object.text("org"),
      otherOrganizations: object.texts("alt_orgs"), organizationReference: object.text("org_ref"),
      isOptional: object.isOptional)
  }

  private func directive(_ value: JSONValue) -> GoldDirective? {
    guard case .object(let object) = value else { return nil }
    let directive = GoldDirective(
      number: object.text("number"), kind: object.text("kind"), title: object.text("title"),
      surfaces: object.texts("surface"), isOptional: object.isOptional)
    return directive.number == nil && directive.title == nil && directive.surfaces.isEmpty ? nil : directive
  }

  private func date(_ value: JSONValue) -> GoldDate? {
    guard case .object(let object) = value, let date = object.text("value") else { return nil }
    return GoldDate(
      value: date, resolved: object.text("resolved"), surface: object.texts("surface").first ?? "",
      isOptional: object.isOptional)
  }

  private func quantity(_ value: JSONValue) -> GoldQuantity? {
    guard case .object(let object) = value, let number = object["value"] else { return nil }
    let surface = object.texts("surface").first.map { " (\($0))" } ?? ""
    return GoldQuantity(
      value: quantity(from: number), raw: object["raw"].flatMap(quantity(from:)),
      label: "\(number.plain)\(surface)",
      isOptional: object.isOptional)
  }

  private func quantity(from value: JSONValue) -> Quantity? {
    switch value {
    case .integer(let integer): .value(Double(integer))
    case .number(let number): .value(number)
    case .string(let text): values.quantity(text)
    default: nil
    }
  }
}

extension JSONObject {
  /// A string, or a number as one; `nil` for `null`, the empty string and other types.
  fileprivate func text(_ key: String) -> String? {
    switch self[key] {
    case .string(let text): text.isEmpty ? nil : text
    case .integer(let integer): String(integer)
    default: nil
    }
  }

  /// A list of strings, or a single one as a list.
  fileprivate func texts(_ key: String) -> [String] {
    switch self[key] {
    case .string(let text): [text]
    case .array(let elements): elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    default: []
    }
  }

  fileprivate func flag(_ key: String) -> Bool? {
    if case .bool(let flag)? = self[key] { return flag }
    return nil
  }

  fileprivate var isOptional: Bool { flag("optional") ?? false }
}

extension JSONValue {
  fileprivate var plain: String {
    switch self {
    case .integer(let integer): String(integer)
    case .number(let number): "\(number)"
    case .string(let text): text
    default: typeName
    }
  }
}
