"""Words that name, describe or point at someone: names with the office borne before them, descriptions, pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from hearsay import naming, world
from hearsay.marks import known
from hearsay.marks.categories import acronym, acts, categorise, shouting, title_before
from hearsay.marks.phrases import in_time, inner_stop
from hearsay.marks.quotes import name_like
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Mention, Span
from hearsay.tables import Pronoun
from hearsay.text import Token, digest, fold

PARTICLES = frozenset("de da di du del der den van von la le el al bin ibn ben ten dos du".split())
TABLE_CATEGORY = {"wires": "ORG", "outlets": "PRO", "offices": "ORG", "states": "LOC", "products": "PRO", "events": "EVT"}
GUESSED = frozenset({"capitals", "capitals_in_a_row", "in_marks", "acronym", "surname"})
LONGEST_ROLE = 9
NO_PHRASE = frozenset({"complementiser", "relative", "subordinator", "auxiliary", "modal", "determiner", "negation"})
MARKS = frozenset('"“«„»”')
APOSTROPHE = re.compile("['’]")
SIGNS = frozenset("\"'“”«»„‚‘’()[]:;—–-")


def find(scan: Scan) -> list[Mention]:
    """All mentions, in order of place; who they stand for is settled by `corefer`."""
    found: list[Mention] = []
    form = naming.skeleton if scan.language.options.get("bent_names") else naming.latin
    surnames: set[str] = set()
    for p in scan.paragraphs:
        names = list(_names(scan, p))
        surnames |= {form(m.name.split()[-1]) for m in names if m.category == "PER" and m.name and " " in m.name}
        found += names
    surnames |= {form(m.name) for m in found if m.category == "PER" and m.name and " " not in m.name}
    things = {m.key: m for m in found if m.rule.startswith("things/")}
    found = [_as_thing(_as_person(m, form, surnames), things) for m in found]
    held: dict[int, list[Span]] = {}
    for m in found:
        held.setdefault(scan.paragraph(m.span.start).number, []).append(m.span)
    for p in scan.paragraphs:
        found += _descriptions(scan, p, held.get(p.number, []))
        found += _pronouns(scan, p)
    return sorted(found, key=lambda m: m.span)


def mention(scan: Scan, span: Span, kind: str, category: str, name: str | None, **more: str | Span | None) -> Mention:
    """A mention with its id and key."""
    made = digest(scan.article.page, "mention", span.start, span.stop, kind)
    return Mention(made, span, kind, category, name, naming.key(name or span.of(scan.text)), **more)  # type: ignore[arg-type]


def _as_person(m: Mention, form: Callable[[str], str], surnames: set[str]) -> Mention:
    """A single word that is some full name's last word, in the form in which they are compared, is that person."""
    lone = m.name is not None and " " not in m.name and m.rule == "capitals" and not world.state_of(m.name)
    return replace(m, category="PER", rule="surname") if lone and form(m.name or "") in surnames else m


def _as_thing(m: Mention, things: dict[str, Mention]) -> Mention:
    """What a noun once says to be a film or a treaty is one wherever the article names it."""
    said = things.get(m.key) if m.rule in GUESSED else None
    return replace(m, category=said.category, rule=said.rule, gender=None) if said else m


# ------------------------------------------------------------------ names


def _names(scan: Scan, p: Paragraph) -> Iterator[Mention]:
    i = 0
    while i < len(p.tokens):
        found = known.at(p.tokens, i)
        run = _run(scan, p, i) if _capital(p, i) else 0
        if found and found.stop - i >= run:
            yield _known(scan, p, i, found)
            i = found.stop
        elif run:
            yield from _parts(scan, p, i, i + run)
            i += run
        else:
            i += 1


def _capital(p: Paragraph, i: int) -> bool:
    return p.tokens[i].text[0].isupper()


def _run(scan: Scan, p: Paragraph, i: int) -> int:
    """How many tokens from i on are one run of capitalised words; 0 where the capital is only the sentence's."""
    marked = _marked(scan, p, i)
    if marked or not _names_something(scan, p, i):
        return marked
    last = i
    while last + 1 < len(p.tokens):
        step = _next(scan, p, last)
        if not step:
            break
        last += step
    return last - i + 1


def _marked(scan: Scan, p: Paragraph, i: int) -> int:
    """How many words a name between quotation marks has, where this is its first: «Горный край», "Gazette"; else 0."""
    quote = next((q for q in p.quotes if q.inner.start == p.tokens[i].start), None) if i and p.tokens[i - 1].text in MARKS else None
    return len(p.between(quote.inner)) if quote and quote.closed and name_like(scan.text, quote.inner) else 0


