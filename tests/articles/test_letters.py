"""A page in arrays says what the page says."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.letters import Kind, letters

WORD = re.compile(r"[^\W\d_]+")
TEXTS = st.text(st.sampled_from("aBcЖжßİ1½_.,«» \n\U0001f600") | st.characters(max_codepoint=0xFFFF), max_size=60)


@given(TEXTS)
@settings(deadline=None)
def test_words_are_the_runs_of_letters(text: str) -> None:
    words = letters(text).words
    told = [text[start:stop] for start, stop in zip(words.start, words.stop, strict=True)]
    assert "".join(told) == "".join(c for c in text if c.isalnum() and not c.isdigit() and ord(c) < 0x10000)
    assert all(word in " ".join(WORD.findall(text)) or not word.isalpha() for word in told)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_what_stands_before_a_word_does_not_change_its_number(before: str, after: str) -> None:
    alone = letters("Гавань").words.key[0]
    assert alone in letters(f"{before} гавань {after}").words.key


def test_words_are_told_apart() -> None:
    text = "port sport ports Port PORT trop порт porta harbour master harbours masters a b ab ba"
    words = letters(text).words
    told = {text[start:stop].lower(): key for start, stop, key in zip(words.start, words.stop, words.key.tolist(), strict=True)}
    assert len(set(told.values())) == len(told) == 14


def test_what_each_character_is() -> None:
    said = letters("aЖ ω7.»©😀").kinds[:9].tolist()
    kind = Kind
    assert said == [kind.LATIN, kind.CYRILLIC + 1, kind.SPACE, kind.OTHER, kind.DIGIT, kind.STOP, kind.ARROW, kind.COPYRIGHT, kind.SIGN]


def test_the_end_is_padded() -> None:
    assert np.all(letters("end").kinds[3:] == Kind.SPACE)
