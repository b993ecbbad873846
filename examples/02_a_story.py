"""A folder of pages becomes a record; one actor's words, in any language, with the chain they came through.

python examples/02_a_story.py
"""

import tempfile
from pathlib import Path

import hearsay

PAGES = Path(__file__).parent / "pages"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, hearsay.read([PAGES], record=Path(folder) / "story.db") as record:
        most = max(record.actors(), key=lambda actor: actor.statements)
        print(f"{most.name}, also: {', '.join(form for form in most.forms if form != most.name)}")
        for row in record.statements():
            if row.speaker and row.speaker.actor == most.id:
                print(" < ".join(voice.shown for voice in row.chain), "|", row.content)


if __name__ == "__main__":
    main()
