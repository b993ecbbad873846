"""A saved page tells in a comment where it came from and when it was saved."""

from carry import carried

from hearsay.pages.saved import origin


def test_single_file() -> None:
    page = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://orva.example/a \n"
    page += " saved date: Tue Mar 04 2031 10:20:30 GMT+0200 (Orva)\n--><body><p>The ferry was late.</p></body></html>"
    pages, _ = carried(page.encode(), "ferry.html")
    assert [(p.address, p.captured) for p in pages] == [("https://orva.example/a", "2031-03-04T10:20:30+02:00")]


def test_browsers() -> None:
    assert origin("<!-- saved from url=(0023)https://orva.example/a -->") == ("https://orva.example/a", None)


def test_no_comment() -> None:
    assert origin("<html><body>") == (None, None)
