-- The record's first shape. A migration is never changed once released; the next one gets the next number.
-- Spans count code points of page.text. Ids are hashes of what was read, so reading twice adds nothing twice.

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,
    weights TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE page (
    id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    media TEXT NOT NULL,
    encoding TEXT NOT NULL,
    linearisation TEXT NOT NULL,
    captured TEXT,
    size INTEGER NOT NULL,
    text_hash TEXT NOT NULL,
    data BLOB NOT NULL,
    text BLOB
);
CREATE INDEX page_address ON page (address);

-- Every address at which the same bytes were met.
CREATE TABLE page_at (
    page TEXT NOT NULL,
    address TEXT NOT NULL,
    captured TEXT,
    PRIMARY KEY (page, address)
);

CREATE TABLE stated (
    page TEXT NOT NULL,
    n INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    ground TEXT NOT NULL,
    PRIMARY KEY (page, n)
);

CREATE TABLE place (
    page TEXT NOT NULL,
    n INTEGER NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (page, n)
);

CREATE TABLE article (
    id TEXT PRIMARY KEY,
    page TEXT NOT NULL,
    n INTEGER NOT NULL,
    language TEXT NOT NULL,
    weekday INTEGER,
    run TEXT NOT NULL,
    reading TEXT NOT NULL
);
CREATE INDEX article_page ON article (page);

CREATE TABLE paragraph (
    row INTEGER PRIMARY KEY,
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL
);
CREATE UNIQUE INDEX paragraph_article ON paragraph (article, n);

CREATE TABLE sentence (
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (article, n)
);

-- headline, standfirst, byline, rights
CREATE TABLE furniture (
    article TEXT NOT NULL,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (article, kind, n)
);

-- author, outlet, published, updated, each with its ground; row 0 is the value held, the others are what else the page says.
CREATE TABLE grounded (
    article TEXT NOT NULL,
    field TEXT NOT NULL,
    n INTEGER NOT NULL,
    under INTEGER,
    value TEXT NOT NULL,
    ground TEXT NOT NULL,
    start INTEGER,
    stop INTEGER,
    PRIMARY KEY (article, field, n)
);

CREATE TABLE dateline (
    article TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    place TEXT,
    date TEXT,
    agency TEXT,
    agency_start INTEGER,
    agency_stop INTEGER
);

CREATE TABLE credit (
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    agency TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (article, n)
);

CREATE TABLE mention (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    name TEXT,
    key TEXT NOT NULL,
    role_start INTEGER,
    role_stop INTEGER,
    role_words TEXT,
    refers TEXT,
    gender TEXT,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX mention_article ON mention (article);
CREATE INDEX mention_key ON mention (key);

CREATE TABLE time (
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    value TEXT NOT NULL,
    anchor TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
);

CREATE TABLE statement (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    mode TEXT NOT NULL,
    type TEXT NOT NULL,
    said_on TEXT,
    said_on_ground TEXT NOT NULL,
    inside TEXT,
    hedged INTEGER NOT NULL,
    negated INTEGER NOT NULL,
    denial INTEGER NOT NULL,
    medium TEXT,
    occasion TEXT,
    addressee_start INTEGER,
    addressee_stop INTEGER,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    trace TEXT NOT NULL
);
CREATE INDEX statement_article ON statement (article);

-- part: source, cue, content, insertion, omission; `words` is what stood there when it was read.
CREATE TABLE statement_span (
    statement TEXT NOT NULL,
    part TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (statement, part, n)
);
CREATE VIEW source_span AS SELECT statement, n, start, stop, words FROM statement_span WHERE part = 'source';
CREATE VIEW cue_span AS SELECT statement, n, start, stop, words FROM statement_span WHERE part = 'cue';
CREATE VIEW content_span AS SELECT statement, n, start, stop, words FROM statement_span WHERE part = 'content';

-- The chain: position 0 is the outlet, the last one the speaker.
CREATE TABLE voice (
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    kind TEXT NOT NULL,
    mention TEXT,
    start INTEGER,
    stop INTEGER,
    inferred INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (statement, position)
);
CREATE INDEX voice_mention ON voice (mention);

CREATE TABLE act (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    verb TEXT NOT NULL,
    paper_start INTEGER,
    paper_stop INTEGER,
    date TEXT,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX act_article ON act (article);

CREATE TABLE act_who (
    act TEXT NOT NULL,
    n INTEGER NOT NULL,
    who TEXT NOT NULL,
    PRIMARY KEY (act, n)
);

CREATE TABLE link (
    kind TEXT NOT NULL,
    left_id TEXT NOT NULL,
    right_id TEXT NOT NULL,
    judgement TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (kind, left_id, right_id)
);
CREATE INDEX link_right ON link (kind, right_id);

CREATE TABLE link_group (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE group_member (
    kind TEXT NOT NULL,
    member TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, member)
);
CREATE INDEX group_member_id ON group_member (kind, id);

-- A group is named by its least member; when a lesser one joins, the old name leads to the new one.
CREATE TABLE redirect (
    kind TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (kind, old)
);

-- What people decided: wrong and confirmed name one thing, same and different tie two. Never deleted; the latest counts.
CREATE TABLE decision (
    row INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    left_id TEXT NOT NULL,
    right_id TEXT,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    because TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX decision_left ON decision (left_id);

CREATE TABLE reject (
    id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    station TEXT NOT NULL,
    reason TEXT NOT NULL,
    page TEXT
);
CREATE INDEX reject_address ON reject (address);
