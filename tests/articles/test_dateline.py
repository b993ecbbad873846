"""Datelines in their many forms."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import world
from hearsay.articles import dateline as module
from hearsay.articles.dateline import dateline
from hearsay.articles.days import Calendar
from hearsay.language import Languages
from hearsay.model import Span

CALENDAR = Calendar(Languages())
FORMS = [
    ("ILDEN, March 4 (Reuters) - The port is open.", "ILDEN", "XXXX-03-04", "Reuters"),
    ("ILDEN (Reuters) - The port is open.", "ILDEN", None, "Reuters"),
    ("(Reuters) — The port is open.", None, None, "Reuters"),
    ("/TASS/. The port is open.", None, None, "TASS"),
    ("ILDEN, March 4. /TASS/. The port is open.", "ILDEN", "XXXX-03-04", "TASS"),
    ("Ilden. 4th of March. INTERFAX - The port is open.", "Ilden", "XXXX-03-04", "Interfax"),
    ("ILDEN, MARCH 4, ILDENPRESS: The port is open.", "ILDEN", "XXXX-03-04", "ILDENPRESS"),
    ("ИЛЬДЕН, 1 фев - РИА Новости. Порт открыт.", "ИЛЬДЕН", "XXXX-02-01", "RIA Novosti"),
    ("Ильден. 4 марта. ИНТЕРФАКС - Порт открыт.", "Ильден", "XXXX-03-04", "Interfax"),
    ("ІЛЬДЕН. 4 березня. УНІАН. Порт відкрито.", "ІЛЬДЕН", "XXXX-03-04", "UNIAN"),
    ("Ilden 4. března (ČTK) - Přístav je otevřen.", "Ilden", "XXXX-03-04", "ČTK"),
    ("Ilden, 4. marca (STA) - Pristanišče je odprto.", "Ilden", "XXXX-03-04", "STA"),
    ("PORT ILDEN — The port is open.", "PORT ILDEN", None, None),
    ("ILDEN, 4 March 2031 - The port is open.", "ILDEN", "2031-03-04", None),
]
NONE = [
    "The port is open, Anna Lorne said on March 4.",
    "Anna Lorne - the harbour master - opened the port.",
    "Yes: the port is open.",
    "In Ilden, March 4 is a holiday - the port rests.",
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), FORMS, ids=[form[0][:30] for form in FORMS])
def test_a_dateline_is_read(text: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = dateline(text, Span(0, len(text)), CALENDAR)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert dateline(text, Span(0, len(text)), CALENDAR) is None


def test_no_agency_has_a_name_of_five_words() -> None:
    names = (form for table in ("wires", "outlets") for named in world.rows(table) for form in named.forms)
    assert not [name for name in names if re.search(r"(?:[^\W\d_]+\s){4}[^\W\d_]", name)]


WORDS = "ILDEN Port of the Ilden March 4 2031 (Reuters) /TASS/ New York Times - — , . :".split()


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), min_size=5, max_size=14).map(" ".join))
def test_what_begins_as_a_sentence_has_no_dateline(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SENTENCE", re.compile(r"(?!)"))
        read = dateline.__wrapped__(text, Span(0, len(text)), CALENDAR)
    assert dateline.__wrapped__(text, Span(0, len(text)), CALENDAR) == read
