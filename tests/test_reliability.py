"""What the bench says of confidence: titles are judged only where the gold marks any."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

import reliability


def marked(start: int) -> dict:
    return {"source": [[start, start + 3]], "cue": [], "content": [[start + 4, start + 9]], "confidence": 0.9}


TITLE, BODY = marked(0), marked(40)


def test_where_no_title_is_marked_what_is_proposed_in_titles_is_left_out_and_counted() -> None:
    pairs = [({"id": "a", "title": [0, 20], "attributions": [BODY]}, {"attributions": [TITLE, BODY]})]
    bodies, left = reliability.judgeable(pairs)
    assert ([p["attributions"] for _, p in bodies], left) == ([[BODY]], 1)
    assert "1 proposals in titles left out" in reliability.told([], left)


def test_where_one_title_is_marked_all_are_judged() -> None:
    pairs = [
        ({"id": "a", "title": [0, 20], "attributions": [TITLE]}, {"attributions": [BODY]}),
        ({"id": "b", "title": [0, 20], "attributions": []}, {"attributions": [TITLE]}),
    ]
    assert reliability.judgeable(pairs) == (pairs, 0)
