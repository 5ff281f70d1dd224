/// Gives a year to dates that have none, against the day of publication: news looks back.
enum DateResolver {
  /// How many days ahead of its publication an article may still speak of.
  static let ahead = 75
  /// The same for a day that is called a deadline.
  static let deadline = 330

  /// The full date for a year-less one, or `nil` where the publication date is unknown or too vague.
  static func resolve(_ value: String, published: String?, isDeadline: Bool = false) -> String? {
    let ahead = isDeadline ? deadline : ahead
    guard value.hasPrefix("--"), let published, published.count >= 7, let year = Int(published.prefix(4)),
      let month = Int(published.dropFirst(5).prefix(2))
    else { return nil }
    let day = published.count >= 10 ? Int(published.dropFirst(8).prefix(2)) ?? 28 : 28
    let ends = value.split(separator: "/").map(String.init)
    let resolved = ends.compactMap { end -> String? in
      let parts = end.dropFirst(2).split(separator: "-").compactMap { Int($0) }
      guard let m = parts.first else { return nil }
      let d = parts.count > 1 ? parts[1] : 1
      let distance = (m - month) * 30 + (d - day)
      let chosen = distance > ahead ? year - 1 : distance < ahead - 365 ? year + 1 : year
      return "\(chosen)-" + end.dropFirst(2)
    }
    return resolved.count == ends.count ? resolved.joined(separator: "/") : nil
  }
}
