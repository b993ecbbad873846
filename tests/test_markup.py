"""The tree of a page is parsed once, kept for one page at most, and handed over."""

from hearsay import markup, pages


def test_the_tree_of_the_last_page_is_handed_over_once() -> None:
    page = pages.from_html("<p>The harbour is open.</p>")
    first = markup.tree(page)
    assert first.text_content() == markup.tree(page).text_content() == "The harbour is open."
    assert markup.tree(page) is not first


def test_an_earlier_page_is_parsed_again() -> None:
    data = b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><html><body><p>One</p><script>no</script></body></html>"
    earlier = pages.from_bytes(data, "one.html")
    pages.from_html("<p>Two</p>")
    assert markup.tree(earlier).text_content() == "One"
