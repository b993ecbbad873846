"""What readers ask a record: who said what, the days, the actors, the words in their place, and how a row came about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from hearsay.errors import RecordError
from hearsay.model import Span
from hearsay.naming import key
from hearsay.record import groups, load
from hearsay.record.days import bounds, day_of, order, within
from hearsay.record.rows import ActorRow, Counts, Day, Explanation, Passage, Piece, StatementRow
from hearsay.record.view import View, meets


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements are asked for; what is None does not matter. Dates are EDTF. `speaker` may be written in any script."""

    speaker: str | None = None
    outlet: str | None = None
    via: str | None = None
    language: str | None = None
    mode: str | None = None
    said_since: str | None = None
    said_until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    at_least: float = 0.0
    inner: bool = True
    wrong: bool = False


def said(view: View, wanted: Wanted) -> list[StatementRow]:
    """Statements in the order of the days they were said on."""
    for value in (wanted.said_since, wanted.said_until, wanted.published_since, wanted.published_until):
        if value and not bounds(value):
            raise RecordError(f"{value!r} is no date; write it as 2031, 2031-03 or 2031-03-04")
    speakers = {a.id for a in actors(view) if _called(a, wanted.speaker)} if wanted.speaker else set()
    return in_order(row for row in view.statements() if _fits(row, wanted, speakers))


def in_order(rows: Iterable[StatementRow]) -> list[StatementRow]:
    """By the day said, else published; then as they stand on their pages."""
    return sorted(rows, key=lambda r: (order(r.said_on), order(r.published), r.address, r.article, r.start, r.id))


def _called(actor: ActorRow, name: str) -> bool:
    asked = key(name).split()
    return meets(name, actor.name, *actor.forms) or (bool(asked) and any(_ends_with(key(form).split(), asked) for form in actor.forms))


def _ends_with(parts: list[str], asked: list[str]) -> bool:
    return parts[-len(asked) :] == asked


def _fits(row: StatementRow, wanted: Wanted, speakers: set[str]) -> bool:
    if row.confidence < wanted.at_least or (row.wrong and not wanted.wrong) or (row.inside and not wanted.inner):
        return False
    if wanted.speaker and not _said_by(row, wanted.speaker, speakers):
        return False
    if wanted.outlet and not meets(wanted.outlet, row.outlet):
        return False
    if wanted.via and not any(meets(wanted.via, voice.name, voice.words) for voice in row.via):
        return False
    if wanted.language not in (None, row.language) or wanted.mode not in (None, row.mode):
        return False
    in_time = within(row.said_on, wanted.said_since, wanted.said_until)
    return in_time and within(row.published, wanted.published_since, wanted.published_until)


def _said_by(row: StatementRow, name: str, speakers: set[str]) -> bool:
    if not row.speaker:
        return False
    return bool(speakers.intersection(row.speaker.actors)) or meets(name, row.speaker.name, row.speaker.words)


def timeline(view: View) -> list[Day]:
    """What was said, day by day, outer statements only; those of which only the last possible day is known stand under that day.

    Those of an unknown day come last.
    """
    days: dict[str | None, list[StatementRow]] = {}
    for row in said(view, Wanted(inner=False)):
        days.setdefault(day_of(row.said_on), []).append(row)
    return [Day(date, tuple(days[date])) for date in sorted(days, key=order)]


# ------------------------------------------------------------------ actors


def actors(view: View) -> list[ActorRow]:
    """Every person, body or state that was named, those who said most first."""
    forms: dict[str, list[load.Row]] = defaultdict(list)
    names: dict[str, str] = {}
    known = view.every_actor()
    for row in view.connection.execute("SELECT * FROM mention ORDER BY rowid").fetchall():
        actor, name = known[row["id"]]
        if actor and name:
            forms[actor].append(row)
            names[actor] = name
    spoken: dict[str, list[StatementRow]] = defaultdict(list)
    for statement in view.statements():
        for actor in statement.speaker.actors if statement.speaker and not statement.wrong else ():
            spoken[actor].append(statement)
    rows = [_actor(view, actor, names[actor], forms[actor], spoken[actor]) for actor in forms]
    return sorted(rows, key=lambda a: (-a.accounts, -a.statements, -a.articles, a.name))


