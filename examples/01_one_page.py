"""One page in hand: who said what on it.   python examples/01_one_page.py"""

from pathlib import Path

import hearsay

PAGE = Path(__file__).parent / "pages"


def main() -> None:
    first = sorted(PAGE.glob("*.txt"))[0]
    with hearsay.read([first]) as record:
        for row in record.statements():
            who = row.speaker.shown if row.speaker else "nobody named"
            print(f"{row.said_on or 'day unknown':16} {who}: {row.content}")


if __name__ == "__main__":
    main()
