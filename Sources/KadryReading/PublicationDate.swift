import KadryLexicon
import KadryText

/// Finds the day of publication in what the page itself offers, best evidence first.
///
/// A date line at the head of the page; a date in the address; the article's number between two numbers
/// whose dates are known, as far as both agree. A file's time is never used.
struct PublicationDate {
  let lexicons: Lexicons
  /// How many lines count as the head of a page, and how long a date line may be.
  private static let headLines = 6
  private static let longestLine = 14

  /// The partial ISO date and where it comes from: `header`, `url` or `number`.
  func find(_ draft: borrowing Draft) -> (date: String, basis: String)? {
    if let date = header(draft) { return (date, "header") }
    guard let url = draft.metadata.url else { return nil }
    if let date = PublicationDate.inAddress(url) { return (date, "url") }
    return byNumber(url).map { ($0, "number") }
  }

  /// A full date on a short line near the top that says little else.
  private func header(_ draft: borrowing Draft) -> String? {
    for line in draft.lines.prefix(PublicationDate.headLines)
    where line.tokens.count <= PublicationDate.longestLine {
      let dates = draft.dates.filter {
        line.tokens.contains($0.tokens.lowerBound) && $0.value.count == 10 && !$0.value.hasPrefix("--")
      }
      guard let date = dates.first, !line.cues.contains(.closed) else { continue }
      // A date in a sentence is what the sentence speaks of; a date line has few other words.
      let others = line.tokens.filter { !date.tokens.contains($0) && draft.chart.tokens[$0].isWord }
      if others.count <= 6 { return date.value }
    }
    return nil
  }

  /// `/2025/11/07/` or `20251107…` in an address.
  static func inAddress(_ url: String) -> String? {
    var runs: [(digits: String, before: Character?)] = []
    var digits = ""
    var before: Character?
    var last: Character?
    for c in url + "/" {
      if c.isASCII, c.isNumber {
        if digits.isEmpty { before = last }
        digits.append(c)
      } else if !digits.isEmpty {
        runs.append((digits, before))
        digits = ""
      }
      last = c
    }
    for (index, run) in runs.enumerated() {
      if run.digits.count == 4, index + 2 < runs.count, run.before == "/",
        let date = day(run.digits, runs[index + 1].digits, runs[index + 2].digits)
      {
        return date
      }
      if run.digits.count == 8 || run.digits.count >= 14 {
        let text = run.digits
        let month = text.dropFirst(4).prefix(2)
        let number = text.dropFirst(6).prefix(2)
        if let date = day(String(text.prefix(4)), String(month), String(number)) { return date }
      }
    }
    return nil
  }

  private static func day(_ year: String, _ month: String, _ day: String) -> String? {
    guard let y = Int(year), let m = Int(month), let d = Int(day), (1990...2099).contains(y),
      month.count <= 2,
      day.count <= 2, DateMaker.isDay(y, m, d)
    else { return nil }
    return "\(y)-\(DateMaker.two(m))-\(DateMaker.two(d))"
  }

  /// What the dates of the numbers around an article's number have in common.
  private func byNumber(_ url: String) -> String? {
    guard let host = DocumentContext.host(url) else { return nil }
    let anchors = lexicons.articleNumbers.filter { host == $0.source || host.hasSuffix("." + $0.source) }
    let digits = url.reversed().drop { !$0.isNumber }.prefix { $0.isNumber }.reversed()
    guard !anchors.isEmpty, digits.count >= 6, let number = Int(String(digits)) else { return nil }
    if let exact = anchors.first(where: { $0.number == number }) { return exact.date }
    guard let low = anchors.last(where: { $0.number < number }),
      let high = anchors.first(where: { $0.number > number })
    else { return nil }
    // Both dates agree down to the month, to the year, or not at all.
    for length in [7, 4] where low.date.prefix(length) == high.date.prefix(length) && low.date.count >= length
    {
      return String(low.date.prefix(length))
    }
    return nil
  }
}
