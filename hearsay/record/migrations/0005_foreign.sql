-- Paragraphs of an article in another known language than its own, with its code.
CREATE TABLE foreign_paragraph (
    article TEXT NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (article, n)
);
