"""The report from masthead to foot."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from hearsay.record import Record
from hearsay.views.report import draw
from hearsay.views.report.draw import tag
from hearsay.views.report.story import Story, outlets, tell, tellings
from hearsay.views.report.words import day, number

SAFE = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
CREED = "What carries a span was read; what carries none was judged."


def report(record: Record, title: str | None = None) -> str:
    """The whole record as one HTML file that needs nothing else."""
    story = tell(record, title)
    head = f"<meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'>{_safe()}"
    head += tag("title", escape(story.title)) + tag("style", _part("report.css"))
    body = masthead(story) + filters(story) + tag("main", said(story) + apparatus(story)) + foot() + tag("script", _part("report.js"))
    return f"<!doctype html>\n<html lang='en'><head>{head}</head><body>{body}</body></html>\n"


def _safe() -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(SAFE)}">'


def _part(name: str) -> str:
    return (files("hearsay") / "views" / "report" / name).read_text(encoding="utf-8")


def masthead(story: Story) -> str:
    """The name of the paper, the story, and how much stands behind it."""
    c = story.counts
    first, last = (story.lanes[0].date, story.lanes[-1].date) if story.lanes else (None, None)
    span = "" if not first else day(first) if first == last else f"{day(first)} – {day(last)}"
    line = [number(c.statements, "statement"), number(len(story.speakers), "named speaker"), number(c.articles, "article")]
    line.append(f"{number(c.accounts, 'independent account')}")
    name = tag("p", tag("span", "Hearsay") + tag("span", "who said what, according to whom"), "name")
    return tag("header", name + tag("h1", escape(story.title)) + tag("p", escape(span), "span") + tag("p", " · ".join(line), "counts"))


def filters(story: Story) -> str:
    """Search and choose."""
    speakers = {draw.speaker_key(t.lead): (t.lead.speaker.shown if t.lead.speaker else "nobody named") for t in tellings(story)}
    who = draw.options([("", "every speaker"), *sorted(speakers.items(), key=lambda item: item[1].casefold())])
    where = draw.options([("", "every outlet"), *((name, f"{name} ({many})") for name, many in outlets(story))])
    box = '<input type="search" id="find" placeholder="Search the statements" aria-label="Search the statements">'
    chosen = tag("select", who, id="speaker", aria_label="Speaker") + tag("select", where, id="outlet", aria_label="Outlet")
    direct = tag("label", '<input type="checkbox" id="direct"> only word for word')
    unfold = tag("label", '<input type="checkbox" id="unfold"> unfold all')
    return tag("nav", box + chosen + direct + unfold + tag("output", "", id="shown"), aria_label="Filters")


def said(story: Story) -> str:
    """The story day by day, then what has no day."""
    days = "".join(draw.lane(lane, story) for lane in story.lanes)
    if story.undated:
        head = tag("h2", tag("span", "On a day unknown") + tag("span", "the page does not say when", "weekday"))
        days += tag("section", head + tag("div", "".join(draw.telling(it, story) for it in story.undated), "day"), "lane undated")
    return tag("div", clashes(story) + days + tag("p", "Nothing here matches.", "nothing", hidden="hidden"), "story")


def clashes(story: Story) -> str:
    """Where the accounts do not agree."""
    if not story.clashes:
        return ""
    return tag("section", tag("h2", "Where the accounts do not agree") + "".join(draw.clash(it) for it in story.clashes), "clashes")


def apparatus(story: Story) -> str:
    """Who spoke, where it stands, what was not taken."""
    heads = "".join(tag("th", name, scope="col") for name in ("Speaker", "As", "Also printed", "Statements", "Accounts"))
    table = tag("table", tag("thead", tag("tr", heads)) + tag("tbody", "".join(draw.actor(it) for it in story.speakers)))
    parts = [("Who spoke", tag("div", table, "scroll"))] if story.speakers else []
    parts.append(("The accounts", tag("ol", "".join(draw.account(it) for it in story.accounts), "accounts")))
    if story.decisions:
        parts.append(("What people decided", tag("ul", "".join(draw.decision(it) for it in story.decisions))))
    if story.rejects:
        lines = "".join(tag("li", f"{tag('b', escape(it.address))}: {escape(it.reason)}") for it in story.rejects)
        parts.append(("What was not taken", tag("ul", lines)))
    return tag("aside", "".join(tag("section", tag("h2", name) + inside) for name, inside in parts))


def foot() -> str:
    """How to read it."""
    key = " ".join(tag("mark", part, part) for part in ("source", "cue", "content"))
    how = (
        f"Unfold any row to see its words on the page: {key}. A chain such as outlet ‹ wire ‹ speaker runs from who published it inward to "
        "who said it; a dotted voice was inferred. Copies of one text count as one account. The number beside the bar says how sure the "
        "reading is; it does not say that what was said is true."
    )
    return tag("footer", tag("p", how) + tag("p", CREED, "creed"))
