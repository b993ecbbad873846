"""An article laid open for the finders: its paragraphs with their words, sentences, quotations and known forms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from sys import maxsize

from hearsay import naming
from hearsay.language import Language
from hearsay.lexicon import Hit
from hearsay.marks import quotes, sentences
from hearsay.marks.quotes import Quote
from hearsay.model import Article, Span
from hearsay.text import Token, fold, tokens

AFTER_DATELINE = "-–—:."  # else the rest of the paragraph would begin like a turn of dialogue


@dataclass(slots=True)
class Paragraph:
    """One paragraph, or the headline, with what stands in it."""

    number: int
    span: Span
    headline: bool
    language: Language
    tokens: list[Token]
    sentences: list[Span]
    quotes: list[Quote]
    _starts: list[int] = field(default_factory=list)
    _stops: list[int] = field(default_factory=list)
    _hits: dict[str, list[Hit]] = field(default_factory=dict)
    _kinds: dict[str, dict[int, str]] = field(default_factory=dict)
    _begun: dict[str, dict[int, Hit]] = field(default_factory=dict)
    _ended: dict[str, dict[int, Hit]] = field(default_factory=dict)

    def hits(self, table: str) -> list[Hit]:
        """The forms of a language table that stand in this paragraph, found once."""
        if table not in self._hits:
            self._hits[table] = self.language.lexicon(table).find(self.tokens)
        return self._hits[table]

    def begun(self, table: str, i: int) -> Hit | None:
        """The form of a table that begins at this token."""
        if table not in self._begun:
            self._begun[table] = {hit.first: hit for hit in self.hits(table)}
        return self._begun[table].get(i)

    def ended(self, table: str, i: int) -> Hit | None:
        """The form of a table that ends at this token."""
        if table not in self._ended:
            self._ended[table] = {hit.last: hit for hit in self.hits(table)}
        return self._ended[table].get(i)

    def kinds(self, table: str = "words") -> dict[int, str]:
        """For each token that a row of the table covers, the row's kind: {3: "preposition"}; of time words what they mean."""
        if table not in self._kinds:
            kinds = ((hit, getattr(hit.row, "kind", getattr(hit.row, "value", table))) for hit in self.hits(table))
            self._kinds[table] = {i: kind for hit, kind in kinds for i in hit.indices}
        return self._kinds[table]

    def index(self, place: int) -> int:
        """The index of the first token that ends after this place (the number of tokens where none does)."""
        if not self._stops:
            self._stops = [token.stop for token in self.tokens]
        return bisect_right(self._stops, place)

    def between(self, span: Span) -> range:
        """The indices of the tokens that begin within the span."""
        if not self._starts:
            self._starts = [token.start for token in self.tokens]
        first = self.index(span.start)
        return range(first, max(first, bisect_left(self._starts, span.stop)))

    def span_of(self, first: int, last: int) -> Span:
        """From the start of one token to the end of another."""
        return Span(self.tokens[first].start, self.tokens[last].stop)

    def sentence(self, place: int) -> Span:
        """The sentence that holds this place (the last one before it, where it lies between two)."""
        n = bisect_right(self.sentences, Span(place, maxsize))
        return self.sentences[n - 1] if n else self.span

    def quote(self, place: int) -> Quote | None:
        """The outermost quotation around this place."""
        return next((q for q in self.quotes if q.level == 0 and q.span.start <= place < q.span.stop), None)


@dataclass(slots=True)
class Scan:
    """The article with its paragraphs in order of place; the headline is one of them."""

    article: Article
    language: Language
    paragraphs: list[Paragraph]
    small: frozenset[str]
    small_stems: frozenset[str]
    capitals: frozenset[str]
    _starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.article.text

    def paragraph(self, place: int) -> Paragraph:
        """The paragraph that holds this place, or the last one that begins before it."""
        if not self._starts:
            self._starts = [p.span.start for p in self.paragraphs]
        return self.paragraphs[max(0, bisect_right(self._starts, place) - 1)]


def paragraphs(text: str, spans: Sequence[Span], language: Language, headline: Span | None = None) -> list[Paragraph]:
    """Paragraphs with the words, sentences and quotations that stand in them; those that share words with the headline are headlines."""
    parts = zip(spans, quotes.find(text, spans, language), strict=True)
    return [
        Paragraph(
            number=number,
            span=span,
            headline=headline is not None and span.overlaps(headline),
            language=language,
            tokens=tokens(text, span.start, span.stop),
            sentences=sentences.split(text, span, language),
            quotes=quoted,
        )
        for number, (span, quoted) in enumerate(parts)
    ]


def lay_open(article: Article, language: Language) -> Scan:
    """Lay the article open: headline and body, every paragraph once."""
    spans = _paragraphs(article)
    found = paragraphs(article.text, spans, language, article.headline if article.headline in spans else None)
    printed = {t.text for p in found for t in p.tokens}
    small = frozenset(fold(word) for word in printed if word[:1].islower())
    stems = frozenset(language.stem(word).text for word in small)
    return Scan(article, language, found, small, stems, frozenset(_capitals(found)))


def _capitals(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The stems of words that have a capital within a sentence, so that they are names at its start, too."""
    for p in paragraphs:
        for before, token in pairwise(p.tokens):
            if token.text[0].isupper() and (before.text[0].isalnum() or before.text == ",") and not p.headline:
                yield naming.stem(token.text)


def _paragraphs(article: Article) -> list[Span]:
    """Headline, standfirst and body, each paragraph once; a dateline is furniture and no part of what anyone said."""
    above = [span for span in (article.headline, article.standfirst) if span]
    spans = [*above, *(_below_dateline(article, span) for span in article.body)]
    found: list[Span] = []
    for span in sorted(spans):
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    return found


def _below_dateline(article: Article, span: Span) -> Span:
    line = article.dateline.span if article.dateline else None
    if line is None or line.start != span.start or not span.holds(line):
        return span
    start = line.stop
    while start < span.stop and (article.text[start].isspace() or article.text[start] in AFTER_DATELINE):
        start += 1
    return Span(start, span.stop) if start < span.stop else span
