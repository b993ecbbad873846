"""What the net says of blocks: words tell where most of a page's words are known, and nothing where they are not."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles import score as scoring
from hearsay.articles.clean import measured
from hearsay.articles.phrases import phrases
from hearsay.language import Languages

CLUTTER = phrases("clutter", Languages())
ENGLISH = (
    "Ferry stops for repairs\n12 May\nThe boat will stop on Monday for three weeks, its owner told people at the pier.\nShare this\n* * *"
)
POLISH = (
    "Prom stanie do remontu\n12 maja\nProm stanie w poniedziałek na trzy tygodnie do remontu, podał Reuters; wpis na Instagram i Facebook "
    "dodał jego właściciel.\nUdostępnij\n* * *"
)


def scores(text: str) -> list[float]:
    return [round(float(value), 4) for value in scoring.score(*measured(text, CLUTTER))]


def test_words_tell_in_a_language_that_is_known_and_in_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    told = scores(ENGLISH), scores(POLISH)
    net = scoring.net()
    monkeypatch.setattr(scoring, "net", lambda: net._replace(words=np.zeros_like(net.words)))
    assert scores(ENGLISH) != told[0] and scores(POLISH) == told[1]


def test_a_sentence_reads_more_like_a_body_than_what_stands_around_it() -> None:
    for text in (ENGLISH, POLISH):
        assert max(range(5), key=scores(text).__getitem__) == 2


@given(st.lists(st.sampled_from(["the ferry", "will", "stop on Monday", "qxv", "* * *", "12", "Reuters said"]), min_size=1, max_size=12))
@settings(max_examples=100, deadline=None)
def test_what_is_known_of_a_blocks_words_is_their_sum_by_the_root_of_their_number(blocks: list[str]) -> None:
    net, (lines, _) = scoring.net(), measured("\n".join(blocks), CLUTTER)
    numbers = {int(key): n for n, key in enumerate(net.known) if n}
    said = [[numbers.get(int(key), 0) for key in lines.words.key[a:b]] for a, b in pairwise(lines.first.tolist())]
    told = sum(map(len, said)) <= 2 * sum(n > 0 for some in said for n in some)
    wanted = [net.words[some].sum(axis=0) / max(1, len(some)) ** 0.5 * told for some in said]
    found = np.zeros((net.words.shape[1], len(blocks)), np.float32)
    scoring._say(lines, net, found)
    assert np.allclose(found.T, wanted, atol=1e-5)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_has_one_score_a_block(text: str) -> None:
    lines, rows = measured(f"Port\n{text}", CLUTTER)
    found = scoring.score(lines, rows)
    assert found.shape == (len(lines.blocks),) and np.isfinite(found).all()
