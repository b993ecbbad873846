"""The nouns: frozen, slotted, standard library only."""

from hearsay.model.link import Group, Link
from hearsay.model.mark import Act, Mention, Reading, Statement, Time, Voice
from hearsay.model.page import Article, Credit, Dateline, Grounded, Page, Place, Reject, Span, Stated

__all__ = [
    "Act",
    "Article",
    "Credit",
    "Dateline",
    "Grounded",
    "Group",
    "Link",
    "Mention",
    "Page",
    "Place",
    "Reading",
    "Reject",
    "Span",
    "Stated",
    "Statement",
    "Time",
    "Voice",
]
