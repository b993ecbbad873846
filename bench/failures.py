"""What tests/known_failures.txt would hold if it were written now: failures.py > tests/known_failures.txt.

Each line is a place, an example and why it is not read as it is drawn. Look at every new line before it is kept.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from hearsay import marks
from hearsay.language import known, load
from hearsay.marks import notation

HEAD = """# Examples that are known to fail, and why: place, example, reason, parted by tabs. When one starts to pass, the test says so.
"""


def main() -> None:
    """Print the file."""
    print(HEAD, end="")
    for code in known():
        for path in sorted(Path(str(files("hearsay") / "languages" / code / "cases")).glob("*.txt")):
            for case in notation.read(path.read_text(encoding="utf-8"), headline=path.name.startswith("headline")):
                why = notation.differences(case, marks.find(notation.article(case, load(code)), load(code)))
                if why:
                    print(f"{code}/cases/{path.name}", case.text, "; ".join(why), sep="\t")


if __name__ == "__main__":
    main()
