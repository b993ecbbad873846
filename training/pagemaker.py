"""Cluttered pages of our own making: an article of `training/articles` among the lines that news pages wear, with its true body.

Saved pages whose bodies are known are English and German; these teach the net what pages look like in the languages that we write in. The
lines around an article are the examples of its language's clutter and furniture tables, and the titles and sentences of articles, seldom
its own: menus, tickers, teasers, comments, footers. `python pagemaker.py CODE` prints one.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain

from articles import codes, drawings

from hearsay.language import load
from hearsay.marks import notation

CODES = codes()
FEWEST = 3
"""Paragraphs of an article that fills a page."""
WORN = 0.7
"""How often a page has anything above its headline, and below its text."""
FILED, LED, AGAIN = 0.4, 0.25, 0.2
"""How often the first paragraph, or the one below it, begins with a dateline; how often it is a lead, which may have no full stop, and may
stand above the day and the author's name; how often the headline comes again.
"""
EMPTY = 0.1
"""How often a page holds no article."""
DATELINES = ("{0}, {1} ({2}) - ", "{0}, {1} – {2}. ", "{0}. {1}. {2} - ", "{0} ({2}) — ", "/{2}/. ", "{0}, {1}. /{2}/. ", "({2}) ")
SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_a-zа-яёієї])")
RIGHTS = {"reuse": "rights", "leave": "rights"}
"""Words whose examples are lines that say what readers may do with a text."""
JOINTS = ("\n", "\n", "\n", " | ", " · ", "   ")
"""What stands between the entries of a menu."""
Lines = list[str]


class Maker:
    """Makes pages in one language."""

    def __init__(self, code: str, chance: random.Random):
        self.chance = chance
        drawn = (notation.parse(drawing).text.split("\n\n") for _, drawing in drawings(code))
        self.articles = [(title, body) for title, *body in drawn if len(body) >= FEWEST]
        self.worn: dict[str, Lines] = {}
        for row in chain(load(code).rows("clutter"), load(code).rows("furniture")):
            self.worn.setdefault(RIGHTS.get(row.kind, row.kind), []).append(row.example)

    def page(self, other: Maker) -> tuple[str, str]:
        """A page's text and its body, now and then none; what stands beside it may be in another's language."""
        title, body = self.chance.choice(self.articles)
        if self.chance.random() < EMPTY:
            return "\n".join(chain(*self._top(other), self._teasers(), self._teasers(), *self._bottom(other))), ""
        body = self._written(body)
        if self.chance.random() < FILED:
            first = int(len(body) > 1 and self.chance.random() < 0.5)
            body[first] = self._dateline() + body[first]
        around = self.chance.choice((1, 1, 2))
        top, bottom = (part if self.chance.random() < WORN else () for part in (self._top(other), self._bottom(other)))
        led = int(self.chance.random() < LED)
        body[:led] = [self.chance.choice((lead, lead.rstrip("."))) for lead in body[:led]]
        parts = [*top, *self._head(title, body[:led]), self._told(body[led:]), *bottom]
        text = ("\n" * around).join(("\n" * (around if self.chance.random() < 0.7 else 2)).join(part) for part in parts if part)
        return text, "\n".join(body)

    # ------------------------------------------------------------------ above, within, below

    def _top(self, other: Maker) -> Iterator[Lines]:
        yield [self._site()]
        yield self._menu()
        for part in (self._ticker, self._teasers, self._cookies, self._menu):
            if self.chance.random() < 0.35:
                yield part()
        if self.chance.random() < 0.1:
            yield [*other._menu(), *other._teasers()]

    def _head(self, title: str, lead: Lines) -> Iterator[Lines]:
        if self.chance.random() < 0.3:
            yield [self.chance.choice((" » ", " / ", " > ")).join(self._some("menu", 2))]
        above, below = self.chance.sample((lead, []), 2)
        yield [title, *above]
        meta = [self._date(), *self._some("byline", 1), *self._some("counter", 1), *self._some("time", 1), *self._some("share", 2)]
        yield self.chance.sample(meta, self.chance.randint(0, len(meta)))
        if self.chance.random() < 0.3:
            yield [self._title(), *self._some("image", 1)]
        yield [title] * self.chance.choice((1, 2)) if self.chance.random() < AGAIN else []
        yield below

    def _written(self, body: Sequence[str]) -> Lines:
        """A body as it may be printed: as it is, every sentence for itself, as questions and answers; signed at its end."""
        lines, how = list(body), self.chance.random()
        if how < 0.25:
            lines = SENTENCE.split(" ".join(body))
            lines = [f"{'— ' if how < 0.12 else ''}{line}" for line in lines]
        if self.chance.random() < 0.2:
            lines[-1] += self.chance.choice((" - {}", " – {}", " ({})", " /{}/")).format(self._site())
        return lines

    def _told(self, body: Sequence[str]) -> Lines:
        """The paragraphs, now and then with lines between them that are none."""
        lines: Lines = []
        often = self.chance.choice((0, 0.1, 0.3))
        for n, paragraph in enumerate(body):
            if n and self.chance.random() < often:
                lines += self.chance.choice((self._led, self._led, self._box, self._advert, self._share))()
            lines.append(paragraph)
        return lines

    def _bottom(self, other: Maker) -> Iterator[Lines]:
        if self.chance.random() < 0.1:
            yield other._related()
        parts = [self._tags, self._related, self._popular, self._ticker, self._teasers, self._comments, self._menu, self._subscribe]
        for part in self.chance.sample(parts, self.chance.randint(2, len(parts))):
            yield part()
        yield [*self._some("rights", 1), f"© {self._site()}"]

    # ------------------------------------------------------------------ what pages wear

    def _some(self, kind: str, most: int) -> Lines:
        rows = self.worn.get(kind, [])
        return [self.chance.choice(rows) for _ in range(self.chance.randint(1, most))] if rows else []

    def _site(self) -> str:
        return " ".join(self._title().split()[:2]).strip(" ,:.–—-")

    def _title(self) -> str:
        return self.chance.choice(self.articles)[0]

    def _sentences(self) -> str:
        """The beginning of another article's paragraph, or all of it."""
        paragraph = self.chance.choice(self.chance.choice(self.articles)[1])
        return paragraph if self.chance.random() < 0.5 else paragraph.split(". ")[0].rstrip(".") + self.chance.choice((".", "...", "…"))

    def _clock(self) -> str:
        return f"{self.chance.randint(0, 23):02d}:{self.chance.randint(0, 59):02d}"

    def _date(self) -> str:
        day = f"{self.chance.randint(1, 28):02d}.{self.chance.randint(1, 12):02d}.2031"
        return self.chance.choice((day, f"{day} {self._clock()}", f"{day}, {self._clock()}", *self._some("published", 1)))

    def _dateline(self) -> str:
        place, agency = self._title().split()[0].strip(" ,:.").upper(), self._site()
        day = self._date().split()[0].strip(",")
        return self.chance.choice(DATELINES).format(place, day, agency)

    def _menu(self) -> Lines:
        return self.chance.choice(JOINTS).join(self._some("menu", 14)).split("\n")

    def _advert(self) -> Lines:
        return self._some("advert", 1)

    def _share(self) -> Lines:
        return self._some("share", 1)

    def _cookies(self) -> Lines:
        return self._some("cookie", 3)

    def _subscribe(self) -> Lines:
        return self._some("subscribe", 3)

    def _led(self) -> Lines:
        """A line that leads to another article."""
        lead = self._some("related", 1)[0].split(":")[0]
        return [f"{lead}: {self._title()}"] if self.chance.random() < 0.7 else [lead, self._title()]

    def _box(self) -> Lines:
        """A few other titles under a heading."""
        return [*self._some("related", 1), *(self._title() for _ in range(self.chance.randint(1, 4)))]

    def _ticker(self) -> Lines:
        """Other titles with their times."""
        if self.chance.random() < 0.5:
            return [f"{self._clock()} {self._title()}" for _ in range(self.chance.randint(3, 9))]
        return [line for _ in range(self.chance.randint(3, 7)) for line in (self._date(), self._title())]

    def _teasers(self) -> Lines:
        """Other titles, some with the beginning of what they tell."""
        often = self.chance.choice((0.0, 0.3, 1.0))
        titles = [self._title() for _ in range(self.chance.randint(2, 6))]
        return [line for title in titles for line in (title, *([self._sentences()] if self.chance.random() < often else []))]

    def _tags(self) -> Lines:
        words = [word.strip(',.:«»„“”"') for word in f"{self._title()} {self._title()}".split() if len(word) > 4]
        return words if self.chance.random() < 0.4 else [", ".join(words)]

    def _related(self) -> Lines:
        return [*self._some("related", 1), *self._teasers()]

    def _popular(self) -> Lines:
        titles = [self._title() for _ in range(self.chance.randint(3, 6))]
        numbered = self.chance.random() < 0.4
        return [*self._some("popular", 1), *(f"{n} {title}" if numbered else title for n, title in enumerate(titles, 1))]

    def _comments(self) -> Lines:
        names = [self._site() for _ in range(self.chance.randint(1, 5))]
        said = (line for name in names for line in (f"{name} {self._date()}", self._sentences(), *self._some("comment", 1)))
        return [*self._some("comment", 1), *said]


def made(each: int, seed: int) -> Iterator[dict[str, str]]:
    """So many pages in each language, as lines of a file of pages: `id`, `text` and `gold`, the true body."""
    chance = random.Random(seed)
    makers = {code: Maker(code, chance) for code in CODES}
    for code, maker in makers.items():
        for n in range(each):
            text, gold = maker.page(makers[chance.choice([other for other in CODES if other != code])])
            yield {"id": f"{code} {seed} {n}", "text": text, "gold": gold}


if __name__ == "__main__":
    print(next(line["text"] for line in made(1, random.randrange(1000)) if line["id"].startswith(sys.argv[1])))
