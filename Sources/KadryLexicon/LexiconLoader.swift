import KadryText

/// Reads the tables of a lexicon folder into typed rows and a trie.
struct LexiconLoader {
  var source: LexiconSource
  var tokenizer = Tokenizer()
  var inflector = Inflector(paradigms: .none)
  var trie = TrieBuilder()
  /// Vietnamese forms by their keys without diacritics.
  var bareTrie = TrieBuilder()
  var entries: [Entry] = []
  var lemmas: [String] = []
  var concepts = Concepts()
  var functions: [Function] = []
  var ranks: [Rank] = []
  var bodyWords: [BodyWord] = []
  var places: [Place] = []
  var months: [Month] = []
  var units: [Unit] = []
  var numerals: [Numeral] = []
  var honorifics: [Honorific] = []
  var documentTypes: [DocumentType] = []
  var documentIssuers: [DocumentIssuer] = []
  var cues: [Cue] = []
  var organizations: [Organization] = []
  var posts: [Post] = []
  var terms: [Term] = []
  var newspapers: [Newspaper] = []
  var articleNumbers: [ArticleNumber] = []
  var pageCues = PageCues()
  var endingGrammemes: [Grammemes] = [[]]
  var endingIsAdjective: [Bool] = [false]
  var syllables = Syllables()
  var names = NameTables()
  var register = NameRegister()
  var codes = CodeTables()
  var examples: [EntryExample] = []

  private var scratch: [Token] = []

  init(folders: [String]) { source = LexiconSource(folders: folders) }

  mutating func load() throws(LexiconError) {
    for folder in source.folders where !LexiconFiles.isFolder(folder) {
      throw LexiconError(file: folder, message: "is no folder; give the folder that holds the .tsv tables")
    }
    try source.checkOverlays()
    try loadEndings()
    inflector = Inflector(
      paradigms: try Paradigms(
        nouns: source.table("paradigms", required: ["id", "gender", "match", "strip", "priority"]),
        adjectives: source.table("adjectives", required: ["id", "match", "strip", "priority"])))
    try loadTitles()
    try loadBodies()
    try loadTerms()
    try loadNumbers()
    try loadDocuments()
    try loadCues()
    try loadPlaces()
    try loadNames()
    pageCues = try PageCues(source.table("page-cues", required: ["id", "where", "role", "words"]))
    try source.finish()
  }

  private mutating func loadEndings() throws(LexiconError) {
    var endings: [String] = []
    for row in try source.table("endings", required: ["id", "ending", "pos", "grammemes"]).rows {
      var grammemes: Grammemes = []
      for word in row["grammemes"].split(whereSeparator: { $0 == " " || $0 == "|" }) {
        var cell: Grammemes?
        for name in word.split(separator: ".") {
          guard let part = Grammemes.names[String(name)] else {
            throw row.error("grammemes", "'\(name)' is no grammeme; write words such as gen.sg")
          }
          cell = cell.map { $0.intersection(part) } ?? part
        }
        grammemes.formUnion(cell ?? [])
      }
      let ending = row["ending"]
      let isAdjective = row["pos"].contains("adj")
      if let i = endings.firstIndex(of: ending) {
        endingGrammemes[i + 1].formUnion(grammemes)
        if !isAdjective { endingIsAdjective[i + 1] = false }
        continue
      }
      guard (1...3).contains(ending.unicodeScalars.count) else {
        throw row.error("ending", "'\(ending)' must have one to three letters")
      }
      endings.append(ending)
      endingGrammemes.append(grammemes)
      endingIsAdjective.append(isAdjective)
    }
    tokenizer = Tokenizer(endings: EndingTable(endings: endings))
  }

  // MARK: Entries and forms

  /// Makes an entry for a row and returns its number.
  mutating func entry(_ kind: EntryKind, _ id: String, _ index: Int) -> UInt32 {
    entries.append(Entry(kind: kind, id: id, index: index))
    return UInt32(entries.count - 1)
  }

  /// Adds the Russian and Vietnamese forms of a row, and its examples.
  mutating func add(
    _ row: Table.Row, _ entry: UInt32, ru: [String] = ["ru"], vi: [String] = ["vi", "vi_abbr"]
  ) throws(LexiconError) {
    for column in ru {
      for notation in row.list(column) {
        guard let forms = inflector.expand(notation) else {
          throw row.error(
            column, "'\(notation)' fits no paradigm; mark the word with :m, :f, :n, :pl, :adj or :0")
        }
        let lemma = addLemma(Inflector.lemma(notation))
        for form in forms { add(form.text, entry, form.grammemes, lemma) }
      }
    }
    for column in vi {
      for form in row.list(column) {
        let isAbbreviation = column == "vi_abbr" && LexiconLoader.isCapitals(form)
        let grammemes: Grammemes = isAbbreviation ? [.invariable, .capitalsOnly] : .invariable
        let lemma = addLemma(form)
        add(form, entry, grammemes, lemma)
        addBare(form, entry, grammemes, lemma)
      }
    }
    for column in ["yes", "no"] {
      for text in row.list(column) {
        examples.append(
          EntryExample(
            entry: Int(entry), text: text, isPositive: column == "yes", file: row.file,
            line: row.line, column: row.column(of: column)))
      }
    }
  }

  mutating func add(_ form: String, _ entry: UInt32, _ grammemes: Grammemes, _ lemma: UInt32) {
    trie.add(keys(form), entry: entry, grammemes: grammemes, lemma: lemma)
  }

  /// Adds a Vietnamese form as it is typed without diacritics.
  mutating func addBare(_ form: String, _ entry: UInt32, _ grammemes: Grammemes, _ lemma: UInt32) {
    _ = keys(form)
    bareTrie.add(
      scratch.map { $0.isWord ? $0.stem : $0.key }, entry: entry, grammemes: grammemes, lemma: lemma)
  }

  mutating func addLemma(_ text: String) -> UInt32 {
    lemmas.append(text)
    return UInt32(lemmas.count - 1)
  }

  /// Whether the first word of a form is an abbreviation in capitals.
  static func isCapitals(_ form: String) -> Bool {
    let first = form.prefix { $0 != " " }
    return first.count > 1 && first == first.uppercased()
  }

  mutating func keys(_ form: String) -> [UInt64] {
    scratch.removeAll(keepingCapacity: true)
    var form = form
    form.makeContiguousUTF8()
    let span = form.utf8Span.span
    tokenizer.tokenize(span, in: 0..<span.count, into: &scratch)
    return scratch.map(\.key)
  }
}

extension Paradigms {
  /// No paradigm at all, before the tables are read.
  static let none = Paradigms()
  private init() {
    nouns = []
    adjectives = []
  }
}
