/// Looks up the codes of document numbers: types such as `CT`, issuers such as `TW`.
public struct CodeTables: Sendable {
  public private(set) var types: [DocumentType] = []
  public private(set) var issuers: [DocumentIssuer] = []
  private var typeByCode: [String: [Int]] = [:]
  private var issuerByCode: [String: [Int]] = [:]
  private var sounds: [Character: Character] = [:]

  init() {}

  init(types: [DocumentType], issuers: [DocumentIssuer], sounds: [Character: Character]) {
    self.types = types
    self.issuers = issuers
    self.sounds = sounds
    for (i, type) in types.enumerated() {
      for code in [type.code, type.asciiCode] + type.variants where !code.isEmpty {
        CodeTables.insert(code, i, &typeByCode)
      }
    }
    for (i, issuer) in issuers.enumerated() {
      for code in [issuer.code, issuer.asciiCode] + issuer.variants where !code.isEmpty {
        CodeTables.insert(code, i, &issuerByCode)
      }
    }
  }

  private static func insert(_ code: String, _ index: Int, _ table: inout [String: [Int]]) {
    for key in Set([code.uppercased(), plain(code)]) where !(table[key]?.contains(index) ?? false) {
      table[key, default: []].append(index)
    }
  }

  /// Upper case with `Đ` as `D` and `Ư` as `U`.
  public static func plain(_ code: String) -> String {
    String(
      String.UnicodeScalarView(
        code.uppercased().unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x110, 0xD0: Unicode.Scalar(0x44 as UInt8)
          case 0x1AF: Unicode.Scalar(0x55 as UInt8)
          default: scalar
          }
        }))
  }

  /// The spellings under which a code is looked up: as it is, by look, by sound.
  func readings(_ code: String) -> [String] {
    var readings = [code.uppercased(), CodeTables.plain(code)]
    guard CodeTables.hasCyrillic(code) else { return readings }
    let upper = code.uppercased()
    let look = String(
      String.UnicodeScalarView(upper.unicodeScalars.map { LookAlikeLetters.latin($0) ?? $0 }))
    let sound = String(upper.map { sounds[$0] ?? $0 })
    for reading in [look, sound] where !CodeTables.hasCyrillic(reading) { readings.append(reading) }
    return readings
  }

  private static func hasCyrillic(_ code: String) -> Bool {
    code.unicodeScalars.contains { $0.value >= 0x400 && $0.value < 0x500 }
  }

  /// The type with this code.
  ///
  /// - Parameter system: `party` or `state`, preferred where a code is in both.
  public func type(_ code: String, system: String) -> DocumentType? {
    typeNumber(code, system: system).map { types[$0] }
  }

  /// The number of the type with this code, in ``types``.
  public func typeNumber(_ code: String, system: String) -> Int? {
    for reading in readings(code) {
      guard let found = typeByCode[reading] else { continue }
      return found.first { types[$0].systems.contains(system) } ?? found[0]
    }
    return nil
  }

  /// The issuer with this code, and how the code reads in Latin letters.
  public func issuer(_ code: String, system: String) -> DocumentIssuer? {
    issuerNumber(code, system: system).map { issuers[$0] }
  }

  /// The number of the issuer with this code, in ``issuers``.
  public func issuerNumber(_ code: String, system: String) -> Int? {
    for reading in readings(code) {
      guard let found = issuerByCode[reading] else { continue }
      return found.first { issuers[$0].system == system } ?? found[0]
    }
    return nil
  }

  /// A code in Latin letters, or `nil` where no reading of it is Latin.
  public func latin(_ code: String) -> String? {
    let all = readings(code)
    if all.count > 2 { return all[2] }
    return CodeTables.hasCyrillic(code) ? nil : code
  }
}
