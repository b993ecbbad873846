-- What was compared when links were judged, as a hash: what is the same the next time needs no second judgement.
CREATE TABLE linked (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
