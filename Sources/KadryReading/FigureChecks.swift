import KadryText

/// Compares the figures of one article with each other.
///
/// A share against its ratio; a part against the whole it is said of; two ratios that should add up to one
/// whole. A figure that agrees says `ok`; one that was compared with nothing says nothing.
struct FigureChecks {
  func check(_ draft: inout Draft) {
    attachPercents(&draft)
    markNegations(&draft)
    partsOfThem(&draft)
    complements(&draft)
  }

  /// «74/131 …, что составляет 56,5 %»: the percent that follows a ratio in its clause belongs to it.
  private func attachPercents(_ draft: inout Draft) {
    let order = draft.figures.indices.sorted {
      draft.figures[$0].tokens.lowerBound < draft.figures[$1].tokens.lowerBound
    }
    var taken: Set<Int> = []
    for (position, index) in order.enumerated() where draft.figures[index].claim.measure == .ratio {
      let rest = order[(position + 1)...].prefix { draft.figures[$0].claim.measure != .ratio }
      guard let next = rest.first(where: { draft.figures[$0].claim.measure == .percent }) else { continue }
      guard let percent = draft.figures[next].claim.percent, draft.figures[next].claim.measure == .percent,
        !taken.contains(next), isLinked(draft, draft.figures[index].tokens, draft.figures[next].tokens),
        let value = draft.figures[index].claim.value, let whole = draft.figures[index].claim.of
      else { continue }
      taken.insert(next)
      let computed = value / whole * 100
      draft.figures[index].claim.percent = percent
      draft.figures[index].claim.check =
        FigureChecks.agrees(stated: percent, computed: computed)
        ? "ok" : "computed \(FigureChecks.print(computed)) %, stated \(FigureChecks.print(percent)) %"
      draft.figures[index].tokens =
        draft.figures[index].tokens.lowerBound..<draft.figures[index].tokens.upperBound
    }
    draft.figures = draft.figures.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  /// Whether the second figure follows in the same sentence, with no other clause between.
  private func isLinked(_ draft: borrowing Draft, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard b.lowerBound >= a.upperBound, b.lowerBound - a.upperBound <= 22 else { return false }
    for i in a.upperBound..<b.lowerBound {
      switch draft.chart.tokens[i].mark {
      case .semicolon, .period, .question, .exclamation: return false
      default: if draft.chart.tokens[i].has(.blockBefore) { return false }
      }
    }
    return true
  }

  /// Whether a stated percentage is the computed one, rounded to as many digits as it has.
  static func agrees(stated: Double, computed: Double) -> Bool {
    var tolerance = 0.5
    var scaled = stated
    var digits = 0
    while digits < 4, (scaled - scaled.rounded()).magnitude > 1e-6 {
      scaled *= 10
      tolerance /= 10
      digits += 1
    }
    return (stated - computed).magnitude <= max(tolerance, 0.051)
  }

  private func markNegations(_ draft: inout Draft) {
    let bit = draft.negationType
    for index in draft.figures.indices {
      let tokens = draft.figures[index].tokens
      guard bit >= 0, let sentence = draft.sentences.first(where: { $0.tokens.contains(tokens.lowerBound) })
      else { continue }
      // The clause goes on to the next figure or mark that ends it.
      var i = tokens.upperBound
      while i < sentence.tokens.upperBound, draft.chart.tokens[i].mark != .semicolon,
        i < tokens.upperBound + 10,
        !(draft.chart.tokens[i].mark == .comma && i > tokens.upperBound + 2)
      {
        if draft.has(bit, at: i) { draft.figures[index].isNegated = true }
        i += 1
      }
    }
  }

  /// «Из них в 19 …»: a part cannot exceed the number it is taken of.
  private func partsOfThem(_ draft: inout Draft) {
    for index in draft.figures.indices where draft.figures[index].isOfThem {
      let here = draft.figures[index].tokens.lowerBound
      let before = draft.figures.indices.filter {
        draft.figures[$0].tokens.upperBound <= here && draft.figures[$0].claim.value != nil
          && (draft.figures[$0].claim.measure == .ratio || draft.figures[$0].claim.measure == .count)
      }
      let ratios = before.filter {
        draft.figures[$0].claim.measure == .ratio && here - draft.figures[$0].tokens.upperBound < 40
      }
      guard
        let antecedent = (ratios.isEmpty ? before : ratios).max(by: {
          draft.figures[$0].tokens.lowerBound < draft.figures[$1].tokens.lowerBound
        }), let whole = draft.figures[antecedent].claim.value, let part = draft.figures[index].claim.value
      else { continue }
      if part > whole {
        draft.figures[index].claim.check =
          "\(FigureChecks.print(part)) is said to be part of \(FigureChecks.print(whole))"
      }
    }
  }

  /// Those who are and those who are not make up the whole.
  private func complements(_ draft: inout Draft) {
    for a in draft.figures.indices
    where draft.figures[a].claim.measure == .ratio && !draft.figures[a].isNegated {
      for b in draft.figures.indices
      where draft.figures[b].claim.measure == .ratio && draft.figures[b].isNegated {
        guard sameThing(draft, a, b), let x = draft.figures[a].claim.value,
          let y = draft.figures[b].claim.value,
          let whole = draft.figures[a].claim.of, let other = draft.figures[b].claim.of, whole != other,
          x + y == other || x + y == whole
        else { continue }
        let right = x + y
        let wrong = right == other ? a : b
        draft.figures[wrong].claim.check =
          "denominator \(FigureChecks.print(draft.figures[wrong].claim.of ?? 0)): "
          + "\(FigureChecks.print(x)) + \(FigureChecks.print(y)) make \(FigureChecks.print(right))"
      }
    }
  }

  /// Whether two figures count the same: the same words, but for their endings.
  private func sameThing(_ draft: borrowing Draft, _ a: Int, _ b: Int) -> Bool {
    guard let x = draft.figures[a].what, let y = draft.figures[b].what else { return false }
    return Set(x.map { draft.chart.tokens[$0].stem }) == Set(y.map { draft.chart.tokens[$0].stem })
  }

  static func print(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
