import KadryText
import Testing

@Suite struct JSONTests {
  private func parse(_ text: String) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  @Test func everyType() throws {
    let value = try parse(#" {"a":[null,true,false,-12,0.5,1e3,"x"],"b":{}} "#)
    #expect(
      value
        == .object(
          JSONObject([
            .init(
              key: "a",
              value: .array([
                .null, .bool(true), .bool(false), .integer(-12), .number(0.5), .number(1000), .string("x"),
              ])),
            .init(key: "b", value: .object(JSONObject())),
          ])))
  }

  @Test(arguments: [
    (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u0110\u00ea""#, "Đê"),
    (#""a\ud83d\ude00b""#, "a😀b"), (#""Quỳnh Lưu""#, "Quỳnh Lưu"), (#""\u0000""#, "\0"),
  ])
  func strings(json: String, text: String) throws {
    #expect(try parse(json) == .string(text))
  }

  @Test func numbersThatDoNotFitAnIntegerAreReal() throws {
    #expect(try parse("9223372036854775807") == .integer(.max))
    #expect(try parse("9223372036854775808") == .number(9_223_372_036_854_775_808))
    #expect(try parse("-0") == .integer(0))
  }

  static let broken: [(String, String)] = [
    ("", "the text ends where a value should be at byte 0"),
    ("  ", "the text ends where a value should be at byte 2"),
    (#"{"a":1"#, "the text ends within an object at byte 6"),
    (#"{"a" 1}"#, "expected ':' after a key, found '1' at byte 5"),
    (#"{"a""#, "the text ends within an object at byte 4"),
    (#"{"a":"#, "the text ends where a value should be at byte 5"),
    ("{", "the text ends within an object at byte 1"),
    (#"{"a":1,}"#, "expected a key in quotes, found '}' at byte 7"),
    ("{a:1}", "expected a key in quotes, found 'a' at byte 1"),
    (#"{"a":1,"b":2,"a":3}"#, "the key \"a\" is there twice at byte 13"),
    ("[1", "the text ends within an array at byte 2"),
    ("[1 2]", "expected ',' or the end of an array, found '2' at byte 3"),
    ("[1,]", "expected a value, found ']' at byte 3"),
    ("1 2", "something follows the value: '2' at byte 2"),
    ("tru", "expected true at byte 0"),
    ("nulL", "expected null at byte 0"),
    ("01", "a number begins with a needless zero at byte 0"),
    ("-", "expected a digit at byte 1"),
    ("1.", "expected a digit at byte 2"),
    ("1e+", "expected a digit at byte 3"),
    ("1e999", "the number is out of range at byte 0"),
    ("NaN", "expected a value, found 'N' at byte 0"),
    (#""abc"#, "the string that begins at byte 0 does not end at byte 4"),
    ("\"a\nb\"", "a control character in a string must be escaped: byte 0x0A at byte 2"),
    (#""\x""#, "an unknown escape at byte 1"),
    (#""\u12g4""#, "an escape \\u wants four hex digits at byte 1"),
    (#""\u12"#, "the text ends within an escape at byte 5"),
    (#""\ud800""#, "a lone surrogate at byte 1"),
    (#""\udc00""#, "a lone surrogate at byte 1"),
    (#""\ud800\u0041""#, "a lone surrogate at byte 1"),
    (#""\"#, "the text ends within an escape at byte 2"),
  ]

  @Test(arguments: broken)
  func errorsSayWhatAndWhere(json: String, message: String) {
    let error = #expect(throws: JSONError.self) { try self.parse(json) }
    #expect(error?.description == message)
  }

  @Test func invalidUTF8IsAnErrorWithItsOffset() {
    for (bytes, offset): ([UInt8], Int) in [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC3, 0x22], 1), ([0x22, 0xE1, 0xBB, 0x22], 1),
      ([0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22], 3), ([0xEF, 0xBB, 0xBF, 0x31], 0),
    ] {
      let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
      #expect(error?.offset == offset, "\(bytes)")
    }
  }

  @Test func nestingIsBounded() throws {
    let deep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSONError.self) { try self.parse(deep) }
    #expect(error?.description == "nested too deep at byte 64")
    _ = try parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
  }

  @Test func duplicateKeysInLargeObjects() throws {
    let keys = (0..<100).map { "\"k\($0)\":\($0)" }
    _ = try parse("{" + keys.joined(separator: ",") + "}")
    #expect(throws: JSONError.self) {
      try self.parse("{" + (keys + ["\"k7\":0"]).joined(separator: ",") + "}")
    }
    #expect(throws: JSONError.self) {
      try self.parse("{" + (keys + ["\"k99\":0"]).joined(separator: ",") + "}")
    }
  }

  /// Every truncation and every single changed byte of a sound text parses or throws; nothing traps.
  @Test func damageNeverTraps() {
    let sound = Array(#"{"a":[1,-2.5e-3,"q\u00e9\ud83d\ude00\n"],"đ":{"x":null,"y":true}}"#.utf8)
    for end in 0..<sound.count { _ = try? JSONValue(parsing: Array(sound[..<end])) }
    for position in sound.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x80, 0xC3, 0xFF, 0x65, 0x75] {
        var damaged = sound
        damaged[position] = byte
        _ = try? JSONValue(parsing: damaged)
      }
    }
  }

  @Test(
    arguments: [
      (97.0, "97"), (-3.0, "-3"), (0.0, "0"), (-0.0, "0"), (56.5, "56.5"), (0.71, "0.71"),
      (1_420_000_000, "1420000000"), (1e21, "1e+21"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"),
      (.infinity, "null"),
    ] as [(Double, String)])
  func numbersAreShort(number: Double, text: String) throws {
    var buffer: [UInt8] = []
    JSONOutput.append(number, to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == text)
    if number.isFinite {
      switch try JSONValue(parsing: buffer) {
      case .integer(let back): #expect(Double(back) == number)
      case .number(let back): #expect(back == number)
      case let other: Issue.record("\(other)")
      }
    }
  }

  @Test(arguments: [0, 7, 10, -1, 1234567890, Int.max, Int.min])
  func integers(number: Int) {
    var buffer: [UInt8] = [UInt8(ascii: "x")]
    JSONOutput.append(number, to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "x\(number)")
  }

  @Test func everyScalarBelow128AndSomeAboveSurvive() throws {
    var text = ""
    for code in 0..<128 { text.unicodeScalars.append(Unicode.Scalar(UInt8(code))) }
    text += "Đê\u{301}\u{2028}😀\u{FFFF}"
    var buffer: [UInt8] = []
    JSONOutput.append(text, to: &buffer)
    #expect(!buffer.contains { $0 < 0x20 })
    #expect(try JSONValue(parsing: buffer) == .string(text))
  }
}
