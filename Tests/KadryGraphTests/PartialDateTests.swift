import KadryGraph
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("2017-02", "2017-02-01", "2017-02-28"), ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"), ("2016-11-10", "2016-11-10", "2016-11-10"),
    ("2016/2020", "2016-01-01", "2020-12-31"), ("2016-11/2017", "2016-11-01", "2017-12-31"),
    ("2025-10-17/2025-10-18", "2025-10-17", "2025-10-18"), ("2016-05/2016", "2016-05-01", "2016-12-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01"), ("9999", "9999-01-01", "9999-12-31"),
  ])
  func bounds(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.first?.description == first)
    #expect(date.last?.description == last)
    #expect(date.text == text)
  }

  @Test(arguments: ["--11-10", "--11", "--02-29", "--11-10/--11-12"])
  func withoutAYearNothingIsBounded(text: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.days == nil)
    let year = try #require(PartialDate("2016"))
    #expect(!date.isCertainlyBefore(year))
    #expect(!year.isCertainlyBefore(date))
    #expect(date.mayOverlap(year))
    #expect(!year.contains(date))
  }

  @Test(arguments: [
    "", "16", "2016-13", "2016-00", "2016-02-30", "2017-02-29", "2016-1-1", "2016-11-10T00:00", "2020/2016",
    "/2016",
    "2016/", "2016/2017/2018", "--", "--13", "--02-30", "---", "2016/--11-10", "0000", "20160", " 2016",
    "2016-",
    "٢٠١٦", "+2016", "-2016", "2016-11-10-", "2016//2017",
  ])
  func whatIsNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func aYearMakesItADay() throws {
    #expect(PartialDate("--11-10")?.resolved(in: 2016)?.text == "2016-11-10")
    #expect(PartialDate("--11-10/--11-12")?.resolved(in: 2016)?.text == "2016-11-10/2016-11-12")
    #expect(PartialDate("--02-29")?.resolved(in: 2017) == nil)
    #expect(PartialDate("2015")?.resolved(in: 2016)?.text == "2015")
  }

  @Test func orderIsOnlyWhatIsCertain() throws {
    let y2015 = try #require(PartialDate("2015"))
    let y2016 = try #require(PartialDate("2016"))
    let november = try #require(PartialDate("2016-11"))
    #expect(y2015.isCertainlyBefore(november))
    #expect(!y2016.isCertainlyBefore(november))
    #expect(!november.isCertainlyBefore(y2016))
    #expect(y2016.mayOverlap(november))
    #expect(y2016.contains(november))
    #expect(!november.contains(y2016))
    #expect(!y2015.mayOverlap(november))
  }

  @Test func precedesIsATotalOrder() throws {
    let texts = ["2016", "2016-11", "2016-11-10", "2015/2016", "2016-12-31", "--11-10", "--12", "2017"]
    let dates = texts.compactMap { PartialDate($0) }
    for a in dates {
      #expect(!PartialDate.precedes(a, a))
      for b in dates where a != b {
        #expect(PartialDate.precedes(a, b) != PartialDate.precedes(b, a), "\(a) \(b)")
      }
    }
    var generator = SeededGenerator(state: 1)
    let sorted = dates.sorted(by: PartialDate.precedes).map(\.text)
    for _ in 0..<20 {
      #expect(dates.shuffled(using: &generator).sorted(by: PartialDate.precedes).map(\.text) == sorted)
    }
  }

  /// Every day of four centuries counts one further, and comes back from its number.
  @Test func daysCountWithoutGaps() throws {
    var expected = try #require(Day(year: 1800, month: 1, day: 1)).number
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...Day.days(inMonth: month, of: year) {
          let value = try #require(Day(year: year, month: month, day: day))
          guard value.number == expected, value.components == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) is \(value.number), not \(expected)")
            return
          }
          expected += 1
        }
      }
    }
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2016, month: 11, day: 10)?.number == 17_115)
    #expect(Day(number: -719_162).description == "0001-01-01")
  }
}
