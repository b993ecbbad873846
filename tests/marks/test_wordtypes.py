"""What a word is before it stands anywhere."""

from hearsay.language import load
from hearsay.marks.wordtypes import CLASS, WordTypes


def named(word: str) -> set[str]:
    """The classes of an English word."""
    known = WordTypes(load("en"))
    found = known.classes[known.add(word)]
    return {name for name, place in CLASS.items() if found[place]}


def test_a_given_name_is_one_only_with_a_capital():
    assert "name" in named("Grace")
    assert "name" not in named("grace")


def test_other_tables_do_not_ask_for_a_capital():
    assert {"frame=verb", "sense=say"} <= named("said") & named("Said")
