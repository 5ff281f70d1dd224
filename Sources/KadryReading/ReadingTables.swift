import KadryLexicon
import KadryPatterns
import KadryText

/// What a reader needs beside the text, made once from lexicons and rules and shared by all threads.
public final class ReadingTables: Sendable {
  public let lexicons: Lexicons
  public let registry: TypeRegistry
  public let rules: RuleSet
  let types: Types
  /// Annotation type of each lexicon entry.
  let entryTypes: [UInt8]
  let sentences: SentenceSplitter
  /// Hash of engine and lexicons: the `reading` of every document.
  public let reading: String

  /// Counts up whenever the engine reads the same bytes and lexicons differently.
  static let engineVersion = 1

  /// Compiles the rules of the lexicon folders.
  ///
  /// - Throws: ``LexiconError`` with file, line and column of a broken rule.
  public init(lexicons: Lexicons) throws(LexiconError) {
    self.lexicons = lexicons
    var registry = TypeRegistry()
    func type(_ name: String) throws(LexiconError) -> Int {
      guard let bit = registry.add(name) else {
        throw LexiconError(
          file: "cues.tsv", message: "more than \(TypeRegistry.limit) types of words; merge some cue types")
      }
      return bit
    }
    types = try Types(type)
    var entryTypes: [UInt8] = []
    for entry in lexicons.entries {
      let bit: Int
      switch entry.kind {
      case .function: bit = types.function
      case .rank:
        switch lexicons.ranks[entry.index].effect {
        case .rank: bit = types.rank
        case .acting: bit = types.acting
        case .former: bit = types.former
        case .drop: bit = types.drop
        }
      case .body:
        switch lexicons.bodyWords[entry.index].role {
        case .head: bit = types.bodyHead
        case .word: bit = types.bodyWord
        case .level: bit = types.level
        }
      case .place: bit = types.place
      case .honorific: bit = types.honorific
      case .month: bit = types.month
      case .unit: bit = types.unit
      case .numeral: bit = types.numeral
      case .documentType: bit = types.documentType
      case .cue: bit = try type(lexicons.cues[entry.index].type)
      }
      entryTypes.append(UInt8(bit))
    }
    self.entryTypes = entryTypes
    var files: [RuleFile] = []
    for (path, text) in try lexicons.ruleFiles() { files.append(try RuleFile(text: text, file: path)) }
    rules = try RuleSet(files: files, registry: registry, folder: Folder(endings: lexicons.tokenizer.endings))
    for rule in rules.rules { try ProductionKind.check(rule) }
    self.registry = registry
    sentences = SentenceSplitter(
      abbreviations: lexicons.abbreviationKeys, bareSyllables: lexicons.syllables.bare)
    reading = "\(ReadingTables.engineVersion)-\(lexicons.fingerprint)"
  }

  func mask(_ type: Int) -> UInt128 { 1 << UInt128(type) }
}

/// The bits of the annotation types that the reader itself knows.
final class Types: Sendable {
  let function: Int
  let rank: Int
  let acting: Int
  let former: Int
  let drop: Int
  let bodyHead: Int
  let bodyWord: Int
  let level: Int
  let place: Int
  let honorific: Int
  let month: Int
  let unit: Int
  let numeral: Int
  let documentType: Int
  /// A person's name for certain, or one that needs a post or an honorific beside it.
  let person: Int
  let maybe: Int
  /// One part of a name alone.
  let short: Int
  let org: Int
  let post: Int
  let directive: Int
  let date: Int
  let amount: Int
  let figure: Int
  let placeLead: Int
  let credit: Int
  let related: Int
  let furniture: Int
  let captionLead: Int
  let dateline: Int
  let numberSign: Int
  let ordinal: Int
  let notPerson: Int
  let streetLead: Int
  let said: Int
  let stopword: Int
  let replaces: Int

  init(_ type: (String) throws(LexiconError) -> Int) throws(LexiconError) {
    function = try type("function")
    rank = try type("rank")
    acting = try type("acting")
    former = try type("former")
    drop = try type("new")
    bodyHead = try type("bodyhead")
    bodyWord = try type("bodyword")
    level = try type("level")
    place = try type("place")
    honorific = try type("honorific")
    month = try type("month")
    unit = try type("unit")
    numeral = try type("numeral")
    documentType = try type("doctype")
    person = try type("person")
    maybe = try type("maybe")
    short = try type("shortname")
    org = try type("org")
    post = try type("post")
    directive = try type("directive")
    date = try type("date")
    amount = try type("amount")
    figure = try type("figure")
    placeLead = try type("place-lead")
    credit = try type("credit")
    related = try type("related")
    furniture = try type("furniture")
    captionLead = try type("caption-lead")
    dateline = try type("dateline")
    numberSign = try type("number-sign")
    ordinal = try type("ordinal")
    notPerson = try type("not-person")
    streetLead = try type("street-lead")
    said = try type("said")
    stopword = try type("stopword")
    replaces = try type("replaces")
  }
}
