"""The pieces of the report as HTML. Whatever comes from a page is escaped; colours say what words are: source, cue, content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from hearsay.record import ActorRow, ArticleRow, Decision, Passage, StatementRow, VoiceRow
from hearsay.record.days import no_later
from hearsay.views.report.story import Account, Clash, Lane, Story, Telling
from hearsay.views.report.words import day, number, weekday

UNSURE = 0.6
MARKED = re.compile(r"[\"«»„“”‚‹›]|''|``|^[—–-]")


def tag(name: str, inside: str, kind: str = "", **more: str) -> str:
    """An element; `inside` is HTML already, attributes are not."""
    attributes = {"class": kind, **{key.replace("_", "-"): value for key, value in more.items()}}
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{written}>{inside}</{name}>"


# ------------------------------------------------------------------ what was said


def lane(it: Lane, story: Story) -> str:
    """A day and what was said on it."""
    last = all(no_later(one.lead.said_on) for one in it.tellings)
    named = tag("time", escape(("by " if last else "") + day(it.date)), datetime=it.date or "")
    head = tag("h2", named + tag("span", "said no later than this day" if last else weekday(it.date), "weekday"))
    return tag("section", head + tag("div", "".join(telling(one, story) for one in it.tellings), "day"), "lane" + " last" * last)


def telling(it: Telling, story: Story) -> str:
    """Who said it, the words, and through whom we know."""
    row = it.lead
    said = who(row) + words(row) + "".join(within(inner) for inner in it.inner) + meta(it) + proof(it, story)
    open_day = not row.said_on or no_later(row.said_on)
    kind = "telling" + (" unsure" if row.confidence < UNSURE else "") + (" open" if open_day else "") + (" inner" if row.inside else "")
    return tag("article", said, kind, id=f"s-{row.id}", data_speaker=speaker_key(row), data_outlet="|".join(_outlets(it)))


def _outlets(it: Telling) -> list[str]:
    return sorted({row.outlet or "" for row in it.rows})


def speaker_key(row: StatementRow) -> str:
    """What the filter for speakers compares."""
    return (row.speaker.actor or row.speaker.shown) if row.speaker else ""


def who(row: StatementRow) -> str:
    """The speaker, and the words of the page for it where they say more."""
    if not row.speaker:
        return tag("p", tag("b", "Nobody named"), "who")
    name, printed = row.speaker.shown, " ".join(row.source.split())
    more = tag("span", escape(printed), "printed", dir="auto") if len(printed) > len(name) else ""
    unnamed = "" if row.speaker.name else " unnamed"
    return tag("p", tag("b", escape(" ".join(name.split())), dir="auto") + more + badges(row), "who" + unnamed)


def badges(row: StatementRow) -> str:
    """What the reader should know before believing it."""
    named = [(row.confirmed, "confirmed", "good"), (row.wrong, "wrong", "bad"), (row.denial, "denial", ""), (row.hedged, "hedged", "")]
    named += [(row.negated, "negated", ""), (row.type != "assertion", row.type, "")]
    return "".join(tag("span", escape(name), f"badge {kind}".strip()) for holds, name, kind in named if holds)


def words(row: StatementRow) -> str:
    """The content as printed."""
    if not row.content:
        return tag("p", "The page does not print what was said.", "words none")
    bare = " bare" if row.mode == "direct" and not MARKED.search(row.content) else ""
    return tag("blockquote", tag("p", escape(row.content)), f"words {row.mode}{bare}", lang=row.language, dir="auto")


def within(row: StatementRow) -> str:
    """A statement inside another."""
    name = row.speaker.shown if row.speaker else "nobody named"
    return tag(
        "p", f"in it, {tag('b', escape(name))} {tag('span', escape(row.cue), 'cue')}: {escape(row.content)}", "within", lang=row.language
    )


def meta(it: Telling) -> str:
    """The chain, the count of independent accounts, and how sure the reading is."""
    row = it.lead
    parts = [chain(row)]
    if len(it.rows) > 1:
        parts.append(f"{number(it.accounts, 'independent account')}, {number(len(it.rows), 'telling')}")
    if no_later(row.said_on):
        parts.append(tag("span", "by this day", "by"))
    elif not row.said_on:
        parts.append(f"published {escape(day(row.published))}")
    parts += [escape(part.replace("-", " ")) for part in (row.medium, row.occasion) if part]
    parts.append(confidence(row))
    return tag("p", "".join(tag("span", part) for part in parts), "meta")


def confidence(row: StatementRow) -> str:
    """How sure the reading is, as a number and a bar."""
    bar = f'<i style="--sure:{row.confidence:.2f}"></i>'
    return tag("span", f"{bar}{row.confidence:.2f}", "sure", title="How sure Hearsay is that the page says this, from 0 to 1")


def chain(row: StatementRow) -> str:
    """The voices from the outlet inward."""
    head = row.chain[0] if row.chain and row.chain[0].kind == "outlet" else VoiceRow(row.outlet, (), "outlet", "", True)
    rest = row.chain[1:] if row.chain[:1] == (head,) else row.chain
    outlet = [tag("span", escape(head.name), "voice")] if head.name else []
    return tag("span", '<span class="lt">‹</span>'.join(outlet + [voice(one) for one in rest]), "chain")


def voice(it: VoiceRow) -> str:
    """A member of the chain; dotted where the sentence itself does not name it."""
    inferred = it.inferred and it.kind != "outlet"
    title = "inferred: the sentence itself does not say so" if inferred else ""
    return tag("span", escape(" ".join(it.shown.split())), "voice inferred" if inferred else "voice", title=title)


# ------------------------------------------------------------------ where it stands


def proof(it: Telling, story: Story) -> str:
    """The words in their place on each page."""
    pages = len({row.page for row in it.rows})
    many = f" on {number(pages, 'page')}" if pages > 1 else ""
    inside = "".join(place(row, story.passages.get(row.id)) for row in it.rows)
    return tag("details", tag("summary", f"in its place{many}") + inside, "proof")


def place(row: StatementRow, passage: Passage | None) -> str:
    """One page: headline, the passage with its colours, date and ground, rules."""
    where = tag("b", escape(row.outlet or "outlet unknown")) + ", " + escape(day(row.published))
    head = tag("p", f"{where}{_headline(row)}", "where")
    cut = "".join(piece(p.words, p.part) for p in passage.pieces) if passage else ""
    shown = tag("div", cut, "passage", lang=row.language, dir="auto")
    return tag("div", head + shown + grounds(row), "place")


def _headline(row: StatementRow) -> str:
    return ": " + tag("cite", escape(" ".join(row.headline.split())), lang=row.language) if row.headline else ""


def piece(text: str, part: str | None) -> str:
    """Words of the page, coloured by what they are."""
    return tag("mark", escape(text), part, title=part) if part else escape(text).replace("\n\n", "<br><br>")


def grounds(row: StatementRow) -> str:
    """On what the row rests."""
    said = f"{day(row.said_on)}{_ground(row.said_on_ground)}" if row.said_on else "the page does not say"
    facts = [
        ("said on", said),
        ("published", f"{day(row.published)}{_ground(row.published_ground)}"),
        ("read as", f"{row.mode} {row.type}"),
    ]
    facts += [("rules", " → ".join(row.trace))] if row.trace else []
    facts += [(made.what, f"{made.who}, {made.at[:10]}: {made.because}") for made in row.decisions]
    facts += [("page", row.address), ("id", row.id)]
    return tag("dl", "".join(tag("dt", escape(name)) + tag("dd", escape(value)) for name, value in facts), "grounds")


def _ground(ground: str) -> str:
    return f" ({ground})" if ground else ""


# ------------------------------------------------------------------ who, whence, where they disagree


def clash(it: Clash) -> str:
    """Two statements that cannot both hold."""
    sides = "".join(tag("div", who(row) + words(row) + tag("p", tag("span", chain(row)), "meta"), "side") for row in (it.left, it.right))
    return tag("article", tag("div", sides, "sides") + tag("p", escape(it.link.reason) + f" ({it.link.score:.2f})", "reason"), "clash")


def actor(it: ActorRow) -> str:
    """Someone who spoke, with every form of the name."""
    forms = ", ".join(form for form in it.forms if form != it.name)
    roles = "; ".join(it.roles[:3])
    name = tag("button", escape(it.name), data_choose=it.id, type="button", title="Show only what this speaker said")
    cells = tag("th", name, scope="row") + tag("td", escape(roles)) + tag("td", escape(forms), "forms")
    return tag("tr", cells + tag("td", f"{it.statements:,}", "n") + tag("td", f"{it.accounts:,}", "n"))


def account(it: Account) -> str:
    """An original and who carried it."""
    first, *rest = it.articles
    carried = tag("ul", "".join(tag("li", article(one)) for one in rest)) if rest else ""
    return tag("li", article(first) + carried)


def article(it: ArticleRow) -> str:
    """An article as a line of a bibliography."""
    wires = f" · {escape(', '.join(it.wires))}" if it.wires else ""
    title = f"published: {it.published_ground}" if it.published_ground else ""
    head = tag("cite", escape(" ".join(it.headline.split()) or "without a headline"), lang=it.language)
    date = tag("span", escape(day(it.published)), title=title)
    count = tag("span", number(it.statements, "statement"), "count")
    return f"{head} {tag('b', escape(it.outlet or 'outlet unknown'))}, {date}{wires} {count}"


def decision(it: Decision) -> str:
    """Who decided what, when and why."""
    said = f"{it.who}, {it.at[:10]}: {it.what}. {it.because}"
    return tag("li", escape(said) + (f" {tag('cite', escape(it.words))}" if it.words else ""))


def options(values: Iterable[tuple[str, str]]) -> str:
    """Choices of a filter."""
    return "".join(tag("option", escape(shown), value=value or " ") for value, shown in values)
