import KadryReading

/// A person in a post, with what is known of the time on both clocks.
///
/// Sightings (`firstSeen`, `lastSeen`) prove the holding on those dates only; `start` and `end` come from
/// statements. A sighting without a year bounds nothing.
public struct Occupancy: Sendable, Equatable {
  /// `occ-` and the hash of the least member claim.
  public var id: String
  /// Person and post in one line.
  public var title: String
  /// The id of the person.
  public var person: String
  /// The id of the post, the most precise one when the claims name it more and less precisely.
  public var post: String
  /// The ids of all posts that the claims name, `post` among them; sorted.
  public var posts: [String]
  public var status: OccupancyStatus
  /// Whether every claim says «acting».
  public var acting: Bool
  /// The earliest dated sighting: a partial ISO date.
  public var firstSeen: String?
  /// The latest dated sighting.
  public var lastSeen: String?
  public var start: Bound?
  public var end: Bound?
  /// The holding cannot have begun before: a stated start, the last proven day of the predecessor in a post of
  /// one holder, or the beginning of the place.
  public var earliest: Bound?
  /// The holding cannot have lasted longer: an end, the first proven day of the successor, or the end of the
  /// body or place.
  public var latest: Bound?
  /// The days on which the holding is proven: between sightings, from the day after an appointment, to the day
  /// before a dated end. Assumes that nobody leaves a post and comes back in between. `nil` when no day is.
  public var provenDays: ClosedRange<Day>?
  /// The terms of office as stated, each `YYYY/YYYY`, in the order of time.
  public var terms: [String]
  /// The firmest grade among the claims.
  public var grade: Grade
  /// The last of ``terms``.
  public var term: String? { terms.last }
  /// Sightings that no year is known of.
  public var undated: Int
  /// Documents of distinct content.
  public var documents: Int
  /// The ids of the member claims, sorted.
  public var members: [String]

  public init(
    id: String, title: String = "", person: String, post: String, posts: [String] = [],
    status: OccupancyStatus = .unknown, acting: Bool = false, firstSeen: String? = nil,
    lastSeen: String? = nil, start: Bound? = nil, end: Bound? = nil, earliest: Bound? = nil,
    latest: Bound? = nil, provenDays: ClosedRange<Day>? = nil, terms: [String] = [], grade: Grade = .stated,
    undated: Int = 0, documents: Int = 0, members: [String] = []
  ) {
    self.id = id
    self.title = title
    self.person = person
    self.post = post
    self.posts = posts
    self.status = status
    self.acting = acting
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.start = start
    self.end = end
    self.earliest = earliest
    self.latest = latest
    self.provenDays = provenDays
    self.terms = terms
    self.grade = grade
    self.undated = undated
    self.documents = documents
    self.members = members
  }
}

/// How a holding stands as of the newest publication in the store.
public enum OccupancyStatus: String, Sendable, CaseIterable {
  /// Seen or begun within the last year before that day, and no end is known.
  case current
  /// Ended, and the date is known.
  case ended
  /// Ended, the date is not known.
  case endedUndated = "ended-date-unknown"
  /// Neither a recent sighting nor an end is known.
  case unknown
  /// Only proposed for the post.
  case nominated
}

/// The start or the end of a holding, as far as the documents tell.
public struct Bound: Sendable, Equatable {
  /// On what the date rests.
  public enum Basis: String, Sendable, CaseIterable {
    /// The text says since when, or until when.
    case stated
    case appointed, elected, dismissed, retired
    /// The person is called former holder.
    case former
    /// Somebody else provably holds the post of one holder, after or before.
    case successor, predecessor
    /// The person provably holds a post that nobody holds beside this one: the chief's, after or before the
    /// deputy's.
    case otherPost = "other-post"
    /// The body or the place was dissolved, or founded.
    case dissolved, founded
    /// The term of office.
    case term
  }
  /// The date within which the bound lies: a partial ISO date; `nil` when only the fact is known.
  public var date: String?
  /// Whether the bound may lie before `date` too: the date is that of the report.
  public var atLatest: Bool
  public var basis: Basis
  /// The claim that says so.
  public var claim: String

  public init(date: String?, atLatest: Bool = false, basis: Basis, claim: String) {
    self.date = date
    self.atLatest = atLatest
    self.basis = basis
    self.claim = claim
  }
}
