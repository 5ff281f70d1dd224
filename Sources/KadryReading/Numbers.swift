import KadryText

/// Digits to values.
enum Numbers {
  /// A whole number of digits only.
  static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39, value < 100_000_000_000_000 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return digits.isEmpty ? nil : value
  }

  /// A number with thousands and a fraction, as written in Russian or Vietnamese.
  ///
  /// A comma begins a fraction; a dot separates thousands when three digits follow each one, otherwise a
  /// fraction. `1.433` is 1433, `0,71` is 0.71, `3.5` is 3.5.
  static func decimal(_ digits: ArraySlice<UInt8>) -> Double? {
    var parts: [ArraySlice<UInt8>] = []
    var separators: [UInt8] = []
    var start = digits.startIndex
    for i in digits.indices where digits[i] == 0x2E || digits[i] == 0x2C {
      parts.append(digits[start..<i])
      separators.append(digits[i])
      start = i + 1
    }
    parts.append(digits[start...])
    guard !separators.isEmpty else { return integer(digits).map(Double.init) }
    var fraction: ArraySlice<UInt8>?
    let grouped = parts.dropFirst().allSatisfy { $0.count == 3 }
    if separators.count == 1 {
      let isComma = separators[0] == 0x2C
      if isComma || !grouped || parts[0].count > 3 || parts[0].first == 0x30 {
        fraction = parts.removeLast()
      }
    } else if separators.last != separators.first {
      fraction = parts.removeLast()
    } else if !grouped {
      return nil
    }
    guard let whole = integer(parts.reduce([]) { $0 + $1 }[...]) else { return nil }
    guard let fraction else { return Double(whole) }
    guard let below = integer(fraction) else { return nil }
    var scale = 1.0
    for _ in 0..<fraction.count { scale *= 10 }
    return Double(whole) + Double(below) / scale
  }

  /// The value of a Roman numeral in capitals, up to 39.
  static func roman(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count <= 6 else { return nil }
    var total = 0
    var previous = 0
    for byte in bytes.reversed() {
      let value: Int
      switch byte {
      case 0x49: value = 1
      case 0x56: value = 5
      case 0x58: value = 10
      default: return nil
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return bytes.isEmpty ? nil : total
  }
}
