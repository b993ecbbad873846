"""The phrases with slots, "by {name}", found where the rarest of their words stand: most words of a page are in no form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import PLACES, places
from hearsay.articles.forms import compiled, is_led, own_before, rarest, slots
from hearsay.articles.letters import Words, letters
from hearsay.articles.lines import Lines
from hearsay.lexicon import GAP
from hearsay.model import Span
from hearsay.tables import Classed

REACH = 160
"""Characters of a slot and the words behind it, up to the word that a form cannot do without."""
NO_WORD = -1


class Phrase(NamedTuple):
    """A set phrase found: its kind, and the places of what filled its slots."""

    kind: str
    span: Span
    slots: Mapping[str, Span]


class _Hit(NamedTuple):
    """A word, or a sign, that a pattern cannot do without: which word of the page it is, where it starts; of the stretch that it stands in
    the number, and where it begins and ends.
    """

    held: str
    word: int
    start: int
    stretch: int
    begin: int
    stop: int

    @property
    def reach(self) -> int:
        """From where on a form may take what stands before a word; before a sign all that there is."""
        return self.begin if self.word == NO_WORD else max(self.begin, self.start - REACH)


class _Pattern:
    """A form with slots, with the kind that each row gives it; compiled when it is first tried, since most of the thousands never are."""

    def __init__(self, form: str):
        self.form, self.kinds = form, list[str]()
        self.sign = "" if form[0] == "{" or form[0].isalnum() else form[0]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return compiled(self.form)

    def within(self, text: str, begin: int, stop: int) -> Iterator[re.Match[str]]:
        """Wherever the form stands in a stretch: nowhere without the sign that it begins with."""
        return self.regex.finditer(text, begin, stop) if text.find(self.sign, begin, stop) >= 0 else iter(())

    def phrases(self, found: re.Match[str]) -> list[Phrase]:
        """The form found, once for each of its kinds."""
        span, filled = Span(*found.span()), slots(found)
        return [Phrase(kind, span, filled) for kind in self.kinds]


class Slotted:
    """Finds the forms with slots of one table, or of several.

    A form that words begin is read from the first of them, which stands so many words before the rarest. What a slot or a sign begins is
    looked for in the text before its rarest word, too, where the form's own words stand directly before that.
    """

    def __init__(self, rows: Iterable[Classed]):
        self._led: dict[str, dict[tuple[int, int], list[_Pattern]]] = {}
        self._open: dict[str, list[tuple[int, int, _Pattern]]] = {}
        patterns: dict[str, _Pattern] = {}
        for row in rows:
            form = row.form.replace(GAP, "").strip()
            patterns.setdefault(form, _Pattern(form)).kinds.append(row.kind)
        words = [rarest(form) for form in patterns]
        leads = _leads(own_before(form, word) + word for form, word in zip(patterns, words, strict=True))
        for pattern, word, lead in zip(patterns.values(), words, leads, strict=True):
            if word.isalpha() and is_led(pattern.form, word):
                self._led.setdefault(word, {}).setdefault(lead, []).append(pattern)
            else:
                self._open.setdefault(word, []).append((*lead, pattern))
        held = [*self._led, *self._open]
        self._words = {number: word for (_, number), word in zip(_leads(held), held, strict=True) if word.isalpha()}
        self._signs = [re.compile(re.escape(word), re.IGNORECASE) for word in self._open if not word.isalpha()]
        self._held = np.zeros(PLACES, np.bool_)
        self._held[places(np.array(list(self._words), np.uint32))] = True

    def among(self, text: str, begin: Sequence[int], stop: Sequence[int]) -> dict[int, list[Phrase]]:
        """The phrases in each of some stretches, in order and apart, by the number of the stretch; none crosses its ends."""
        found: dict[int, list[Phrase]] = {}
        hits = list(self._hits(text, begin, stop))
        for stretch, phrases in (*self._led_to(text, hits), *self._searched(text, hits)):
            found.setdefault(stretch, []).extend(phrases)
        for phrases in found.values():
            phrases.sort(key=lambda phrase: (phrase.span, phrase.kind))
        return dict(sorted(found.items()))

    def _hits(self, text: str, begin: Sequence[int], stop: Sequence[int]) -> Iterator[_Hit]:
        """Where the words and signs stand that a pattern cannot do without."""
        for held, word, start in (*self._held_in(text), *self._signs_in(text)):
            stretch = bisect_right(begin, start) - 1
            if stretch >= 0 and start < stop[stretch]:
                yield _Hit(held, word, start, stretch, begin[stretch], stop[stretch])

    def _held_in(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The words of a text that a pattern cannot do without, with their numbers and where they start."""
        words = letters(text).words
        some = self._held.take(words.place).nonzero()[0]
        held = map(self._words.get, words.key[some].tolist())
        return ((word, n, start) for word, n, start in zip(held, some.tolist(), words.start[some].tolist(), strict=True) if word)

    def _signs_in(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The same of signs, which are no words."""
        return ((found.group().lower(), NO_WORD, found.start()) for sign in self._signs for found in sign.finditer(text))

    def _led_to(self, text: str, hits: Sequence[_Hit]) -> Iterator[tuple[int, list[Phrase]]]:
        """The phrases that begin with words, read from their first word."""
        words = letters(text).words
        for held, word, _, stretch, begin, stop in hits:
            for (ahead, lead), patterns in self._led.get(held, {}).items():
                first = word - ahead
                if ahead and (first < 0 or words.key[first] != lead):
                    continue
                start = int(words.start[first])
                for pattern in patterns if start >= begin else ():
                    if found := pattern.regex.match(text, start, stop):
                        yield stretch, pattern.phrases(found)

    def _searched(self, text: str, hits: Sequence[_Hit]) -> Iterator[tuple[int, list[Phrase]]]:
        """The phrases that begin with a slot or a sign, for which the text before their word has to be looked through, too."""
        words = letters(text).words
        near: dict[tuple[int, str], list[_Hit]] = {}
        for hit in sorted((hit for hit in hits if hit.held in self._open), key=lambda hit: (hit.stretch, hit.reach, hit.held)):
            near.setdefault((hit.stretch, hit.held), []).append(hit)
        for (stretch, held), there in near.items():
            for ahead, lead, pattern in self._open[held]:
                if any(_stands(words, hit.word, ahead, lead) for hit in there):
                    yield from ((stretch, pattern.phrases(found)) for found in pattern.within(text, there[0].reach, there[0].stop))


def _stands(words: Words, word: int, ahead: int, lead: int) -> bool:
    """Whether so many words before a word of the page a form's first own word stands; a sign has none of the form's before it."""
    return not ahead or word == NO_WORD or (word >= ahead and bool(words.key[word - ahead] == lead))


def _leads(own: Iterable[str]) -> list[tuple[int, int]]:
    """Of what some forms say themselves how many words stand before the last, and the number of the first."""
    lines = Lines("\n\n".join(own))
    return list(zip((lines.number - 1).tolist(), np.append(lines.words.key, 0)[lines.first[:-1]].tolist(), strict=True))
