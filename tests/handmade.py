"""Three small readings made by hand, of our own writing: what the rooms before the record would hand over."""

from __future__ import annotations

from hearsay.model import Article, Credit, Dateline, Grounded, Group, Link, Mention, Page, Reading, Span, Stated, Statement, Time, Voice
from hearsay.text import digest, digest_bytes

WIRE = """Torvia answers Kelvania's bridge proposal

DORN, March 4 (Nordwire) - Torvia has answered the proposal on the river bridge, foreign ministry spokeswoman Mira Halden said on Tuesday.

"We have sent our answer and we await a reply within ten days," Halden told reporters. She said the toll question remained open.

Kelvania has not confirmed that. An official in Selm, who asked not to be named, said no letter had arrived.
"""

COPY = """Torvia answers Kelvania's bridge proposal

Torvia has answered the proposal on the river bridge, foreign ministry spokeswoman Mira Halden said on Tuesday, Nordwire reports.

"We have sent our answer and we await a reply within ten days," Halden told reporters.
"""

UKRAINIAN = """Торвія відповіла на пропозицію щодо мосту

Речниця міністерства Міра Гальден заявила, що відповіді надіслано.

За словами посадовця, лист не надійшов.
"""


def find(text: str, words: str, after: int = 0) -> Span:
    """Where the words stand."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def page(text: str, address: str) -> Page:
    """A page of plain text."""
    data = text.encode()
    return Page(digest_bytes(data), address, "text/plain", data, "utf-8", text, "plain-1", stated=(Stated("title", "a title", "made"),))


def paragraphs(text: str) -> tuple[Span, ...]:
    """All paragraphs but the first, which is the headline."""
    return tuple(find(text, block) for block in text.strip().split("\n\n")[1:])


def article(it: Page, language: str, outlet: str, published: str, **more: object) -> Article:
    """The page's one article."""
    return Article(
        digest(it.id, "article"),
        *(it.id, it.text, language, paragraphs(it.text)),
        headline=find(it.text, it.text.split("\n")[0]),
        outlet=Grounded(outlet, "stated in the name of the file"),
        published=Grounded(published, "stated in the dateline", others=(Grounded("2031-03-05", "the page's foot", Span(0, 4)),)),
        **more,  # type: ignore[arg-type]
    )


def mention(it: Article, words: str, name: str | None, after: int = 0, **more: object) -> Mention:
    """A mention of the words after a place."""
    span = find(it.text, words, after)
    kind = "name" if name and words in name else "pronoun"
    made = {"kind": kind, "category": "PER", "name": name, "key": (name or "").lower(), "rule": "by hand"} | more
    return Mention(digest(it.page, *span), span, **made)  # type: ignore[arg-type]


def statement(it: Article, content: str, cue: str, source: str, voices: tuple[Voice, ...], **more: object) -> Statement:
    """A statement whose words stand once in the text, cue and source next to the content."""
    held = find(it.text, content)
    around = it.text.rfind("\n", 0, held.start) + 1
    made = {"mode": "indirect", "type": "assertion", "rule": "verb after", "trace": ("verb after", "speaker by name")} | more
    return Statement(
        digest(it.page, *held),
        it.id,
        *((find(it.text, source, around),) if source else (), (find(it.text, cue, around),), (held,)),
        chain=(Voice(it.outlet.value if it.outlet else None, "outlet", inferred=True), *voices),
        **made,  # type: ignore[arg-type]
    )


