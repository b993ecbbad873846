"""The world's names in all cases, what people of a state are called, and names that mean the same in two languages."""

import pytest

from hearsay import world
from hearsay.links import renown


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Wielkiej Brytanii", "United Kingdom"),
        ("Spojenými státy", "United States"),
        ("Європейського Союзу", "European Union"),
        ("Лондоном", "London"),
        ("Украине", "Ukraine"),
        ("НАТО", "NATO"),
        ("Dorvenia", None),
    ],
)
def test_known_names_are_known_in_every_case(form: str, name: str | None) -> None:
    assert renown.known_name(form) == name


@pytest.mark.parametrize("row", world.rows("peoples"), ids=lambda row: row.name)
def test_a_people_stands_for_its_state(row: world.Named) -> None:
    assert row.example.startswith("{" + row.forms[1] + "}")
    known = [renown.people_of(form) for form in row.forms[1:]]
    assert known.count(row.name) >= 0.8 * len(known), [f for f, k in zip(row.forms[1:], known, strict=True) if k != row.name]
    assert set(known) <= {row.name, None}


@pytest.mark.parametrize("row", world.rows("cities"), ids=lambda row: row.name)
def test_a_city_is_known_by_all_its_names(row: world.Named) -> None:
    assert "{" + row.name + "}" in row.example
    known = [renown.known_name(form) for form in row.forms]
    assert known.count(row.name) >= 0.7 * len(known), [f for f, k in zip(row.forms, known, strict=True) if k != row.name]


@pytest.mark.parametrize("row", world.rows("adjectives"), ids=lambda row: row.name)
def test_an_adjective_tells_its_state(row: world.Named) -> None:
    assert "{" + row.forms[1] + "}" in row.example
    known = [renown.adjective_of(form) for form in row.forms[1:]]
    assert known.count(row.name) >= 0.8 * len(known), [f for f, k in zip(row.forms[1:], known, strict=True) if k != row.name]
    assert set(known) <= {row.name, None}


@pytest.mark.parametrize(("form", "state"), [("британців", "United Kingdom"), ("Polaków", "Poland"), ("Niemczech", "Germany")])
def test_peoples_are_known_in_every_case(form: str, state: str) -> None:
    assert renown.people_of(form) == state


def test_names_that_mean_the_same_meet() -> None:
    assert renown.meanings("Верховный суд Польши", "ru") == renown.meanings("польського верховного суду", "uk") != frozenset()


def test_a_name_of_unknown_words_means_nothing() -> None:
    assert renown.meanings("Lena Dorvasky", "en") == frozenset()
