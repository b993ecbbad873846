"""What stands in the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from click import unstyle
from handmade import wire

from hearsay import record as records
from hearsay.model import Reject
from hearsay.views import terminal


def lines(drawn: object) -> list[str]:
    return [unstyle(line) for line in drawn]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def test_a_statement_says_when_who_what_and_through_whom(record: records.Record) -> None:
    row = next(row for row in record.statements() if row.via)
    assert lines(terminal.statement(row)) == [
        "2031-03-04  Mira Halden",
        "  Torvia has answered the proposal on the river bridge",
        f"  The Dorn Courier < Nordwire < Mira Halden · said · indirect · 1.00 · {row.id[:10]}",
    ]


def test_who_is_unnamed_and_when_unknown_is_said(record: records.Record) -> None:
    (row,) = record.search("letter arrived")
    assert lines(terminal.statement(row))[0] == "by 2031-03-04  An official in Selm  denial"


def test_words_said_word_for_word_stand_in_quotation_marks_once(record: records.Record) -> None:
    (row,) = record.search("await reply")
    assert terminal.quoted(row).startswith("“We have")
    page, reading = wire()
    text = page.text
    held = reading.statements[1].content[0]
    assert text[held.start - 1] == '"', "the marks stand outside the content here, so that the view adds them"


def test_no_line_of_content_is_wider_than_the_terminal(record: records.Record) -> None:
    (row,) = record.search("await reply")
    drawn = lines(terminal.statement(row))
    assert len(drawn) == 4 and all(len(line) <= 60 for line in drawn[1:3])


def test_the_passage_is_the_page_with_its_parts_coloured(record: records.Record) -> None:
    passage = record.show(wire()[1].statements[3].id)
    drawn = "\n".join(terminal.passage(passage))
    assert "\x1b[36m\x1b[4mno letter had arrived\x1b[0m" in drawn
    assert "Kelvania has not confirmed that. An official in Selm" in unstyle(drawn)


def test_explanation_gives_rules_grounds_and_the_run(record: records.Record) -> None:
    drawn = "\n".join(lines(terminal.explanation(record.explain(wire()[1].statements[0].id))))
    for expected in ("1. verb after", "2. speaker by name", "said on    2031-03-04  Tuesday", "stated in the dateline", "Hearsay 0.1.0"):
        assert expected in drawn


def test_a_verdict_shows_the_differences(record: records.Record) -> None:
    drawn = "\n".join(lines(terminal.verdict(record.verify("We have sent our answer and expect a reply within ten days"))))
    assert drawn.startswith("differs  2 places, 1 independent account")
    assert "asked expect, the page has we await" in drawn
    assert "no one was found to have said it" in drawn


def test_lists(record: records.Record) -> None:
    assert lines(terminal.actors(record.actors()))[1:] == ["  foreign ministry spokeswoman", "  Halden, Міра Гальден"] or lines(
        terminal.actors(record.actors())
    )[1:] == ["  foreign ministry spokeswoman", "  Міра Гальден, Halden"]
    assert lines(terminal.timeline(record.timeline()))[0] == "2031-03-04  3 statements, 2 independent accounts"
    assert lines(terminal.rejects([Reject("a.bin", "pages", "no text")])) == ["a.bin  no text  (pages)"]
    assert terminal.counts(record.counts()) == "3 pages, 3 articles, 2 independent accounts, 7 statements, 0 rejects"


def test_a_page_cannot_steer_the_terminal(record: records.Record) -> None:
    (row,) = record.search("letter arrived")
    steered = replace(row, content="no \x1b[2Jletter\u202e\x9b31m", cue="\x07said", headline="\x1b]0;x\x07", address="\x1b[A")
    passage = records.Passage(steered, (records.Piece("\x1b[2J\r\n"), records.Piece("\x1b[3J", "content")))
    reject = Reject("\x1b[2J", "pages", "\x1b[2J")
    drawn = [*terminal.statement(steered), *terminal.passage(passage), *terminal.rejects([reject])]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", unstyle("\n".join(drawn)))
    assert "no \ufffd[2Jletter" in unstyle("\n".join(drawn))
