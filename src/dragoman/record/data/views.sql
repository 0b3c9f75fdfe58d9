-- The flat views of a record. `current` holds the newest reading of each source; `rejected` the events that people
-- rejected; who(document, participants) puts merged and split actors in place of what the reader took them for.

-- One row a document.
CREATE TEMP VIEW documents AS
SELECT document, source, title, publisher, url, published, language, translated_from, sha256, length(text) AS characters,
       reader, added, batch
FROM current;

-- One row an event. `actors` and `recipients` are lists of {id, name, country, sector}; `quote` is the evidence.
CREATE TEMP VIEW events AS
SELECT document, published, publisher, e.id AS event, e.act AS act, e.mode AS mode, e.status AS status,
       who(document, e.actors) AS actors, who(document, e.recipients) AS recipients,
       try_cast(e.time.start AS DATE) AS "start", try_cast(e.time."end" AS DATE) AS "end", e.time.precision AS precision,
       e.place.name AS place, e.place.country AS place_country, e.place.lat AS lat, e.place.lon AS lon,
       e.topics AS topics, e.contexts AS contexts, e.plover.event AS plover_event, e.plover.mode AS plover_mode,
       e.plover.score AS score, e.confidence AS confidence, e.statement AS statement, e.rule AS rule,
       e.evidence AS evidence, e.trigger AS "trigger", words(text, e.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(events) AS e FROM current)
WHERE NOT EXISTS (
    SELECT 1 FROM rejected r
    WHERE r.document = document AND r.act = e.act AND r.first < e.trigger[2] AND e.trigger[1] < r.last
);

-- One row a statement. `words` are the parts of its content, joined.
CREATE TEMP VIEW statements AS
SELECT document, published, publisher, s.id AS statement, who(document, [s.speaker])[1] AS speaker, s.manner AS manner,
       who(document, s.addressees) AS addressees, try_cast(s.time.start AS DATE) AS "start",
       try_cast(s.time."end" AS DATE) AS "end", s.rule AS rule, s.evidence AS evidence, s.content AS content,
       array_to_string(list_transform(s.content, lambda c: words(text, c)), ' ') AS words,
       words(text, s.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(statements) AS s FROM current);

-- One row a position.
CREATE TEMP VIEW positions AS
SELECT document, published, publisher, p.id AS position, who(document, [p.holder])[1] AS holder, p.issue.id AS issue,
       p.issue.label AS label, p.stance AS stance, p.by AS shown_by, p.rule AS rule, p.evidence AS evidence,
       words(text, p.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(positions) AS p FROM current);

-- One row a countable claim.
CREATE TEMP VIEW counts AS
SELECT document, published, publisher, c.id AS count, c.what AS what, who(document, c.participants) AS participants,
       c.value AS value, c.ordinal AS ordinal, try_cast(c.period.start AS DATE) AS "start",
       try_cast(c.period."end" AS DATE) AS "end", c.place.name AS place, c.rule AS rule, c.evidence AS evidence,
       words(text, c.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(counts) AS c FROM current);

-- One row an agreement as a document tells of it.
CREATE TEMP VIEW agreements AS
SELECT document, published, publisher, a.id AS agreement, a.name AS name, who(document, a.parties) AS parties,
       a.status AS status, try_cast(a.time.start AS DATE) AS "start", try_cast(a.time."end" AS DATE) AS "end",
       a.rule AS rule, a.evidence AS evidence, words(text, a.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(agreements) AS a FROM current);

-- One row a designation.
CREATE TEMP VIEW designations AS
SELECT document, published, publisher, d.id AS designation, who(document, [d.target])[1] AS target, d.label AS label,
       who(document, d.by) AS by, try_cast(d.time.start AS DATE) AS "start", try_cast(d.time."end" AS DATE) AS "end",
       d.rule AS rule, d.evidence AS evidence, words(text, d.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(designations) AS d FROM current);

-- One row a membership.
CREATE TEMP VIEW memberships AS
SELECT document, published, publisher, m.id AS membership, who(document, [m."group"])[1] AS organisation,
       who(document, [m.member])[1] AS member, m.capacity AS capacity, m.rule AS rule, m.evidence AS evidence,
       words(text, m.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(memberships) AS m FROM current);

-- One row a fact about an actor itself.
CREATE TEMP VIEW profiles AS
SELECT document, published, publisher, f.id AS profile, who(document, [f.actor])[1] AS actor, f.property AS property,
       f.value AS value, try_cast(f.time.start AS DATE) AS "start", f.rule AS rule, f.evidence AS evidence,
       words(text, f.evidence) AS quote
FROM (SELECT document, published, publisher, text, unnest(profiles) AS f FROM current);

-- One row a warning.
CREATE TEMP VIEW warnings AS
SELECT document, published, publisher, w.kind AS kind, w.span AS span, w.message AS message
FROM (SELECT document, published, publisher, unnest(warnings) AS w FROM current);

-- One row an occurrence with all its reports.
CREATE TEMP VIEW occurrences AS
SELECT id AS occurrence, act, mode, kind, status, actors, recipients, "start", "end", precision, dating,
       place.name AS place, place.country AS place_country, topics, history, conflicts, perhaps, sources,
       len(reports) AS told, reports, keys
FROM grouped;

-- The ledger: one row a contact that was held, planned or cancelled.
CREATE TEMP VIEW contacts AS
SELECT occurrence, kind, status, list_concat(actors, recipients) AS participants, actors, recipients, "start", "end",
       precision, dating, place, place_country, topics, perhaps, sources, told, keys
FROM occurrences
WHERE act = 'CONSULT';
