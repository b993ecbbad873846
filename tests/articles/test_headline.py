"""The headline is its own line: no list's, no game's, no title with the outlet behind it."""

import pytest

from hearsay import articles, pages
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
