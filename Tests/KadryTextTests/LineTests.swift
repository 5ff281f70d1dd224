import KadryText
import Testing

/// Lines and what they look like.
@Suite struct LineTests {
  private func lines(_ text: String) -> [Line] { Layout.lines(of: Tokenizer().tokens(of: Array(text.utf8))) }

  @Test(
    arguments: [
      ("Обычный текст", []), ("Обычный текст.", [.closed]), ("Кто это?", [.closed]), ("Да!", [.closed]),
      ("Продолжение…", [.closed]), ("Подпись:", [.closed]), ("пункт;", [.closed]),
      ("Он сказал: «Да.»", [.closed]),
      ("(Это так.)", [.closed]), ("«Название»", []), ("Список,", []),
      ("![](http://a.vn/b.jpg)", [.image]), ("![Ảnh: Anh Tuấn](u) |", [.image, .cell]),
      ("| ![a](b) |", [.image, .cell]),
      ("![a](b)![c](d)", [.image]), ("![a](b) Подпись", []), ("! [a](b)", []), ("![a]", [.image]),
      ("Подпись. Фото: Х |", [.cell]), ("| Подпись. |", [.cell, .closed]), ("| а | б", []),
      ("---", [.rule]), ("| --- | :-: |", [.cell, .rule]), ("|", [.cell, .rule]), ("— — —", [.rule]),
      ("# Заголовок", [.heading]), ("### Заголовок.", [.heading, .closed]), ("- пункт", [.item]),
      ("* пункт.", [.item, .closed]), ("+ пункт", [.item]), ("– пункт", [.item]),
    ] as [(String, LineCues)])
  func cues(text: String, expected: LineCues) {
    #expect(lines(text).map(\.cues) == [expected.union(.block)])
  }

  @Test func linesCoverTheTokensInOrder() {
    let text = "Первая строка\nвторая\r\n\r\n![](a)\nПодпись |\n\n\nпоследняя"
    let tokens = Tokenizer().tokens(of: Array(text.utf8))
    let lines = Layout.lines(of: tokens)
    #expect(lines.map(\.tokens).flatMap { Array($0) } == Array(tokens.indices))
    #expect(
      lines.map(\.cues) == [[.block], [], [.block, .image], [.cell, .afterImage], [.block]])
  }

  @Test func noTokensNoLines() {
    #expect(lines("").isEmpty)
    #expect(lines("\n \n").isEmpty)
  }

  /// Lines before and after unwrapping, each as its own text.
  private func unwrapped(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokens = Tokenizer().tokens(of: bytes)
    let before = tokens
    Layout.unwrap(&tokens)
    #expect(zip(before, tokens).allSatisfy { $0.range == $1.range && $0.key == $1.key })
    return Layout.lines(of: tokens).map { line in
      line.tokens.map { String(decoding: bytes[tokens[$0].range], as: UTF8.self) }.joined(separator: " ")
    }
  }

  static let long = "Первый секретарь комитета партии коммуны и председатель совета той же коммуны товарищ"

  @Test func longOpenLinesGoOnWithASmallLetter() {
    #expect(unwrapped("\(Self.long)\nсказал\nдва слова") == ["\(Self.long) сказал два слова"])
  }

  @Test func namesGoOnOverALineBreak() {
    let head = "Заголовок"
    #expect(unwrapped("\(head)\n\(Self.long) Нгуен\nСуан Шон") == [head, "\(Self.long) Нгуен Суан Шон"])
    // Not in the first line, which is the title.
    #expect(unwrapped("\(Self.long) Нгуен\nСуан Шон").count == 2)
  }

  @Test(arguments: [
    "Короткая строка\nпродолжение", "\(long).\nпродолжение", "\(long) |\nпродолжение",
    "\(long)\n\nпродолжение",
    "# \(long)\nпродолжение", "\(long)\n- пункт", "\(long)\nНовое", "\(long)\n(скобки)",
    "![\(long) \(long)](a)\nподпись",
  ])
  func otherLinesEnd(text: String) { #expect(unwrapped(text).count == 2, "\(text)") }

  /// A paragraph of very many lines is joined in linear time.
  @Test func manyLines() {
    let bytes = Array((Self.long + "\n" + String(repeating: "и\n", count: 50_000)).utf8)
    var tokens = Tokenizer().tokens(of: bytes)
    Layout.unwrap(&tokens)
    #expect(Layout.lines(of: tokens).count == 1)
  }
}
