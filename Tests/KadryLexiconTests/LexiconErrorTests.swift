import Foundation
import KadryLexicon
import Testing

/// What loading says about a folder whose tables are broken: file, line, column, what, what to do.
@Suite struct LexiconErrorTests {
  @Test func theSmallestLexiconsLoad() throws {
    let small = try SmallLexicons()
    defer { small.remove() }
    #expect(small.complaint() == nil)
    let lexicons = try Lexicons(base: small.folder.path)
    #expect(lexicons.functions.map(\.id) == ["chair"])
    #expect(lexicons.examples.map(\.text) == ["председата"])
    #expect(lexicons.syllables.isSyllable(Syllables.hash("Сон")))
  }

  private static func rows(_ lines: String...) -> String {
    lines.map { SmallLexicons.rows($0) }.joined()
  }

  static let broken: [(table: String, text: String, message: String)] = [
    (
      "adjectives", rows("id ¦ match ¦ strip ¦ priority", "hard ¦ ый ¦ ый ¦ first"),
      "adjectives.tsv:2:12: 'first' is no whole number"
    ),
    (
      "paradigms", rows("id ¦ gender ¦ match ¦ strip ¦ priority", "a ¦ x ¦ т ¦ ¦ 1"),
      "paradigms.tsv:2:3: 'x' is no gender; write m, f, n or pl"
    ),
    (
      "paradigms", rows("id ¦ gender ¦ match ¦ strip ¦ priority", "a ¦ m ¦ т ¦ ¦ 1.5"),
      "paradigms.tsv:2:8: '1.5' is no whole number"
    ),
    (
      "endings", rows("id ¦ ending ¦ pos ¦ grammemes", "a ¦ а ¦ noun ¦ gen.xx"),
      "endings.tsv:2:10: 'xx' is no grammeme; write words such as gen.sg"
    ),
    (
      "endings", rows("id ¦ ending ¦ pos ¦ grammemes", "a ¦ иями ¦ noun ¦ ins"),
      "endings.tsv:2:3: 'иями' must have one to three letters"
    ),
    (
      "ranks", rows("id ¦ effect ¦ vi ¦ ru", "deputy ¦ none ¦ ¦"),
      "ranks.tsv:2:8: 'none' is no effect; write rank, acting, former or drop"
    ),
    (
      "functions", rows("id ¦ kind ¦ rank ¦ body ¦ vi ¦ ru", "chair ¦ post ¦ ¦ ¦ ¦"),
      "functions.tsv:2:7: 'post' is no kind; write office, membership, state, diplomat or other"
    ),
    (
      "functions", rows("id ¦ kind ¦ rank ¦ body ¦ vi ¦ ru", "chair ¦ office ¦ deputy vice ¦ ¦ ¦"),
      "functions.tsv:2:14: there is no rank 'vice' in ranks.tsv"
    ),
    (
      "functions", rows("id ¦ kind ¦ rank ¦ body ¦ vi ¦ ru", "chair ¦ office ¦ ¦ ¦ ¦ секретарь"),
      "functions.tsv:2:17: 'секретарь' fits no paradigm; mark the word with :m, :f, :n, :pl, :adj or :0"
    ),
    (
      "posts", rows("id ¦ function ¦ rank ¦ body ¦ level ¦ ru ¦ precedence", "p ¦ chair ¦ ¦ b ¦ ¦ ¦ high"),
      "posts.tsv:2:14: 'high' is no whole number"
    ),
    (
      "posts", rows("id ¦ function ¦ rank ¦ body ¦ level ¦ ru ¦ precedence", "p ¦ chair ¦ ¦ b ¦ town ¦ ¦ 1"),
      "posts.tsv:2:12: 'town' is no level; write central, province, district, commune or village"
    ),
    (
      "bodies", rows("id ¦ role ¦ concepts ¦ level ¦ vi ¦ ru", "b ¦ tail ¦ x ¦ ¦ ¦"),
      "bodies.tsv:2:3: 'tail' is no role; write head, word or level"
    ),
    (
      "bodies",
      rows(
        "id ¦ role ¦ concepts ¦ level ¦ vi ¦ ru",
        "b ¦ head ¦ \((0...128).map { "c\($0)" }.joined(separator: " ")) ¦ ¦ ¦"),
      "bodies.tsv:2:8: more than 128 different concepts; reuse one"
    ),
    (
      "months", rows("id ¦ number ¦ ru ¦ vi", "june ¦ 13 ¦ ¦"),
      "months.tsv:2:6: '13' is no month; write 1 to 12"
    ),
    (
      "units", rows("id ¦ measure ¦ unit ¦ factor ¦ ru ¦ vi", "m ¦ length ¦ m ¦ 1,5 ¦ ¦"),
      "units.tsv:2:12: '1,5' is no number; write it as 1000 or 0.1"
    ),
    (
      "numerals", rows("id ¦ value ¦ multiplier ¦ ru ¦ vi", "1 ¦ eins ¦ ¦ ¦"),
      "numerals.tsv:2:3: 'eins' is no number; write it as 1000 or 0.1"
    ),
    (
      "code-letters", rows("id ¦ letter ¦ latin", "b ¦ Б ¦"),
      "code-letters.tsv:2:3: a letter and its Latin transcription are wanted here"
    ),
    (
      "article-numbers", rows("id ¦ article_id ¦ date", "x ¦ 10a ¦ 2016"),
      "article-numbers.tsv:2:3: '10a' is no whole number"
    ),
    (
      "page-cues", rows("id ¦ where ¦ role ¦ words", "x ¦ klass ¦ related ¦ more"),
      "page-cues.tsv:2:3: 'klass' is no place of mark-up; write class, aria, itemprop, meta, json"
    ),
    (
      "page-cues", rows("id ¦ where ¦ role ¦ words", "x ¦ class ¦ relatid ¦ more"),
      "page-cues.tsv:2:9: 'relatid' is no role; write one of content, headline, lead, caption, byline, date, "
        + "related, furniture, title, author, section, language, url, site, article"
    ),
    (
      "name-endings", rows("id ¦ ending ¦ restore ¦ grammemes", "a ¦ а ¦ ¦ genitive"),
      "name-endings.tsv:2:6: 'genitive' is no case; write gen, dat, acc, ins or loc"
    ),
    (
      "terms", rows("id ¦ ordinal ¦ organization ¦ place ¦ from ¦ to", "t ¦ X ¦ ¦ ¦ 2006 ¦ 2011"),
      "terms.tsv:2:3: 'X' is no whole number"
    ),
    (
      "terms", rows("id ¦ ordinal ¦ organization ¦ place ¦ from ¦ to", "t ¦ 10 ¦ nobody ¦ ¦ 2006 ¦ 2011"),
      "terms.tsv:2:6: there is no organization 'nobody' in organizations.tsv"
    ),
    ("cues", "id\ttype\tvi\nx\ty\tz\n", "cues.tsv:1:1: the header has no column 'ru'"),
    ("surnames", "", "surnames.tsv: is empty; a table begins with a header row"),
  ]

