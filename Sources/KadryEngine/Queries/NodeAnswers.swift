import KadryGraph

/// A post in a list.
public struct PostAnswer: ResultRow, Equatable {
  public let post: Post
  public let organization: String?
  public let place: String?

  public static let columns = [
    "title", "organization", "place", "level", "canonical", "titles", "single_holder", "documents", "id",
  ]

  public static let tableColumns = [
    "title", "organization", "place", "level", "documents", "id",
  ]

  public var cells: [Cell] {
    [
      .text(post.title), Cell(organization), Cell(place), Cell(post.level), Cell(post.canonical),
      Cell(post.titles.map(\.name)), .boolean(post.singleHolder), .integer(post.documents), .text(post.id),
    ]
  }
}

/// A body in a list.
public struct OrganizationAnswer: ResultRow, Equatable {
  public let organization: Organization
  public let place: String?
  public let parent: String?

  public static let columns = ["name", "place", "level", "parent", "canonical", "names", "documents", "id"]

  public static let tableColumns = [
    "name", "place", "level", "parent", "documents", "id",
  ]

  public var cells: [Cell] {
    [
      .text(organization.name), Cell(place), Cell(organization.level), Cell(parent),
      Cell(organization.canonical),
      Cell(organization.names.map(\.name)), .integer(organization.documents), .text(organization.id),
    ]
  }
}

/// A place in a list.
public struct PlaceAnswer: ResultRow, Equatable {
  public let place: Place
  public let parent: String?

  public static let columns = ["name", "name_ru", "level", "parent", "canonical", "id"]

  public var cells: [Cell] {
    [
      .text(place.name), Cell(place.ru), Cell(place.level), Cell(parent), Cell(place.canonical),
      .text(place.id),
    ]
  }
}
