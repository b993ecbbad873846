"""What a saved page says of itself in a comment: where it came from and when it was saved (SingleFile, browsers)."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)(?:.*?saved date:\s*([^\n]+))?", re.DOTALL)
BROWSER = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
SCRIPT_DATE = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")


def origin(head: str) -> tuple[str | None, str | None]:
    """Address and moment, as far as the comment has them; both None where there is no such comment."""
    if match := SINGLE_FILE.search(head):
        return match[1], _moment(match[2] or "")
    match = BROWSER.search(head)
    return (match[1], None) if match else (None, None)


def _moment(words: str) -> str | None:
    """A date as scripts print it: "Tue Mar 04 2031 10:20:30 GMT+0200 (...)"."""
    match = SCRIPT_DATE.search(words)
    if not match:
        return None
    try:
        return parsedate_to_datetime(f"{match[2]} {match[1]} {match[3]} {match[4]} {match[5]}").isoformat()
    except ValueError:
        return None
