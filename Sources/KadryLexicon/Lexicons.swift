import KadryText

/// Everything that Kadry knows of the languages and of Vietnam's offices, read from a folder of tables.
///
/// Immutable and safe to share between threads. Loading takes a few hundred milliseconds: load once.
///
/// ```swift
/// let lexicons = try Lexicons(base: Lexicons.locate())
/// ```
public final class Lexicons: Sendable {
  /// The folders that were read, base first.
  public let folders: [String]
  /// Hash of every byte that was read: two readings with one fingerprint say the same.
  public let fingerprint: String
  public let tokenizer: Tokenizer
  public let inflector: Inflector
  public let trie: Trie
  /// The Vietnamese forms without diacritics, by the tokens' `stem`.
  public let bareTrie: Trie
  /// What the trie's values refer to.
  public let entries: [Entry]
  /// Dictionary forms, as the trie's values refer to them.
  public let lemmas: [String]
  public let concepts: Concepts

  public let functions: [Function]
  public let ranks: [Rank]
  public let bodyWords: [BodyWord]
  public let places: [Place]
  public let months: [Month]
  public let units: [Unit]
  public let numerals: [Numeral]
  public let honorifics: [Honorific]
  public let documentTypes: [DocumentType]
  public let documentIssuers: [DocumentIssuer]
  public let cues: [Cue]
  public let organizations: [Organization]
  public let posts: [Post]
  public let newspapers: [Newspaper]
  /// Article numbers of newspapers with their dates, ascending.
  public let articleNumbers: [ArticleNumber]
  public let pageCues: PageCues
  public let endingGrammemes: [Grammemes]
  /// Which endings are typical of adjectives.
  public let endingIsAdjective: [Bool]
  public let syllables: Syllables
  public let names: NameTables
  /// How often Vietnamese names occur, by their place in a name.
  public let register: NameRegister
  public let codes: CodeTables
  public let directory: OfficeTables
  public let terms: TermTable
  /// Words of examples and counter-examples, by entry, for the check.
  public let examples: [EntryExample]

  /// Reads a base folder and lays overlays on it, later ones winning.
  ///
  /// - Throws: ``LexiconError`` with file, line and column.
  public convenience init(base: String, overlays: [String] = []) throws(LexiconError) {
    var loader = LexiconLoader(folders: [base] + overlays)
    try loader.load()
    self.init(loader)
  }

  init(_ loader: LexiconLoader) {
    folders = loader.source.folders
    fingerprint = loader.source.fingerprint
    tokenizer = loader.tokenizer
    inflector = loader.inflector
    trie = loader.trie.build()
    bareTrie = loader.bareTrie.build()
    entries = loader.entries
    lemmas = loader.lemmas
    concepts = loader.concepts
    functions = loader.functions
    ranks = loader.ranks
    bodyWords = loader.bodyWords
    places = loader.places
    months = loader.months
    units = loader.units
    numerals = loader.numerals
    honorifics = loader.honorifics
    documentTypes = loader.documentTypes
    documentIssuers = loader.documentIssuers
    cues = loader.cues
    organizations = loader.organizations
    posts = loader.posts
    newspapers = loader.newspapers
    articleNumbers = loader.articleNumbers
    pageCues = loader.pageCues
    endingGrammemes = loader.endingGrammemes
    endingIsAdjective = loader.endingIsAdjective
    syllables = loader.syllables
    names = loader.names
    register = loader.register
    codes = loader.codes
    directory = OfficeTables(
      organizations: loader.organizations, posts: loader.posts, places: loader.places,
      concepts: loader.concepts)
    terms = TermTable(loader.terms, directory)
    examples = loader.examples
  }
}

extension Lexicons {
  /// Keys of abbreviations that end in a full stop, after which a sentence goes on.
  public var abbreviationKeys: Set<UInt64> {
    var keys: Set<UInt64> = []
    let folder = Folder()
    for lemma in lemmas where lemma.hasSuffix(".") {
      let tokens = folder.tokens(of: lemma)
      for (i, token) in tokens.enumerated() where token.isWord {
        if i + 1 < tokens.count, tokens[i + 1].mark == .period { keys.insert(token.key) }
      }
    }
    return keys
  }

  /// Keys of words that stand before a title with a hyphen, which an entry gives as a word and a hyphen.
  public var prefixKeys: Set<UInt64> {
    var keys: Set<UInt64> = []
    let folder = Folder()
    for lemma in lemmas where lemma.hasSuffix("-") {
      let tokens = folder.tokens(of: lemma)
      if tokens.count == 2, tokens[0].isWord { keys.insert(tokens[0].key) }
    }
    return keys
  }
}

/// An example or counter-example of an entry, with the place where it stands.
public struct EntryExample: Sendable {
  public let entry: Int
  public let text: String
  /// Whether a hit must occur (`yes`) or must not (`no`).
  public let isPositive: Bool
  public let file: String
  public let line: Int
  public let column: Int
}
