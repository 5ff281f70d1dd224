extension Schema {
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
      parent TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
      since TEXT,
      until TEXT
    );

    CREATE TABLE organization (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      canonical TEXT,
      level TEXT,
      place TEXT REFERENCES place (id),
      parent TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
      successor TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
      documents INTEGER NOT NULL
    );

    CREATE TABLE person (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_vi TEXT,
      role TEXT NOT NULL,
      grade TEXT NOT NULL,
      causes TEXT NOT NULL CHECK (json_valid(causes)),
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
      earliest TEXT,
      earliest_basis TEXT,
      earliest_claim TEXT,
      latest TEXT,
      latest_basis TEXT,
      latest_claim TEXT,
      proven_from TEXT,
      proven_to TEXT,
      term TEXT,
      terms TEXT NOT NULL CHECK (json_valid(terms)),
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

    CREATE TABLE merge (
      left_claim TEXT NOT NULL,
      right_claim TEXT NOT NULL,
      rule TEXT NOT NULL,
      correction TEXT,
      PRIMARY KEY (left_claim, right_claim)
    ) WITHOUT ROWID;

    CREATE TABLE correction_outcome (
      id TEXT PRIMARY KEY,
      outcome TEXT NOT NULL,
      overruled_by TEXT
    ) WITHOUT ROWID;

    CREATE TABLE correction_target (
      target TEXT NOT NULL,
      correction TEXT NOT NULL,
      PRIMARY KEY (target, correction)
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

    CREATE TABLE witness (
      document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
      witness TEXT NOT NULL,
      basis TEXT NOT NULL
    ) WITHOUT ROWID;
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
    CREATE INDEX witness_witness ON witness (witness);
    CREATE INDEX name_node ON name (node);
    CREATE INDEX name_key ON name (key) WHERE key IS NOT NULL;
    """
}
