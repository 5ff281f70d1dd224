import Testing

@testable import KadryLexicon

/// The twelve forms of many words: what a paradigm gives is right, and it gives nothing else.
@Suite struct ParadigmsTests {
  /// Notation, what all forms begin with, and the endings: singular, then plural, nominative to locative.
  static let nounTable: [(notation: String, stem: String, endings: String)] = [
    ("комитет", "комитет", "- а у - ом е ы ов ам ы ами ах"),
    ("член", "член", "- а у а ом е ы ов ам ов ами ах"),
    ("министр", "министр", "- а у а ом е ы ов ам ов ами ах"),
    ("съезд", "съезд", "- а у - ом е ы ов ам ы ами ах"),
    ("начальник", "начальник", "- а у а ом е и ов ам ов ами ах"),
    ("врач", "врач", "- а у а ом е и ей ам ей ами ах"),
    ("секретарь:m", "секретар", "ь я ю я ем е и ей ям ей ями ях"),
    ("житель:m", "жител", "ь я ю я ем е и ей ям ей ями ях"),
    ("председатель:m", "председател", "ь я ю я ем е и ей ям ей ями ях"),
    ("июль:m", "июл", "ь я ю ь ем е и ей ям и ями ях"),
    ("музей", "музе", "й я ю й ем е и ев ям и ями ях"), ("герой:m", "геро", "й я ю я ем е и ев ям ев ями ях"),
    ("санаторий:m", "санатори", "й я ю й ем и и ев ям и ями ях"),
    ("месяц", "месяц", "- а у - ем е ы ев ам ы ами ах"),
    ("гражданин", "граждан", "ин ина ину ина ином ине е - ам - ами ах"),
    ("крестьянин", "крестьян", "ин ина ину ина ином ине е - ам - ами ах"),
    // Fleeting vowels: the oblique stem is given.
    ("боец:m/бойц", "бо", "ец йца йцу йца йцом йце йцы йцов йцам йцов йцами йцах"),
    ("отец:m/отц", "от", "ец ца цу ца цом це цы цов цам цов цами цах"),
    ("посол:m/посл", "пос", "ол ла лу ла лом ле лы лов лам лов лами лах"),
    ("день:m/дн", "д", "ень ня ню ень нем не ни ней ням ни нями нях"),
    ("посёлок:m/посёлк", "посёл", "ок ка ку ок ком ке ки ков кам ки ками ках"),
    ("глава", "глав", "а ы е у ой е ы - ам - ами ах"), ("коммуна", "коммун", "а ы е у ой е ы - ам ы ами ах"),
    ("книга", "книг", "а и е у ой е и - ам и ами ах"), ("партия", "парти", "я и и ю ей и и й ям и ями ях"),
    ("деревня", "дерев", "ня ни не ню ней не ни ень ням ни нями нях"),
    ("область:f", "област", "ь и и ь ью и и ей ям и ями ях"),
    ("ячейка", "яче", "йка йки йке йку йкой йке йки ек йкам йки йками йках"),
    ("поездка", "поезд", "ка ки ке ку кой ке ки ок кам ки ками ках"),
    ("судья", "суд", "ья ьи ье ью ьей ье ьи ей ьям ей ьями ьях"),
    ("председательница", "председательниц", "а ы е у ей е ы - ам - ами ах"),
    ("туча", "туч", "а и е у ей е и - ам и ами ах"),
    ("управление", "управлени", "е я ю е ем и я й ям я ями ях"),
    ("министерство", "министерств", "о а у о ом е а - ам а ами ах"),
    ("письмо", "пис", "ьмо ьма ьму ьмо ьмом ьме ьма ем ьмам ьма ьмами ьмах"),
    ("число", "чис", "ло ла лу ло лом ле ла ел лам ла лами лах"),
    ("поле:n", "пол", "е я ю е ем е я ей ям я ями ях"),
    ("училище", "училищ", "е а у е ем е а - ам а ами ах"),
    ("время", "врем", "я ени ени я енем ени ена ен енам ена енами енах"),
  ]

