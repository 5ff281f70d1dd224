import KadryText

/// Cyrillic capitals to the Latin ones that look the same.
enum LookAlikeLetters {
  static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { LookAlikes.latinCapital(of: scalar) }
}
