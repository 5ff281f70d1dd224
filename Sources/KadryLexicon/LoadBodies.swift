extension LexiconLoader {
  /// `bodies.tsv` and `organizations.tsv`.
  mutating func loadBodies() throws(LexiconError) {
    for row in try source.table("bodies", required: ["id", "role", "concepts", "level", "vi", "ru"]).rows {
      guard let role = BodyWord.Role(rawValue: row["role"]) else {
        throw row.error("role", "'\(row["role"])' is no role; write head, word or level")
      }
      let set = try concepts.set(row.words("concepts"), row)
      bodyWords.append(BodyWord(id: row.id, role: role, concepts: set, level: try level(row)))
      try add(row, entry(.body, row.id, bodyWords.count - 1))
    }
    for row in try source.table("organizations", required: ["id", "level", "parent", "concepts", "vi", "ru"])
      .rows
    {
      var alternatives: [ConceptSet] = []
      for alternative in row.list("concepts") {
        let words = alternative.split(separator: " ").map(String.init)
        alternatives.append(try concepts.set(words, row))
      }
      organizations.append(
        Organization(
          id: row.id, level: try level(row), parent: row.optional("parent"), concepts: alternatives,
          vi: row.list("vi"), ru: row.list("ru").map(Inflector.lemma), since: row.optional("since"),
          until: row.optional("until"), isSingleInUnit: row["single"] != "no"))
    }
  }

  /// `months.tsv`, `units.tsv`, `numerals.tsv`.
  mutating func loadNumbers() throws(LexiconError) {
    for row in try source.table("months", required: ["id", "number", "ru", "vi"]).rows {
      guard let number = Int(row["number"]), (1...12).contains(number) else {
        throw row.error("number", "'\(row["number"])' is no month; write 1 to 12")
      }
      months.append(Month(number: number))
      try add(row, entry(.month, row.id, months.count - 1), vi: ["vi", "en"])
    }
    for row in try source.table("units", required: ["id", "measure", "unit", "factor", "ru", "vi"]).rows {
      units.append(
        Unit(id: row.id, measure: row["measure"], unit: row["unit"], factor: try number(row, "factor")))
      try add(row, entry(.unit, row.id, units.count - 1))
    }
    for row in try source.table("numerals", required: ["id", "value", "multiplier", "ru", "vi"]).rows {
      numerals.append(
        Numeral(value: try number(row, "value"), isMultiplier: row["multiplier"] == "yes"))
      try add(row, entry(.numeral, row.id, numerals.count - 1))
    }
  }

  func number(_ row: Table.Row, _ column: String) throws(LexiconError) -> Double {
    guard let value = Double(row[column]) else {
      throw row.error(column, "'\(row[column])' is no number; write it as 1000 or 0.1")
    }
    return value
  }

  /// `document-types.tsv` and `document-issuers.tsv`.
  mutating func loadDocuments() throws(LexiconError) {
    for row in try source.table(
      "document-types", required: ["id", "code", "code_ascii", "systems", "vi", "ru"]
    ).rows {
      documentTypes.append(
        DocumentType(
          id: row.id, kind: LexiconLoader.base(row.id), code: row["code"],
          asciiCode: row["code_ascii"], variants: row.list("code_variants"),
          systems: Set(row.list("systems"))))
      try add(row, entry(.documentType, row.id, documentTypes.count - 1), vi: ["vi"])
    }
    for row in try source.table("document-issuers", required: ["id", "code", "code_ascii", "system"]).rows {
      documentIssuers.append(
        DocumentIssuer(
          code: row["code"], asciiCode: row["code_ascii"], variants: row.list("code_variants"),
          system: row["system"],
          level: row.optional("level"), org: row.optional("org")))
    }
    var letters: [Character: Character] = [:]
    for row in try source.table("code-letters", required: ["id", "letter", "latin"]).rows {
      guard let letter = row["letter"].first, let latin = row["latin"].first else {
        throw row.error("letter", "a letter and its Latin transcription are wanted here")
      }
      letters[letter] = latin
    }
    codes = CodeTables(types: documentTypes, issuers: documentIssuers, sounds: letters)
  }

  /// `cues.tsv`.
  mutating func loadCues() throws(LexiconError) {
    for row in try source.table("cues", required: ["id", "type", "vi", "ru"]).rows {
      cues.append(Cue(id: row.id, type: row["type"]))
      try add(row, entry(.cue, row.id, cues.count - 1))
    }
  }
}
