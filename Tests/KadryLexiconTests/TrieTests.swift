import Testing

@testable import KadryLexicon

/// The trie against a dictionary that holds every entry by its keys.
@Suite struct TrieTests {
  /// Every value that begins at a place of `text`, with its length, by walking the trie.
  private func walk(_ trie: Trie, _ text: ArraySlice<UInt64>) -> [[UInt32]] {
    var found: [[UInt32]] = []
    var node = 0
    for (depth, key) in text.enumerated() {
      node = trie.child(node, key)
      guard node != 0 else { break }
      for i in trie.values(at: node) { found.append([UInt32(depth + 1), trie.values[i].entry]) }
      #expect(
        trie.continues(node) || depth == text.count - 1
          || trie.child(node, text[text.startIndex + depth + 1]) == 0)
    }
    return found
  }

  @Test(arguments: 0..<20)
  func agreesWithADictionary(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt64] = (0..<Int.random(in: 2...40, using: &random)).map { _ in random.next() | 1 }
    var builder = TrieBuilder()
    var oracle: [[UInt64]: Set<UInt32>] = [:]
    for _ in 0..<Int.random(in: 1...3000, using: &random) {
      let keys = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 1
      }
      let entry = UInt32.random(in: 0..<500, using: &random)
      builder.add(keys, entry: entry, grammemes: .invariable, lemma: 0)
      oracle[keys, default: []].insert(entry)
    }
    let trie = builder.build()
    #expect(trie.values.count == oracle.values.reduce(0) { $0 + $1.count })
    for _ in 0..<300 {
      let text = (0..<8).map { _ in alphabet.randomElement(using: &random) ?? 1 }
      var expected: [[UInt32]] = []
      for length in 1...8 {
        for entry in (oracle[Array(text[..<length])] ?? []).sorted() {
          expected.append([UInt32(length), entry])
        }
      }
      #expect(walk(trie, text[...]) == expected)
    }
  }

  @Test func nestedEntries() {
    var builder = TrieBuilder()
    builder.add([1], entry: 0, grammemes: .genSg, lemma: 0)
    builder.add([1, 2, 3], entry: 1, grammemes: .genSg, lemma: 1)
    builder.add([1, 2], entry: 2, grammemes: .genSg, lemma: 2)
    builder.add([2], entry: 3, grammemes: .genSg, lemma: 3)
    let trie = builder.build()
    #expect(walk(trie, [1, 2, 3, 4]) == [[1, 0], [2, 2], [3, 1]])
    #expect(walk(trie, [2, 3]) == [[1, 3]])
    #expect(walk(trie, [3, 1]) == [])
    #expect(trie.continues(trie.child(0, 1)) && !trie.continues(trie.child(0, 2)))
  }

  @Test func formsOfOneEntryAreOneValue() {
    var builder = TrieBuilder()
    builder.add([7], entry: 1, grammemes: .genSg, lemma: 5)
    builder.add([7], entry: 1, grammemes: .datSg, lemma: 6)
    builder.add([7], entry: 0, grammemes: .nomSg, lemma: 7)
    builder.add([], entry: 9, grammemes: .nomSg, lemma: 7)
    let trie = builder.build()
    let values = trie.values(at: trie.child(0, 7)).map { trie.values[$0] }
    #expect(
      values == [
        Trie.Value(entry: 0, grammemes: .nomSg, lemma: 7),
        Trie.Value(entry: 1, grammemes: [.genSg, .datSg], lemma: 5),
      ])
  }

  @Test func anEmptyTrieHasNothing() {
    #expect(Trie().child(0, 1) == 0)
    let trie = TrieBuilder().build()
    #expect(trie.child(0, 1) == 0)
    #expect(trie.values(at: 0).isEmpty)
  }
}
