/// The shape of the database file, in SQL.
///
/// `document`, `document_path`, `claim` and `correction` are what was read and what people said; they are
/// migrated between versions. Every other table is rebuilt from them.
enum Schema {
  /// `PRAGMA user_version`.
  static let version = 5
  /// `PRAGMA application_id`: «Kadr».
  static let applicationID = 0x4B61_6472

  /// Tables that no rebuild can bring back.
  static let kept = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE document (
      id TEXT PRIMARY KEY,
      title TEXT,
      source TEXT,
      published TEXT,
      published_lo TEXT,
      published_hi TEXT,
      published_basis TEXT,
      language TEXT,
      place TEXT,
      url TEXT,
      path TEXT,
      ref TEXT,
      sha256 TEXT NOT NULL,
      lang TEXT,
      date TEXT,
      title_given TEXT,
      format TEXT NOT NULL,
      exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
      charset TEXT NOT NULL,
      translation TEXT,
      reading TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      text TEXT NOT NULL,
      author TEXT,
      section TEXT,
      declared TEXT,
      canonical TEXT,
      translations TEXT,
      article TEXT,
      readable TEXT
    );
    CREATE INDEX document_url ON document (url);
    CREATE INDEX document_sha256 ON document (sha256);
    CREATE INDEX document_published ON document (published_lo);

    CREATE TABLE document_path (
      path TEXT NOT NULL,
      document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
      given TEXT NOT NULL,
      PRIMARY KEY (path, document)
    ) WITHOUT ROWID;
    CREATE INDEX document_path_document ON document_path (document);

    CREATE TABLE claim (
      id TEXT PRIMARY KEY,
      document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      grade TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    );
    CREATE INDEX claim_document ON claim (document);

    CREATE TABLE correction (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      action TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    );

    CREATE TABLE fulltext_pending (
      document TEXT PRIMARY KEY
    ) WITHOUT ROWID;
    """

  /// Everything that can be made from the kept tables.
  static let derived = figures + graph + indices + readers

  /// The tables of the graph, children before parents.
  static let graphTables = [
    "correction_target", "correction_outcome", "merge", "contradiction_claim", "contradiction", "evidence",
    "relation", "directive", "occupancy_title",
    "occupancy",
    "post", "person", "organization", "place", "name", "witness",
  ]
  static let views = ["readable_document", "succession", "directive_citation", "mention", "holder"]
  static let fullText = ["document_fts", "name_fts"]
}
