"""The quick identifier says exactly what py3langid says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier, visit_counts

from hearsay.identifier import identifier
from hearsay.language import known, load

QUICK = identifier(known())
OWN = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
OWN.set_languages(list(known()))


def agree(text: str) -> None:
    """The same language; its probability but for the order in which thousands of small numbers are summed."""
    ours, theirs = QUICK.classify(text), OWN.classify(text)
    assert ours[0] == theirs[0], text
    assert ours[1] == pytest.approx(theirs[1], abs=1e-5)


def test_the_same_verdict_on_every_example_of_every_language() -> None:
    for code in known():
        for row in load(code).rows("cues"):
            agree(row.example)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_the_same_runs_in_any_bytes(data: bytes) -> None:
    walked = visit_counts(OWN.tk_nextmove, OWN._rowbase, OWN.tk_output, data) or {}
    found, counts = QUICK.runs(data)
    assert list(zip(found.tolist(), counts.tolist(), strict=True)) == sorted(walked.items())


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_the_same_verdict_on_any_text(text: str) -> None:
    agree(text)
