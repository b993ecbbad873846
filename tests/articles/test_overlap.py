"""Which words the blocks of a page have in common, whatever their case and, for stems, their endings."""

from hearsay.articles.blocks import blocks
from hearsay.articles.letters import runs, stems
from hearsay.articles.overlap import common

PAGE = "Port Ilden opens in 2031\n\nThe port opens, the port closes\n\nІльдень: порт відкрили\n\nпорту 2031"


def test_words_are_shared_in_any_case() -> None:
    words = common(runs(PAGE), blocks(PAGE))
    assert words.different().tolist() == [5, 4, 3, 2]
    assert words.shared([0]).tolist() == [5, 2, 0, 1]


def test_stems_are_shared_whatever_the_ending() -> None:
    text = "Harbours\n\nharbour of harboured"
    assert common(stems(text), blocks(text)).shared([0]).tolist() == [1, 1]


def test_what_several_lots_of_blocks_share() -> None:
    words = common(runs(PAGE), blocks(PAGE))
    assert words.shares([0], [1, 3]) == 3 and words.shares([2], [0, 1]) == 0


def test_some_blocks_of_a_page_are_asked_as_if_they_were_all() -> None:
    assert common(runs(PAGE), blocks(PAGE)[2:]).different().tolist() == [3, 2]
