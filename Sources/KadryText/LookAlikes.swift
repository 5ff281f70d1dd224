/// Letters of Latin and Cyrillic that look the same, as dirty texts mix them.
///
/// Facts: Unicode confusables, restricted to the capitals that document numbers use and their lower case.
public enum LookAlikes {
  public enum Script: Sendable { case latin, cyrillic }

  /// Latin base letter (a–z) to folded Cyrillic scalar; 0 where there is no twin.
  static let cyrillicTwin: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 128)
    let pairs: [(Character, UInt32)] = [
      ("a", 0x430), ("b", 0x432), ("c", 0x441), ("e", 0x435), ("h", 0x43D), ("k", 0x43A),
      ("m", 0x43C), ("o", 0x43E), ("p", 0x440), ("t", 0x442), ("x", 0x445), ("y", 0x443),
    ]
    for (latin, cyrillic) in pairs { table[Int(latin.asciiValue ?? 0)] = cyrillic }
    return table
  }()

  /// Folded Cyrillic scalar (minus 0x430) to Latin base letter; 0 where there is no twin.
  static let latinTwin: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 0x40)
    for (latin, cyrillic) in cyrillicTwin.enumerated() where cyrillic != 0 {
      table[Int(cyrillic) - 0x430] = UInt32(latin)
    }
    return table
  }()

  static func hasTwin(_ fold: UInt32) -> Bool {
    fold < 0x430 && fold & 7 == 0 && fold >> 3 < 128 && cyrillicTwin[Int(fold >> 3)] != 0
  }

  static func fold(_ fold: UInt32, into script: Script) -> UInt32 {
    switch script {
    case .cyrillic:
      return hasTwin(fold) ? cyrillicTwin[Int(fold >> 3)] : fold
    case .latin:
      guard fold >= 0x430, fold < 0x470, latinTwin[Int(fold) - 0x430] != 0 else { return fold }
      return latinTwin[Int(fold) - 0x430] * 8
    }
  }

  /// The Latin capital that a Cyrillic capital looks like, if any.
  public static func latinCapital(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let lower = scalar.value >= 0x410 && scalar.value <= 0x42F ? scalar.value + 0x20 : scalar.value
    guard lower >= 0x430, lower < 0x470, latinTwin[Int(lower) - 0x430] != 0 else { return nil }
    return Unicode.Scalar(latinTwin[Int(lower) - 0x430] - 0x20)
  }
}
