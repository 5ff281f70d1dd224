import KadryLexicon
import KadryPatterns
import KadryText

/// Finds document numbers in full, such as `01-DA/TU` and `131/QĐ-TTg`, and claims their tokens.
///
/// Which separator comes first tells the system: hyphen then slash is Party, slash first is State.
struct DirectiveScanner {
  private let codes: CodeTables
  private let memo: CodeMemo
  let entries: [Entry]
  let types: Types
  /// Pieces of a number, read from tokens.
  private struct Piece {
    var type = ""
    var issuer = ""
    var unit = ""
    var year: Int?
    var end: Int
    var isParty: Bool
  }

  /// The type whose code another type has too, and that type.
  private static let shared = (code: "decision", noun: "regulation")

  init(_ tables: ReadingTables) {
    codes = tables.lexicons.codes
    memo = CodeMemo(tables.lexicons.codes)
    entries = tables.lexicons.entries
    types = tables.types
  }

  func scan(_ draft: inout Draft) {
    var i = 0
    while i < draft.chart.tokens.count {
      guard draft.chart.tokens[i].isNumber, !draft.claimed[i],
        !draft.chart.masks[i].has(.dotted), let found = read(draft, i)
      else {
        i += 1
        continue
      }
      for token in i..<found.tokens.upperBound {
        draft.claimed[token] = true
        draft.chart.remove(mask: Shape.numberShapes, at: token)
      }
      draft.directives.append(found)
      draft.chart.add(
        Annotation(
          start: i, end: found.tokens.upperBound, type: types.directive, grammemes: .invariable,
          value: draft.directives.count - 1))
      i = found.tokens.upperBound
    }
  }

  private func read(_ draft: borrowing Draft, _ i: Int) -> DirectiveMention? {
    if i > 0, draft.chart.tokens[i - 1].mark == .slash, !draft.chart.tokens[i].has(.spaceBefore) {
      return nil
    }
    let digits = draft.text[draft.chart.tokens[i].range]
    guard digits.count <= 5, let number = Numbers.integer(digits) else { return nil }
    guard let piece = party(draft, i) ?? state(draft, i) else { return nil }
    let digitsText = String(decoding: digits, as: UTF8.self)
    let after = piece.end
    // More letters or digits right behind the number mean that it is something else.
    if after < draft.chart.tokens.count, !draft.chart.tokens[after].has(.spaceBefore),
      !draft.chart.tokens[after].has(.glued),
      draft.chart.tokens[after].kind != .mark || draft.chart.tokens[after].mark == .slash
    {
      return nil
    }
    return mention(draft, i, digitsText, number, piece)
  }

  private func word(_ draft: borrowing Draft, _ i: Int) -> String? {
    i < draft.chart.tokens.count && draft.chart.tokens[i].isWord && !draft.chart.tokens[i].has(.lineBefore)
      ? draft.word(i) : nil
  }

  /// Words joined by hyphens without blanks, as codes of several parts are.
  private func code(_ draft: borrowing Draft, _ i: Int) -> (text: String, end: Int)? {
    guard var text = word(draft, i) else { return nil }
    var at = i + 1
    while isMark(draft, at, .dash), !draft.chart.tokens[at].has(.spaceBefore), let next = word(draft, at + 1),
      !draft.chart.tokens[at + 1].has(.spaceBefore), at < i + 12
    {
      text += "-" + next
      at += 2
    }
    return (text, at)
  }

  private func isMark(_ draft: borrowing Draft, _ i: Int, _ mark: Mark) -> Bool {
    i < draft.chart.tokens.count && draft.chart.tokens[i].mark == mark
      && !draft.chart.tokens[i].has(.lineBefore)
  }

