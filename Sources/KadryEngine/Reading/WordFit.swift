import KadryLexicon
import KadryText

/// How two words of names fit.
enum WordFit {
  /// Letter for letter, or by the rules of transcription; with the reason where the scripts differ.
  case exact(reason: String?)
  /// Through a spelling that transcriptions are known to slip into.
  case slip(reason: String)
  /// One is written without marks and may be the other.
  case bare(reason: String)
  case none(reason: String)

  init(_ one: NameElement, _ other: NameElement, _ anatomy: NameAnatomy) {
    if one.script == other.script && one.folded == other.folded {
      self = .exact(reason: nil)
      return
    }
    let shared = one.syllables.intersection(other.syllables)
    guard !shared.isEmpty else {
      self = .none(reason: "\(one.folded.shown) and \(other.folded.shown) are no one syllable")
      return
    }
    if one.script == .vietnamese && other.script == .vietnamese {
      self = .none(reason: "\(one.folded.shown) and \(other.folded.shown) differ in tone")
      return
    }
    let canonical = shared.filter { syllable in
      [one, other].allSatisfy { $0.script != .cyrillic || anatomy.isCanonical($0, syllable) }
    }
    let meant = (canonical.isEmpty ? shared : canonical).map(anatomy.vietnamese).min() ?? ""
    let reason = "\(one.folded.shown) and \(other.folded.shown) may both be \(meant)"
    if one.script == .bare || other.script == .bare {
      self = .bare(reason: reason)
    } else {
      self = canonical.isEmpty ? .slip(reason: reason) : .exact(reason: reason)
    }
  }

  var isFit: Bool {
    if case .none = self { return false }
    return true
  }

  var slip: String? {
    if case .slip(let reason) = self { return reason }
    return nil
  }

  var reason: String? {
    switch self {
    case .exact(let reason): reason
    case .slip(let reason), .bare(let reason), .none(let reason): reason
    }
  }
}

extension NameAnatomy {
  /// Whether a Cyrillic word is spelled as the rules spell the syllable.
  func isCanonical(_ element: NameElement, _ syllable: Syllables.Syllable) -> Bool {
    cyrillic(syllable).map { PlainSpelling.fold($0) == element.folded } ?? false
  }
}

extension String {
  /// A folded word without the marks that stand for its tone.
  fileprivate var shown: String { String(prefix { $0 != "'" }) }
}
