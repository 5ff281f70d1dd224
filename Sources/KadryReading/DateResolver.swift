/// Gives a year to dates that have none, against the day of publication: news looks back.
enum DateResolver {
  /// How many days ahead of its publication an article may still speak of.
  static let ahead = 75
  /// The same for a day that is called a deadline.
  static let deadline = 330

  /// The full date for a year-less one, or `nil` where the publication date is unknown or too vague.
  ///
  /// A range of publication dates gives a year only where its ends give the same.
  static func resolve(_ value: String, published: String?, isDeadline: Bool = false) -> String? {
    let ahead = isDeadline ? deadline : ahead
    guard let published, published.utf8.contains(0x2F) else {
      return resolve(value, day: published, ahead: ahead)
    }
    let ends = published.split(separator: "/").map { resolve(value, day: String($0), ahead: ahead) }
    return ends.count == 2 && ends[0] == ends[1] ? ends[0] : nil
  }

  /// The year of publication, `nil` where it is unknown or one of several.
  static func year(_ published: String?) -> Int? {
    guard let published else { return nil }
    let years = published.split(separator: "/").map { $0.prefix(4) }
    return years.allSatisfy { $0 == years[0] } ? years.first.flatMap { Int($0) } : nil
  }

  private static func resolve(_ value: String, day published: String?, ahead: Int) -> String? {
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