  @Test(arguments: broken.indices)
  func brokenTables(number: Int) throws {
    let (table, text, message) = Self.broken[number]
    let small = try SmallLexicons([table: text])
    defer { small.remove() }
    #expect(small.complaint() == message)
  }

  @Test(arguments: SmallLexicons.tables.keys.sorted())
  func missingTables(name: String) throws {
    let small = try SmallLexicons([name: nil])
    defer { small.remove() }
    #expect(small.complaint() == "\(name).tsv: is missing; the base folder needs this table")
  }

  @Test func wrongBytesAndPlaces() throws {
    let small = try SmallLexicons()
    defer { small.remove() }
    try Data([0x69, 0x64, 0xFF]).write(to: small.folder.appending(path: "cues.tsv"))
    #expect(small.complaint() == "cues.tsv: is not valid UTF-8; save it as UTF-8")
    // A byte order mark and line breaks of two bytes, as spreadsheets write them, are no error.
    try small.write("cues", "\u{FEFF}id\ttype\tvi\tru\r\nx\tacted\tđi\t\r\n")
    #expect(try Lexicons(base: small.folder.path).cues.map(\.type) == ["acted"])
    try FileManager.default.removeItem(at: small.folder.appending(path: "cues.tsv"))
    try FileManager.default.createDirectory(
      at: small.folder.appending(path: "cues.tsv"), withIntermediateDirectories: true)
    #expect(small.complaint() == "cues.tsv: cannot be read; check that it exists and is readable")
    #expect {
      _ = try Lexicons(base: "/no/such/folder")
    } throws: {
      "\($0)" == "/no/such/folder: is no folder; give the folder that holds the .tsv tables"
    }
  }

  @Test func overlaysOfAFolder() throws {
    let small = try SmallLexicons()
    let mine = try SmallLexicons.overlay([
      "functions": Self.rows(
        "id ¦ kind ¦ rank ¦ body ¦ vi ¦ ru", "off chair", "head ¦ office ¦ deputy ¦ ¦ Trưởng ¦ мастер:m")
    ])
    let bad = try SmallLexicons.overlay(["ranks": Self.rows("id ¦ effect ¦ vi ¦ ru", "off first")])
    defer { [small, mine, bad].forEach { $0.remove() } }
    let lexicons = try Lexicons(base: small.folder.path, overlays: [mine.folder.path])
    #expect(lexicons.functions.map(\.id) == ["head"])
    #expect(lexicons.functions.map(\.ranks) == [["deputy"]])
    #expect(lexicons.folders == [small.folder.path, mine.folder.path])
    #expect(lexicons.fingerprint != (try Lexicons(base: small.folder.path)).fingerprint)
    #expect(
      small.complaint(overlays: [mine, bad])
        == "overlay/ranks.tsv:2:1: there is no 'first' in ranks to switch off")
  }

  /// A misspelled file would otherwise lay nothing over anything, and nobody would know.
  @Test func overlaysThatNobodyReadsAreRefused() throws {
    let small = try SmallLexicons()
    let stray = try SmallLexicons.overlay(["function": Self.rows("id ¦ kind", "x ¦ office")])
    let empty = try SmallLexicons.overlay([:])
    defer { [small, stray, empty].forEach { $0.remove() } }
    let said = try #require(small.complaint(overlays: [stray]))
    #expect(said.hasPrefix("overlay/function.tsv: no table has this name; the tables are adjectives "))
    #expect(said.contains(" functions "))
    #expect(
      small.complaint(overlays: [empty])?.hasSuffix(
        ": has no table (.tsv) and no rule file (.pattern) to lay over the built-in ones") == true)
    try empty.write("own.pattern", "phase own\n")
    #expect(small.complaint(overlays: [empty]) == nil)
  }
}
