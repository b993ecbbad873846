"""Names of one bearer in several scripts and cases meet; names of different bearers do not."""

from importlib.resources import files

import pytest

from hearsay.links import sounds
from hearsay.tables import read_table

SAME = [
    ("Ласкі", "Lasky"),
    ("Ląskowem", "Лонсков"),
    ("Dorwenową", "Дорвеновой"),
    ("Szorgu", "Šorgu"),
    ("Шорґу", "Shorgu"),
    ("Jorngsonem", "Джорнгсон"),
    ("Verenskiego", "Веренського"),
    ("Юркер", "Jurker"),
    ("Wellington", "Веллингтоном"),
    ("O'Brenny'ego", "О'Бренни"),
    ("Mayvenová", "Мейвен"),
    ("Sorvian", "Сорвія"),
    ("Tornier", "Торньє"),
]
DIFFERENT = [("Dorvan", "Morvan"), ("Peslov", "Petlov"), ("Tarsk", "Trumn"), ("Macren", "Makarev")]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name_meet(left: str, right: str) -> None:
    assert sounds.alike(sounds.key(left), sounds.key(right)) >= 0.8
    assert sounds.block(sounds.key(left)) & sounds.block(sounds.key(right))


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_different_names_stay_apart(left: str, right: str) -> None:
    assert sounds.alike(sounds.key(left), sounds.key(right)) < 0.8


@pytest.mark.parametrize("row", read_table(files("hearsay") / "world" / "letters.tsv", sounds.Letter), ids=lambda row: row.form)
def test_letters_sound_as_their_row_says(row: sounds.Letter) -> None:
    assert row.form in row.example.casefold()
    assert sounds.sounds(row.form) == ("" if row.sound == "-" else row.sound)


@pytest.mark.parametrize("row", read_table(files("hearsay") / "world" / "endings.tsv", sounds.Ending), ids=lambda row: row.form)
def test_endings_are_marked(row: sounds.Ending) -> None:
    assert sounds.alike(sounds.key(row.example), sounds.key(row.base)) == 1.0


def test_a_key_marks_the_ending_of_each_word() -> None:
    assert sounds.key("Дорвена Варекова") == "dorven'a varekov'a"
