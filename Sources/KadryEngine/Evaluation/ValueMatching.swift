/// Whether document numbers, dates and quantities are those of the gold.
struct ValueMatching: Sendable {
  let words: MatchingWords

  /// A document number in Latin capitals, without spaces, leading zeros and known slips of translation.
  func documentNumber(_ number: String) -> String {
    var code = number.uppercased().map { Self.dashes.contains($0) ? "-" : $0 }
    code = Array(String(code).trimmed)
    for prefix in words.numberPrefixes where String(code).hasPrefix(prefix) {
      code = Array(String(code.dropFirst(prefix.count)).trimmed)
      break
    }
    code = code.map { words.codeLetters[$0] ?? $0 }.filter { !$0.isWhitespace }
    let outer: Set<Character> = [".", ",", ";", ":", "«", "»", "\"", "'", "(", ")"]
    while let last = code.last, outer.contains(last) { code.removeLast() }
    var text = String(code.drop { outer.contains($0) })
    for ending in words.codeEndings where text.hasSuffix(ending.from) {
      text = text.dropLast(ending.from.count) + ending.to
    }
    for slip in words.codeSlips { text = text.replacing(slip.from, with: slip.to) }
    while text.count > 1, text.first == "0", text.dropFirst().first?.isNumber == true { text.removeFirst() }
    return text
  }

  /// Whether two numbers are of one document; a bare number fits any with the same digits in front.
  func numbersEqual(_ a: String, _ b: String) -> Bool {
    let (first, second) = (documentNumber(a), documentNumber(b))
    if first == second { return true }
    let digits = { (code: String) in code.prefix(while: \.isNumber) }
    if !first.isEmpty, !second.isEmpty,
      digits(first).count == first.count || digits(second).count == second.count
    {
      return !digits(first).isEmpty && digits(first) == digits(second)
    }
    return first.replacing("-", with: "/") == second.replacing("-", with: "/")
  }

  /// Kinds of documents that are told apart by translators only count as one.
  func documentKind(_ kind: String?) -> String {
    let lower = (kind ?? "").lowercased()
    return words.kindClasses[lower] ?? lower
  }

  /// Whether a date is the gold's, in full or without its year where the gold has none.
  func dateFits(_ predicted: String, _ gold: GoldDate) -> Bool {
    if gold.values.contains(predicted) { return true }
    guard gold.value.hasPrefix("--"), gold.resolved == nil, !predicted.isEmpty else { return false }
    return withoutYears(predicted) == withoutYears(gold.value)
  }

  /// A year-less or one-ended form of a date that the gold has in full: neither right nor wrong.
  func dateIsWeak(_ predicted: String, _ gold: GoldDate) -> Bool {
    for value in gold.values where value.contains("/") {
      if value.split(separator: "/").contains(predicted[...]) { return true }
    }
    guard predicted.hasPrefix("--") else { return false }
    let ends = gold.values.flatMap { $0.split(separator: "/") }
    return ends.contains { $0.hasSuffix(predicted.dropFirst()) }
  }

  func withoutYears(_ date: String) -> String {
    date.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let fields = part.split(separator: "-", omittingEmptySubsequences: false)
      if part.hasPrefix("--") { return String(part.dropFirst(2)) }
      return fields.count > 1 && fields[0].count == 4 && fields[0].allSatisfy(\.isNumber)
        ? String(part.dropFirst(5)) : String(part)
    }.joined(separator: "/")
  }

  /// Whether a quantity is the gold's, as a value or as it is written.
  func quantityFits(_ predicted: Quantity, _ gold: GoldQuantity) -> Bool {
    [gold.value, gold.raw].contains { $0.map { predicted.equals($0) } ?? false }
  }

  /// Reads a quantity as gold files write it: `97`, `0,71`, `7 214`, `5/5`, `10 из 141`.
  func quantity(_ text: String) -> Quantity? {
    var body = text.replacing("\u{A0}", with: " ").trimmed
    if body.hasSuffix("%") { body = String(body.dropLast()).trimmed }
    for word in words.ratioWords { body = body.replacing(" \(word) ", with: "/") }
    let parts = body.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let value = Self.digits(parts[0]), let whole = Self.digits(parts[1]) {
      return .ratio(value, of: whole)
    }
    var plain = body.filter { $0 != " " }
    let groups = plain.prefix { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    if isGrouped { plain = plain.filter { $0 != "." } }
    return Double(plain.replacing(",", with: ".")).map { .value($0) }
  }

  private static func digits(_ text: Substring) -> Double? {
    let bare = text.filter { $0 != " " }
    return bare.allSatisfy(\.isNumber) ? Double(bare) : nil
  }

  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]
}

/// A number, or one out of another.
enum Quantity: Sendable, Equatable {
  case value(Double)
  case ratio(Double, of: Double)

  func equals(_ other: Quantity) -> Bool {
    switch (self, other) {
    case (.value(let a), .value(let b)): abs(a - b) <= 1e-9 * max(1, abs(b))
    case (.ratio(let a, let b), .ratio(let c, let d)): a == c && b == d
    default: false
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
