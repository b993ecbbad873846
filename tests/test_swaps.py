"""What training makes of marked articles: words changed about between reports, with the marks on the right words."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from swaps import Donors, crossed, replaced, swapped

from hearsay.language import load
from hearsay.marks import notation


def record(*drawings: str) -> dict:
    """Drawn sentences as one marked article."""
    text, marks = "", []
    for drawing in drawings:
        case, by = notation.parse(drawing), len(text)
        for d in case.drawn:
            marks.append({role: [[s.start + by, s.stop + by] for s in getattr(d, role)] for role in ("source", "cue", "content")})
        text += case.text + "\n"
    return {"text": text, "title": None, "attributions": marks}


def words(made: dict, role: str) -> list[str]:
    return [made["text"][s:e] for a in made["attributions"] for s, e in a[role]]


NEWS = record(
    "{Orla Venn} <said> [that the bridge is open].",
    "{Two ferrymen} <said> [that nobody had asked them].",
    "{The harbour office} <said> [that the lights work].",
    "{A teacher from Dorn} <said> [that the school stays].",
    "<According to> {the mayor}, [the mill is sold].",
)


def test_marks_stay_on_their_words() -> None:
    random.seed(4)
    made = swapped(NEWS, Donors(load("en"), [NEWS]), 1.0, 1.0)
    assert made["text"] != NEWS["text"]
    assert set(words(made, "source")) <= {w[:1].upper() + w[1:] for w in words(NEWS, "source")} | set(words(NEWS, "source"))
    assert set(words(made, "content")) <= set(words(NEWS, "content"))
    assert words(made, "cue") == words(NEWS, "cue")


def test_a_frame_without_donors_is_left_alone() -> None:
    random.seed(1)
    made = swapped(NEWS, Donors(load("en"), [NEWS]), 1.0, 1.0)
    assert words(made, "source")[-1] == "the mayor"


def test_words_that_hold_another_mark_are_not_replaced() -> None:
    nested = record("{1 Orla} <1 said> [1 that {2 the mayor} <2 denies> [2 the sale]].")
    span = nested["attributions"][0]["content"][0]
    assert crossed(nested, span)
    assert replaced(nested, span, "that it rains") is None
