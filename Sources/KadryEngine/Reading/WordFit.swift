import KadryGraph
import KadryLexicon
import KadryText

/// How two words of names fit.
enum WordFit {
  /// Letter for letter.
  case alike
  /// In two scripts, by the rules of transcription.
  case transcribed
  /// Through a spelling that transcriptions are known to slip into.
  case slip(reason: String)
  /// One is written without marks and may be the other.
  case bare
  case none(reason: String)

  init(_ one: NameElement, _ other: NameElement, _ anatomy: NameAnatomy) {
    if one.script == other.script && one.folded == other.folded {
      self = .alike
      return
    }
    let shared = one.syllables.intersection(other.syllables)
    if shared.isEmpty {
      self = .none(reason: "\(one.word) and \(other.word) are no spellings of one syllable")
    } else if one.script == .bare || other.script == .bare {
      self = .bare
    } else if one.script == .vietnamese && other.script == .vietnamese {
      self = .none(reason: "\(one.word) and \(other.word) differ in tone")
    } else if shared.contains(where: { anatomy.isByTheRules(one, $0) && anatomy.isByTheRules(other, $0) }) {
      self = one.script == other.script ? .alike : .transcribed
    } else {
      let meant = shared.map(anatomy.vietnamese).min() ?? ""
      self = .slip(reason: "\(one.word) and \(other.word) may both be \(meant)")
    }
  }

  var isFit: Bool {
    if case .none = self { return false }
    return true
  }
}

extension WordFit {
  /// What the fits of all words of two names come to.
  static func verdict(_ fits: [WordFit]) -> NameVerdict {
    var slips: [String] = []
    var isBare = false
    var isTranscribed = false
    for fit in fits {
      switch fit {
      case .alike: break
      case .transcribed: isTranscribed = true
      case .slip(let reason): slips.append(reason)
      case .bare: isBare = true
      case .none(let reason): return NameVerdict(.different, reason)
      }
    }
    var reasons = slips
    if isBare { reasons.append("one is written without marks") }
    if isTranscribed { reasons.append("transcribed by the rules") }
    let reason = reasons.isEmpty ? "spelled alike" : reasons.joined(separator: "; ")
    let isSame = !isBare && (slips.isEmpty || slips.count == 1 && fits.count > 2)
    return NameVerdict(isSame ? .same : .possible, reason)
  }
}

extension NameAnatomy {
  /// Whether a word is spelled as the rules of transcription spell the syllable; Vietnamese words are.
  func isByTheRules(_ element: NameElement, _ syllable: Syllables.Syllable) -> Bool {
    element.script != .cyrillic
      || cyrillic(syllable).map { PlainSpelling.fold($0) == element.folded } ?? false
  }
}