def wire() -> tuple[Page, Reading]:
    """A wire's original with four voices."""
    it = page(WIRE, "pages/wire.txt")
    line = find(WIRE, "DORN, March 4 (Nordwire)")
    art = article(
        *(it, "en", "Nordwire", "2031-03-04"),
        dateline=Dateline(line, "DORN", "XXXX-03-04", "Nordwire", find(WIRE, "Nordwire")),
        credits=(Credit("Nordwire", find(WIRE, "Nordwire"), "wire"),),
        weekday=1,
    )
    halden = mention(art, "Mira Halden", "Mira Halden", role=find(WIRE, "foreign ministry spokeswoman"))
    short = mention(art, "Halden", "Mira Halden", after=find(WIRE, "Halden told").start)
    she = mention(art, "She", None, refers=short.id, kind="pronoun", gender="f")
    day = Time(find(WIRE, "Tuesday"), "2031-03-04", "2031-03-04", "weekday")
    said = (
        statement(
            *(art, "Torvia has answered the proposal on the river bridge", "said", "foreign ministry spokeswoman Mira Halden"),
            (Voice("Mira Halden", "person", halden.id, halden.span, words="Mira Halden"),),
            said_on="XXXX-03-04",
            said_on_ground="Tuesday",
        ),
        statement(
            *(art, "We have sent our answer and we await a reply within ten days", "told", "Halden"),
            (Voice("Mira Halden", "person", short.id, short.span, words="Halden"),),
            mode="direct",
            medium="briefing",
            confidence=0.93,
        ),
        statement(
            *(art, "the toll question remained open", "said", "She"),
            (Voice(None, "person", she.id, she.span, words="She"),),
        ),
        statement(
            *(art, "no letter had arrived", "said", "An official in Selm, who asked not to be named"),
            (Voice(None, "anonymous", None, find(WIRE, "An official in Selm"), words="An official in Selm"),),
            denial=True,
            confidence=0.7,
        ),
    )
    return it, Reading(art, sentences=art.body, mentions=(halden, short, she), times=(day,), statements=said)


def copy() -> tuple[Page, Reading]:
    """An outlet that carries the wire's text."""
    it = page(COPY, "pages/copy.txt")
    art = article(it, "en", "The Dorn Courier", "2031-03-05", credits=(Credit("Nordwire", find(COPY, "Nordwire"), "relay"),))
    halden = mention(art, "Mira Halden", "Mira Halden")
    through = Voice("Nordwire", "organisation", None, find(COPY, "Nordwire"), words="Nordwire")
    said = (
        statement(
            *(art, "Torvia has answered the proposal on the river bridge", "said", "foreign ministry spokeswoman Mira Halden"),
            (through, Voice("Mira Halden", "person", halden.id, halden.span, words="Mira Halden")),
            said_on="2031-03-04",
            said_on_ground="Tuesday",
        ),
    )
    return it, Reading(art, sentences=art.body, mentions=(halden,), statements=said)


def ukrainian() -> tuple[Page, Reading]:
    """The same in Ukrainian; its own date has no year."""
    it = page(UKRAINIAN, "pages/uk.txt")
    art = article(it, "uk", "Вісник Селма", "XXXX-03-06")
    halden = mention(art, "Міра Гальден", "Міра Гальден")
    official = mention(art, "посадовця", None, kind="description")
    said = (
        statement(
            *(art, "відповіді надіслано", "заявила", "Речниця міністерства Міра Гальден"),
            (Voice("Міра Гальден", "person", halden.id, halden.span, words="Міра Гальден"),),
            said_on="XXXX-03-04",
        ),
        statement(
            *(art, "лист не надійшов", "За словами", "посадовця"),
            (Voice(None, "anonymous", official.id, official.span, words="посадовця"),),
        ),
    )
    return it, Reading(art, sentences=art.body, mentions=(halden, official), statements=said)


def story() -> list[tuple[Page, Reading]]:
    """All three."""
    return [wire(), copy(), ukrainian()]


def groups() -> list[Group]:
    """What the links would find in them."""
    readings = [reading for _, reading in story()]
    people = sorted([readings[0].mentions[0].id, readings[0].mentions[1].id, readings[1].mentions[0].id, readings[2].mentions[0].id])
    copies = sorted(reading.article.id for reading in readings[:2])
    dated = readings[2].article.id
    return [
        Group(people[0], "actors", tuple(people), "Mira Halden", "one name in two scripts"),
        Group(copies[0], "duplicates", tuple(copies), None, "the same words"),
        Group(dated, "dates", (dated,), "2031-03-06", "from another page of the story"),
    ]


def links() -> list[Link]:
    """Why the actors are one."""
    first, second = groups()[0].members[:2]
    return [Link("actors", first, second, "same", 0.97, "equal keys mira hldn", "by key")]
