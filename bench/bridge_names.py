"""Names in the referee's form: mentions found, or taken as given, and the actor behind each; every topic is one set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hearsay import articles, links, marks, pages
from hearsay.language import Languages
from hearsay.links import actors
from hearsay.links.known import Nothing
from hearsay.model import Article, Mention, Reading, Span

LANGUAGES = Languages()


def given_reading(line: dict) -> Reading:
    """The line with its mentions as they stand."""
    text = line["text"]
    article = Article(line["id"], line["id"], text, line["lang"], (Span(0, len(text)),))
    mentions = (
        Mention(f"{line['id']}:{m['start']:08d}-{m['end']:08d}", Span(m["start"], m["end"]), "name", "", None, "") for m in line["mentions"]
    )
    return Reading(article, mentions=tuple(mentions))


def read_reading(line: dict) -> Reading:
    """The line with the names that the package finds in it."""
    page = pages.from_text(line["text"], line["id"])
    article = articles.whole(page, LANGUAGES)
    reading = marks.find(article, LANGUAGES[article.language])
    return replace(reading, mentions=tuple(mention for mention in reading.mentions if mention.kind == "name"))


def actors_of(readings: list[Reading]) -> dict[str, str]:
    """Mention id -> id of its actor."""
    things = actors.things(readings, Nothing())
    judged = (actors.judge(left, right) for left, right in links.pairs(things, actors.keys))
    groups = actors.group(things, [link for link in judged if link])
    return {member: group.id for group in groups for member in group.members}


def predict_names(lines: Iterable[dict], given: bool) -> Iterator[dict]:
    """Predictions for all lines, topic by topic."""
    topics: dict[str, list[dict]] = {}
    for line in lines:
        topics.setdefault(line["topic"], []).append(line)
    for topic, members in sorted(topics.items()):
        readings = [given_reading(line) if given else read_reading(line) for line in members]
        actor = actors_of(readings)
        for line, reading in zip(members, readings, strict=True):
            found = [_row(mention, actor) for mention in reading.mentions]
            yield {"id": line["id"], "topic": topic, "lang": line["lang"], "mentions": found}


def _row(mention: Mention, actor: dict[str, str]) -> dict:
    return {
        "start": mention.span.start,
        "end": mention.span.stop,
        "category": mention.category,
        "entity": actor.get(mention.id, mention.id),
    }