def _actor(view: View, actor: str, name: str, mentions: list[load.Row], spoken: list[StatementRow]) -> ActorRow:
    named = [m for m in mentions if m["kind"] == "name"]
    category = Counter(m["category"] for m in named or mentions).most_common(1)[0][0]
    printed = dict.fromkeys(m["words"] for m in named)
    full = dict.fromkeys(m["name"] for m in mentions if m["name"])
    roles = dict.fromkeys(m["role_words"] for m in mentions if m["role_words"])
    articles = {m["article"] for m in mentions}
    return ActorRow(
        *(actor, name, category, tuple(dict.fromkeys([name, *full, *printed])), tuple(roles), len(spoken)),
        *(len(articles), len({row.account for row in spoken})),
    )


# ------------------------------------------------------------------ one statement


def one(view: View, start: str) -> StatementRow:
    """The statement whose id begins so. Raises RecordError for none or several."""
    found = view.connection.execute("SELECT id FROM statement WHERE substr(id, 1, ?) = ? LIMIT 9", (len(start), start)).fetchall()
    if len(found) != 1 or not start:
        ids = ", ".join(row["id"] for row in found)
        what = f"{start!r} could be {ids}" if found else f"there is no statement {start!r}; ids stand in: hearsay said"
        raise RecordError(what)
    return view.by_ids([found[0]["id"]])[0]


def passage(view: View, row: StatementRow) -> Passage:
    """The paragraphs that a statement's words stand in, cut where source, cue and content begin and end."""
    kept = view.text(row.page)
    found = load.rows(view.connection, "statement_span", "statement", row.id, "start")
    if not kept:
        return Passage(row, tuple(piece for s in found for piece in (Piece(s["words"], s["part"]), Piece(" … ")))[:-1])
    spans = [(load.at(s), s["part"]) for s in found]
    pieces: list[Piece] = []
    for place in _places(view, row, kept, [span for span, _ in spans]):
        pieces += [Piece("\n\n")] if pieces else []
        pieces += _cut(kept, place, spans)
    return Passage(row, tuple(pieces))


def _places(view: View, row: StatementRow, kept: str, spans: list[Span]) -> list[Span]:
    """The paragraphs or furniture that hold a span; the line around it where nothing does."""
    known = load.rows(view.connection, "furniture", "article", row.article, "start")
    known += load.rows(view.connection, "paragraph", "article", row.article, "start")
    places: list[Span] = []
    for span in spans:
        holders = [load.at(k) for k in known if load.at(k).overlaps(span)] or [_line(kept, span)]
        places += [h for h in holders if not any(h.overlaps(p) for p in places)]
    return sorted(places)


def _line(kept: str, span: Span) -> Span:
    stop = kept.find("\n", span.stop)
    return Span(kept.rfind("\n", 0, span.start) + 1, len(kept) if stop < 0 else stop)


def _cut(kept: str, place: Span, spans: list[tuple[Span, str]]) -> Iterator[Piece]:
    """Words of a place, each with the smallest part it belongs to."""
    edges = {place.start, place.stop} | {edge for span, _ in spans for edge in span if place.start < edge < place.stop}
    cuts = sorted(edges)
    for start, stop in pairwise(cuts):
        over = [(span.stop - span.start, part) for span, part in spans if span.start <= start and stop <= span.stop]
        yield Piece(kept[start:stop], min(over)[1] if over else None)


def explain(view: View, start: str) -> Explanation:
    """How a row came about, from the trace that was kept with it."""
    row = one(view, start)
    connection = view.connection
    run = connection.execute("SELECT r.* FROM run r JOIN article a ON a.run = r.id WHERE a.id = ?", (row.article,)).fetchone()
    mentions = [v["mention"] for v in load.rows(connection, "voice", "statement", row.id, "position") if v["mention"]]
    tied = [link for thing in (row.id, *mentions, row.article) for link in groups.links(connection, of=thing)]
    made = (run["version"], run["settings"], run["weights"]) if run else ("", "", "")
    return Explanation(row, tuple(dict.fromkeys(tied)), *made)


def counts(view: View) -> Counts:
    """How much the record holds."""

    def number(table: str) -> int:
        return int(view.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    accounts = {article.account for article in view.articles.values()}
    named = {actor for actor, name in view.every_actor().values() if name}
    return Counts(number("page"), number("article"), len(accounts), number("statement"), len(named), number("reject"))
