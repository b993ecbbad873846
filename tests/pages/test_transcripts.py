"""Turns of a briefing keep their places; an article with colons has none."""

from hearsay.pages.transcripts import turns

BRIEFING = """MR DORVAN: Good afternoon. I have nothing at the top.
QUESTION: Has the answer arrived?
MR DORVAN: It has.

It is long.
QUESTION: How long?
MR DORVAN: Eleven pages.
"""


def test_turns_are_named_by_their_labels() -> None:
    found = [(place.name, place.span.of(BRIEFING)) for place in turns(BRIEFING)]
    assert found[1:3] == [("turn QUESTION", "Has the answer arrived?"), ("turn MR DORVAN", "It has.\n\nIt is long.")]
    assert len(found) == 5


def test_an_article_is_no_transcript() -> None:
    assert turns("TALMAR: The ferry was late.\nAsked why, Varek said: no idea.\nREAD ALSO: Bridges\nTIME: ten\nNOTE: none") == ()
