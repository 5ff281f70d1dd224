import KadryText

/// Compares names of persons and places across scripts and spellings, and says why.
///
/// Works on Vietnamese with and without diacritics and on Cyrillic with all that translations do to a name:
/// slips, case endings, one word or several, initials, short forms. Deterministic and symmetric.
///
/// ```swift
/// let names = NameComparer(lexicons)
/// names.compare("Нгуен Суан Сон", "Нгуен Суан Шон").verdict   // .same
/// names.compare("Ле Минь Хунг", "Ле Минь Хынг").verdict       // .possible
/// names.compare("Nguyễn Văn Hùng", "Nguyễn Văn Hưng").verdict // .different
/// ```
public struct NameComparer: Sendable {
  /// Whether two spellings are of one name.
  public enum Verdict: String, Sendable, CaseIterable { case different, possible, same }

  /// The outcome, with the reasons for it in English.
  public struct Outcome: Sendable, Equatable {
    public let verdict: Verdict
    public let reasons: [String]
  }

  let lexicons: Lexicons
  let parser: NameParser
  let parts: PartComparison
  let places: PlaceSpellings
  let classes: SyllableClasses

  /// Prepares the tables; takes some milliseconds.
  public init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    parser = NameParser(lexicons)
    parts = PartComparison(lexicons)
    places = PlaceSpellings(lexicons)
    classes = SyllableClasses(lexicons.syllables, lexicons.register)
  }

  /// Compares two spellings.
  ///
  /// `same` needs every part to agree: two scripts or a slip need three parts at least, a surname alone is never
  /// enough. A name that translations confuse with another, a missing diacritic or part, an initial are `possible`.
  public func compare(_ a: String, _ b: String) -> Outcome { compare(read(a), read(b)) }

  /// A name as far as it can be read without another beside it.
  struct ReadName {
    var text: String
    var parsed: ParsedName
    var places: (names: [String], isExact: Bool)
  }

  func read(_ name: String) -> ReadName {
    ReadName(text: name, parsed: parser.parse(name), places: places.names(name))
  }

  func compare(_ a: ReadName, _ b: ReadName) -> Outcome {
    let (x, y) = (a.parsed, b.parsed)
    guard !x.parts.isEmpty, !y.parts.isEmpty else {
      return a.text == b.text
        ? Outcome(.same, "the same text") : Outcome(.different, "no name to compare")
    }
    if x.keys == y.keys { return alike(x) }
    if let outcome = oneWordOrSeveral(x, y) { return outcome }
    let known = PlaceSpellings.compare(a.places, b.places)
    if let known, known.verdict == .same { return known }
    let aligned = best(x, y)
    if let known, aligned.verdict == .different { return known }
    return aligned
  }

  private func alike(_ name: ParsedName) -> Outcome {
    if name.parts.count == 1, isSurname(name.parts[0]) {
      return Outcome(.possible, "the same spelling, but a surname alone may be anyone's")
    }
    return Outcome(.same, "the same spelling")
  }

  private func isSurname(_ part: NamePart) -> Bool {
    part.keys.contains { lexicons.names.surnames.contains($0) }
      || !part.isCyrillic && !part.isMarked && lexicons.names.bareSurnames.contains(part.bareKey)
  }

  /// The same letters in a different number of words, in one script.
  private func oneWordOrSeveral(_ x: ParsedName, _ y: ParsedName) -> Outcome? {
    guard x.letters == y.letters, x.parts.count + y.parts.count > 2 else { return nil }
    let all = x.parts + y.parts
    guard all.allSatisfy(\.isCyrillic) || all.allSatisfy({ !$0.isCyrillic && !$0.isMarked }) else {
      return nil
    }
    return Outcome(.same, "the same letters, written in \(x.parts.count) and \(y.parts.count) words")
  }

  /// The best outcome over all ways to cut words of several syllables.
  private func best(_ x: ParsedName, _ y: ParsedName) -> Outcome {
    var best = NameAlignment(x.parts, y.parts, parts, mayBeShort: true).outcome { isSurname($0) }
    for a in [x.parts] + x.cuts {
      for b in [y.parts] + y.cuts
      where a.count == b.count && (a.count > x.parts.count || b.count > y.parts.count) {
        let outcome = NameAlignment(a, b, parts, mayBeShort: false).outcome { isSurname($0) }
        if outcome.verdict.rank > best.verdict.rank { best = outcome }
      }
    }
    return best
  }
}

extension NameComparer.Verdict {
  var rank: Int {
    switch self {
    case .different: 0
    case .possible: 1
    case .same: 2
    }
  }
}

extension NameComparer.Outcome {
  init(_ verdict: NameComparer.Verdict, _ reasons: String...) {
    self.init(verdict: verdict, reasons: reasons)
  }
}
