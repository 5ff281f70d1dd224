import KadryLexicon
import KadryText

/// What a JSON-LD block says of the article: an object of an article's type, else any object with the same keys.
struct PageJSON {
  /// Field, value, and whether it stands in an article's object.
  private(set) var values: [(role: PageRole, value: String, isArticle: Bool)] = []
  private let cues: PageCues
  private static let roles: [PageRole] = [.title, .date, .author, .section, .language, .url]

  init(_ bytes: [UInt8], cues: PageCues) {
    self.cues = cues
    if let value = try? JSONValue(parsing: bytes) {
      walk(value)
    } else {
      // Broken JSON is common on pages: the keys with a string behind them can still be read.
      scan(bytes)
    }
  }

  private mutating func walk(_ value: JSONValue) {
    switch value {
    case .array(let elements): for element in elements { walk(element) }
    case .object(let object):
      let isArticle = object["@type"].map { self.isArticle($0) } ?? false
      for member in object.members {
        for role in PageJSON.roles where cues.roles(.json, member.key).has(role) {
          if let text = PageJSON.text(member.value) { values.append((role, text, isArticle)) }
        }
      }
      for member in object.members { walk(member.value) }
    default: break
    }
  }

  private func isArticle(_ type: JSONValue) -> Bool {
    switch type {
    case .string(let name): cues.roles(.json, name).has(.article)
    case .array(let names): names.contains { isArticle($0) }
    default: false
    }
  }

  /// A value's text: its own, its name's or id's, or the first one's of a list; names of several authors are joined.
  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): return text
    case .object(let object): return (object["name"] ?? object["@id"]).flatMap(text)
    case .array(let elements):
      let texts = elements.compactMap(text)
      return texts.isEmpty ? nil : texts.joined(separator: ", ")
    default: return nil
    }
  }

  /// Takes `"key": "value"` wherever it stands; linear.
  private mutating func scan(_ bytes: [UInt8]) {
    var strings: [(text: String, end: Int)] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x22 else {
        if bytes[i] > 0x20, bytes[i] != 0x3A { strings.removeAll() }
        i += 1
        continue
      }
      var end = i + 1
      while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
      guard end < bytes.count else { return }
      let text = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
      let isValue = strings.count == 1 && bytes[strings[0].end..<i].contains(0x3A)
      if isValue {
        for role in PageJSON.roles where cues.roles(.json, strings[0].text).has(role) {
          values.append((role, text.replacing("\\/", with: "/"), true))
        }
        strings.removeAll()
      } else {
        strings = [(text, end + 1)]
      }
      i = end + 1
    }
  }
}
