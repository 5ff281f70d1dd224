/// Compares the predictions for a document with its gold.
///
/// Optional items count neither when found nor when missed. Items are paired one to one; a second prediction
/// for an item is a false positive, except for dates and quantities.
struct Scoring: Sendable {
  let names: NameMatching
  let titles: TitleMatching
  let values: ValueMatching

  init(words: MatchingWords) {
    names = NameMatching(words: words)
    titles = TitleMatching(words: words)
    values = ValueMatching(words: words)
  }

  func score(_ predictions: Predictions, against gold: GoldDocument) -> DocumentScore {
    var result = DocumentScore()
    scoreNames(predictions, gold, into: &result)
    scoreRoles(predictions, gold, into: &result)
    scoreDirectives(predictions, gold, into: &result)
    scoreDates(predictions, gold, into: &result)
    compare(
      .quantities, gold: gold.quantities, predicted: predictions.quantities, in: gold.id,
      duplicatesCount: false,
      goldLabel: \.label, label: { "\($0)" }, into: &result
    ) { values.quantityFits($1, $0) }
    return result
  }

  private func scoreNames(_ predictions: Predictions, _ gold: GoldDocument, into result: inout DocumentScore)
  {
    compare(
      .persons, gold: gold.persons, predicted: predictions.persons, in: gold.id, goldLabel: \.name,
      label: { $0 },
      into: &result
    ) { item, name in item.forms.contains { names.areEqual(name, $0) } }
    compare(
      .organizations, gold: gold.organizations, predicted: predictions.organizations, in: gold.id,
      goldLabel: \.name, label: { $0 }, into: &result
    ) { titles.organizationFits($1, forms: $0.forms, atLeast: 0.8) }
  }

  private func scoreRoles(_ predictions: Predictions, _ gold: GoldDocument, into result: inout DocumentScore)
  {
    let forms = Dictionary(gold.persons.map { ($0.name, $0.forms) }) { first, _ in first }
    let bodies = Dictionary(gold.organizations.map { ($0.name, $0.forms) }) { first, _ in first }
    func organizations(of role: GoldRole) -> [String] {
      (role.organization.map { [$0] } ?? []) + role.otherOrganizations
        + (role.organizationReference.flatMap { bodies[$0] } ?? [])
    }
    func titleFits(_ role: GoldRole, _ predicted: Predictions.Role) -> Bool {
      (forms[role.person] ?? [role.person]).contains { names.areEqual(predicted.person, $0) }
        && titles.titleFits(
          predicted.title, organization: predicted.organization ?? "", golds: [role.title] + role.otherTitles,
          organizations: organizations(of: role))
    }
    let predicted = predictions.roles.filter { !$0.title.isEmpty }
    compare(
      .rolesByTitle, gold: gold.roles, predicted: predicted, in: gold.id, goldLabel: \.label, label: \.label,
      into: &result, fits: titleFits)
    compare(
      .roles, gold: gold.roles, predicted: predicted, in: gold.id, goldLabel: \.label, label: \.label,
      into: &result
    ) { role, prediction in
      guard titleFits(role, prediction) else { return false }
      guard let wanted = role.organization, !wanted.isEmpty, let named = prediction.organization,
        !named.isEmpty
      else { return true }
      return titles.organizationFits(named, forms: organizations(of: role))
    }
  }

  private func scoreDirectives(
    _ predictions: Predictions, _ gold: GoldDocument, into result: inout DocumentScore
  ) {
    let numbered = gold.directives.filter { $0.number != nil }
    let found = predictions.directives.filter { $0.number != nil }
    func numberFits(_ item: GoldDirective, _ predicted: Predictions.Directive) -> Bool {
      values.numbersEqual(item.number ?? "", predicted.number ?? "")
    }
    compare(
      .directives, gold: numbered, predicted: found, in: gold.id, goldLabel: { $0.number ?? "" },
      label: { $0.number ?? "" }, into: &result, fits: numberFits)
    compare(
      .directivesWithKind, gold: numbered, predicted: found, in: gold.id,
      goldLabel: { "\($0.number ?? "") \($0.kind ?? "–")" },
      label: { "\($0.number ?? "") \($0.kind ?? "–")" },
      into: &result
    ) { numberFits($0, $1) && values.documentKind($0.kind) == values.documentKind($1.kind) }
    compare(
      .titledDirectives, gold: gold.directives.filter { $0.number == nil },
      predicted: predictions.directives.filter { $0.number == nil }, in: gold.id,
      goldLabel: { $0.title ?? "–" },
      label: { $0.title ?? "–" }, into: &result
    ) { item, predicted in
      ([item.title ?? ""] + item.surfaces).contains { titles.likeness(predicted.title ?? "", $0) >= 0.5 }
    }
  }

  private func scoreDates(_ predictions: Predictions, _ gold: GoldDocument, into result: inout DocumentScore)
  {
    let wanted = DateAlignment.merged(gold.dates)
    let alignment = DateAlignment(values: values, gold: wanted)
    compare(
      .dates, gold: wanted, predicted: alignment.aligned(predictions.dates), in: gold.id,
      duplicatesCount: false,
      goldLabel: { "\($0.value) (\($0.surface))" }, label: { $0 }, isWeak: { values.dateIsWeak($0, $1) },
      into: &result
    ) { values.dateFits($1, $0) }
  }

  /// Pairs one kind of item and counts; every kind is scored here.
  private func compare<Item: GoldItem, Prediction>(
    _ kind: ScoredKind, gold: [Item], predicted: [Prediction], in document: String,
    duplicatesCount: Bool = true,
    goldLabel: (Item) -> String, label: (Prediction) -> String,
    isWeak: (Prediction, Item) -> Bool = { _, _ in false }, into result: inout DocumentScore,
    fits: (Item, Prediction) -> Bool
  ) {
    var score = Score()
    func note(_ mistake: ScoringMistake.Kind, _ item: String) {
      result.mistakes.append(ScoringMistake(document: document, scored: kind, kind: mistake, item: item))
    }
    let order = gold.indices.filter { !gold[$0].isOptional } + gold.indices.filter { gold[$0].isOptional }
    let assignment = Assignment(golds: gold.count, predictions: predicted.count, order: order) {
      fits(gold[$0], predicted[$1])
    }
    for (index, item) in gold.enumerated() {
      if assignment.partner[index] != nil {
        if item.isOptional { score.optional += 1 } else { score.truePositives += 1 }
      } else if !item.isOptional {
        score.falseNegatives += 1
        note(.missed, goldLabel(item))
      }
    }
    let used = Set(assignment.partner.values)
    for (index, prediction) in predicted.enumerated() where !used.contains(index) {
      let rivals = gold.indices.filter { assignment.candidates[$0].contains(index) }
      if !rivals.isEmpty {
        if rivals.allSatisfy({ gold[$0].isOptional }) { continue }
        score.duplicates += 1
        if duplicatesCount {
          score.falsePositives += 1
          note(.duplicate, label(prediction))
        }
      } else if !gold.contains(where: { isWeak(prediction, $0) }) {
        score.falsePositives += 1
        note(.invented, label(prediction))
      }
    }
    result.scores[kind] = score
  }
}
