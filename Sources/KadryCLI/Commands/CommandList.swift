extension [Command] {
  /// All commands, in the order of the help.
  static let all: [Command] = [
    .ingest, .extract, .load, .reread, .who, .person, .companions, .moves, .posts, .organizations, .places,
    .directives,
    .documents,
    .figures, .audit, .search, .why, .verify, .same, .different, .correct, .reject, .undo, .corrections,
    .review, .namesCompare, .namesForms, .explain, .sample, .eval, .stats, .diff,
    .export,
    .schema,
    .lexiconsCheck, .lexiconsDiff, .selftest, .version,
  ]
}
