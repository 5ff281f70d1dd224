import KadryReading
import Testing

/// Figures, and the arithmetic between them.
@Suite struct FigureReadingTests {
  @Test func checksAPercentAgainstItsRatio() throws {
    let good = try TestReading.figures("74/131 секретарь прошли подготовку, что составляет 56,5%.")
    #expect(good.map(\.check) == ["ok"])
    #expect(good.first?.percent == 56.5)
    let bad = try TestReading.figures(
      "В 10 из 141 деревни ячеек нет, что составляет 0,71% от числа деревень.")
    #expect(bad.map(\.check) == ["computed 7.09 %, stated 0.71 %"])
  }

  @Test func flagsAPartLargerThanItsWhole() throws {
    let figures = try TestReading.figures(
      "В 10 из 141 деревни нет ячеек. Из них в 19 из 141 деревни нет членов партии.")
    #expect(figures.map(\.check) == [nil, "19 is said to be part of 10"])
  }

  @Test func flagsDenominatorsThatDisagree() throws {
    let figures = try TestReading.figures(
      "48/148 старост являются членами партии. Сейчас 93 из 141 старост не являются членами партии.")
    #expect(figures.map(\.check) == ["denominator 148: 48 + 93 make 141", nil])
  }

  @Test(arguments: [
    ("выделено 1,42 млрд донгов", 1_420_000_000.0, Measure.money, "VND"),
    ("615 579 млн донгов", 615_579_000_000, .money, "VND"),
    ("đầu tư 338,1 tỷ đồng", 338_100_000_000, .money, "VND"),
    ("более 7400 гектаров риса", 7400, .area, "ha"),
    ("за последние 5 лет", 5, .duration, "year"),
  ])
  func readsMeasures(text: String, value: Double, measure: Measure, unit: String) throws {
    let figures = try TestReading.figures(text)
    #expect(figures.map(\.value) == [value])
    #expect(figures.first?.measure == measure)
    #expect(figures.first?.unit == unit)
  }

  @Test(arguments: ["13-й съезд партии", "деревня № 20", "в 2015 году", "khóa 13 của Đảng", "kỳ họp thứ 17"])
  func leavesOrdinalsAndYearsAlone(text: String) throws {
    #expect(try TestReading.figures(text).isEmpty)
  }

  @Test(
    arguments: [
      ("Утром 10 ноября прошло совещание.", nil, ["--11-10"]),
      ("Утром 10 ноября прошло совещание.", "2016-11-12", ["--11-10=2016-11-10"]),
      ("Утром 30 декабря прошло совещание.", "2017-01-02", ["--12-30=2016-12-30"]),
      ("в период 2016–2020 гг. и с 2021 по 2025 год", nil, ["2016/2020", "2021/2025"]),
      ("Ngày 22/6/2018, nhiệm kỳ 2015 - 2020", nil, ["2015/2020", "2018-06-22"]),
      ("5 и 6 февраля", nil, ["--02-05", "--02-06"]),
      ("31 февраля", nil, []),
    ] as [(String, String?, [String])])
  func readsDates(text: String, published: String?, wanted: [String]) throws {
    #expect(try TestReading.dates(text, date: published) == wanted)
  }
}
