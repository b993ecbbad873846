"""The blocks of a page in arrays say what the page says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.blocks import ends_sentence
from hearsay.articles.letters import Kind
from hearsay.articles.lines import Edge, Lines

TEXTS = st.text(st.sampled_from("aBжЖ1.,»!?'«’-—·| \n"), max_size=80)


def lines(*texts: str) -> Lines:
    return Lines("\n".join(texts))


def test_lines_that_say_the_same_have_one_number() -> None:
    said = lines("Port Ilden opens", "PORT ILDEN OPENS!", "Ilden port opens", "PortIlden opens", "port ilden", "* * *", "2031").said
    assert said[0] == said[1] and len(set(said[1:5])) == 4 and said[5:] == [0, 0]


def test_lines_that_others_say_too() -> None:
    assert lines("Port", "Ilden", "port!", "A port", "* * *", "2031").again.tolist() == [True, False, True, False, False, False]


def test_what_lines_begin_and_end_with() -> None:
    page = lines("Read also: the port", "* * *", "Read also", "PORT")
    edges = {edge: page.edges[edge].tolist() for edge in Edge}
    assert edges[Edge.FIRST][0] == edges[Edge.FIRST][2] and edges[Edge.LAST][0] == edges[Edge.LAST][3] == edges[Edge.FIRST][3]
    assert edges[Edge.FIRST_TWO][0] == edges[Edge.FIRST_TWO][2] != edges[Edge.FIRST_TWO][3]
    assert edges[Edge.ALL] == page.said and page.said[1] == 0


def test_a_page_without_words_has_no_edges() -> None:
    assert not lines("* * *", "2031").edges.any() and lines().edges.shape == (len(Edge), 0)


def test_words_are_told_again_whatever_the_ending() -> None:
    page = lines("Harbours of Ilden", "The harbour", "порту в Ільдені", "порт")
    assert page.longer == [2, 2, 2, 1]
    assert page.told([1]) == [1, 2, 0, 0] and page.told([2]) == [0, 0, 2, 0]
    assert [page.told_of(i, [1]) for i in range(4)] == page.told([1])


def test_lines_without_words() -> None:
    assert lines("* * *", "Port", "—", "12").wordless == [0, 2]


@given(TEXTS)
@settings(deadline=None)
def test_some_blocks_of_a_page_are_as_if_they_were_all(text: str) -> None:
    part = Lines(text).part(slice(1, 3))
    if part.blocks:
        alone = Lines("\n\n".join(block.text for block in part.blocks))
        assert part.said == alone.said and part.number.tolist() == alone.number.tolist()


@given(TEXTS)
@settings(deadline=None)
def test_what_blocks_end_in(text: str) -> None:
    page = Lines(text)
    kinds = [page.seen.kinds[start:stop].tolist() for start, stop in zip(page.start, page.stop, strict=True)]
    closing = {Kind.QUOTE, Kind.ARROW, Kind.CLOSE}
    ends = [next((n for n, kind in enumerate(of[:-5:-1]) if n == 3 or kind not in closing), 0) for of in kinds]
    assert page.ended.tolist() == [of[-1 - n] == Kind.STOP for n, of in zip(ends, kinds, strict=True)]


def test_sentences_end_in_full_stops() -> None:
    page = lines("The port is open.", "“It is open!”", "Open (since May).", "Is it?", "Open: now", "12 May")
    assert page.ended.tolist() == [ends_sentence(block.text) for block in page.blocks] == [True] * 4 + [False] * 2
