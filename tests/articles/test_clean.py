"""Which lines of a cluttered text are the body: a last sentence behind clutter, texts above the path to the article."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.clean import _is_signed, _signed, bare, body, lay_out
from hearsay.articles.phrases import phrases
from hearsay.language import Languages

CLUTTER = phrases("clutter", Languages())
HEAD = "The Orvan Gazette\nNews\nSport\nOpinion\n\nFerry to Orvan stops for repairs\n12 May 2031\n\n"
FIRST = "The ferry between Ilden and Orvan will stop on Monday for three weeks, its owner Peter Sorn told passengers at the pier."
SECOND = "“The hull has to be welded before the autumn storms, and we have no other boat,” he said."
THIRD = "The town council wants to hire a smaller boat in the meantime. Its chair, Mara Velt, asked the ministry for money."
INSET = "READ ALSO: The pier that nobody painted"
FOOT = "\nTags: ferry, Orvan\nShare\nPrivacy policy\nTerms of use\n"


def read(text: str) -> list[str]:
    sheet = lay_out(text, CLUTTER, ())
    return [sheet.blocks[i].text for i in body(sheet)]


def page(*last: str) -> str:
    return HEAD + "\n".join((FIRST, SECOND, THIRD, INSET, *last)) + "\n" + FOOT


def test_a_short_last_sentence_behind_a_line_of_related_news() -> None:
    assert read(page("The ministry has not answered.")) == [FIRST, SECOND, THIRD, "The ministry has not answered."]


def test_the_wire_that_signs_the_last_sentence_and_the_initials_below() -> None:
    last = "The boat from Kelm may come in a week or two. (Reuters)"
    assert read(page(last, "mv/ ps/"))[:4] == [FIRST, SECOND, THIRD, last]


@given(
    st.lists(
        st.sampled_from(["The port is open", ".", "!”", "…", "\xa0", " ", "\n", " – ", "(", "/", "Reuters", "AP", ")", "."]), max_size=12
    )
)
@settings(max_examples=300, deadline=None)
def test_every_text_that_a_wire_signs_is_sought_among_those_with_the_signs_of_it(pieces: list[str]) -> None:
    sheet = bare("".join(pieces))
    assert _signed(sheet) == [i for i, block in enumerate(sheet.blocks) if not sheet.lines.ended[i] and _is_signed(block.text)]


def test_titles_behind_a_line_of_related_news_are_none() -> None:
    titles = ("Old pier sold for one crown", "Ferry captain retires after forty years", "Who will pay for the new harbour")
    assert read(page(*titles)) == [FIRST, SECOND, THIRD]


def test_full_sentences_above_the_path_to_the_article_are_other_articles() -> None:
    teasers = (
        "The mayor of Kelm wants a second bridge before winter. The council will vote on the plan next week, the opposition is against it.",
        "Two hundred pupils planted trees along the Sorla. The gardeners promised that every one of them would be watered until autumn.",
    )
    title = "Ferry to Orvan stops for repairs"
    text = "The Orvan Gazette - news of the river\n\n" + "\n".join(teasers) + f"\n\nHome » Transport\n{title}\n12 May 2031\n\n"
    found = read(text + "\n".join((FIRST, SECOND, THIRD)) + "\n" + FOOT)
    assert found[-3:] == [FIRST, SECOND, THIRD]
    assert not {*teasers, title} & set(found)


def test_a_path_below_the_text_parts_nothing() -> None:
    assert read(HEAD + "\n".join((FIRST, SECOND, THIRD)) + "\n\nHome » Transport\nFerries of the region\n" + FOOT) == [FIRST, SECOND, THIRD]


def test_paragraphs_between_empty_lines_behind_a_line_of_related_news() -> None:
    more = "The pier itself is sound, said the builder Ivo Karn, and needs nothing but new planks and a coat of paint before the winter."
    text = HEAD + "\n\n".join((FIRST, SECOND, THIRD, INSET, more)) + "\n" + FOOT
    assert read(text) == [FIRST, SECOND, THIRD, more]


def test_a_lead_without_a_full_stop_above_the_text() -> None:
    lead = "The boat between Ilden and the island of Orvan goes to the yard for three weeks, its owner told the passengers"
    title = "Ferry to Orvan stops for repairs on Monday"
    assert read("\n\n".join((title, lead, FIRST, SECOND, THIRD)))[-4:] == [lead, FIRST, SECOND, THIRD]
    date = "12 May 2031, 10:30 | Last updated 13 May 2031, 11:45 | Anna Lorne, Ilden, Norvia"
    posted = "Posted on May 12, 2031 at 10:30 by Anna Lorne, our correspondent on the islands"
    for beside in (date, posted):
        assert beside not in read("\n\n".join((title, beside, FIRST, SECOND, THIRD)))
    sheet = lay_out("\n".join((*["News of the day"] * 9, title, lead, FIRST, SECOND, THIRD)), CLUTTER, ())
    low = np.where(np.arange(14) < 11, -9, 9).astype(np.float32)
    assert sheet.blocks[10].text == lead and 10 not in body(replace(sheet, scores=low))


def test_a_headline_said_again_parts_no_first_sentence_from_the_text() -> None:
    title = "Ferry to Orvan stops for repairs on Monday"
    for between, wanted in ((title, [FIRST, SECOND, THIRD]), ("Ferry to Kelm goes on as before this week", [SECOND, THIRD])):
        sheet = lay_out("\n".join((title, FIRST, between, title, SECOND, THIRD)), CLUTTER, ())
        told = replace(sheet, scores=np.array([-9, 1.5, -4, -4, 9, 9], np.float32))
        assert [sheet.blocks[i].text for i in body(told)] == wanted


def test_headings_stay_and_other_texts_titles_go() -> None:
    found = read(
        HEAD
        + "\n".join((FIRST, SECOND, "Who pays for it", THIRD, "Why the old captain of the Kelm ferry never learned to swim", FIRST, SECOND))
        + FOOT
    )
    assert found == [FIRST, SECOND, "Who pays for it", THIRD, FIRST, SECOND]


def test_a_body_goes_on_below_a_video() -> None:
    sheet = lay_out(HEAD + "\n".join((FIRST, SECOND, "Watch on YouTube", "0:42", THIRD)) + "\n" + FOOT, CLUTTER, ())
    scores = {FIRST: 6.0, SECOND: 6.0, THIRD: -0.5}
    unsure = replace(sheet, scores=np.array([scores.get(block.text, -8.0) for block in sheet.blocks], np.float32))
    assert [sheet.blocks[i].text for i in body(unsure)] == [FIRST, SECOND, THIRD]


def test_a_body_goes_on_below_a_box_where_a_sentence_tells_of_the_same() -> None:
    box = ("Related", "The pier that nobody painted", "How Kelm got its lighthouse back", "12 May 2031")
    same = "The boat from Kelm may come in a week, if the council finds the money, and would take forty passengers to Orvan."
    other = "Varna library lends seeds to gardeners, who bring back a handful when their beans are dry."
    short = "The boat from Kelm may come in a week, if the council finds the money for it."
    for between, last, wanted in (
        (box, same, [FIRST, SECOND, THIRD, same]),
        (box, other, [FIRST, SECOND, THIRD]),
        (box, short, [FIRST, SECOND, THIRD]),
        (("Comments", *box[1:]), same, [FIRST, SECOND, THIRD]),
        (("© Orvan Gazette 2031", *box[1:]), same, [FIRST, SECOND, THIRD]),
    ):
        sheet = lay_out(HEAD + "\n".join((FIRST, SECOND, THIRD, *between, last)) + "\n" + FOOT, CLUTTER, ())
        likely = replace(sheet, scores=np.array([SCORES.get(block.text, -6.0) for block in sheet.blocks], np.float32))
        likely.scores[[block.text == last for block in sheet.blocks]] = 1.0
        assert [sheet.blocks[i].text for i in body(likely)] == wanted


def test_a_sentence_right_below_a_title_is_another_text_s_where_paragraphs_are_parted() -> None:
    same = "The boat from Kelm may come in a week, if the council finds the money, and would take forty passengers to Orvan."
    for parted, wanted in (("\n", [FIRST, SECOND, THIRD]), ("\n\n", [FIRST, SECOND, THIRD, same])):
        box = "Related\nThe pier that nobody painted\nHow Kelm got its lighthouse back\n12 May 2031" + parted
        sheet = lay_out(HEAD + "\n\n".join((FIRST, SECOND, THIRD, box + same)) + "\n" + FOOT, CLUTTER, ())
        likely = replace(sheet, scores=np.array([SCORES.get(block.text, -6.0) for block in sheet.blocks], np.float32))
        likely.scores[[block.text == same for block in sheet.blocks]] = 1.0
        assert [sheet.blocks[i].text for i in body(likely)] == wanted


SCORES = {FIRST: 9.0, SECOND: 9.0, THIRD: 9.0}
