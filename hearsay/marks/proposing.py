"""What may be a statement: the tagger's proposals, and the rules' where it saw nothing."""

from __future__ import annotations

from hearsay.marks import rules
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan


def propose(scan: Scan) -> list[Proposal]:
    """All proposals in order of place."""
    return rules.propose(scan)