  @Test(arguments: nounTable.indices)
  func nouns(number: Int) throws {
    let (notation, stem, endings) = Self.nounTable[number]
    let expected = endings.split(separator: " ").map { $0 == "-" ? stem : stem + $0 }
    try #require(expected.count == 12)
    let forms = try #require(try TestLexicons.base().inflector.expand(notation))
    for (cell, right) in zip(Grammemes.cells.indices, expected) {
      let found = forms.filter { $0.grammemes.contains(Grammemes.cells[cell]) }.map(\.text)
      #expect(found.contains(right), "\(Grammemes.cellNames[cell]) of \(notation): \(found)")
      let wrong = found.filter { $0 != right && !Self.isVariant($0, cell, expected) }
      #expect(wrong.isEmpty, "\(Grammemes.cellNames[cell]) of \(notation): \(wrong)")
    }
  }

  /// What is wrong for this word and harmless in a text: the other animacy, `-ою` for `-ой`, `-ем` for `-ом`,
  /// `-ев` for `-ов`, a genitive plural without its fleeting vowel.
  private static func isVariant(_ form: String, _ cell: Int, _ expected: [String]) -> Bool {
    switch cell % 6 {
    case 3: form == expected[cell - 3] || form == expected[cell - 2] || isVariant(form, cell - 2, expected)
    case 4:
      [("ю", "й"), ("м", "м")].contains { form.hasSuffix($0.0) && expected[cell].hasSuffix($0.1) }
        && form.dropLast(2) == expected[cell].dropLast(2) || cell == 4 && form.hasSuffix("ой")
    case 1: ["ев", "ов", "ий"].contains { form.hasSuffix($0) } || form + "а" == expected[0]
    case 5: cell == 5 && form.hasSuffix("е")
    default: false
    }
  }

  @Test(arguments: [
    ("власти:pl", "властей", Grammemes.genPl), ("войска:pl", "войсках", .locPl),
    ("крестьяне:pl", "крестьян", .genPl),
    ("силы:pl", "силам", .datPl), ("выборы:pl", "выборами", .insPl), ("люди:pl", "людей", .genPl),
  ])
  func wordsWithoutASingular(notation: String, form: String, cell: Grammemes) throws {
    let forms = try #require(try TestLexicons.base().inflector.expand(notation))
    #expect(forms.contains { $0.text == form && $0.grammemes.contains(cell) })
    #expect(forms.allSatisfy { $0.grammemes.isDisjoint(with: .singular) })
  }

  static let adjectiveTable: [(lemma: String, forms: String)] = [
    ("районный", "ый ого ому ым ом ая ой ую ое ые ых ыми"),
    ("городской", "ой ого ому им ом ая ой ую ое ие их ими"),
    ("партийный", "ый ого ому ым ом ая ой ую ое ые ых ыми"),
    ("высокий", "ий ого ому им ом ая ой ую ое ие их ими"),
    ("бывший", "ий его ему им ем ая ей ую ее ие их ими"),
    ("древний", "ий его ему им ем яя ей юю ее ие их ими"),
    ("передовой", "ой ого ому ым ом ая ой ую ое ые ых ыми"),
    ("действующий", "ий его ему им ем ая ей ую ее ие их ими"),
  ]

  @Test(arguments: adjectiveTable.indices)
  func adjectives(number: Int) throws {
    let (lemma, endings) = Self.adjectiveTable[number]
    let forms = try #require(try TestLexicons.base().inflector.expand(lemma))
    let stem = String(lemma.dropLast(2))
    let cells: [Grammemes] = [
      [.nomSg, .masculine], [.genSg, .masculine, .neuter], [.datSg, .masculine, .neuter],
      [.insSg, .masculine],
      [.locSg, .masculine], [.nomSg, .feminine], [.genSg, .datSg, .insSg, .locSg, .feminine],
      [.accSg, .feminine],
      [.nomSg, .accSg, .neuter], [.nomPl], [.genPl, .locPl], [.insPl],
    ]
    for (ending, cell) in zip(endings.split(separator: " "), cells) {
      let found = forms.first { $0.text == stem + ending && !$0.grammemes.isDisjoint(with: cell) }
      #expect(found?.grammemes.contains(.adjective) == true, "\(stem + ending)")
      let union = forms.filter { $0.text == stem + ending }.reduce(Grammemes()) { $0.union($1.grammemes) }
      #expect(union.isSuperset(of: cell), "\(stem + ending)")
    }
    let all = Set(forms.map(\.text))
    let right = Set(endings.split(separator: " ").map { stem + String($0) })
    // `-ою` and `-ею` of the feminine are older spellings.
    #expect(all.subtracting(right).allSatisfy { $0 == stem + "ою" || $0 == stem + "ею" })
    #expect(right.isSubset(of: all))
  }
}
