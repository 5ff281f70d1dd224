/// The article that an address leads to, whatever language its page is in: the site and the article's number.
///
/// `https://baonghean.vn/ru/novosti-10028421.html` and `https://www.baonghean.vn/tin-10028421.html` are one article.
enum ArticleAddress {
  /// Letters of languages that stand before a site's name, as in `en.nhandan.vn`.
  private static let languages: Set<Substring> = [
    "www", "m", "en", "ru", "vi", "fr", "cn", "zh", "es", "kr", "ko", "jp", "ja", "lao", "kh", "de",
  ]

  /// `site#number`, `nil` when the address has no number of six digits or more at its end, or only a date.
  static func article(_ url: String) -> String? {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    guard let slash = rest.firstIndex(where: { $0 == "/" || $0 == "?" || $0 == "#" }) else { return nil }
    let host = rest[..<slash].lowercased().prefix { $0 != ":" }
    var labels = host.split(separator: ".")[...]
    while labels.count > 2, let first = labels.first, languages.contains(first) { labels.removeFirst() }
    guard !labels.isEmpty else { return nil }
    let path = rest[slash...].prefix { $0 != "?" && $0 != "#" }
    guard let digits = number(path), !isDate(digits) else { return nil }
    return labels.joined(separator: ".") + "#" + digits
  }

  /// The last digits of the last part of a path, if only an ending such as `.html` or a language stands behind them.
  private static func number(_ path: Substring) -> Substring? {
    guard let part = path.split(separator: "/").last else { return nil }
    let stem = part.split(separator: ".").first ?? part
    let end = stem.lastIndex { $0.isASCII && $0.isNumber }
    guard let end else { return nil }
    let behind = stem[stem.index(after: end)...]
    guard behind.count <= 4 else { return nil }
    let head = stem[...end]
    let start =
      head.lastIndex { !($0.isASCII && $0.isNumber) }.map { head.index(after: $0) } ?? head.startIndex
    let digits = head[start...]
    return digits.count >= 6 ? digits : nil
  }

  /// Eight digits that read as a day name no article.
  private static func isDate(_ digits: Substring) -> Bool {
    guard digits.count == 8 else { return false }
    let numbers = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)].map { String($0) }
    return PartialDate(numbers.joined(separator: "-")) != nil && ("1990"..."2099").contains(numbers[0])
  }

  /// An address without what does not tell pages apart: scheme, `www.`, the fragment and a last slash.
  static func plain(_ url: String) -> String {
    var rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != "#" }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether an address leads to an article, not to the front page of a language.
  static func isArticle(_ url: String) -> Bool {
    if article(url) != nil { return true }
    return (plain(url).split(separator: "/").dropFirst().last ?? "").count { $0 == "-" } >= 2
  }
}