def _names_something(scan: Scan, p: Paragraph, i: int) -> bool:
    """Whether a capital means a name: always within a sentence; at its start where something else says so."""
    if not _initial(p, i) and not shouting(p):
        return not (i in p.kinds() or i in p.kinds("times")) or (p.tokens[i].text.isupper() and len(p.tokens[i].text) > 1)
    if i in p.kinds() or i in p.kinds("pronouns") or i in p.kinds("times") or fold(p.tokens[i].text) in scan.small:
        return False
    if naming.given(p.tokens[i].text) or naming.stem(p.tokens[i].text) in scan.capitals:
        return True
    following = p.tokens[i + 1].text if i + 1 < len(p.tokens) else ""
    if following[:1].isupper() and not shouting(p):
        return scan.language.stem(p.tokens[i].text).text not in scan.small_stems
    if p.tokens[i].text.isupper() and len(p.tokens[i].text) > 1:
        return not shouting(p)
    other = any(h.first <= i <= h.last for table in ("roles", "cues") for h in p.hits(table)) or _past(p, i)
    return acts(p, i + 1) and not _plural(p, i + 1) and not other


def _past(p: Paragraph, i: int) -> bool:
    """Whether the word has the ending of a past verb, where the language shows gender there: "Izrazila je"."""
    ends = tuple(e for ends in p.language.options.get("verb_gender", {}).values() for e in ends)
    return bool(ends) and p.tokens[i].text.endswith(ends) and p.kinds().get(i + 1) == "auxiliary"


def _plural(p: Paragraph, i: int) -> bool:
    """Whether the verb that begins here shows that several act, so that a capital before it may be any plural's."""
    cue = p.begun("cues", i)
    words = [p.tokens[k].text.casefold() for k in cue.indices] if cue else []
    ends = tuple(p.language.options.get("verb_gender", {}).get("p", ()))
    return bool(ends) and any(w.endswith(ends) for w in words)


def _initial(p: Paragraph, i: int) -> bool:
    """Whether the token begins a sentence, a quotation or a turn, so that its capital says nothing."""
    if i and p.tokens[i - 1].text == "." and title_before(p, i):
        return False
    before = p.tokens[i - 1].text if i else "."
    return before in SIGNS or before in ".!?…" or p.sentence(p.tokens[i].start).start == p.tokens[i].start


def _next(scan: Scan, p: Paragraph, last: int) -> int:
    """How many tokens the run goes on after `last`: a capitalised word, "van der Berg", "J. Grey"."""
    here, following = p.tokens[last], p.tokens[last + 1]
    gap = scan.text[here.stop : following.start]
    if following.text == "." and len(here.text) == 1 and here.text.isalpha() and last + 2 < len(p.tokens):
        return 2 if _capital(p, last + 2) else _nickname(p, last + 2) and 5
    if "\n" in gap or len(gap) > 1 or here.text.endswith(("'s", "’s")):
        return 0
    if following.text[0].isupper() and (last + 1 not in p.kinds() or _letter(p, last + 1)):
        return 1
    if following.text.isdigit() and len(following.text) < 3 and not in_time(p, last + 1) and not naming.given(here.text):
        return 1  # a version: "Varda 2"
    if _nickname(p, last + 1):
        return 4
    small = next((n for n in (1, 2) if last + n + 1 < len(p.tokens) and _capital(p, last + n + 1)), 0)
    return small + 1 if small and all(fold(t.text) in PARTICLES for t in p.tokens[last + 1 : last + 1 + small]) else 0


def _letter(p: Paragraph, i: int) -> bool:
    """Whether one letter and a full stop stand here, and a capital after them: "Anna A. Grey"."""
    return len(p.tokens[i].text) == 1 and i + 2 < len(p.tokens) and p.tokens[i + 1].text == "." and _capital(p, i + 2)


def _nickname(p: Paragraph, i: int) -> bool:
    """Whether one capitalised word in marks stands here and a capital after it: 'Robert "Bob" Grey'."""
    if i + 3 >= len(p.tokens) or p.tokens[i].text not in MARKS or p.tokens[i + 2].text not in MARKS:
        return False
    return _capital(p, i + 1) and _capital(p, i + 3)


def _known(scan: Scan, p: Paragraph, i: int, found: world.Found) -> Mention:
    category, rule = TABLE_CATEGORY[found.named.table], f"world/{found.named.table}"
    return mention(
        scan, p.span_of(i, found.stop - 1), "name", category, found.seat or found.named.name, rule="world/seats" if found.seat else rule
    )


def _parts(scan: Scan, p: Paragraph, first: int, stop: int) -> Iterator[Mention]:
    """A run of capitals: "Foreign Minister Ivan Grey" is an office and a name, "Ministry of Defence" one name."""
    people = [h for h in p.hits("roles") if first <= h.last and h.first < stop and h.row.kind in ("person", "group")]
    if people and people[-1].last >= stop:
        stop = people.pop().first
    start = _past_known(p, people[-1].last + 1 if people else first, stop)
    closing = p.ended("roles", stop - 1)
    closed = closing is not None and closing.row.kind == "organisation"
    for inner in range(start + 1, stop - 1 if not closed else start):
        if (
            p.tokens[inner - 1].text not in MARKS
            and naming.given(p.tokens[inner].text)
            and (inner - start > 1 or not naming.given(p.tokens[start].text))
        ):
            yield _name(scan, p, start, inner)
            start = inner
            break
    if start < stop:
        yield _name(scan, p, start, stop)


