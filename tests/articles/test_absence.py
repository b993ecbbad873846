"""A page without an article says why, in each language; an article with such a line in it stays one."""

import pytest

from hearsay import articles, pages
from hearsay.articles.absence import REASONS
from hearsay.language import Languages
from hearsay.model import Reject

LANGUAGES = Languages()

CASES = [
    (code, kind, [row.example for row in LANGUAGES[code].rows("clutter") if row.kind == kind][:3])
    for code in LANGUAGES
    for kind in REASONS
    if kind not in ("error", "cookie", "paywall")
]
STORY = (
    "The harbour of Ilden may take ships again from Friday if the river goes on falling, its master, Elena Havrish, said.\n"
    "Eight barges with coal are waiting outside, and their owners will pay less for every day that they have waited.\n"
)


def reason(text: str) -> str:
    rejects: list[Reject] = []
    assert not list(articles.find(pages.from_text(text), LANGUAGES, rejects.append))
    return rejects[0].reason


@pytest.mark.parametrize(("code", "kind", "lines"), CASES, ids=lambda it: it if isinstance(it, str) else "")
def test_a_page_of_such_lines_says_what_it_is(code: str, kind: str, lines: list[str]) -> None:
    assert len(lines) == 3, f"{code} lacks lines of kind {kind}"
    assert reason("Norvia Herald\n" + "\n".join(lines) + "\n") == REASONS[kind]


def test_a_bot_wall_that_asks_for_scripts_is_a_bot_wall() -> None:
    assert "bot wall" in reason("Just a moment...\nEnable JavaScript and cookies to continue\n")


def test_an_article_that_mentions_scripts_is_an_article() -> None:
    page = pages.from_text(f"Please enable JavaScript to see the comments\nHarbour may open on Friday\n{STORY}")
    assert len(list(articles.find(page, LANGUAGES, lambda reject: None))) == 1


def test_titles_with_a_sentence_each_are_an_index() -> None:
    names = ("Pier", "Bridge", "School", "Library", "Ferry", "Mill")
    teasers = "".join(
        f"{name} of Ilden to open again in autumn\nThe council will vote on the money for it next week, its chair said.\n" for name in names
    )
    assert "index page: 6 titles" in reason(f"Ilden - Norvia Herald\nNorvia Herald\nPort\n\n{teasers}\nContact\n")


def test_teasers_with_their_times_are_an_index_too() -> None:
    names = ("Pier", "Bridge", "School", "Library", "Ferry", "Mill", "Court", "Market")
    money = "The council has found the money for it, its chair told us at the door."
    teasers = "".join(f"{10 + n}:05\n{name} of Ilden will open again in autumn\n{money}\n" for n, name in enumerate(names))
    assert "index page: 8 titles" in reason(f"Norvia Herald\nHome\nTown\n4 March 2031\n\n{teasers}\nContact\n")


def test_parts_under_the_names_of_who_speaks_are_an_article() -> None:
    parts = "".join(f"{name}\n“{said}”\n\n" for name, said in SAID.items())
    head = "What Ilden says about the wall\nBy Anna Lorne\n4 March 2031\n\nThe council votes on Thursday. We asked around on the quay.\n\n"
    assert list(articles.find(pages.from_text(head + parts), LANGUAGES, lambda reject: None))


SAID = {
    "Hanna Brill, 34, nurse at the hospital": (
        "I want it to be built tomorrow. I do not want to carry patients through water again, ninety of them, and a cat. "
        "I have not slept for more than four hours since."
    ),
    "Ivo Marek, 61, fisherman from the quay": (
        "Four metres of concrete and no view of the sea. I might as well move to the city. My boat is gone anyway, and "
        "my sons will not build another one here."
    ),
    "Jan Holik, 19, student of engineering": (
        "It will not help, since the water comes from below. They should have asked us first. We have measured it in "
        "every cellar of the old town."
    ),
    "Una Brandt, 45, who sells ice on the pier": (
        "My stall stood in water to the counter. Whoever pays for the wall, I shall send them the first ice of the "
        "summer, two scoops of it, for nothing."
    ),
    "Peter Sorn, 70, who built boats here": (
        "There was a wall when I was a boy. They took it down for the hotel, and nobody asked us then either. Now the "
        "hotel wants a wall, and so there will be one."
    ),
}
