import KadryEngine

extension Command {
  static let reread = Command(
    name: "reread", summary: "read the stored texts again, after a change of lexicons or of the program",
    operands: .none, flags: [.database, .corrections, .threads, .lexicons],
    discussion:
      "The files are not needed: the database keeps the texts. What the present lexicons have read is skipped.",
    examples: [
      Example("after changing words of your own", "reread", "--lexicons", "my-words", "--db", "k.db")
    ],
    run: { invocation in
      let store = try invocation.openStore(.readWrite)
      let knowledge = try invocation.loadKnowledge()
      let report = try Ingestion(
        store: store, knowledge: knowledge, threads: invocation.threads,
        corrections: invocation.correctionFile
      ).reread()
      invocation.console.note("\(Plural.documents(report.reread)) read again in \(invocation.databasePath)")
      try invocation.tellCorrections(store)
      return .done
    })
}
