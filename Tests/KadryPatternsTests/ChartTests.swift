import KadryLexicon
import KadryPatterns
import KadryText
import Testing

@Suite struct ChartTests {
  @Test func annotationsComeLongestFirst() throws {
    var chart = PatternFixture.chart("а б в г")
    let post = try #require(PatternFixture.registry.bit("post"))
    let body = try #require(PatternFixture.registry.bit("body"))
    for (end, type, value) in [(2, post, 1), (4, body, 2), (1, post, 3), (2, body, 4), (3, post, 5)] {
      chart.add(Annotation(start: 0, end: end, type: type, value: value))
    }
    var values: [Int32] = []
    chart.forEach(at: 0) { index, annotation in
      #expect(chart.annotations[index] == annotation)
      values.append(annotation.value)
    }
    // Equal ones keep their order.
    #expect(values == [2, 5, 1, 4, 3])
    #expect(chart.first(at: 0, type: post)?.annotation.value == 5)
    #expect(chart.first(at: 0, type: body)?.annotation.tokens == 0..<4)
    #expect(chart.first(at: 1, type: post) == nil)
    #expect(chart.first(at: 9, type: post) == nil)
  }

  @Test func masksKeepShapesAndTypes() throws {
    var chart = PatternFixture.chart("а [post Б ] в")
    let post = PatternFixture.registry.mask("post")
    #expect(chart.masks[1] & post != 0 && chart.masks[0] & post == 0)
    #expect(chart.mask(of: 0..<3) & post != 0 && chart.mask(of: 2..<3) & post == 0)
    chart.remove(mask: Shape.cap.mask, at: 1)
    #expect(chart.masks[1] & Shape.cap.mask == 0 && chart.masks[1] & post != 0)
    chart.set(mask: Shape.roman.mask, at: 1)
    #expect(chart.masks[1] & Shape.roman.mask != 0)
  }

  @Test func resetForgetsEverything() {
    var chart = PatternFixture.chart("[post а ] б")
    chart.reset(
      { $0 = Tokenizer().tokens(of: Array("в".utf8)) }, shape: PatternFixture.shapes, guess: { _ in .genSg })
    #expect(chart.tokens.count == 1 && chart.annotations.isEmpty && chart.masks.count == 1)
    #expect(chart.guesses == [.genSg])
    var count = 0
    chart.forEach(at: 0) { _, _ in count += 1 }
    #expect(count == 0)
  }

  @Test func typesHaveBitsUpToTheLimit() {
    var registry = TypeRegistry()
    let first = registry.add("one")
    #expect(first == Shape.allCases.count && registry.add("one") == first)
    for i in 0..<200 { _ = registry.add("t\(i)") }
    #expect(registry.names.count == TypeRegistry.limit)
    #expect(registry.add("more") == nil && registry.bit("more") == nil && registry.mask("more") == 0)
    #expect(registry.mask("t0") == 1 << TypeRegistry.Mask(registry.bit("t0") ?? 0))
    for shape in Shape.allCases {
      #expect(
        registry.bit(shape.name) == shape.bit && registry.mask(shape.name) == shape.mask
          && registry.isShape(shape.bit))
    }
    #expect(!registry.isShape(first ?? 0))
  }
}
