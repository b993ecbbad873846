"""Headlines that name a source, made from the reports in the training texts.

Ordinary training articles hardly have them, news sites do: "The bridge stays closed - harbour office", "Mayor: we will not sell".
A report of an article is written again as such a headline over the article's first lines; some made headlines end in an outlet's name
instead, which is no source.
"""

from __future__ import annotations

import random
import re
from typing import Any

from hearsay import world
from hearsay.language import Language
from hearsay.text import fold

DASHES = ("-", "-", "–", "—")
LINES = 3
Record = dict[str, Any]


def folded(language: Language, table: str, kinds: tuple[str, ...]) -> set[str]:
    return {fold(row.form.lstrip("=")) for row in language.rows(table) if row.kind in kinds}


def bare(words: str, language: Language) -> str:
    """A content as a headline has it: without the complementiser, a capital first, no full stop."""
    words = words.strip(" ,.;:")
    first, _, rest = words.partition(" ")
    if fold(first) in folded(language, "words", ("complementiser",)) and rest:
        words = rest
    return words[:1].upper() + words[1:]


def clause(words: str, language: Language) -> bool:
    """Whether a content can stand alone: it begins a sentence, or a complementiser opens it."""
    words = words.strip(" ,.;:")
    return words[:1].isupper() or fold(words.partition(" ")[0]) in folded(language, "words", ("complementiser",))


def usable(attribution: Record, text: str, language: Language) -> bool:
    """Whether a report is short and plain enough to be a headline."""
    if attribution.get("inside") or len(attribution["content"]) != 1 or len(attribution["source"]) != 1:
        return False
    content, source = (text[slice(*attribution[role][0])] for role in ("content", "source"))
    if fold(source) in folded(language, "pronouns", ("personal", "relative", "demonstrative")) or len(source.split()) > 5:
        return False
    return 25 <= len(content) <= 120 and clause(content, language) and not re.search(r"[\n\"“”«»„]", content + source)


def write(attribution: Record, text: str, language: Language) -> tuple[str, Record]:
    """The report as a headline, with its marks."""
    content = bare(text[slice(*attribution["content"][0])], language)
    source = re.sub(r"^(the|an?) ", "", text[slice(*attribution["source"][0])], flags=re.IGNORECASE)
    source = source if random.random() < 0.3 else source[:1].upper() + source[1:]
    if random.random() < 0.3:
        line = f"{source}: {content}"
        s, c = 0, len(source) + 2
    else:
        line = f"{content} {random.choice(DASHES)} {source}"
        s, c = len(line) - len(source), 0
    return line, {"source": [[s, s + len(source)]], "cue": [], "content": [[c, c + len(content)]]}


def beginning(record: Record) -> tuple[str, list[Record]]:
    """The first lines of an article with the reports that lie in them."""
    lines = [m.end() for m in re.finditer(r"[^\n]*\S[^\n]*", record["text"])]
    stop = lines[min(LINES, len(lines)) - 1]
    kept = [a for a in record["attributions"] if all(e <= stop for role in ("source", "cue", "content") for _, e in a[role])]
    ids = {a.get("id") for a in kept}
    return record["text"][:stop], [a for a in kept if not a.get("inside") or a["inside"] in ids]


def moved(attribution: Record, by: int) -> Record:
    return attribution | {role: [[s + by, e + by] for s, e in attribution[role]] for role in ("source", "cue", "content")}


def made(record: Record, language: Language) -> Record | None:
    """The beginning of the article under a made headline; None where nothing in it makes one."""
    text = record["text"]
    fit = [a for a in record["attributions"] if usable(a, text, language)]
    if not fit:
        return None
    if random.random() < 0.2:
        outlet = random.choice(world.rows("outlets")).name
        line, marks = f"{bare(text[slice(*random.choice(fit)['content'][0])], language)} {random.choice('-–—|')} {outlet}", []
    else:
        line, one = write(random.choice(fit), text, language)
        marks = [one]
    below, kept = beginning(record)
    attributions = marks + [moved(a, len(line) + 2) for a in kept]
    return record | {"text": f"{line}\n\n{below}", "title": [0, len(line)], "attributions": attributions}
