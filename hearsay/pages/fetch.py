"""Pages from the web, only when asked for: politely, and never from addresses that are not public.

Each address is looked up once and the connection goes to the address that was checked, so that a name cannot change its mind in between;
each redirect is checked as the first address was.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from hearsay.errors import InputError, PageError
from hearsay.model import Page, Reject
from hearsay.pages.make import from_bytes
from hearsay.pages.streams import LARGEST, Rejecter

AGENT = "hearsay"
MOST_HOPS = 5
LONGEST_DELAY = 60.0
"""Seconds between two questions that a site may ask for. Pages of one that asks for more are saved by hand."""
TENTHS = re.compile(r"(?im)^(\s*crawl-delay\s*:\s*)(\d+)\.\d+")
MEDIA = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}


@dataclass
class Fetcher:
    """How pages are asked for: `delay` seconds between two questions to one host, or more where its robots.txt asks for more;
    `timeout` seconds for each answer."""

    delay: float = 2.0
    timeout: float = 30.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    is_public: Callable[[str], bool] = field(default=lambda ip: public(ip))
    _asked: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _delays: dict[str, float] = field(default_factory=dict)

    def read(self, urls: Iterable[str], reject: Rejecter) -> Iterator[Page]:
        """The pages at these addresses; one that is not given, not allowed or not public is one reject."""
        for url in urls:
            try:
                yield self.page(url.strip())
            except InputError as error:
                reject(Reject(url, "pages", str(error)))
            except (OSError, http.client.HTTPException, ValueError) as error:
                reject(Reject(url, "pages", f"no answer ({type(error).__name__}: {error})."))

    def page(self, url: str) -> Page:
        """The page at one address, after as many redirects as `MOST_HOPS`."""
        for _ in range(MOST_HOPS):
            parts = _checked(url)
            self._obey(parts)
            status, headers, data = self._ask(parts)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            return _page(url, status, headers, data)
        raise PageError(f"more than {MOST_HOPS} redirects.")

    def _obey(self, parts: SplitResult) -> None:
        """Note how long the site's robots.txt asks to wait. Raises PageError where it forbids the page, or that is too long."""
        rules = self._rules_of(parts)
        if not rules.can_fetch(AGENT, parts.geturl()):
            raise PageError("the site's robots.txt asks that this page is not fetched. Save it by hand.")
        delay = float(rules.crawl_delay(AGENT) or 0)
        if delay > LONGEST_DELAY:
            wanted = f"the site's robots.txt asks for {delay:,.0f} seconds between two questions"
            raise PageError(f"{wanted}; at most {LONGEST_DELAY:.0f} are waited. Save the page by hand.")
        host = parts.hostname or ""
        self._delays[host] = max(delay, self._delays.get(host, 0.0))

    def _rules_of(self, parts: SplitResult) -> RobotFileParser:
        """The site's robots.txt, asked for once; a site that fails to give it allows nothing."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            status, _, data = self._ask(_checked(site + "/robots.txt"))
            said = data.decode("utf-8", "replace") if status == 200 else "User-agent: *\nDisallow: /" if status >= 500 else ""
            rules = RobotFileParser()
            rules.parse(TENTHS.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", said).splitlines())
            self._rules[site] = rules
        return self._rules[site]

    def _ask(self, parts: SplitResult) -> tuple[int, dict[str, str], bytes]:
        host = parts.hostname or ""
        wait = self._asked.get(host, float("-inf")) + max(self.delay, self._delays.get(host, 0.0)) - self.clock()
        if wait > 0:
            self.sleep(wait)
        self._asked[host] = self.clock()
        connection = self._connect(parts)
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", target, headers={"Host": parts.netloc, "User-Agent": AGENT, "Accept-Encoding": "identity"})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, self._body(answer)
        finally:
            connection.close()

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        """What was sent, within the limits of size and time."""
        pieces, size, until = [], 0, self.clock() + self.timeout
        while piece := answer.read1(1 << 16):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST or self.clock() > until:
                raise PageError(f"more than {LARGEST:,} bytes or {self.timeout:.0f} seconds. Save the page by hand.")
        return b"".join(pieces)

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        """A connection to the very address that was found public."""
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        for *_, place in found:
            if not self.is_public(str(place[0])):
                raise PageError(f"{host} is at {place[0]}, which is no public address; such are never fetched.")
        connection = http.client.HTTPConnection(host, port, timeout=self.timeout)
        connection.sock = socket.create_connection((str(found[0][4][0]), port), self.timeout)
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
        return connection


def public(ip: str) -> bool:
    """Whether an address is one of the open internet: not of this machine, a home or company network, or a reserved range."""
    address = ipaddress.ip_address(ip.split("%", 1)[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def _checked(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise PageError("not an address of a public page. Expected http:// or https://, without a user name.")
    return parts


def _page(url: str, status: int, headers: dict[str, str], data: bytes) -> Page:
    if status != 200:
        raise PageError(f"the site answered with HTTP status {status}.")
    declared, _, rest = headers.get("content-type", "").partition(";")
    if declared.strip().lower() not in MEDIA:
        raise PageError(f"{declared or 'an answer without a media type'}, no page of text or HTML.")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return from_bytes(data, url, media=MEDIA[declared.strip().lower()], charset=charset, captured=moment)
