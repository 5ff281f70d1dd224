import KadryText

/// Surnames, middle and given names, by token key, in both scripts.
public struct NameTables: Sendable {
  /// Keys of surnames as texts spell them, Vietnamese and Cyrillic.
  public private(set) var surnames: Set<UInt64> = []
  /// Keys of the surnames that most people have, which alone make a capitalised run a name.
  public private(set) var commonSurnames: Set<UInt64> = []
  /// Vietnamese surnames without diacritics, and the common ones of them.
  public private(set) var bareSurnames: Set<UInt64> = []
  public private(set) var commonBareSurnames: Set<UInt64> = []
  public private(set) var given: Set<UInt64> = []
  public private(set) var middle: Set<UInt64> = []
  /// Middle elements that only women have.
  public private(set) var feminine: Set<UInt64> = []

  init() {}

  init(surnames: Table, given: Table, middle: Table, folder: Folder) throws(LexiconError) {
    for (index, row) in surnames.rows.enumerated() {
      let keys = NameTables.keys(row, folder)
      self.surnames.formUnion(keys)
      let rank = Int(row["rank"]) ?? index
      if rank <= 60 { commonSurnames.formUnion(keys) }
      if let token = folder.tokens(of: row["name_vi"]).first {
        bareSurnames.insert(token.stem)
        if rank <= 60 { commonBareSurnames.insert(token.stem) }
      }
    }
    for row in given.rows { self.given.formUnion(NameTables.keys(row, folder)) }
    for row in middle.rows {
      let keys = NameTables.keys(row, folder)
      self.middle.formUnion(keys)
      if row["gender"] == "f", row["note"].contains("only reliable") { feminine.formUnion(keys) }
    }
  }

  private static func keys(_ row: Table.Row, _ folder: Folder) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for name in [row["name_vi"], row["ru"]] + row.list("ru_variants") {
      let found = folder.keys(of: name)
      if found.count == 1 { keys.formUnion(found) }
    }
    return keys
  }
}
