"""What hangs together: groups that "same" links tie, and that no "different" link forbids."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.model import Link


class Forest:
    """Things in growing groups; two groups that hold things known to be different never grow together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}

    def root(self, thing: str) -> str:
        """The thing that stands for the group of this one."""
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            self._above[above] = self._above[self._above[above]]
            above = self._above[above]
        self._above[thing] = above
        return above

    def part(self, left: str, right: str) -> None:
        """Remember that the two are different."""
        a, b = self.root(left), self.root(right)
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def tie(self, left: str, right: str) -> bool:
        """Make the groups of the two one, unless they are known to be different; says whether they are one now."""
        a, b = sorted((self.root(left), self.root(right)))
        if a == b:
            return True
        if b in self._apart.get(a, ()):
            return False
        self._above[b] = a
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart.setdefault(a, set()).add(other)
        return True


def components(things: Iterable[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """The groups of these things, each sorted, all sorted: surest ties first, every "different" honoured."""
    forest, ties = Forest(), []
    ids = sorted(set(things))
    for link in links:
        if link.judgement == "different":
            forest.part(link.left, link.right)
        elif link.judgement == "same":
            ties.append(link)
    for link in sorted(ties, key=lambda tie: (-tie.score, tie.left, tie.right)):
        forest.tie(link.left, link.right)
    groups: dict[str, list[str]] = {}
    for thing in ids:
        groups.setdefault(forest.root(thing), []).append(thing)
    return sorted(tuple(group) for group in groups.values())
