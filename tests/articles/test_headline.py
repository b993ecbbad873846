"""The headline is its own line: no list's, no game's, no title with the outlet behind it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay import articles, pages
from hearsay.articles.clean import bare
from hearsay.articles.headline import LIKELY, SEPARATORS, _Contest
from hearsay.language import Languages

LANGUAGES = Languages()
TITLE = "Ferry to Orvan stops for repairs. Pupils will walk"
BODY = (
    "The ferry between Ilden and Orvan will stop on Monday for three weeks of repairs, its owner Peter Sorn told passengers at the pier.\n"
    "“The hull has to be welded before the autumn storms, and the pupils will walk,” he said.\n"
    "The town council wants to hire a smaller boat in the meantime. Its chair, Mara Velt, asked the ministry for money.\n"
)
ABOVE = [
    f"{TITLE} - Orvan Gazette, 12.05.2031\nNews\nSport\n",
    f"Orvan Gazette\nLatest\n14:32 {TITLE}\n13:05 Old pier sold\n",
    "Orvan Gazette\nIlden - Orvan 2:1\nKelm - Varna 0:3\nFootball\n",
    "Orvan Gazette\n25.05.2031 16:30 Ilden ferry - Orvan ferry\n01.06.2031 18:00 Kelm - Varna\n",
]


@pytest.mark.parametrize("above", ABOVE)
def test_below_other_lines(above: str) -> None:
    it = next(articles.find(pages.from_text(f"{above}\n{TITLE}\n12 May 2031\n\n{BODY}"), LANGUAGES, lambda reject: None))
    assert it.headline and it.headline.of(it.text) == TITLE and it.headline.start > len(above) - 1


@pytest.mark.parametrize(
    "title", ["Live | Ferry to Orvan stops for repairs", "Ilden – ferry to Orvan stops for repairs", ":: Ferry to Orvan stops"]
)
def test_a_short_first_part_is_no_headline(title: str) -> None:
    it = next(articles.find(pages.from_text(f"Ilden\nLive\n***\nNews\n\n{title}\n12 May 2031\n\n{BODY}"), LANGUAGES, lambda reject: None))
    assert it.headline and it.headline.of(it.text) == title


@given(st.text("ab |–-:»\n\u00a0", max_size=14))
def test_what_parts_a_title(text: str) -> None:
    plain = re.compile(r"\s+[|–—·•»-]\s+|\s*::\s*")
    assert [found.span() for found in SEPARATORS.finditer(text)] == [found.span() for found in plain.finditer(text)]


@given(st.text())
def test_a_line_has_the_white_space_of_its_key(text: str) -> None:
    """Which is why one with less is not compared."""
    sheet = bare(text)
    assert all(sheet.lines.spaces[i] >= sheet.key(i).count(" ") for i in range(len(sheet.blocks)))


LINES = [TITLE, TITLE.upper(), "Ferry to Orvan stops", "Ilden - Orvan 2:1", "12.05.2031 Ferry stops", "News", "Sport", *BODY.splitlines()]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), st.sets(st.integers(0, 11), min_size=1))
def test_the_likeliest_lines_are_those_that_score_most(lines: list[str], body: set[int]) -> None:
    """Lines that are never weighed in full could not have won."""
    contest = _Contest(bare("\n".join(lines)), sorted({i % len(lines) for i in body}))
    scored = sorted((-contest._weighed(i), i) for i in contest._all())
    assert list(contest.likeliest()) == [i for score, i in scored if -score > LIKELY]
