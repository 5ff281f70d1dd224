import KadryArchive
import KadryEngine
import KadryGraph
import KadryReading
import KadryText

/// Every flag of every command, defined once.
extension Flag {
  // Where things are.
  static let database = Flag("db", value: "FILE", "The database; else $KADRY_DB, else ./kadry.db.")
  static let lexicons = Flag(
    "lexicons", value: "DIR", repeatable: true,
    "Lay your own tables and rules over the built-in ones; the last of several wins.")
  static let output = Flag(
    "output", short: "o", value: "PATH", "Where to write; for csv without --table a folder.")

  // How to answer.
  static let format = choice(
    "format", value: "F", of: ResultFormat.allCases.map(\.rawValue),
    "How to write the answer; table unless given.")
  static let evidenceFormat = choice(
    "format", value: "F", of: ["table", "md"] + ResultFormat.allCases.dropFirst().map(\.rawValue),
    "How to write the answer; table unless given, md for citing.")
  static let limit = number("limit", value: "N", in: 1...Int.max, "At most so many rows.")

  // Whom and what to ask for.
  static let place = Flag(
    "place", value: "P", "Only at this place, in any script, with or without diacritics.")
  static let on = Flag(
    "on", value: "DATE", "As of this date, such as 2016-11-10, 2016-11 or 2016; else of the newest document."
  ) { PartialDate($0)?.days == nil ? "a date such as 2016-11-10, 2016-11 or 2016" : nil }
  static let history = Flag("history", "All holders in the order of time.")
  static let panel = choice(
    "panel", value: "UNIT", of: ["year"], "One row for each post, year and holder, gaps too.")
  static let career = Flag("career", "One row for each post held, in the order of time.")
  static let members = Flag("members", "Who sits in the bodies, as of --on.")
  static let person = Flag("person", value: "NAME", "Only of this person, in any script.")
  static let post = Flag("post", value: "POST", "Only this post, in Russian or Vietnamese.")
  static let citedWith = Flag(
    "cited-with", value: "NAME", "Only cited in documents that name this person.")
  static let citedAt = Flag(
    "cited-at", value: "P", "Only cited in documents that name a body or a post of this place.")
  static let level = choice(
    "level", value: "L", of: ["central", "province", "district", "commune", "village"], "Only of this level.")
  static let type = Flag("type", value: "T", "Only of this type, such as directive, resolution or decision.")
  static let issuer = Flag(
    "issuer", value: "BODY", "Only issued by this body: words of its name, or its canonical id.")
  static let citedBy = Flag("cited-by", value: "HOST", "Only cited by this newspaper, such as baonghean.vn.")
  static let citations = Flag("citations", "One row for each document that cites.")
  static let measure = choice(
    "measure", value: "M", of: Measure.allCases.map(\.rawValue), "Only figures of this measure.")
  static let unit = Flag("unit", value: "U", "Only figures of this unit, such as VND, ha or m.")
  static let failing = Flag("failing", "Only figures that do not add up.")
  static let document = Flag("document", value: "ID", "Only of this document.")
  static let contradiction = choice(
    "kind", value: "K", of: Contradiction.Kind.allCases.map(\.rawValue), "Only contradictions of this kind.")
  static let newspaper = Flag("source", value: "HOST", "Only of this newspaper, such as baonghean.vn.")
  static let language = choice(
    "lang", value: "L", of: ["ru", "vi", "vi-bare", "other"], "Only in this language.")
  static let from = date("from", "From this date on: of publication, or of what is asked for.")
  static let to = date("to", "Up to this date: of publication, or of what is asked for.")
  static let files = Flag("files", "Look into the files too, where they hold the same bytes.")

