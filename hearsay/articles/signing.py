"""Where an author signs an article: beside its headline, above or below its text, in a box that says who he is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from hearsay.articles.blocks import Block
from hearsay.articles.clean import CLOSING
from hearsay.articles.draft import BESIDE, Draft
from hearsay.articles.phrases import Phrase

BELOW = 3
"""Lines below a body in which its author signs, less one."""
OVER, COUNTED = 6, frozenset({"time", "counter", "share", "comment"})
"""Lines above a headline in which its author signs, less one; kinds of those that may stand between."""
BOXED, TITLED = 15, 4
"""Lines below a body in which a box says who its author is; words of another text's title, which stands below none."""


class Signing:
    """The lines of a draft that may name its author."""

    def __init__(self, draft: Draft):
        self.signs, self.sheet, self.lines = draft.signs, draft.sheet, draft.sheet.lines
        self.body, self.headline, self.between = draft.body, draft.headline, draft.above

    def beside(self) -> list[tuple[Block, Sequence[Phrase]]]:
        """The lines above the body and the first few below in which the furniture tables find something, with what they find."""
        said, last = self.signs.said, max(self.body)
        below = range(last + 1, min(last + BESIDE, len(self.sheet.blocks)))
        over = range(max(0, self.headline - BESIDE), self.headline) if self.headline is not None and self.between else ()
        return [(self.sheet.blocks[i], said[i]) for i in (*self.between, *below, *over) if i in said]

    def above(self) -> list[Block]:
        """The lines between headline and body, or a few above a body without one, that are no picture's."""
        lines = (i for i in self.between if i not in self.signs.named or not self.signs.is_credit(i))
        return [self.sheet.blocks[i] for i in lines if not self._shouts(i)]

    def around(self) -> Iterator[list[Block]]:
        """Where an author signs away from the text: right above the headline, counters aside; right below the body, to an empty
        line or one that is known to be no article's; in the box that says who he is.
        """
        last = max(self.body)
        under = range(last + 1, min(last + BELOW, len(self.sheet.blocks)))
        yield self._unknown(self._over())
        yield self._unknown(takewhile(lambda i: i == last + 1 or not self.sheet.blocks[i].gap, under))
        yield self._boxed(last + 1)

    def _unknown(self, lines: Iterable[int]) -> list[Block]:
        """Some lines, up to one of a known kind or with a supplier."""
        fits = takewhile(lambda i: self.sheet.kinds[i] is None and i not in self.signs.named, lines)
        return [self.sheet.blocks[i] for i in fits if not self._shouts(i)]

    def _shouts(self, i: int) -> bool:
        """Whether a line is in capitals and the article tells of it: a picture's label, a place."""
        return self.sheet.blocks[i].text.isupper() and self._tells_of(i)

    def _tells_of(self, i: int) -> bool:
        """Whether the article tells of who stands in a line, and so is not by him."""
        own = [*self.body, *([] if self.headline is None else [self.headline])]
        return self.lines.told_of(i, [k for k in own if k != i]) > 0

    def _over(self) -> list[int]:
        """The line right above the headline, counters aside; one in capitals names whom the article is about."""
        head = self.headline if self.headline is not None and self.headline < min(self.body) else 0
        lines = range(head - 1, max(-1, head - OVER), -1)
        first = next((i for i in lines if self.sheet.kinds[i] not in COUNTED), None)
        if first is None or self.sheet.blocks[first].text.isupper() or (first < head - 1 and self._tells_of(first)):
            return []
        return [first]

    def _boxed(self, after: int) -> list[Block]:
        """The line of names in the first box below the body that says who somebody is."""
        kinds, near = self.sheet.kinds, (i for i in self.signs.calling.get("newsroom", ()) if after < i <= after + BOXED)
        own = (i for i in near if CLOSING.isdisjoint(kinds[after:i]) and self.signs.is_boxed(i))
        return [self.sheet.blocks[i - 1] for i in own if not (self._tells_of(i - 1) or self._leads(i - 2) or self._leads(i + 1))][:1]

    def _leads(self, i: int) -> bool:
        """Whether a line reads like the title of another text."""
        lines = self.lines
        return i < len(self.sheet.blocks) and self.sheet.kinds[i] is None and lines.number[i] >= TITLED and not lines.ended[i]
