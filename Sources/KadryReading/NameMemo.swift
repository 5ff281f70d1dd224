import KadryLexicon
import KadryPatterns
import KadryText

/// What words are as parts of names, remembered from one document to the next.
///
/// A newspaper says the same names again and again, and taking a word apart is costly. What is remembered
/// depends on the word alone, so that it changes no result.
final class NameMemo {
  /// A part with all that is asked of it.
  struct Known {
    var part: NamePart
    /// The part with small letters behind the first one.
    var title: String
    var traits: NameTraits
  }

  private let reader: NameReader
  private var words = WordTable()
  /// The part of each word in ``parts``, or -1 for a word that is none.
  private var partOfWord: [Int32] = []
  private(set) var parts: [Known] = []
  /// The part of each token of the document, -1 for none, or -2 where nobody has asked.
  private var partOfToken: [Int32] = []
  /// How many words are kept before all are forgotten.
  private static let limit = 1 << 15
  /// Sets words that are taken as they stand apart from those that are taken apart.
  private static let asItStands: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let bare: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  init(_ lexicons: Lexicons) { reader = NameReader(lexicons) }

  /// Forgets the tokens of the document before.
  func begin(tokens count: Int) {
    partOfToken.removeAll(keepingCapacity: true)
    partOfToken.append(contentsOf: repeatElement(-2, count: count))
    guard words.count > NameMemo.limit else { return }
    words = WordTable()
    partOfWord = []
    parts = []
  }

  /// The number of the part that a token is, `nil` when it can be none.
  func part(_ draft: borrowing Draft, _ token: Int) -> Int? {
    let known = partOfToken[token]
    if known > -2 { return known < 0 ? nil : Int(known) }
    let isBare = draft.chart.masks[token].has(.bare)
    let found = number(draft, token, salt: isBare ? NameMemo.bare : 0) { word, token in
      reader.part(word, token, isBare: isBare)
    }
    partOfToken[token] = Int32(found ?? -1)
    return found
  }

  /// The number of a part that a token is as it stands, whatever the syllables say.
  func whole(_ draft: borrowing Draft, _ token: Int) -> Int {
    number(draft, token, salt: NameMemo.asItStands) { word, token in
      // The stem joins the cases of a foreign name.
      NamePart(
        text: word, key: token.has(.cyrillic) && token.end - token.start > 6 ? token.stem : token.key,
        syllables: [], isInflected: false)
    } ?? 0
  }

  private func number(
    _ draft: borrowing Draft, _ index: Int, salt: UInt64, _ read: (String, Token) -> NamePart?
  ) -> Int? {
    let token = draft.chart.tokens[index]
    let (word, isNew) = words.number(of: draft.text, token.range, key: token.key ^ salt)
    if isNew {
      let part = read(draft.word(index), token)
      partOfWord.append(part == nil ? -1 : Int32(parts.count))
      if let part {
        parts.append(
          Known(part: part, title: NameReader.titleCase(part.text), traits: NameTraits(part, reader)))
      }
    }
    return partOfWord[word] < 0 ? nil : Int(partOfWord[word])
  }

  func has(_ trait: NameTraits, _ part: Int) -> Bool { parts[part].traits.contains(trait) }
}

/// What can be said of a part of a name.
struct NameTraits: OptionSet {
  let rawValue: UInt8
  static let surname = NameTraits(rawValue: 1)
  static let commonSurname = NameTraits(rawValue: 2)
  static let middle = NameTraits(rawValue: 4)
  /// A middle element that only women have.
  static let feminine = NameTraits(rawValue: 8)
  /// Has the mark of a clan, as names of minorities do: a single letter or an apostrophe.
  static let clan = NameTraits(rawValue: 16)
  static let inflected = NameTraits(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ part: NamePart, _ reader: NameReader) {
    var traits: NameTraits = []
    if reader.isSurname(part) { traits.insert(.surname) }
    if reader.isCommonSurname(part) { traits.insert(.commonSurname) }
    if reader.names.middle.contains(part.key) { traits.insert(.middle) }
    if reader.isFeminine(part) { traits.insert(.feminine) }
    if part.isInflected { traits.insert(.inflected) }
    if part.text.count == 1 || part.text.contains("'") || part.text.contains("\u{2019}") {
      traits.insert(.clan)
    }
    self = traits
  }
}
