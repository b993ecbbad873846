"""A page's blocks are its lines, those that a source broke within a sentence put together again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.blocks import CARRIES_ON, ENDS, JOINED, SHORTEST_BROKEN, blocks, lay

LONG = "The harbour master of Ilden said on Monday that the"
TEXTS = st.lists(
    st.sampled_from(["Port", "port", " ", "\n", "\n", "\r\n", "\u2028", "\t", ",", ".", "»", "…", "Ж", "ж", "中", "😀", "5", LONG]),
    max_size=30,
)


def simply(text: str) -> list[tuple[int, int, str, int]]:
    """The same line by line: start, stop, words, empty lines before."""
    out: list[tuple[int, int, str, int]] = []
    at, ends, begun, last = 0, 0, 0, ""
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            start = at + line.index(words)
            is_long = bool(out) and out[-1][1] - begun >= SHORTEST_BROKEN
            goes_on = bool(out) and (words[0] in CARRIES_ON or words[0].islower() or text[out[-1][1]] == " ")
            if out and ends == 1 and last not in ENDS and (is_long or words[0] in JOINED) and goes_on:
                stop = start + len(words)
                out[-1] = (begun, stop, " ".join(text[begun:stop].split()), out[-1][3])
            else:
                begun = start
                out.append((start, start + len(words), words, max(0, ends - 1) if out else ends))
            last, ends = words[-1], 0
        ends += line.endswith("\n")
        at += len(line)
    return out


def test_a_broken_sentence_is_one_block() -> None:
    assert [block.text for block in blocks(f"{LONG}\nferry may run.\nport\nopens\n\nport\n, Ilden")] == [
        f"{LONG} ferry may run.",
        "port",
        "opens",
        "port , Ilden",
    ]


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_all_at_once_as_line_by_line(pieces: list[str]) -> None:
    text = "".join(pieces)
    laid = lay(text)
    assert [(*block.span, block.text, block.gap) for block in laid.blocks] == simply(text)
    assert [(block.span.start, block.span.stop, block.gap) for block in laid.blocks] == list(
        zip(laid.start.tolist(), laid.stop.tolist(), laid.gap.tolist(), strict=True)
    )
