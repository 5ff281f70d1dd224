import KadryLexicon
import KadryText

/// Finds the day of publication in what the page itself offers, best evidence first.
///
/// A date line at the head of the page; a date beside place and agency where the text begins; a date in the address;
/// the article's number between two numbers whose dates are known, as a range. A file's time is never used.
struct PublicationDate {
  let lexicons: Lexicons
  /// How many lines count as the head of a page, and how long a date line may be.
  private static let headLines = 6
  private static let longestLine = 14
  /// How far into a line place, agency and date reach.
  private static let longestDateline = 16

  /// The partial ISO date and where it comes from: `header`, `dateline`, `url` or `number`.
  func find(_ draft: borrowing Draft) -> (date: String, basis: String)? {
    if let date = header(draft) { return (date, "header") }
    if let date = dateline(draft) { return (date, "dateline") }
    guard let url = draft.metadata.url ?? draft.page?.metadata.url else { return nil }
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

  /// A full date between the beginning of a line and a dash or the end of brackets, beside an agency or behind a place.
  private func dateline(_ draft: borrowing Draft) -> String? {
    let dateline = draft.datelineType
    for line in draft.lines.prefix(PublicationDate.headLines) {
      let start = line.tokens.lowerBound
      let limit = min(line.tokens.upperBound, start + PublicationDate.longestDateline)
      guard
        let end = (start..<limit).first(where: {
          let token = draft.chart.tokens[$0]
          return token.mark == .closeBracket || (token.mark == .dash && token.has(.spaceBefore))
        })
      else { continue }
      let isLed =
        draft.has(draft.placeType, at: start) || (start..<end).contains { draft.has(dateline, at: $0) }
      guard isLed else { continue }
      let date = draft.dates.first {
        start <= $0.tokens.lowerBound && $0.tokens.upperBound <= end && $0.value.count == 10
          && !$0.value.hasPrefix("--")
      }
      if let date { return date.value }
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

  /// The date of an article's number, or what the dates of the numbers around it leave open: a month, else a range.
  private func byNumber(_ url: String) -> String? {
    guard let host = DocumentContext.host(url) else { return nil }
    let anchors = lexicons.articleNumbers.filter { host == $0.source || host.hasSuffix("." + $0.source) }
    let digits = url.reversed().drop { !$0.isNumber }.prefix { $0.isNumber }.reversed()
    guard !anchors.isEmpty, digits.count >= 6, let number = Int(String(digits)) else { return nil }
    if let exact = anchors.first(where: { $0.number == number }) { return exact.date }
    guard let low = anchors.last(where: { $0.number < number }),
      let high = anchors.first(where: { $0.number > number })
    else { return nil }
    if low.date.count >= 7, low.date.prefix(7) == high.date.prefix(7) { return String(low.date.prefix(7)) }
    // The day that an article speaks of may be some days before its own.
    let last = high.isStated ? high.date : String(high.date.prefix(7))
    return low.date == last ? last : "\(low.date)/\(last)"
  }
}