def _name(scan: Scan, p: Paragraph, start: int, stop: int) -> Mention:
    """One name; a possessive ending is none of it."""
    span = p.span_of(start, stop - 1)
    name = span.of(scan.text).removesuffix("'s").removesuffix("’s")
    category, rule = categorise(p, start, stop, [h for h in p.hits("roles") if start <= h.first and h.last < stop])
    role = _role_before(scan, p, start) if category == "PER" else None
    gender = _gender(p, start, stop) if category == "PER" else None
    return mention(scan, Span(span.start, span.start + len(name)), "name", category, name, role=role, gender=gender, rule=rule)


def _past_known(p: Paragraph, start: int, stop: int) -> int:
    """Step over a body's or state's name before a person's in one run: "NATO Jens Grey", "МЗС Хосе Борек"."""
    found = world.names().at(p.tokens, start) if start < stop else None
    after = found.stop if found and found.stop < stop else start + 1 if start < stop and acronym(p.tokens[start].text) else stop
    rest = range(after, stop)
    if not rest or any(h.first in rest for h in p.hits("roles")) or any(acronym(p.tokens[i].text) for i in rest):
        return start
    unknown = len(rest) == 2 and "head_last" not in p.language.options and not (found and found.named.table in ("wires", "outlets"))
    return after if naming.given(p.tokens[after].text) or unknown else start


def _gender(p: Paragraph, start: int, stop: int) -> str | None:
    title = title_before(p, start)
    if title and title.gender in ("m", "f"):
        return title.gender
    by_name = naming.given(p.tokens[start].text) if stop - start > 1 else None
    return by_name[1] if by_name and by_name[1] in ("m", "f") else None


def _role_before(scan: Scan, p: Paragraph, start: int) -> Span | None:
    """The words of the office before a name: from the first word of its phrase to the name; "an aide to Grey" is not Grey."""
    if p.kinds().get(start - 1) == "preposition":
        return None
    near = [h for h in p.hits("roles") if start - LONGEST_ROLE <= h.first and h.last < start and h.row.kind in ("person", "group")]
    borne = {i for h in near for i in range(h.first, h.last + 1)}
    near = [h for h in near if all(i in borne or _within_phrase(p, i) for i in range(h.first, start))]
    if not near:
        return None
    first = near[0].first
    while first > 0 and start - first < LONGEST_ROLE and _before_role(scan, p, first - 1):
        first -= 1
    return p.span_of(first, start - 1)


def _within_phrase(p: Paragraph, i: int) -> bool:
    word = p.tokens[i].text
    if (
        (word in ".,;:!?—–()" and not inner_stop(p, i))
        or p.kinds().get(i) in NO_PHRASE
        or p.kinds("pronouns").get(i) in ("personal", "possessive")
    ):
        return False
    cue = p.begun("cues", i)
    return not (word[0].isupper() and naming.given(word)) and not (cue and cue.row.frame == "verb")


def _before_role(scan: Scan, p: Paragraph, i: int) -> bool:
    """Whether the word before an office belongs to it: a capitalised word, or a state's adjective ("британский премьер")."""
    word = p.tokens[i].text
    known = word[0].isupper() or (word.isalpha() and world.state_of(word) is not None)
    return known and i not in p.kinds() and i not in p.kinds("times") and _within_phrase(p, i)


# ------------------------------------------------------------------ descriptions and pronouns


def _descriptions(scan: Scan, p: Paragraph, names: list[Span]) -> Iterator[Mention]:
    """The words for people and bodies that no name follows: "the official", "глава дипломатии"."""
    for hit in p.hits("roles"):
        span = p.span_of(hit.first, hit.last)
        named = any(n.overlaps(span) or 0 <= n.start - span.stop <= 1 for n in names)
        if hit.row.kind in ("person", "group", "organisation") and not named:
            category = "ORG" if hit.row.kind == "organisation" else "PER"
            gender = hit.row.gender if hit.row.gender in ("m", "f") else None
            yield mention(scan, span, "description", category, None, gender=gender, rule=f"roles/{hit.row.kind}/{hit.row.office}")


def _pronouns(scan: Scan, p: Paragraph) -> Iterator[Mention]:
    """The words that point at someone, those that a short verb hangs on included: "he", "he's"."""
    found = [(hit.row, p.span_of(hit.first, hit.last)) for hit in p.hits("pronouns")]
    for row, span in (*found, *_contracted(p)):
        word = span.of(scan.text)
        if row.kind in ("personal", "possessive") and not (word.isupper() and len(word) > 1):
            gender = row.gender if row.gender in ("m", "f", "n") else None
            yield mention(scan, span, "pronoun", "PER", None, gender=gender, rule=f"pronouns/{row.kind}/{row.number}")


def _contracted(p: Paragraph) -> Iterator[tuple[Pronoun, Span]]:
    lexicon = p.language.lexicon("pronouns")
    for token in p.tokens:
        bare = APOSTROPHE.split(token.text)[0] if len(token.text) < 8 and not token.text.isalnum() else ""
        if bare and bare != token.text:
            head = Token(token.start, token.start + len(bare), bare)
            yield from ((hit.row, head.span) for hit in lexicon.at([head], 0))
