"""An article and its marks: sentences, mentions, times, and the statements with their chains of voices."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.language import Language
from hearsay.marks import corefer, mentions, parted, proposing, statements, tagger, times, turns, twofold
from hearsay.marks.cast import gather
from hearsay.marks.scan import lay_open
from hearsay.marks.who import Who
from hearsay.model import Article, Reading


def find(article: Article, language: Language, recall: bool = False, languages: Mapping[str, Language] | None = None) -> Reading:
    """Read an article: who is named in it, when, and who said what according to whom.

    With `recall`, doubtful statements are taken too, with their low confidence: more of all that was said, and more that was not.
    Paragraphs in another of the `languages` are read with its folder.
    """
    if not article.foreign or not languages:
        return _read(article, language, recall)
    return parted.together(article, [_read(part, own, recall) for part, own in parted.by_language(article, languages)])


def _read(article: Article, language: Language, recall: bool) -> Reading:
    laid_open = lay_open(article, language)
    when = times.find(laid_open)
    named = turns.unlabelled(laid_open, mentions.find(laid_open))
    people = gather(laid_open, named)
    who = Who(laid_open, people, named)
    least = tagger.RECALL if recall else tagger.LEAST
    proposals = twofold.told_apart(laid_open, proposing.propose(laid_open, least), named)
    said = statements.make(laid_open, who, proposals, when)
    return Reading(
        article=article,
        sentences=tuple(s for p in laid_open.paragraphs for s in p.sentences),
        mentions=tuple(corefer.settle(named, people, said)),
        times=tuple(times.spoken(laid_open, when, said)),
        statements=tuple(said),
    )
