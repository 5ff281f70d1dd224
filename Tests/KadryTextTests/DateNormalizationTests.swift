import Testing

import KadryText

@Test(arguments: [
  ("2016", "2016"), ("2016-11", "2016-11"), ("2016-11-10", "2016-11-10"), ("2016-02-29", "2016-02-29"),
  ("2016-11-09T18:30:00Z", "2016-11-10"), ("2016-11-10T00:30:00+07:00", "2016-11-10"),
  ("2016-11-10T23:00:00-0300", "2016-11-11"), ("2016-11-10 08:15", "2016-11-10"),
  ("2016-12-31T23:59:59.123Z", "2017-01-01"), ("2016-03-01T01:00:00+14:00", "2016-02-29"),
])
func timestampsBecomeDatesAtSevenHoursEast(value: String, date: String) {
  #expect(normalizedDate(value) == date)
}

@Test(arguments: [
  "", "10.11.2016", "2016-13", "2016-11-31", "2015-02-29", "16-11-10", "2016-11-10T", "2016-11-10T25:00",
  "--11-10",
  "2016-11T10:00", "0000", "2016-11-10T10:00+7",
])
func otherValuesAreNoDates(value: String) {
  #expect(normalizedDate(value) == nil)
}
