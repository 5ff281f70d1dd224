import KadryGraph
import KadryLexicon
import KadryText
import Synchronization

/// Compares spellings of names through the lattice of syllables, across scripts.
///
/// Two words fit when they may be one Vietnamese syllable. A word that is spelled otherwise than the rules of
/// transcription have it counts as a slip; one slip in a name of three words leaves it the same name, more
/// make it possible.
final class LexiconNames: NameComparison {
  private let lexicons: Lexicons
  /// Made when first asked for: reading alone does not need it.
  private let anatomy = Mutex<(NameAnatomy, NameBlocks)?>(nil)

  init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
  }

  func key(_ name: String) -> String {
    let (anatomy, blocks) = tools()
    return blocks.key(anatomy.elements(of: name))
  }

  func compare(_ a: String, _ b: String) -> NameVerdict {
    let anatomy = tools().0
    let (first, second) = (anatomy.elements(of: a), anatomy.elements(of: b))
    guard !first.isEmpty, !second.isEmpty else { return NameVerdict(.different, "there is no name") }
    if first.count != second.count { return compareLengths(first, second, anatomy) }
    return WordFit.verdict(zip(first, second).map { WordFit($0, $1, anatomy) })
  }

  /// The spellings that a name may have in the other script; at most a few dozen, the likeliest first.
  func forms(_ name: String) -> [String] {
    let anatomy = tools().0
    let elements = anatomy.elements(of: name)
    guard !elements.isEmpty, elements.allSatisfy({ !$0.syllables.isEmpty }) else { return [] }
    var forms = [""]
    for element in elements {
      let choices = element.spellings(anatomy)
      forms = forms.flatMap { start in choices.map { start.isEmpty ? $0 : start + " " + $0 } }
      forms = Array(forms.prefix(64))
    }
    if elements.contains(where: { $0.script == .vietnamese }) {
      forms.append(NameElement.capitalized(PlainSpelling.fold(name)))
    }
    return forms
  }

  /// A name with words left out may be the longer one when its first and last words fit; one word alone never.
  private func compareLengths(
    _ first: [NameElement], _ second: [NameElement], _ anatomy: NameAnatomy
  ) -> NameVerdict {
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    var rest = long[...]
    var isPart = short.count > 1
    for element in short where isPart {
      guard let found = rest.firstIndex(where: { WordFit(element, $0, anatomy).isFit }) else {
        isPart = false
        break
      }
      rest = rest[(found + 1)...]
    }
    let endsFit =
      isPart && WordFit(short[0], long[0], anatomy).isFit
      && WordFit(short[short.count - 1], long[long.count - 1], anatomy).isFit
    return endsFit
      ? NameVerdict(.possible, "the shorter leaves words of the longer out")
      : NameVerdict(.different, "the names have \(first.count) and \(second.count) words")
  }

  private func tools() -> (NameAnatomy, NameBlocks) {
    anatomy.withLock { made in
      if let made { return made }
      let anatomy = NameAnatomy(lexicons.syllables)
      let tools = (anatomy, NameBlocks(anatomy, lexicons.syllables))
      made = tools
      return tools
    }
  }
}

extension NameElement {
  /// What the word may be in the other script, capitalised: Vietnamese without tones, or Cyrillic by the rules.
  fileprivate func spellings(_ anatomy: NameAnatomy) -> [String] {
    let found = syllables.compactMap { syllable in
      script == .cyrillic ? anatomy.vietnamese(syllable) : anatomy.cyrillic(syllable)
    }
    return Set(found).map(Self.capitalized).sorted { ($0.count, $0) < ($1.count, $1) }
  }

  fileprivate static func capitalized(_ text: String) -> String {
    text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
