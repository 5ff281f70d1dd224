import KadryGraph
import KadryLexicon
import Synchronization

/// The comparison of names by the lexicons, as the graph asks for it.
final class LexiconNames: NameComparison {
  private let lexicons: Lexicons
  /// Made when first asked for: reading alone does not need it.
  private let made = Mutex<NameComparer?>(nil)

  init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
  }

  func key(_ name: String) -> String { comparer.key(name) }

  func compare(_ a: String, _ b: String) -> NameVerdict { Self.verdict(comparer.compare(a, b)) }

  func comparison() -> (String, String) -> NameVerdict {
    var memory = NameMemory(comparer)
    return { Self.verdict(memory.compare($0, $1)) }
  }

  private static func verdict(_ outcome: NameComparer.Outcome) -> NameVerdict {
    let likeness: NameVerdict.Likeness =
      switch outcome.verdict {
      case .same: .same
      case .possible: .possible
      case .different: .different
      }
    return NameVerdict(likeness, outcome.reasons.joined(separator: "; "))
  }

  /// The spellings that a name may have, the likeliest first.
  func forms(_ name: String) -> [NameFormAnswer] {
    comparer.forms(name).map {
      NameFormAnswer(form: $0.text, kind: $0.kind.rawValue, part: $0.part.map { $0 + 1 })
    }
  }

  private var comparer: NameComparer {
    made.withLock { made in
      if let made { return made }
      let comparer = NameComparer(lexicons)
      made = comparer
      return comparer
    }
  }
}
