import KadryText

/// Classes of syllables that some spelling joins, in either script: the letters of blocking keys.
///
/// Two syllables are of one class when a Cyrillic or a bare Latin spelling may stand for both, directly or through
/// others. About eleven hundred classes of some 4,500 syllables.
struct SyllableClasses: Sendable {
  /// The least syllable of each syllable's class.
  private var least: [Syllables.Syllable: Syllables.Syllable] = [:]
  private let syllables: Syllables
  private let labels: [Syllables.Syllable: String]

  init(_ syllables: Syllables, _ register: NameRegister) {
    self.syllables = syllables
    let all = syllables.all
    var parents: [Syllables.Syllable: Syllables.Syllable] = Dictionary(
      uniqueKeysWithValues: all.map { ($0, $0) })
    func root(_ syllable: Syllables.Syllable) -> Syllables.Syllable {
      var at = syllable
      while let next = parents[at], next != at { at = next }
      return at
    }
    func join(_ group: some Collection<Syllables.Syllable>) {
      guard let first = group.first else { return }
      for other in group.dropFirst() {
        let (a, b) = (root(first), root(other))
        guard a != b else { continue }
        parents[max(a, b)] = min(a, b)
        parents[other] = min(a, b)
      }
    }
    for group in syllables.groups { join(group) }
    var bySpelling: [UInt64: [Syllables.Syllable]] = [:]
    for syllable in all {
      bySpelling[Syllables.bareKey(syllables.vietnamese(syllable)), default: []].append(syllable)
    }
    for syllable in all {
      let group = bySpelling[Syllables.bareKey(syllables.vietnamese(syllable))] ?? []
      if group.first == syllable { join(group) }
    }
    var labels: [Syllables.Syllable: String] = [:]
    for syllable in all {
      least[syllable] = root(syllable)
      if least[syllable] == syllable { labels[syllable] = PlainSpelling.fold(syllables.vietnamese(syllable)) }
    }
    self.labels = labels
  }

  /// The name of the class of a part: a bare syllable, or the beginning of what is none.
  func label(_ part: NamePart) -> String {
    if let syllable = part.syllables.first, let least = least[syllable], let label = labels[least] {
      return label
    }
    return "~" + part.base.prefix(3)
  }
}

extension NameComparer {
  /// The blocking key: equal for all spellings that may be one name, in either script, short forms too.
  ///
  /// It stands for the last part, which every form of a name keeps. Not an identity: very many names share one.
  public func key(_ name: String) -> String { labels(name).last ?? PlainSpelling.fold(name) }

  /// A key of all parts: equal for all spellings that may be one name and leave no part out.
  public func fullKey(_ name: String) -> String {
    let labels = labels(name)
    return labels.isEmpty ? PlainSpelling.fold(name) : labels.joined(separator: " ")
  }

  private func labels(_ name: String) -> [String] {
    // A known place may have a name of its own in Russian; it goes by its Vietnamese one.
    let spelling = places.vietnamese(name) ?? name
    let parsed = parser.parse(spelling)
    let parts = (parsed.cuts.first ?? parsed.parts).filter { !$0.isInitial }
    return (parts.isEmpty ? parsed.parts : parts).map(classes.label)
  }
}
