"""Two reports in one sentence."""

import pytest
from reading import opened

from hearsay.marks.mentions import find
from hearsay.marks.notation import parse
from hearsay.marks.proposal import Proposal
from hearsay.marks.twofold import told_apart


def apart(drawing: str, code: str = "en") -> list[tuple[str, str, str]]:
    """Source, reporting words and content of each proposal, told apart."""
    case = parse(drawing)
    scan = opened(case.text, code)
    seen = [Proposal(tuple(d.source), tuple(d.cue), tuple(d.content), 1.0) for d in case.drawn]
    made = told_apart(scan, seen, find(scan))
    return [tuple(" … ".join(s.of(case.text) for s in role) for role in (p.source, p.cue, p.content)) for p in made]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("drawing", "code", "outer", "inner"),
    [
        (
            "{The letter} recalls that Holt <said> [that the dam was old].",
            *("en", ("The letter", "recalls", "that Holt said that the dam was old"), ("Holt", "said", "that the dam was old")),
        ),
        (
            "В {письме} напоминается, что накануне мэр Волкова <сказала>, [что мост стар].",
            "ru",
            ("письме", "напоминается", "что накануне мэр Волкова сказала, что мост стар"),
            ("мэр Волкова", "сказала", "что мост стар"),
        ),
        (
            "W {piśmie} przypomniano, że burmistrz Zdun <powiedział>, [że most jest stary].",
            "pl",
            ("piśmie", "przypomniano", "że burmistrz Zdun powiedział, że most jest stary"),
            ("burmistrz Zdun", "powiedział", "że most jest stary"),
        ),
    ],
)
def test_the_speaker_of_one_report_and_the_words_of_another_are_two(
    drawing: str, code: str, outer: tuple[str, str, str], inner: tuple[str, str, str]
) -> None:
    assert apart(drawing, code) == [outer, inner]


def test_what_was_said_reaches_over_the_report_that_it_holds() -> None:
    found = apart("{1 The letter} <1 recalls> [1 that on May 3] {2 Holt} <2 said> [2 the dam was old].")
    assert found[0] == ("The letter", "recalls", "that on May 3 Holt said the dam was old")


def test_one_report_stays_one() -> None:
    assert apart("{Anna Brandt} later <said> [that the dam was old].") == [("Anna Brandt", "said", "that the dam was old")]
    assert apart("{Anna Brandt}, who knows that Holt is away, <said> [the dam was old].")[0][0] == "Anna Brandt"


def test_a_second_report_after_a_comma_is_no_part_of_the_first() -> None:
    found = apart("{1 Anna Brandt} <1 said> [1 that the dam was old], {2 Holt} <2 said> [2 it was not].")
    assert [content for _, _, content in found] == ["that the dam was old", "it was not"]


def test_whom_the_words_are_about_is_not_who_says_them() -> None:
    assert apart("{The letter} says that it later <urged> [voters to wait].") == [("The letter", "urged", "voters to wait")]
    assert apart("{Holt} released a note that <says> [he is well].") == [("Holt", "says", "he is well")]


def test_who_speaks_may_stand_after_the_words() -> None:
    found = apart("В {письме} напоминается, что <сказала> Волкова, [что мост стар].", "ru")
    assert found[1] == ("Волкова", "сказала", "что мост стар")


def test_the_words_of_a_report_inside_leave_no_hole() -> None:
    found = apart("В {1 письме} <1 напоминается>, [1 что накануне {2 Волкова}] <2 сказала>, [1 [2 что мост стар]].", "ru")
    assert found[0][2] == "что накануне Волкова сказала, что мост стар"
    assert apart('[1 "The dam holds,"] {1 Holt} <1 said>. [1 "It is old."]')[0][2] == '"The dam holds," … "It is old."'
