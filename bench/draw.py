"""Draw statements and pages by hash, to be marked by hand: the same draw every time, from no one's choice.

draw.py statements GOLD.jsonl N     prints article id and statement id, a line each
draw.py pages GOLD.jsonl.gz N       prints the ids of pages with HTML
"""

import hashlib
import sys
from pathlib import Path

from predict import lines_of


def rank(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def statements(path: Path) -> list[tuple[str, str]]:
    """Outermost statements that have a source: who stands behind it is the question."""
    return [(a["id"], s["id"]) for a in lines_of(path) for s in a["attributions"] if s["source"] and s["content"] and not s.get("inside")]


def pages(path: Path) -> list[tuple[str]]:
    return [(p["id"],) for p in lines_of(path) if p.get("html")]


def main() -> None:
    what, path, n = sys.argv[1:]
    drawn = sorted({"statements": statements, "pages": pages}[what](Path(path)), key=lambda ids: rank(*ids))[: int(n)]
    print("\n".join("\t".join(ids) for ids in drawn))


if __name__ == "__main__":
    main()
