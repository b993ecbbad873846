"""Who published a page, by its first line: a newspaper's name, told from sections by what newspapers are called."""

import pytest

from hearsay import articles, pages
from hearsay.language import Languages

LANGUAGES = Languages()
BODY = (
    "Ferry to Orvan stops for repairs\n\n"
    "The ferry between Ilden and Orvan will stop on Monday for three weeks, its owner Peter Sorn told passengers at the pier.\n"
    "“The hull has to be welded before the autumn storms, and we have no other boat,” he said.\n"
    "The town council wants to hire a smaller boat in the meantime. Its chair, Mara Velt, asked the ministry for money.\n"
)
FIRST = [
    ("Orvan Gazette\nNews\nSport\n\n", "Orvan Gazette"),
    ("Orvan Gazette - news of the river\nNews\nSport\n\n", "Orvan Gazette"),
    ("Орванский вестник\nНовости\nСпорт\n\n", "Орванский вестник"),
    ("Głos Orwanu | wiadomości z regionu\nSport\n\n", "Głos Orwanu"),
    ("We value your privacy\nAccept all\n\nOrvan Gazette\nNews\n\n", "Orvan Gazette"),
    ("Local events\nNews\nSport\n\n", None),
    ("Gazette\nNews\nSport\n\n", None),
    ("Ferry Times: what the Gazette did not tell about the pier\nNews\n\n", None),
]


@pytest.mark.parametrize(("above", "name"), FIRST)
def test_first_line(above: str, name: str | None) -> None:
    it = next(articles.find(pages.from_text(above + BODY), LANGUAGES, lambda reject: None))
    assert (it.outlet.value if it.outlet else None) == name
    assert not it.outlet or (it.outlet.span is not None and it.outlet.span.of(it.text) == name)


@pytest.mark.parametrize("line", ["Copyright © 2031 Norvia Herald. All rights reserved", "© 2029-2031, Norvia Herald", "(c) Norvia Herald"])
def test_the_years_of_a_right_are_no_part_of_the_name(line: str) -> None:
    it = next(articles.find(pages.from_text(f"{BODY}\n\nContact\n{line}\n"), LANGUAGES, lambda reject: None))
    assert it.outlet and it.outlet.value == "Norvia Herald"
