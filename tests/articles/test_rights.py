"""Lines that say in words of their own what readers may do with the texts."""

import pytest

from hearsay.articles.lines import Lines
from hearsay.articles.rights import Rights, rights_of
from hearsay.language import Languages

LANGUAGES = Languages()
RIGHTS = rights_of(LANGUAGES)


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_row_says_it_with_another(code: str) -> None:
    rows = [row for row in LANGUAGES[code].rows("furniture") if row.kind in ("reuse", "leave")]
    own = Rights(rows)
    assert [row.form for row in rows if not own.among(Lines(row.example))] == []


@pytest.mark.parametrize(
    "line",
    [
        "Our stories may be reprinted if you name the author and link to the page.",
        "Publikování nebo šíření zpráv z archivu je bez písemného souhlasu zakázáno.",
        "Цитирование, в том числе частичное, допускается при указании издания.",
        "Передрук будь-яких текстів - лише з посиланням на «Порт Новини».",
    ],
)
def test_a_word_for_reusing_and_one_for_leave(line: str) -> None:
    page = Lines(f"The harbour is open again.\n{line}\nNews\nSport")
    assert RIGHTS.among(page) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Reprinting the timetable took the port a week.",
        "A link to the ferry",
        "Link copied to the clipboard",
        "Minister denies talks, citing an unnamed source",
        "Reprint is permitted",
        "",
    ],
)
def test_one_word_alone_or_too_few(line: str) -> None:
    assert RIGHTS.among(Lines(line)) == []


def test_a_part_of_a_page_is_read_as_the_page_is() -> None:
    page = Lines("Menu\nTexts may be copied with our permission only.\nContact\nQuoting is allowed with a link.")
    assert RIGHTS.among(page) == [1, 3]
    assert RIGHTS.among(page.part(slice(2, 4))) == [1]
