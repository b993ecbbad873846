"""Fetching: robots.txt, delay, limits, and no way to an address that is not public. The web is a server of our own on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from carry import html
from web import Answer, serving

from hearsay.model import Page, Reject
from hearsay.pages.fetch import Fetcher, public

ANSWERS: dict[str, Answer] = {
    "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private\n"),
    "/a": (200, {"Content-Type": "text/html; charset=utf-8"}, html("Varek")),
    "/private": (200, {"Content-Type": "text/html"}, html("Nobody")),
    "/moved": (301, {"Location": "/a"}, b""),
    "/inside": (302, {"Location": "http://10.0.0.1/secret"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/image": (200, {"Content-Type": "image/png"}, b"x"),
}


@pytest.fixture
def site() -> Iterator[str]:
    with serving(ANSWERS) as address:
        yield address


def fetched(*urls: str, **how: object) -> tuple[list[Page], list[Reject], list[float]]:
    rejects: list[Reject] = []
    slept: list[float] = []
    fetcher = Fetcher(clock=lambda: 0.0, sleep=slept.append, **{"is_public": lambda ip: ip == "127.0.0.1", **how})  # type: ignore[arg-type]
    return list(fetcher.read(urls, rejects.append)), rejects, slept


def test_a_page_with_its_address_and_moment(site: str) -> None:
    pages, rejects, _ = fetched(site + "/a", site + "/moved")
    assert [page.address for page in pages] == [site + "/a", site + "/a"] and not rejects
    assert pages[0].captured and "Varek said" in pages[0].text


def test_robots_are_asked_first_and_obeyed(site: str) -> None:
    _, rejects, _ = fetched(site + "/private")
    assert "robots.txt" in rejects[0].reason


def test_one_host_is_not_asked_twice_at_once(site: str) -> None:
    _, _, slept = fetched(site + "/a")
    assert slept == [2.0]


@pytest.mark.parametrize(("asked", "waited"), [("30", 30.0), ("4.5", 5.0), ("1", 2.0), ("soon", 2.0), ("60", 60.0)])
def test_a_site_that_asks_for_more_time_is_given_it(asked: str, waited: float) -> None:
    with serving({**ANSWERS, "/robots.txt": (200, {}, f"User-agent: *\nCrawl-delay: {asked}\n".encode())}) as site:
        pages, rejects, slept = fetched(site + "/a", site + "/moved")
    assert len(pages) == 2 and not rejects and slept == [waited] * 3


def test_a_site_that_asks_for_more_time_than_is_waited_is_not_read() -> None:
    with serving({**ANSWERS, "/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 86400\n")}) as site:
        pages, rejects, slept = fetched(site + "/a", site + "/moved")
    assert not pages and len(rejects) == 2 and not slept
    assert "86,400 seconds" in rejects[0].reason and "at most 60" in rejects[0].reason


def test_this_machine_and_its_network_are_never_asked(site: str) -> None:
    _, rejects, _ = fetched(site + "/a", is_public=public)
    assert "no public address" in rejects[0].reason


def test_nor_by_way_of_a_redirect(site: str) -> None:
    _, rejects, _ = fetched(site + "/inside")
    assert "10.0.0.1" in rejects[0].reason and "no public address" in rejects[0].reason


@pytest.mark.parametrize(("path", "reason"), [("/round", "redirects"), ("/image", "image/png"), ("/none", "HTTP status 404")])
def test_what_is_no_page_says_why(site: str, path: str, reason: str) -> None:
    pages, rejects, _ = fetched(site + path)
    assert not pages and reason in rejects[0].reason


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://orva.example/a", "http://a:b@orva.example/", "orva.example"])
def test_only_addresses_of_the_web(url: str) -> None:
    assert "Expected http" in fetched(url)[1][0].reason


@pytest.mark.parametrize(
    "ip", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1", "::ffff:10.0.0.1", "0.0.0.0", "224.0.0.1"]
)
def test_addresses_that_are_not_public(ip: str) -> None:
    assert not public(ip)


def test_addresses_that_are() -> None:
    assert public("93.184.216.34") and public("2606:2800:220:1::1")
