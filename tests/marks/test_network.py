"""The network at work."""

import numpy as np

from hearsay import language
from hearsay.marks import tagger
from hearsay.marks.features import look
from hearsay.marks.network import GAP
from hearsay.model import Span

TEXT = "“We stay,” said Orla Venn, “for now.” The ferry will run on Sunday, according to the harbour office."


def test_rows_of_the_gaps_that_are_left_out_change_no_token() -> None:
    reader = tagger.shipped()
    types, _ = reader.words(language.load("en"))
    seen = look(TEXT, [Span(0, len(TEXT))], language.load("en"), types)
    network = reader.networks[0]
    own = network.project(types, 0)
    spared = network.spared
    short = network.see(seen, own)
    try:
        network.spared = [0] * len(spared)
        whole = network.see(seen, own)
    finally:
        network.spared = spared
    assert any(spared)
    assert np.allclose(short.x[GAP:-GAP], whole.x[GAP:-GAP], atol=1e-5) and np.allclose(short.cues, whole.cues, atol=1e-5)
