import KadryLexicon

/// What the newspaper and the address of an article tell of it.
struct DocumentContext {
  let lexicons: Lexicons
  /// The day from which provinces are the merged ones.
  private static let merger = "2025-07-01"

  /// The province of the newspaper that a source or an address names.
  func place(source: String?, url: String?, date: String?) -> String? {
    let host = source.map { $0.lowercased() } ?? url.flatMap(DocumentContext.host)
    guard let host else { return nil }
    guard
      let paper = lexicons.newspapers.first(where: { paper in
        host == paper.domain || host.hasSuffix("." + paper.domain)
          || paper.variants.contains { $0.lowercased() == host }
      })
    else { return nil }
    if let date, date >= DocumentContext.merger { return paper.province2025 ?? paper.province }
    return paper.province
  }

  /// The host of an address.
  static func host(_ url: String) -> String? {
    // scheme://host:port/path
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasSuffix(":"), parts[1].isEmpty else { return nil }
    let host = parts[2].prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return host.isEmpty ? nil : host.lowercased()
  }
}
