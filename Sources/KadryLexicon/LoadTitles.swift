extension LexiconLoader {
  /// `functions.tsv`, `ranks.tsv`, `honorifics.tsv`, `posts.tsv`.
  mutating func loadTitles() throws(LexiconError) {
    for row in try source.table("ranks", required: ["id", "effect", "vi", "ru"]).rows {
      guard let effect = Rank.Effect(rawValue: row["effect"]) else {
        throw row.error("effect", "'\(row["effect"])' is no effect; write rank, acting, former or drop")
      }
      ranks.append(Rank(id: row.id, effect: effect))
      try add(row, entry(.rank, row.id, ranks.count - 1))
    }
    let known = Set(ranks.map(\.id))
    for row in try source.table("functions", required: ["id", "kind", "rank", "body", "vi", "ru"]).rows {
      guard let kind = Function.Kind(rawValue: row["kind"]) else {
        throw row.error(
          "kind", "'\(row["kind"])' is no kind; write office, membership, state, diplomat or other")
      }
      for rank in row.words("rank") where !known.contains(rank) {
        throw row.error("rank", "there is no rank '\(rank)' in ranks.tsv")
      }
      functions.append(
        Function(
          id: LexiconLoader.base(row.id), kind: kind, ranks: row.words("rank"),
          body: row.optional("body"), vi: row.list("vi")))
      try add(row, entry(.function, row.id, functions.count - 1))
    }
    for row in try source.table("honorifics", required: ["id", "vi", "ru", "gender", "effect"]).rows {
      honorifics.append(Honorific(id: row.id, gender: row["gender"], effect: row["effect"]))
      try add(row, entry(.honorific, row.id, honorifics.count - 1))
    }
    for row in try source.table("posts", required: ["id", "function", "rank", "body", "level", "ru"]).rows {
      guard let precedence = Int(row["precedence"]) else {
        throw row.error("precedence", "'\(row["precedence"])' is no whole number")
      }
      posts.append(
        Post(
          id: row.id, function: row["function"], ranks: row.words("rank").sorted(),
          body: row["body"], level: try level(row), precedence: precedence,
          isSingleHolder: row["single_holder"] == "yes", vi: row.list("vi"),
          ru: row.list("ru").map(Inflector.lemma)))
    }
  }

  func level(_ row: Table.Row) throws(LexiconError) -> Level? {
    guard let name = row.optional("level") else { return nil }
    guard let level = Level(rawValue: name) else {
      throw row.error(
        "level", "'\(name)' is no level; write central, province, district, commune or village")
    }
    return level
  }

  /// The part of an id before a dot: several rows may spell one concept out.
  static func base(_ id: String) -> String {
    String(id.prefix { $0 != "." })
  }
}
