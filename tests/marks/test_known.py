"""Names that the world's tables know, where they stand."""

from hearsay.marks import known
from hearsay.text import tokens


def test_a_known_name_is_found_where_it_begins() -> None:
    words = tokens("He left New Zealand for Reuters.")
    found = [known.at(words, i) for i in range(len(words))]
    assert [(i, hit.named.name, hit.stop) for i, hit in enumerate(found) if hit] == [(2, "New Zealand", 4), (5, "Reuters", 6)]


def test_words_that_begin_no_name_are_none() -> None:
    words = tokens("New roads, old maps")
    assert not any(known.at(words, i) for i in range(len(words)))
