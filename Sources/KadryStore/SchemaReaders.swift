extension Schema {
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

    CREATE VIEW readable_document AS
      SELECT rowid, title, coalesce(readable, text) AS text FROM document;

    CREATE VIRTUAL TABLE document_fts USING fts5(
      title, text, content="readable_document", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");

    CREATE VIRTUAL TABLE name_fts USING fts5(
      folded, content="name", content_rowid="id", tokenize="unicode61 remove_diacritics 2");
    """
}
