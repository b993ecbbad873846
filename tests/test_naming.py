"""The script-free form of a name."""

import pytest

from hearsay import naming


@pytest.mark.parametrize(
    "forms",
    [
        ("Верський", "Versky", "Верского", "Werski", "Verskyj"),
        ("Дорнов", "Dornov", "Дорнова", "Dornowem"),
        ("Блюменау", "Blumenau"),
        ("Stolberg", "Столберг", "Столбергом", "Stolbergem"),
        ("Merkova", "Меркова"),
    ],
)
def test_one_name_in_many_spellings(forms: tuple[str, ...]) -> None:
    assert len({naming.skeleton(form) for form in forms}) == 1


def test_different_names_stay_apart() -> None:
    assert naming.skeleton("Holt") != naming.skeleton("Brandt")


def test_given_names_meet_over_languages() -> None:
    assert naming.key("Сергей Дорнов").split()[0] == naming.key("Sergey Dornov").split()[0]


@pytest.mark.parametrize(("bent", "plain"), [("Сергія", "Сергій"), ("Анны", "Анна"), ("Дмитрием", "Дмитрий"), ("Jerzego", "Jerzy")])
def test_a_given_name_in_any_case(bent: str, plain: str) -> None:
    assert naming.given(bent) == naming.given(plain) is not None


@pytest.mark.parametrize("word", ["Христие", "July", "Room", "Францией"])
def test_what_only_begins_like_a_given_name_is_none(word: str) -> None:
    assert naming.given(word) is None


def test_a_mans_surname_in_its_dictionary_form() -> None:
    assert naming.unbent("Верского") == "Верский"
    assert naming.unbent("Вареком") == "Варек"
