"""How fast it is, in CPU seconds of one core, best of three, with trafilatura (fast) beside it in the same run.

    speed.py [--shared ../shared] [--pages 60]

Plain text, HTML and a WARC of the same pages to articles; articles to statements; the whole way into a record. Beside trafilatura each
way has its cost, in times of what trafilatura takes for the HTML of the same pages.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

for pool in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[pool] = "1"

from predict import LANGUAGES, lines_of  # noqa: E402
from trafilatura import extract  # noqa: E402

from hearsay import articles, flow, marks, pages, record  # noqa: E402
from hearsay.errors import InputError  # noqa: E402
from hearsay.marks import rules, tagger  # noqa: E402
from hearsay.marks.scan import lay_open  # noqa: E402
from hearsay.model import Article, Page, Reject  # noqa: E402
from hearsay.text import TOKEN  # noqa: E402

HERE = Path(__file__).parent
TIMES = 3


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest of three runs."""
    took = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def ignore(reject: Reject) -> None:
    """Rejects are not what is timed."""


def find(make: Callable[[str], Page], sources: Sequence[str]) -> None:
    for source in sources:
        try:
            list(articles.find(make(source), LANGUAGES, ignore))
        except InputError:
            continue


def find_archived(archive: Path) -> None:
    for page in pages.read([archive], ignore):
        list(articles.find(page, LANGUAGES, ignore))


def archived(html: Sequence[str], folder: Path) -> Path:
    """The pages as a crawler keeps them: a packed WARC with a record each."""
    path = folder / "pages.warc.gz"
    with path.open("wb") as out:
        for n, source in enumerate(html):
            out.write(gzip.compress(response(f"https://example.org/{n}", source.encode("utf-8", "surrogatepass"))))
    return path


def response(address: str, data: bytes) -> bytes:
    """One WARC record of an answer to a request."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (len(data), data)
    fields = {
        "WARC-Type": "response",
        "WARC-Target-URI": address,
        "WARC-Date": "2031-03-04T10:00:00Z",
        "WARC-Record-ID": f"<{address}>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + http + b"\r\n\r\n"


def show(name: str, number: int, what: str, seconds: float, beside: float | None = None) -> None:
    ratio = f"   {seconds / beside:5.2f} times the cost of trafilatura on HTML" if beside else ""
    print(f"{name:36s} {number / seconds:9,.0f} {what} per CPU second{ratio}")


def time_pages(shared: Path, number: int) -> None:
    with_html = (line for line in lines_of(shared / "gold" / "pages_dev.jsonl.gz") if line.get("html") and line.get("text"))
    lines = list(itertools.islice(with_html, number))
    html, text = [line["html"] for line in lines], [line["text"] for line in lines]
    theirs = best(lambda: [extract(source, fast=True) for source in html])
    show("trafilatura (fast), HTML", len(lines), "pages", theirs)
    show("HTML to article", len(lines), "pages", best(lambda: find(pages.from_html, html)), theirs)
    with tempfile.TemporaryDirectory() as folder:
        archive = archived(html, Path(folder))
        show("WARC of HTML to article", len(lines), "pages", best(lambda: find_archived(archive)), theirs)
    show("plain text to article", len(lines), "pages", best(lambda: find(pages.from_text, text)), theirs)


def time_statements(shared: Path, name: str, number: int) -> None:
    texts = [line["text"] for line in itertools.islice(lines_of(shared / "gold" / name), number)]
    whole: list[Article] = [articles.whole(pages.from_text(text), LANGUAGES) for text in texts]
    tokens = sum(len(TOKEN.findall(text)) for text in texts)
    scans = [lay_open(a, LANGUAGES[a.language]) for a in whole]
    spans = [[p.span for p in scan.paragraphs] for scan in scans]
    print(f"\n{name}: {len(texts)} articles, {tokens:,} tokens")
    by_rules = best(lambda: [rules.propose(lay_open(a, LANGUAGES[a.language])) for a in whole])
    show("rules alone", tokens, "tokens", by_rules)
    tag = best(lambda: [tagger.propose(s.text, p, s.language, None) for s, p in zip(scans, spans, strict=True)])
    show("tagger alone", tokens, "tokens", tag)
    show("the whole marks room", tokens, "tokens", best(lambda: [marks.find(a, LANGUAGES[a.language]) for a in whole]))


def time_record(folder: Path) -> None:
    def whole() -> None:
        with record.open(":memory:") as kept:
            flow.build([folder], kept)

    number = sum(1 for path in folder.rglob("*") if path.is_file())
    print("\nthe demo pages, from disk to a linked record")
    show("read", number, "pages", best(whole))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--pages", type=int, default=60)
    args = parser.parse_args()
    if (args.shared / "gold").is_dir():
        time_pages(args.shared, args.pages)
        time_statements(args.shared, "polnear_dev.jsonl", 30)
        time_statements(args.shared, "slavic_dev.jsonl", 43)
    else:
        print(f"no gold at {args.shared}: only the demo pages are timed", file=sys.stderr)
    time_record(HERE.parent / "examples" / "pages")
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