  /// `NUM - TYPE / ISSUER [- UNIT]`
  private func party(_ draft: borrowing Draft, _ i: Int) -> Piece? {
    var at = i + 1
    if isMark(draft, at, .dash) { at += 1 }
    guard isMark(draft, at + 1, .slash), let type = word(draft, at), type.unicodeScalars.count <= 7,
      let (joined, end) = code(draft, at + 2), joined.unicodeScalars.count <= 24
    else { return nil }
    var issuer = joined
    var piece = Piece(end: end, isParty: true)
    if isMark(draft, piece.end, .period), let tail = word(draft, piece.end + 1),
      !draft.chart.tokens[piece.end + 1].has(.spaceBefore), tail.unicodeScalars.count <= 2
    {
      issuer += tail
      piece.end += 2
    }
    (piece.type, piece.issuer, piece.unit) = (type, first(issuer), rest(issuer))
    // A slash behind the type with a state issuer is the mixed style of unions and slips.
    guard memo.type(type, isParty: true) != nil || hasLead(draft, i) else { return nil }
    guard memo.issuer(piece.issuer, isParty: true) != nil || hasLead(draft, i) || isCode(piece.issuer)
    else { return nil }
    return piece
  }

  /// `NUM / [YEAR /] TYPE - ISSUER`, `NUM / YEAR / QHk`, `NUM / ISSUER - UNIT`
  private func state(_ draft: borrowing Draft, _ i: Int) -> Piece? {
    guard isMark(draft, i + 1, .slash) else { return nil }
    var at = i + 2
    var piece = Piece(end: at, isParty: false)
    if at < draft.chart.tokens.count, draft.chart.masks[at].has(.year), isMark(draft, at + 1, .slash) {
      piece.year = Numbers.integer(draft.text[draft.chart.tokens[at].range])
      at += 2
    }
    guard let (code, end) = code(draft, at), code.unicodeScalars.count <= 40 else { return nil }
    var joined = code
    piece.end = end
    if isMark(draft, end, .dash), !code.contains("-"), memo.type(code, isParty: false) != nil,
      let (issuer, after) = self.code(draft, end + 1)
    {
      joined += "-" + issuer
      piece.end = after
    }
    let head = first(joined)
    let tail = rest(joined)
    if tail.isEmpty {
      guard piece.year != nil, let letters = legislature(head) else { return nil }
      piece.issuer = head
      piece.type = ""
      return memo.issuer(letters, isParty: false) != nil ? piece : nil
    }
    if memo.type(head, isParty: false) != nil {
      piece.type = head
      piece.issuer = tail
      return piece
    }
    guard memo.issuer(head, isParty: false) != nil else { return nil }
    piece.issuer = head
    piece.unit = tail
    return piece
  }

  private func first(_ code: String) -> String { String(code.prefix { !isHyphen($0) }) }
  private func rest(_ code: String) -> String {
    String(code.drop { !isHyphen($0) }.dropFirst())
  }
  private func isHyphen(_ c: Character) -> Bool { c == "-" || c == "\u{2010}" || c == "\u{2011}" }

  /// The letters of an issuer with a legislature's number behind, such as `QH14`.
  private func legislature(_ code: String) -> String? {
    let letters = code.prefix { !$0.isNumber }
    return letters.count < code.count && letters.count > 1 ? String(letters) : nil
  }

  private func isCode(_ text: String) -> Bool {
    text.count > 1 && text == text.uppercased()
  }

  /// Whether a noun for a document or a number sign stands right before.
  private func hasLead(_ draft: borrowing Draft, _ i: Int) -> Bool {
    var at = i
    if at > 0,
      draft.chart.tokens[at - 1].mark == .numero
        || draft.annotation(types.numberSign, endingAt: at, reach: 2) != nil
    {
      at -= 1
    }
    return at < i || draft.annotation(types.documentType, endingAt: at, reach: 4) != nil
  }

