"""The linearisation of HTML: what a reader sees, a block a line, in the order of the page."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import PageError
from hearsay.markup import parse
from hearsay.pages.html import linearise


def test_title_first_then_blocks() -> None:
    head = "<html><head><title>Dry rivers</title></head>"
    page = head + "<body><h1>Dry <b>rivers</b></h1><p>One<br>two<script>var x;</script> three</p><ul><li>a<li>b</ul>"
    assert linearise(parse(page)) == "Dry rivers\nDry rivers\nOne\ntwo three\na\nb"


def test_hidden_things_are_not_read() -> None:
    assert linearise(parse("<p>seen</p><style>p{}</style><noscript>no</noscript><div hidden>no</div><!-- no -->after")) == "seen\nafter"


def test_line_breaks_of_the_source_are_spaces() -> None:
    assert linearise(parse("<p>one\n two</p>")) == "one two"


def test_signs_that_markup_escapes_are_read_as_themselves() -> None:
    assert linearise(parse("<p>1 &lt; 2 &amp;amp; 3 <b title='>'>&gt; 2</b>&#13;end</p>")) == "1 < 2 &amp; 3 > 2 end"


def test_a_thousand_levels() -> None:
    assert "deep" in linearise(parse("<div>" * 1000 + "deep"))


@given(st.text(alphabet="<>/ap bdiv&;x\n\x00'\"=!-", max_size=200))
def test_any_markup_is_read_or_refused(source: str) -> None:
    with contextlib.suppress(PageError):
        assert isinstance(linearise(parse(source)), str)
