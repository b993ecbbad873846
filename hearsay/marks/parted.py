"""An article in several languages, parted for reading: each paragraph with the folder of its own language, what was found put together.

A quotation in another language stays with the text that quotes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.language import Language
from hearsay.model import Article, Reading, Span

QUOTES = "\"'«„“”‘"


def by_language(article: Article, languages: Mapping[str, Language]) -> Iterator[tuple[Article, Language]]:
    """The article without its foreign paragraphs, then those of each other language as if they were all of it."""
    abroad = {span: code for span, code in article.foreign if code in languages and article.text[span.start] not in QUOTES}
    at_home = tuple(span for span in article.body if span not in abroad)
    yield replace(article, body=at_home), languages[article.language]
    for code in dict.fromkeys(abroad.values()):
        body = tuple(span for span in article.body if abroad.get(span) == code)
        yield replace(article, body=body, headline=None, standfirst=None, dateline=None), languages[code]


def together(article: Article, readings: Sequence[Reading]) -> Reading:
    """One reading of the article, its marks in order of place."""
    return Reading(
        article,
        tuple(sorted(it for reading in readings for it in reading.sentences)),
        tuple(sorted((it for reading in readings for it in reading.mentions), key=lambda it: it.span)),
        tuple(sorted((it for reading in readings for it in reading.times), key=lambda it: it.span)),
        tuple(sorted((it for reading in readings for it in reading.statements), key=lambda it: _first([*it.source, *it.cue, *it.content]))),
    )


def _first(spans: Sequence[Span]) -> Span:
    return min(spans, default=Span(0, 0))