  private func mention(_ draft: borrowing Draft, _ i: Int, _ digits: String, _ number: Int, _ piece: Piece)
    -> DirectiveMention
  {
    let isCyrillic = (piece.type + piece.issuer).unicodeScalars.contains {
      $0.value >= 0x400 && $0.value < 0x500
    }
    let type = piece.type.isEmpty ? nil : memo.type(piece.type, isParty: piece.isParty)
    let issuer =
      memo.issuer(legislature(piece.issuer) ?? piece.issuer, isParty: piece.isParty)
      ?? memo.issuer(first(piece.issuer), isParty: piece.isParty)
    // A code that is known is spelled as the table spells it; another one as the text does.
    func spelled(_ written: String, _ known: String?) -> String {
      guard let known,
        written.unicodeScalars.contains(where: { $0.value >= 0x400 && $0.value < 0x500 })
          || memo.known(known).plain == memo.known(written).plain
      else {
        return memo.known(written).latin ?? written
      }
      return known
    }
    let typeVi = spelled(piece.type, type.map { codes.types[$0].code })
    var issuerVi = spelled(
      piece.issuer, legislature(piece.issuer) == nil ? issuer.map { codes.issuers[$0].code } : nil)
    if !piece.unit.isEmpty { issuerVi += "-" + piece.unit }
    let year = piece.year.map { "/\($0)" } ?? ""
    let vi: String
    if piece.isParty {
      vi = "\(digits)-\(typeVi)/\(issuerVi)"
    } else if piece.type.isEmpty {
      vi = "\(digits)\(year)/\(issuerVi)"
    } else {
      vi = "\(digits)\(year)/\(typeVi)-\(issuerVi)"
    }
    var kind = type.map { codes.types[$0].kind }
    // One code stands for two types: the noun tells, where it is the original one.
    if !isCyrillic, kind == DirectiveScanner.shared.code, i > 0, draft.chart.tokens[i].has(.spaceBefore),
      noun(draft, i, latin: true) == DirectiveScanner.shared.noun
    {
      kind = DirectiveScanner.shared.noun
    }
    if piece.type.isEmpty { kind = piece.unit.isEmpty ? noun(draft, i) ?? "resolution" : "official_letter" }
    return DirectiveMention(
      tokens: i..<piece.end, number: DirectiveScanner.ascii(vi), numberVi: vi, type: kind,
      issuerCode: piece.issuer, issuer: issuer.flatMap { codes.issuers[$0].org }, title: nil, date: nil,
      cites: .full, bare: number,
      year: piece.year, causes: isCyrillic ? [.codeNormalized] : [],
      rule: piece.isParty ? "directive.party" : "directive.state")
  }

  /// The kind that the noun before the number names.
  func noun(_ draft: borrowing Draft, _ i: Int, latin: Bool = false) -> String? {
    var at = i
    if at > 0, draft.chart.tokens[at - 1].mark == .numero {
      at -= 1
    } else if let (_, sign) = draft.annotation(types.numberSign, endingAt: at, reach: 2) {
      at = Int(sign.start)
    }
    guard let (_, hit) = draft.annotation(types.documentType, endingAt: at, reach: 4),
      !latin || draft.chart.tokens[Int(hit.start)].has(.latin)
    else { return nil }
    return codes.types[entries[Int(hit.value)].index].kind
  }

  /// A number without the letters that only Vietnamese has.
  static func ascii(_ number: String) -> String {
    String(
      String.UnicodeScalarView(
        number.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x110, 0xD0: Unicode.Scalar(0x44 as UInt8)
          case 0x111: Unicode.Scalar(0x64 as UInt8)
          case 0x1AF: Unicode.Scalar(0x55 as UInt8)
          default: scalar
          }
        }))
  }
}

extension UInt128 {
  @inline(__always)
  func has(_ shape: Shape) -> Bool { self & shape.mask != 0 }
}

extension Shape {
  /// All shapes of numbers, which a claimed token loses.
  static let numberShapes: UInt128 =
    Shape.number.mask | Shape.day.mask | Shape.monthnum.mask | Shape.year.mask | Shape.dotted.mask
}
