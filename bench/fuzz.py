"""Spoilt pages by the thousand: nothing but a reject may come of them, and every span must lie inside its text.

    fuzz.py [--minutes 10 | --inputs 300] [--every 1] [--only TARGET ...] [--seed 0] [--out fuzz] [--atheris] [--again FILE]

Each target (decoding, mhtml, html, warc, jsonl, zip, plain) has an even share of the time. The n-th input of a target is made from the
sample pages by the seed alone, so that the same target, seed and number make it again. An input that fails is kept in the folder `--out`,
its name telling all three, with the trace beside it; `--again FILE` reads it once more. With `--atheris` (where that is installed; Hearsay
does not need it) what is spoilt next follows the branches that were reached. Counted are the inputs, pages, articles, statements and
spans, the rejects by reason, and the slowest input.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
from mutants import TARGETS, spoilt

from hearsay import articles, marks, pages
from hearsay.errors import InputError
from hearsay.language import Languages
from hearsay.model import Reject, Span

LANGUAGES = Languages()
COUNTED = ("inputs", "pages", "articles", "read", "statements", "spans", "rejects")
LONGEST = 60  # CPU seconds for one input of at most some hundred kilobytes; more is a failure


class TooSlow(Exception):
    """An input that took more than `LONGEST` CPU seconds."""


@dataclass
class Tally:
    """What one target has been through."""

    target: str
    every: int = 1
    counts: Counter[str] = field(default_factory=Counter)
    rejects: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_name: str = ""

    def shown(self) -> str:
        counted = ", ".join(f"{self.counts[what]:,} {what}" for what in COUNTED)
        lines = [f"{self.target}: {counted}; slowest {self.slowest:.1f} s ({self.slowest_name}); {len(self.failures)} failures"]
        lines += [f"  {number:7,}  {reason}" for reason, number in self.rejects.most_common(12)]
        return "\n".join(lines + [f"  FAILED   {failure}" for failure in self.failures])


def read(path: Path, tally: Tally) -> None:
    """The whole way from bytes to marks; raises what is let out, and AssertionError where a span lies outside its text."""
    for page in pages.read([path], lambda reject: refuse(reject, tally)):
        tally.counts["pages"] += 1
        inside(page.places, page.text, tally)
        for article in articles.find(page, LANGUAGES, lambda reject: refuse(reject, tally)):
            assert article.text == page.text, "the article's text is not the page's"
            inside(article, page.text, tally)
            tally.counts["articles"] += 1
            if tally.counts["articles"] % tally.every == 0:
                reading = marks.find(article, LANGUAGES[article.language], languages=LANGUAGES)
                tally.counts["read"] += 1
                tally.counts["statements"] += len(reading.statements)
                inside(reading, page.text, tally)


def refuse(reject: Reject, tally: Tally) -> None:
    """Count a reject by the beginning of its reason, numbers aside."""
    tally.counts["rejects"] += 1
    tally.rejects[re.split(r"[.:(;]", re.sub(r"\d[\d,]*", "N", reject.reason))[0][:90]] += 1


def inside(made: Any, text: str, tally: Tally) -> None:
    """Every span in a made thing, however deep, lies inside the text."""
    for span in spans(made):
        tally.counts["spans"] += 1
        assert 0 <= span.start <= span.stop <= len(text), f"{span} lies outside a text of {len(text)}"


def spans(made: Any) -> Iterator[Span]:
    if isinstance(made, Span):
        yield made
    elif is_dataclass(made):
        yield from (span for part in fields(made) for span in spans(getattr(made, part.name)))
    elif isinstance(made, tuple):
        yield from (span for part in made for span in spans(part))


def one(data: bytes, name: str, tally: Tally, folder: Path, out: Path) -> bool:
    """Read one input; what fails is kept and told. Whether it passed."""
    path = folder / TARGETS[tally.target][0]
    path.write_bytes(data)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        read(path, tally)
    except InputError:
        tally.rejects["let out as InputError"] += 1
    except Exception as error:
        keep(data, name, error, tally, out)
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        took = time.process_time() - start
        tally.counts["inputs"] += 1
        if took > tally.slowest:
            tally.slowest, tally.slowest_name = took, name
    return True


def keep(data: bytes, name: str, error: Exception, tally: Tally, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}-{TARGETS[tally.target][0]}").write_bytes(data)
    (out / f"{name}.trace").write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="replace")
    place = traceback.extract_tb(error.__traceback__)[-1]
    tally.failures.append(f"{name}: {type(error).__name__}: {str(error)[:120]} ({Path(place.filename).name}:{place.lineno})")


def too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlow(f"more than {LONGEST} CPU seconds")


def run(target: str, seed: int, out: Path, seconds: float = 0.0, inputs: int = 0, every: int = 1) -> Tally:
    """A target for so many seconds, or so many inputs. The n-th input depends on nothing but target, seed and n."""
    tally, until, n = Tally(target, every), time.monotonic() + seconds, 0
    signal.signal(signal.SIGVTALRM, too_slow)
    with tempfile.TemporaryDirectory() as folder:
        while n < inputs or time.monotonic() < until:
            data = TARGETS[target][1](random.Random(f"{seed}/{target}/{n}"))
            one(data, f"{target}-{seed}-{n}", tally, Path(folder), out)
            n += 1
    return tally


def guided(target: str, seed: int, out: Path, seconds: float) -> None:
    """The same under atheris, which ends the process when the time is up."""
    import atheris

    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and str(thing.__module__).startswith("hearsay."):
            atheris.instrument_func(thing)
    tally, until, folder = Tally(target), time.monotonic() + seconds, Path(tempfile.mkdtemp())
    signal.signal(signal.SIGVTALRM, too_slow)

    def tested(data: bytes) -> None:
        one(data, f"{target}-atheris-{tally.counts['inputs']}", tally, folder, out)
        if time.monotonic() > until:
            print(tally.shown(), flush=True)
            os._exit(1 if tally.failures else 0)

    def changed(data: bytes, most: int, chance: int) -> bytes:
        rng = random.Random(chance)
        made = TARGETS[target][1](rng) if rng.random() < 0.2 or len(data) < 2 else spoilt(data, rng)
        return made[:most] if rng.random() < 0.7 else atheris.Mutate(data, most)

    options = [f"-seed={seed + 1}", "-max_len=60000", "-timeout=300", "-report_slow_units=300", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options], tested, custom_mutator=changed)
    atheris.Fuzz()


def guided_each(targets: list[str], asked: argparse.Namespace) -> int:
    """Each target in a process of its own, since atheris ends it."""
    worst, share = 0, asked.minutes * 60 / len(targets)
    for target in targets:
        child = os.fork()
        if not child:
            guided(target, asked.seed, asked.out, share)
        worst = max(worst, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    return worst


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--inputs", type=int, default=0, help="so many in all, instead of minutes")
    parser.add_argument("--only", nargs="*", choices=TARGETS, default=list(TARGETS))
    parser.add_argument("--every", type=int, default=1, help="find the marks of each n-th article only, which reads more pages")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("fuzz"))
    parser.add_argument("--atheris", action="store_true")
    parser.add_argument("--again", type=Path)
    asked = parser.parse_args()
    if asked.again:
        tally = Tally(asked.again.name.split("-")[0])
        read(asked.again, tally)
        print(tally.shown())
        return 0
    if asked.atheris:
        return guided_each(asked.only, asked)
    share = 0.0 if asked.inputs else asked.minutes * 60 / len(asked.only)
    tallies = [run(target, asked.seed, asked.out, share, -(-asked.inputs // len(asked.only)), asked.every) for target in asked.only]
    print("\n".join(tally.shown() for tally in tallies))
    print(f"{sum(t.counts['inputs'] for t in tallies):,} inputs, {sum(len(t.failures) for t in tallies)} failures")
    return int(any(tally.failures for tally in tallies))


if __name__ == "__main__":
    sys.exit(main())
