/// The cases, numbers and genders that a word form may have; several bits mean «one of these».
public struct Grammemes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Case and number, twelve bits: singular first.
  public static let nomSg = Grammemes(rawValue: 1 << 0)
  public static let genSg = Grammemes(rawValue: 1 << 1)
  public static let datSg = Grammemes(rawValue: 1 << 2)
  public static let accSg = Grammemes(rawValue: 1 << 3)
  public static let insSg = Grammemes(rawValue: 1 << 4)
  public static let locSg = Grammemes(rawValue: 1 << 5)
  public static let nomPl = Grammemes(rawValue: 1 << 6)
  public static let genPl = Grammemes(rawValue: 1 << 7)
  public static let datPl = Grammemes(rawValue: 1 << 8)
  public static let accPl = Grammemes(rawValue: 1 << 9)
  public static let insPl = Grammemes(rawValue: 1 << 10)
  public static let locPl = Grammemes(rawValue: 1 << 11)
  public static let masculine = Grammemes(rawValue: 1 << 12)
  public static let feminine = Grammemes(rawValue: 1 << 13)
  public static let neuter = Grammemes(rawValue: 1 << 14)
  public static let adjective = Grammemes(rawValue: 1 << 15)
  /// The word never changes, so that it fits any case.
  public static let invariable = Grammemes(rawValue: 1 << 16)

  /// The form is an abbreviation, to be taken only in capitals.
  public static let capitalsOnly = Grammemes(rawValue: 1 << 17)

  public static let singular = Grammemes(rawValue: 0x3F)
  public static let plural = Grammemes(rawValue: 0xFC0)
  public static let cases = Grammemes(rawValue: 0xFFF)
  public static let genders = Grammemes(rawValue: 0x7000)
  public static let nominative: Grammemes = [.nomSg, .nomPl]
  public static let genitive: Grammemes = [.genSg, .genPl]
  public static let dative: Grammemes = [.datSg, .datPl]
  public static let accusative: Grammemes = [.accSg, .accPl]
  public static let instrumental: Grammemes = [.insSg, .insPl]
  public static let locative: Grammemes = [.locSg, .locPl]

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
