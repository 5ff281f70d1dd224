import KadryLexicon
import KadryText

/// The part of a page that a stretch of its text belongs to; 0 is left out.
enum PageMark: UInt8 {
  case none, body, headline, lead, caption, byline, related, furniture

  /// The zone of its tokens; `nil` in the body, where the words decide.
  var zone: Zone? {
    switch self {
    case .none, .body: nil
    case .headline: .headline
    case .lead: .lead
    case .caption: .caption
    case .byline: .byline
    case .related: .related
    case .furniture: .furniture
    }
  }
}
