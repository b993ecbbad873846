"""Did anyone say that? The exact words, words that differ a little, or nothing.   python examples/03_check_a_quotation.py"""

from pathlib import Path

import hearsay

PAGES = Path(__file__).parent / "pages"


def main() -> None:
    with hearsay.read([PAGES]) as record:
        quoted = next(row for row in record.statements() if row.mode == "direct" and len(row.content) > 60)
        for asked in (quoted.content, quoted.content.replace(" ", " really ", 1), "Nobody in this story ever said these words"):
            verdict = record.verify(asked)
            print(f"{verdict.verdict}: {asked}")
            for found in verdict.found[:1]:
                print("   printed:", found.words)


if __name__ == "__main__":
    main()
