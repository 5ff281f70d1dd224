import KadryText

extension LexiconLoader {
  /// `places.tsv`; the loader inflects Russian names of one word itself.
  mutating func loadPlaces() throws(LexiconError) {
    let endings = try nameEndings()
    // Of places of one name the larger one comes first.
    let order = Level.allCases.map(\.rawValue)
    let rows = try source.table("places", required: ["id", "level", "vi", "ru", "parent"]).rows
    let ranked = rows.enumerated().sorted { a, b in
      let (x, y) = (
        order.firstIndex(of: a.element["level"]) ?? order.count,
        order.firstIndex(of: b.element["level"]) ?? order.count
      )
      return x != y ? x < y : a.offset < b.offset
    }
    for row in ranked.map(\.element) {
      places.append(
        Place(
          id: row.id, level: row["level"], vi: row["vi"], parent: row.optional("parent"),
          since: row.optional("since"), until: row.optional("until"),
          related: row.list("related"),
          isCity: row["level"] == Level.province.rawValue && row["type"].contains("city")))
      let entry = entry(.place, row.id, places.count - 1)
      let lemma = addLemma(row["vi"])
      add(row["vi"], entry, .invariable, lemma)
      addBare(row["vi"], entry, .invariable, lemma)
      for name in row.list("vi_variants") { add(name, entry, .invariable, lemma) }
      var names = row.list("ru_variants")
      if !names.contains(row["ru"]) { names.append(row["ru"]) }
      for name in names where !name.isEmpty {
        let lemma = addLemma(name)
        add(name, entry, .invariable, lemma)
        for (form, grammemes) in LexiconLoader.decline(name, endings) { add(form, entry, grammemes, lemma) }
        if row["level"] == Level.province.rawValue, !name.contains(" ") {
          for ending in endings where ending.isAdjective {
            for form in inflector.expand(name + ending.ending + ":adj") ?? [] {
              add(form.text, entry, form.grammemes, lemma)
            }
          }
        }
      }
    }
  }

  /// `newspapers.tsv`, `article-numbers.tsv`, `onsets.tsv`, `rhymes.tsv`, names.
  mutating func loadNames() throws(LexiconError) {
    for row in try source.table("newspapers", required: ["id", "domain"]).rows {
      newspapers.append(
        Newspaper(
          domain: row["domain"], variants: row.list("domain_variants"), name: row["name_vi"],
          province: row.optional("province_pre2025"), province2025: row.optional("province_2025")))
    }
    for row in try source.table("article-numbers", required: ["id", "article_id", "date"]).rows {
      guard let number = Int(row["article_id"]) else {
        throw row.error("article_id", "'\(row["article_id"])' is no whole number")
      }
      let host = row["url"].split(separator: "/").dropFirst().first.map(String.init) ?? ""
      articleNumbers.append(
        ArticleNumber(source: host, number: number, date: row["date"], isStated: row["basis"] == "stated"))
    }
    articleNumbers.sort { ($0.source, $0.number) < ($1.source, $1.number) }
    let surnames = try source.table("surnames", required: ["id", "name_vi", "ru", "ru_variants"])
    let given = try source.table("given-names", required: ["id", "name_vi", "gender"])
    let middle = try source.table("middle-names", required: ["id", "name_vi", "gender"])
    syllables = try Syllables(
      onsets: source.table("onsets", required: ["id", "onset_vi", "ru", "softens"]),
      rhymes: source.table(
        "rhymes", required: ["id", "rhyme_vi", "ru_after_hard", "ru_after_soft", "ru_initial"]),
      names: [surnames, given, middle])
    syllables.endings = try nameEndings()
    names = try NameTables(surnames: surnames, given: given, middle: middle, folder: Folder())
    register = NameRegister(surnames: surnames, given: given, middle: middle, syllables: syllables)
  }

  private mutating func nameEndings() throws(LexiconError) -> [NameEnding] {
    var endings: [NameEnding] = []
    for row in try source.table("name-endings", required: ["id", "ending", "restore", "grammemes"]).rows {
      var grammemes: Grammemes = []
      for word in row.words("grammemes") {
        if word == "adj" {
          grammemes.formUnion(.adjective)
          continue
        }
        guard let value = Grammemes.names[word] else {
          throw row.error("grammemes", "'\(word)' is no case; write gen, dat, acc, ins or loc")
        }
        grammemes.formUnion(value.intersection(.singular))
      }
      endings.append(
        NameEnding(ending: row["ending"], restore: row["restore"], grammemes: grammemes))
    }
    return endings
  }

  /// The declined forms of a name: its last letter decides which endings it takes.
  static func decline(_ name: String, _ endings: [NameEnding]) -> [(String, Grammemes)] {
    guard let last = name.last else { return [] }
    var forms: [(String, Grammemes)] = []
    for ending in endings where !ending.isAdjective {
      if ending.restore.isEmpty {
        guard NameEnding.isHardConsonant(last) else { continue }
        forms.append((name + ending.ending, ending.grammemes))
      } else if name.hasSuffix(ending.restore) {
        forms.append((String(name.dropLast(ending.restore.count)) + ending.ending, ending.grammemes))
      }
    }
    return forms
  }
}

/// An ending that Russian puts on a Vietnamese name, and the letter that it displaces.
public struct NameEnding: Sendable {
  public let ending: String
  public let restore: String
  public let grammemes: Grammemes
  /// Whether it makes an adjective of a place's name.
  public var isAdjective: Bool { grammemes.contains(.adjective) }

  static func isHardConsonant(_ letter: Character) -> Bool {
    guard let scalar = letter.unicodeScalars.first?.value, scalar >= 0x430, scalar <= 0x44F else {
      return false
    }
    // Vowels, the signs and the semivowel take other endings or none.
    return ![0x430, 0x435, 0x438, 0x439, 0x43E, 0x443, 0x44A, 0x44B, 0x44C, 0x44D, 0x44E, 0x44F].contains(
      scalar)
  }
}
