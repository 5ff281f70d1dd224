/// The shape of the database file, in SQL.
///
/// `document`, `document_path`, `claim` and `correction` are what was read and what people said; they are
/// migrated between versions. Every other table is rebuilt from them.
enum Schema {
  /// `PRAGMA user_version`.
  static let version = 1
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
      text TEXT NOT NULL
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

  /// One row per figure, written and deleted with its claim.
  static let figures = """
    CREATE TABLE figure (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
      document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      value REAL,
      unit TEXT,
      what TEXT,
      "of" REAL,
      percent REAL,
      place TEXT,
      period TEXT,
      measure TEXT NOT NULL,
      finding TEXT,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL
    );
    CREATE INDEX figure_claim ON figure (claim);
    CREATE INDEX figure_document ON figure (document);
    """

  /// The tables that a rebuild of the graph fills.
  static let graph = """
    CREATE TABLE place (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_ru TEXT,
      canonical TEXT,
      level TEXT,
      parent TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
    );

    CREATE TABLE organization (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      canonical TEXT,
      level TEXT,
      place TEXT REFERENCES place (id),
      parent TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
      documents INTEGER NOT NULL
    );

    CREATE TABLE person (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_vi TEXT,
      role TEXT NOT NULL,
      first_seen TEXT,
      first_seen_lo TEXT,
      first_seen_hi TEXT,
      last_seen TEXT,
      last_seen_lo TEXT,
      last_seen_hi TEXT,
      documents INTEGER NOT NULL
    );

    CREATE TABLE post (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      canonical TEXT,
      function TEXT,
      ranks TEXT NOT NULL CHECK (json_valid(ranks)),
      level TEXT,
      single_holder INTEGER NOT NULL CHECK (single_holder IN (0, 1)),
      organization TEXT REFERENCES organization (id),
      place TEXT REFERENCES place (id),
      documents INTEGER NOT NULL
    );

    CREATE TABLE occupancy (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      person TEXT NOT NULL REFERENCES person (id),
      post TEXT NOT NULL REFERENCES post (id),
      status TEXT NOT NULL,
      acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
      first_seen TEXT,
      first_seen_lo TEXT,
      first_seen_hi TEXT,
      last_seen TEXT,
      last_seen_lo TEXT,
      last_seen_hi TEXT,
      start TEXT,
      start_lo TEXT,
      start_hi TEXT,
      start_at_latest INTEGER CHECK (start_at_latest IN (0, 1)),
      start_basis TEXT,
      start_claim TEXT,
      "end" TEXT,
      end_lo TEXT,
      end_hi TEXT,
      end_at_latest INTEGER CHECK (end_at_latest IN (0, 1)),
      end_basis TEXT,
      end_claim TEXT,
      term TEXT,
      grade TEXT NOT NULL,
      undated INTEGER NOT NULL,
      documents INTEGER NOT NULL
    );

    CREATE TABLE occupancy_title (
      occupancy TEXT NOT NULL REFERENCES occupancy (id),
      post TEXT NOT NULL REFERENCES post (id),
      PRIMARY KEY (occupancy, post)
    ) WITHOUT ROWID;

    CREATE TABLE directive (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      number TEXT,
      number_vi TEXT,
      full_title TEXT,
      type TEXT,
      issuer TEXT,
      organization TEXT REFERENCES organization (id),
      place TEXT REFERENCES place (id),
      date TEXT,
      date_lo TEXT,
      date_hi TEXT,
      cited_full INTEGER NOT NULL,
      cited_short INTEGER NOT NULL,
      first_cited TEXT,
      first_cited_lo TEXT,
      first_cited_hi TEXT,
      last_cited TEXT,
      last_cited_lo TEXT,
      last_cited_hi TEXT,
      documents INTEGER NOT NULL
    );

    CREATE TABLE relation (
      id TEXT PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
      document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      subject TEXT NOT NULL,
      predicate TEXT NOT NULL,
      object TEXT NOT NULL
    );

    CREATE TABLE evidence (
      claim TEXT PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
      node TEXT NOT NULL,
      post TEXT REFERENCES post (id) ON DELETE CASCADE
    ) WITHOUT ROWID;

    CREATE TABLE contradiction (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      node TEXT NOT NULL
    );

    CREATE TABLE contradiction_claim (
      contradiction TEXT NOT NULL REFERENCES contradiction (id) ON DELETE CASCADE,
      claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
      PRIMARY KEY (contradiction, claim)
    ) WITHOUT ROWID;

    CREATE TABLE name (
      id INTEGER PRIMARY KEY,
      node TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      key TEXT,
      documents INTEGER NOT NULL
    );
    """