  // What is known of documents, and how to read them.
  static let source = Flag(
    "source", value: "HOST",
    "The newspaper of documents that name neither theirs nor an address, such as baonghean.vn.")
  static let publicationDate = Flag(
    "date", value: "DATE", "The publication date of a single document, such as 2016-11-12."
  ) { normalizedDate($0) == nil ? "a date such as 2016-11-12, 2016-11 or 2016" : nil }
  static let manifest = Flag(
    "manifest", value: "FILE",
    "A table of what is known of the files: columns path, url, date, source, lang, translation.")
  static let readAs = choice(
    "as", value: "KIND", of: FileKind.allCases.map(\.rawValue),
    "Read every file, member of an archive and stream as this kind.")
  static let field = Flag(
    "field", value: "FIELD=NAME", repeatable: true,
    "Where a field stands in JSON and tables, such as text=body; the fields are "
      + DocumentField.allCases.map(\.rawValue).joined(separator: ", ") + "."
  ) {
    FieldMapping.pair($0) == nil ? "a field, = and a name, such as text=body" : nil
  }
  static let charset = choice(
    "charset", value: "C", of: Charset.allCases.map(\.rawValue),
    "What documents are in that declare nothing and are not UTF-8; guessed by their letters unless given.")
  static let threads = number(
    "threads", value: "N", in: 1...256, "How many threads read; all processors unless given.")
  static let maxDocument = number(
    "max-document", value: "BYTES", in: 1...(1 << 30),
    "Documents above this size are left out; \(ArchiveOptions().maxDocument) unless given.")
  static let maxDepth = number(
    "max-depth", value: "N", in: 0...16,
    "Archives within archives to this depth; \(UnpackLimits().maxDepth) unless given.")
  static let maxMembers = number(
    "max-members", value: "N", in: 1...Int.max,
    "An archive is read to this many members; \(UnpackLimits().maxMembers) unless given.")
  static let maxUnpacked = number(
    "max-unpacked", value: "BYTES", in: 1...Int.max,
    "An archive is read to this many unpacked bytes; \(UnpackLimits().maxUnpacked) unless given.")
  static let maxRatio = number(
    "max-ratio", value: "N", in: 1...1_000_000,
    "An archive is read while it unpacks to at most so many times its size; \(UnpackLimits().maxRatio) unless given."
  )
  static let dryRun = Flag("dry-run", "Say what would be read, and write nothing.")
  static let failedTo = Flag(
    "failed-to", value: "FILE", "Write a table of the inputs that failed: path, line, byte, reason.")
  static let retryFailed = Flag(
    "retry-failed", value: "FILE", "Read again the files of a table that --failed-to has written.")
  static let batch = number(
    "batch", value: "N", in: 1...1_000_000,
    "Write so many documents in one transaction, which a kill loses at most; \(Ingestion.usualBatch) unless given."
  )
  static let strict = Flag("strict", "Exit with 2 when a line of JSON documents was left out.")

  // The loop of a person who adds words.
  static let against = Flag(
    "against", value: "FILE", "The database whose texts are read again; else $KADRY_DB, else ./kadry.db.")
  static let count = number(
    "number", short: "n", value: "N", in: 1...100_000, "How many to draw; 20 unless given.")
  static let seed = number(
    "seed", value: "N", in: 0...Int.max, "Another seed, another sample; 1 unless given.")

  // What people decide.
  static let corrections = Flag(
    "corrections", value: "FILE",
    "What people decided, one line each; else $KADRY_CORRECTIONS, else corrections.jsonl beside the database."
  )
  static let note = Flag("note", value: "TEXT", "Why, for those who read the corrections.")
  static let list = Flag("list", "Do not ask; show the questions.")
  static let author = Flag("author", value: "NAME", "Who decides; else $KADRY_AUTHOR, else $USER.")

  // Evaluation and export.
  static let texts = Flag("texts", value: "DIR", "Where the texts of the golds lie, when not beside them.")
  static let split = Flag("split", value: "S", "Only documents of this split, such as dev.")
  static let errors = number("errors", value: "N", in: 1...Int.max, "Show up to N mistakes of each kind.")
  static let table = Flag("table", value: "T", "With csv: this table only, to the output.")

  private static func date(_ long: String, _ summary: String) -> Flag {
    Flag(long, value: "DATE", summary) {
      PartialDate($0)?.days == nil ? "a date such as 2016-11-10, 2016-11 or 2016" : nil
    }
  }
}

extension [Flag] {
  /// The flags of every query.
  static let query: [Flag] = [.database, .format, .limit]
  /// The flags of every decision.
  static let decision: [Flag] = [.note, .author, .corrections, .database, .format, .lexicons]
  /// The flags of everything that takes documents in.
  static let input: [Flag] = [
    .source, .publicationDate, .manifest, .readAs, .field, .charset, .maxDocument, .maxDepth, .maxMembers,
    .maxUnpacked,
    .maxRatio, .threads, .lexicons,
  ]
}
