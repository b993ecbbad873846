"""Who stands behind a source: 200 statements marked by two readers, against the speaker that the package names.

    speakers.py [--errors] [--shared ../shared]

Gold spans go in, so that only the naming is measured. A name is right when it holds every word of the readers' (spelling, case
and the office borne with it aside), a description when it holds three fifths of them. The readers agreed on 185 of 200;
elsewhere either form is right. A state or body may have its name of the world.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from predict import lines_of
from voices import given

from hearsay import naming, world
from hearsay.language import Language, load
from hearsay.model import Span, Statement
from hearsay.text import TOKEN, join, tokens

HERE = Path(__file__).parent
ENOUGH = 0.6


def sounds(name: str) -> set[str]:
    """The words of a name, without spelling and case; short words only where there are no others."""
    found = {naming.skeleton(w) for w in TOKEN.findall(name) if w[0].isalnum()}
    return {s for s in found if len(s) > 1} or found


def offices(name: str, language: Language) -> set[str]:
    """The words of an office borne with a name: "President" in "President Obama"."""
    parts = tokens(name)
    hits = language.lexicon("roles").find(parts)
    words = [parts[i].text for hit in hits for i in hit.indices]
    return sounds(" ".join(words)) if len(words) < len(parts) else set()


def same(found: str, wanted: str, language: Language) -> bool:
    if (known := world.canonical(wanted)) and known == world.canonical(found):
        return True
    have, need = sounds(found), sounds(wanted)
    named = wanted[:1].isupper()
    need = need - offices(wanted, language) if named else need
    return bool(need) and len(have & need) / len(need) >= (1.0 if named else ENOUGH)


def right(statement: Statement | None, forms: list[str], language: Language) -> bool:
    voice = statement.speaker if statement else None
    if voice is None:
        return False
    return any(same(shown, form, language) for shown in (voice.name or "", voice.words) if shown for form in forms)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    args = parser.parse_args()
    if not (args.shared / "gold").is_dir():
        print(f"no gold at {args.shared}: skipped. Name its folder with --shared.")
        return
    marked = [json.loads(line) for line in (HERE / "gold" / "speakers.jsonl").read_text(encoding="utf-8").splitlines()]
    for name in dict.fromkeys(row["set"] for row in marked):
        rows = [row for row in marked if row["set"] == name]
        wanted = {row["article"] for row in rows}
        gold = {rec["id"]: rec for rec in lines_of(args.shared / "gold" / f"{name}.jsonl") if rec["id"] in wanted}
        made = {key: {s.content: s for s in given(rec)} for key, rec in gold.items()}
        hits = 0
        for row in rows:
            text = gold[row["article"]]["text"]
            statement = made[row["article"]].get(join(text, (Span(*s) for s in row["content"])))
            ok = right(statement, row["speaker"], load(gold[row["article"]]["lang"]))
            hits += ok
            if args.errors and not ok:
                print(row["article"], row["statement"], row["speaker"], statement and statement.speaker)
        print(f"{name}: {hits} of {len(rows)}")


if __name__ == "__main__":
    main()
