"""The tagger as shipped, on sentences of our own writing, and the code around it."""

import pytest

from hearsay.language import load
from hearsay.marks.proposal import Proposal
from hearsay.marks.tagger import propose
from hearsay.model import Span


def lines(text: str) -> list[Span]:
    at, out = 0, []
    for line in text.split("\n"):
        out.append(Span(at, at + len(line)))
        at += len(line) + 1
    return [s for s in out if s.start < s.stop]


def found(text: str, code: str, headline: Span | None = None) -> list[Proposal]:
    return [p for p in propose(text, lines(text), load(code), headline) if p.confidence >= 0.35]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(s.of(text) for s in spans)


PLAIN = [
    ("en", "Harbour master Orla Finn said the bridge would stay closed until Monday.", "Orla Finn", "said", "the bridge would stay closed"),
    ("en", "“We will not sell the ferry,” Mayor Grey told reporters on Tuesday.", "Grey", "told", "We will not sell the ferry"),
    ("en", "According to the ministry, the new road will open in spring.", "ministry", "According to", "the new road will open in spring"),
    ("ru", "Мост откроют в понедельник, заявил глава порта Иван Седов.", "Иван Седов", "заявил", "Мост откроют в понедельник"),
    ("ru", "«Мы не продадим паром», — сказала мэр Анна Лунина журналистам.", "Анна Лунина", "сказала", "Мы не продадим паром"),
    ("uk", "Речниця порту Олена Гай заявила, що міст відкриють у понеділок.", "Олена Гай", "заявила", "міст відкриють у понеділок"),
    ("pl", "Minister Jan Lipa powiedział, że most zostanie otwarty w poniedziałek.", "Jan Lipa", "powiedział", "most zostanie otwarty"),
    ("cs", "Ministr Jan Lípa řekl, že most bude otevřen v pondělí.", "Jan Lípa", "řekl", "most bude otevřen"),
    ("bg", "Министърът Иван Липов заяви, че мостът ще бъде отворен в понеделник.", "Иван Липов", "заяви", "мостът ще бъде отворен"),
    ("sl", "Minister Jan Lipa je dejal, da bodo most odprli v ponedeljek.", "Jan Lipa", "dejal", "bodo most odprli"),
]


@pytest.mark.parametrize(("code", "text", "source", "cue", "content"), PLAIN)
def test_plain_reports(code: str, text: str, source: str, cue: str, content: str) -> None:
    (one,) = [p for p in found(text, code) if p.level == 0]
    assert source in words(text, one.source)
    assert cue in words(text, one.cue)
    assert content in words(text, one.content)


def test_content_in_pieces() -> None:
    text = "“The bridge is safe,” said engineer Orla Finn. “It will open on Monday.”"
    contents = [words(text, p.content) for p in found(text, "en")]
    assert any("The bridge is safe" in c for c in contents)
    assert "Orla Finn" in " ".join(words(text, p.source) for p in found(text, "en"))


def test_a_text_without_reports_gives_none() -> None:
    text = "The ferry leaves at nine. Tickets cost four crowns.\nThe pier has two cafes and a small park."
    assert found(text, "en") == []


def test_spans_count_in_the_whole_text() -> None:
    text = "Menu Home News\nThe port of Dorn will close, the harbour office said on Monday."
    (one,) = propose(text, [Span(15, len(text))], load("en"))[:1]
    assert all(s.start >= 15 for s in one.source + one.cue + one.content)


def test_nothing_to_read() -> None:
    assert propose("", [], load("en")) == []
    assert propose("   ", [Span(0, 3)], load("en")) == []


def test_asking_twice_gives_the_same() -> None:
    text = PLAIN[0][1]
    assert propose(text, lines(text), load("en")) == propose(text, lines(text), load("en"))


def test_confidence_is_a_chance() -> None:
    for code, text, *_ in PLAIN:
        assert all(0 <= p.confidence <= 1 and p.level in (0, 1) and p.rule for p in propose(text, lines(text), load(code)))