  /// The indices of the graph, made anew after the tables are filled: in one go they cost the least.
  static let indices = """
    CREATE INDEX organization_canonical ON organization (canonical);
    CREATE INDEX organization_place ON organization (place);
    CREATE INDEX post_canonical ON post (canonical);
    CREATE INDEX post_organization ON post (organization);
    CREATE INDEX post_place ON post (place);
    CREATE INDEX occupancy_person ON occupancy (person);
    CREATE INDEX occupancy_post ON occupancy (post);
    CREATE INDEX occupancy_title_post ON occupancy_title (post);
    CREATE INDEX directive_number ON directive (number);
    CREATE INDEX relation_document ON relation (document);
    CREATE INDEX relation_subject ON relation (subject);
    CREATE INDEX relation_object ON relation (object);
    CREATE INDEX evidence_node ON evidence (node);
    CREATE INDEX evidence_post ON evidence (post) WHERE post IS NOT NULL;
    CREATE INDEX contradiction_claim_claim ON contradiction_claim (claim);
    CREATE INDEX name_node ON name (node);
    CREATE INDEX name_key ON name (key) WHERE key IS NOT NULL;
    """

  /// Views for people, and the full text over texts and names.
  static let readers = """
    CREATE VIEW holder AS
      SELECT o.id AS occupancy, p.id AS person_id, p.name AS person, t.id AS post_id, t.title AS post,
        g.id AS organization_id, g.name AS organization, l.id AS place_id, l.name AS place,
        o.first_seen, o.last_seen, o.start, o.start_basis, o."end", o.end_basis, o.term,
        o.status, o.acting, o.grade, o.documents,
        (SELECT e.claim FROM evidence e WHERE e.node = o.id ORDER BY e.claim LIMIT 1) AS claim
      FROM occupancy o
      JOIN person p ON p.id = o.person
      JOIN post t ON t.id = o.post
      LEFT JOIN organization g ON g.id = t.organization
      LEFT JOIN place l ON l.id = t.place;

    CREATE VIEW mention AS
      SELECT c.id AS claim, c.document, c.kind,
        json_extract(m.value, '$.span[0]') AS span_start, json_extract(m.value, '$.span[1]') AS span_end,
        json_extract(m.value, '$.quote') AS quote, json_extract(m.value, '$.zone') AS zone,
        json_extract(m.value, '$.rule') AS rule, json_extract(m.value, '$.cites') AS cites
      FROM claim c, json_each(c.body, '$.mentions') m;

    CREATE VIEW directive_citation AS
      SELECT d.id AS directive_id, d.name AS directive, c.document AS document_id,
        a.title AS document, a.source, a.published, c.id AS claim,
        (SELECT count(*) FROM json_each(c.body, '$.mentions') m
          WHERE json_extract(m.value, '$.cites') = 'full') AS cited_full,
        (SELECT count(*) FROM json_each(c.body, '$.mentions') m
          WHERE json_extract(m.value, '$.cites') = 'short') AS cited_short
      FROM directive d
      JOIN evidence e ON e.node = d.id
      JOIN claim c ON c.id = e.claim
      JOIN document a ON a.id = c.document;

    CREATE VIEW succession AS
      SELECT t.id AS post_id, t.title AS post,
        row_number() OVER w AS place_in_line,
        p.id AS person_id, p.name AS person, o.id AS occupancy, o.acting, o.status,
        coalesce(o.start, o.first_seen) AS since, coalesce(o."end", o.last_seen) AS until,
        lag(p.name) OVER w AS predecessor, lead(p.name) OVER w AS successor
      FROM occupancy o
      JOIN person p ON p.id = o.person
      JOIN post t ON t.id = o.post
      WHERE coalesce(o.start_lo, o.first_seen_lo) IS NOT NULL AND o.status <> 'nominated'
      WINDOW w AS (
        PARTITION BY t.id ORDER BY coalesce(o.start_lo, o.first_seen_lo), o.last_seen_lo, o.id);

    CREATE VIRTUAL TABLE document_fts USING fts5(
      title, text, content="document", tokenize="unicode61 remove_diacritics 2");

    CREATE VIRTUAL TABLE name_fts USING fts5(
      folded, content="name", content_rowid="id", tokenize="unicode61 remove_diacritics 2");
    """

  static let derived = figures + graph + indices + readers

  /// The tables of the graph, children before parents.
  static let graphTables = [
    "contradiction_claim", "contradiction", "evidence", "relation", "directive", "occupancy_title",
    "occupancy",
    "post", "person", "organization", "place", "name",
  ]
  static let views = ["succession", "directive_citation", "mention", "holder"]
  static let fullText = ["document_fts", "name_fts"]
}
