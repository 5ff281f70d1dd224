import KadryStore

/// One count over the database: `kadry stats`.
public struct StatisticsAnswer: ResultRow, Equatable {
  public let section: String
  public let name: String
  public let count: Int

  public static let columns = ["section", "name", "count"]
  public var cells: [Cell] { [.text(section), .text(name), .integer(count)] }

  /// All counts, section by section.
  public static func all(of store: Store) throws -> [StatisticsAnswer] {
    let statistics = try store.statistics()
    func section(_ name: String, _ tallies: [Tally]) -> [StatisticsAnswer] {
      tallies.map {
        StatisticsAnswer(section: name, name: $0.name.isEmpty ? "unknown" : $0.name, count: $0.count)
      }
    }
    return [
      StatisticsAnswer(section: "documents", name: "all", count: statistics.documents),
      StatisticsAnswer(section: "documents", name: "witnesses", count: statistics.witnesses),
      StatisticsAnswer(section: "documents", name: "without date", count: statistics.undated),
      StatisticsAnswer(section: "documents", name: "without newspaper", count: statistics.unsourced),
      StatisticsAnswer(section: "documents", name: "without claims", count: statistics.silent),
    ] + section("language", statistics.documentsByLanguage)
      + section("newspaper", statistics.documentsBySource)
      + section("year", statistics.documentsByYear)
      + section("year, without newspaper", statistics.unsourcedByYear)
      + section("year, without claims", statistics.silentByYear)
      + [StatisticsAnswer(section: "claims", name: "all", count: statistics.claims)]
      + section("claims", statistics.claimsByKind) + section("graph", statistics.nodes)
  }
}
