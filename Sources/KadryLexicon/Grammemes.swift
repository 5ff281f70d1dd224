/// The cases, numbers and genders that a word form may have; several bits mean «one of these».
public struct Grammemes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Case and number, twelve bits: singular first.
  @inlinable public static var nomSg: Grammemes { Grammemes(rawValue: 1 << 0) }
  @inlinable public static var genSg: Grammemes { Grammemes(rawValue: 1 << 1) }
  @inlinable public static var datSg: Grammemes { Grammemes(rawValue: 1 << 2) }
  @inlinable public static var accSg: Grammemes { Grammemes(rawValue: 1 << 3) }
  @inlinable public static var insSg: Grammemes { Grammemes(rawValue: 1 << 4) }
  @inlinable public static var locSg: Grammemes { Grammemes(rawValue: 1 << 5) }
  @inlinable public static var nomPl: Grammemes { Grammemes(rawValue: 1 << 6) }
  @inlinable public static var genPl: Grammemes { Grammemes(rawValue: 1 << 7) }
  @inlinable public static var datPl: Grammemes { Grammemes(rawValue: 1 << 8) }
  @inlinable public static var accPl: Grammemes { Grammemes(rawValue: 1 << 9) }
  @inlinable public static var insPl: Grammemes { Grammemes(rawValue: 1 << 10) }
  @inlinable public static var locPl: Grammemes { Grammemes(rawValue: 1 << 11) }
  @inlinable public static var masculine: Grammemes { Grammemes(rawValue: 1 << 12) }
  @inlinable public static var feminine: Grammemes { Grammemes(rawValue: 1 << 13) }
  @inlinable public static var neuter: Grammemes { Grammemes(rawValue: 1 << 14) }
  @inlinable public static var adjective: Grammemes { Grammemes(rawValue: 1 << 15) }
  /// The word never changes, so that it fits any case.
  @inlinable public static var invariable: Grammemes { Grammemes(rawValue: 1 << 16) }

  /// The form is an abbreviation, to be taken only in capitals.
  @inlinable public static var capitalsOnly: Grammemes { Grammemes(rawValue: 1 << 17) }

  @inlinable public static var singular: Grammemes { Grammemes(rawValue: 0x3F) }
  @inlinable public static var plural: Grammemes { Grammemes(rawValue: 0xFC0) }
  @inlinable public static var cases: Grammemes { Grammemes(rawValue: 0xFFF) }
  @inlinable public static var genders: Grammemes { Grammemes(rawValue: 0x7000) }
  @inlinable public static var nominative: Grammemes { [.nomSg, .nomPl] }
  @inlinable public static var genitive: Grammemes { [.genSg, .genPl] }
  @inlinable public static var dative: Grammemes { [.datSg, .datPl] }
  @inlinable public static var accusative: Grammemes { [.accSg, .accPl] }
  @inlinable public static var instrumental: Grammemes { [.insSg, .insPl] }
  @inlinable public static var locative: Grammemes { [.locSg, .locPl] }

  /// Case and number cells in the order of the tables' columns.
  static let cells: [Grammemes] = (0..<12).map { Grammemes(rawValue: 1 << UInt32($0)) }
  static let cellNames = [
    "nom_sg", "gen_sg", "dat_sg", "acc_sg", "ins_sg", "loc_sg", "nom_pl", "gen_pl", "dat_pl", "acc_pl",
    "ins_pl", "loc_pl",
  ]

  /// Whether the form can be what `wanted` asks for, invariable words always.
  @inlinable
  public func allows(_ wanted: Grammemes) -> Bool {
    contains(.invariable) || !isDisjoint(with: wanted)
  }

  /// Case and number bits, all of them for an invariable word.
  @inlinable
  public var caseNumber: Grammemes {
    contains(.invariable) ? .cases : intersection(.cases)
  }

  /// Names as rules write them: `nom gen dat acc ins loc`, `sg pl`, `m f n`, `adj`.
  public static let names: [String: Grammemes] = [
    "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative, "ins": .instrumental,
    "loc": .locative, "sg": .singular, "pl": .plural, "adj": .adjective, "m": .masculine,
    "f": .feminine, "n": .neuter,
  ]
}

extension Grammemes {
  /// The names of the cases and numbers that are possible, empty for an invariable word.
  public static func cellNames(of grammemes: Grammemes) -> [String] {
    grammemes.contains(.invariable)
      ? [] : zip(cells, cellNames).filter { grammemes.contains($0.0) }.map(\.1)
  }
}
