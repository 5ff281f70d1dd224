import KadryReading
import KadryText

/// An article with places for other names of persons and other numbers.
///
/// What is a name is what the reading takes for one, so that a varied article reads like the original.
struct Template {
  private enum Piece {
    case text([UInt8])
    /// The last words of the new name of a person; as written where no new name can be made.
    case name(person: Int, words: Int, written: [UInt8])
    /// A number with its first digit, and how many follow.
    case number(first: UInt8, more: Int)
  }

  private var pieces: [Piece] = []
  /// How many words the name of each person has.
  private var persons: [Int] = []
  let language: String?

  /// - Parameter names: takes in the names of the article, by its language.
  init(_ text: [UInt8], record: DocumentRecord, claims: [Claim], names: inout [String?: NamePool]) {
    language = record.lang
    var places: [(span: Range<Int>, person: Int, words: Int)] = []
    for claim in claims {
      guard case .person(let person) = claim.body else { continue }
      let name = person.name.split(separator: " ").map(String.init)
      names[language, default: NamePool()].add(name)
      for mention in claim.mentions {
        let words = mention.quote.split(separator: " ").count
        if words <= name.count { places.append((mention.span, persons.count, words)) }
      }
      persons.append(name.count)
    }
    var end = 0
    for place in places.sorted(by: { $0.span.lowerBound < $1.span.lowerBound })
    where place.span.lowerBound >= end && place.span.upperBound <= text.count {
      addText(text[end..<place.span.lowerBound])
      let written = Array(text[place.span])
      pieces.append(.name(person: place.person, words: place.words, written: written))
      end = place.span.upperBound
    }
    addText(text[end...])
  }

  /// The article with other names and numbers.
  func article(names: [String?: NamePool], _ generator: inout SeededGenerator) -> [UInt8] {
    let pool = names[language] ?? NamePool()
    let persons = persons.map { pool.name(words: $0, &generator) }
    var article: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): article += text
      case .name(let person, let words, let written):
        article += persons[person].map { Array($0.suffix(words).joined(separator: " ").utf8) } ?? written
      case .number(let first, let more):
        article.append(first)
        for _ in 0..<more { article.append(UInt8.random(in: 0x30...0x39, using: &generator)) }
      }
    }
    return article
  }

  /// Numbers of two digits and more vary; not years, nor what stands in a date, a code or a fraction.
  private mutating func addText(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let first = index
      while index < text.endIndex, isDigit(text[index]) { index += 1 }
      if index - first >= 2, !isYear(text[first..<index]), isAlone(first..<index, in: text) {
        pieces.append(.text(Array(text[start..<first])))
        pieces.append(.number(first: text[first], more: index - first - 1))
        start = index
      }
      index = max(index, first + 1)
    }
    pieces.append(.text(Array(text[start...])))
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
  }

  /// Whether blanks stand on both sides, or the text ends there.
  private func isAlone(_ digits: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
    (digits.lowerBound == text.startIndex || text[digits.lowerBound - 1] == 0x20)
      && (digits.upperBound == text.endIndex || text[digits.upperBound] == 0x20)
  }
}
