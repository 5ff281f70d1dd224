import KadryText
import Testing

/// Where sentences end, and their languages.
@Suite struct SentenceTests {
  static let splitter = SentenceSplitter(
    abbreviations: Set(["г", "т", "им", "TP", "гг"].flatMap { Folder().keys(of: $0) }),
    bareSyllables: Set(
      "nguyen xuan son chu tich uy ban nhan dan tinh nghe an huyen bi thu".split(separator: " ")
        .flatMap { Folder().tokens(of: String($0)).map(\.stem) }))

  private func sentences(_ text: String) -> [(text: String, language: Language)] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer().tokens(of: bytes)
    let sentences = Self.splitter.sentences(of: tokens, lines: Layout.lines(of: tokens))
    return sentences.map { sentence in
      let start = tokens[sentence.tokens.lowerBound].range.lowerBound
      let end = tokens[sentence.tokens.upperBound - 1].range.upperBound
      return (String(decoding: bytes[start..<end], as: UTF8.self), sentence.language)
    }
  }

  /// `⏐` marks the end of each sentence but the last.
  @Test(arguments: [
    "Один.⏐ Два!⏐ Три?⏐ Четыре", "Он сказал.⏐ «Второе» там.", "Без пробела.Второе", "Ждали… и дождались.",
    "Ждали…⏐ Дождались.", "Как? спросил он.", "Как?⏐ Спросил он.", "Да! и нет.⏐ Вот",
    // Abbreviations, initials, numbers.
    "10 ноября 2016 г. Совет собрался.⏐ Конец", "в 2010–2015 гг. и позже", "парк им. Ленина",
    "TP. Vinh và Hà Nội",
    "А. С. Пушкин и Л. Н. Толстой.⏐ Всё", "Nguyễn V. Hùng.⏐ Ông", "Nguyễn Đ. Hùng",
    "Выросло на 1.433 и 0.71 раза",
    "Рост в 1.⏐ Новое",
    // A quote or bracket that closes right behind the stop belongs to the sentence.
    "«Да.»⏐ Нет.", "(Да.)⏐ Нет.", "«Да.» сказал он.", "“Đúng.”⏐ Sai.",
    "Так.)⏐ «Нет».⏐ Да",
    // A stop that stands apart still ends.
    "Один .⏐ Два", "Ещё...⏐ Потом", "Рисунок ![](a) конец",
  ])
  func ends(marked: String) {
    let expected = marked.split(separator: "⏐").map { $0.drop { $0 == " " } }
    #expect(sentences(marked.replacing("⏐", with: "")).map { Substring($0.text) } == expected)
  }

  @Test func linesEndSentencesAndRulesAreNone() {
    let found = sentences("Заголовок\nПервое. Второе\n---\n| Третье |")
    #expect(found.map(\.text) == ["Заголовок", "Первое.", "Второе", "| Третье |"])
    let tokens = Tokenizer().tokens(of: Array("Один\nДва. Три".utf8))
    let split = Self.splitter.sentences(of: tokens, lines: Layout.lines(of: tokens))
    #expect(split.map(\.line) == [0, 1, 1])
  }

  /// Every token of a line that is no rule lies in exactly one sentence.
  @Test func sentencesCoverTheText() {
    var random = SeededGenerator(seed: 4)
    let pieces = [
      "А", "б", "г", ".", "!", "?", "…", "»", ")", "«", " ", "\n", "1", "-", "|", "Đ", "x", "\"", "[",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...25, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      let tokens = Tokenizer().tokens(of: Array(text.utf8))
      let lines = Layout.lines(of: tokens)
      let covered = Self.splitter.sentences(of: tokens, lines: lines).flatMap { Array($0.tokens) }
      let expected = lines.filter { !$0.cues.contains(.rule) }.flatMap { Array($0.tokens) }
      #expect(covered == expected, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("Председатель Народного комитета провинции Нгеан", .russian),
      ("Chủ tịch Ủy ban nhân dân tỉnh Nghệ An", .vietnamese),
      ("Chu tich Uy ban nhan dan tinh Nghe An", .vietnameseBare),
      ("The chairman of the committee said so", .other),
      ("11.11.2016", .other), ("«–»", .other), ("Bí thư và секретарь", .vietnamese),
      ("Фото: Quang Minh", .other),
      ("Товарищ Nguyễn Xuân Sơn сказал людям", .russian), ("bi thu", .other),
      ("\u{442}\u{435} \u{301}", .russian), ("Vie\u{323}\u{302}t Nam", .vietnamese),
    ] as [(String, Language)])
  func languages(text: String, expected: Language) {
    let tokens = Tokenizer().tokens(of: Array(text.utf8))
    #expect(Self.splitter.language(of: tokens, tokens.indices) == expected)
  }

  @Test func languageByTheSentence() {
    let found = sentences("Ông Sơn là Bí thư. Он сказал так. Nguyen Xuan Son bi thu huyen")
    #expect(found.map(\.language) == [.vietnamese, .russian, .vietnameseBare])
  }
}
