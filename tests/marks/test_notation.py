"""The case notation."""

import pytest

from hearsay.errors import LanguageError
from hearsay.marks import notation


def test_brackets_become_spans() -> None:
    case = notation.parse("{Two officials} <told> Reuters [the talks had failed].")
    (one,) = case.drawn
    assert case.text == "Two officials told Reuters the talks had failed."
    assert [s.of(case.text) for s in (*one.source, *one.cue, *one.content)] == ["Two officials", "told", "the talks had failed"]


def test_numbers_tie_and_brackets_nest() -> None:
    case = notation.parse("{1 She} <1 said> [1 {2 the minister} <2 had promised> [2 an answer]].")
    assert [d.content[0].of(case.text) for d in case.drawn] == ["the minister had promised an answer", "an answer"]


def test_a_backslash_keeps_a_bracket() -> None:
    assert notation.parse("the \\[Varland\\] bank").text == "the [Varland] bank"


def test_facts_go_to_their_statement() -> None:
    case = next(notation.read("{1 A} <1 said> [1 x]. {2 She} <2 said> [2 y].\n    speaker 2: A\n"))
    assert case.drawn[1].facts == {"speaker": "A"}


def test_brackets_that_do_not_pair_are_named() -> None:
    with pytest.raises(LanguageError, match="not closed"):
        notation.parse("{A said no.", line=3)
    with pytest.raises(LanguageError, match="closes nothing"):
        notation.parse("A} said no.")
