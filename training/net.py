"""The tagger's network, in torch, for training. `hearsay.marks.network` runs the same in numpy.

Words become vectors (hashed spelling, kept word vectors, classes, places); a stack of dilated convolutions lets each see some thirty
neighbours on both sides; a first head says where reporting words are. A second, small stack looks again from one such
place (the anchor) at the words around it and gives each its role in that one report: other, source, cue, content, as a chain (CRF).
A last head says whether there is a report at the anchor at all, an outer or an inner one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from hearsay.marks.features import PLACES
from hearsay.marks.wordtypes import CLASSES, CONCEPTS, SHAPES, SLOTS

REACH = 64
DILATIONS = (1, 2, 4, 8, 16, 1)
INNER = (1, 4)
ASPECTS = 6  # what the second stack is told of each token beside its vector


@dataclass
class Batch:
    """Articles laid end to end, with a gap between them."""

    spellings: Tensor
    shapes: Tensor
    concepts: Tensor
    vectors: Tensor
    classes: Tensor
    places: Tensor
    article: Tensor
    paragraph: Tensor
    sentence: Tensor
    quote: Tensor


def slide(x: Tensor, convolution: nn.Conv1d) -> Tensor:
    """The convolution over rows, as one matrix product; twice as fast here as the library's own."""
    d, n = convolution.dilation[0], x.shape[-2]
    padded = functional.pad(x, (0, 0, d, d))
    wide = torch.cat((padded[..., :n, :], x, padded[..., 2 * d :, :]), -1)
    return functional.linear(wide, convolution.weight.permute(0, 2, 1).flatten(1), convolution.bias)


class Net(nn.Module):
    """See the module's own words."""

    def __init__(
        self,
        width: int = 144,
        dilations: Sequence[int] = DILATIONS,
        spelled: int = 64,
        small: int = 64,
        vector: int = 96,
        dropout: float = 0.2,
    ):
        super().__init__()
        self.spelling = nn.Embedding(SLOTS, spelled)
        nn.init.normal_(self.spelling.weight, std=0.3)
        self.spelled = nn.Linear(spelled, width, bias=False)
        self.shape = nn.Embedding(SHAPES, width)
        self.concept = nn.Embedding(CONCEPTS, width, padding_idx=0)
        for table in (self.shape, self.concept):
            nn.init.normal_(table.weight, std=0.1)
        self.vector = nn.Linear(vector, width, bias=False)
        self.classes = nn.Linear(len(CLASSES), width)
        self.places = nn.Linear(len(PLACES), width, bias=False)
        self.norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList(nn.Conv1d(width, width, 3, padding=d, dilation=d) for d in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in dilations)
        self.cues = nn.Linear(width, 2)  # outer, inner
        self.roles = nn.Linear(width, 3)  # any source, any content, any inner content
        self.near = nn.Linear(width, small)
        self.anchor = nn.Linear(width, small)
        self.distance = nn.Embedding(2 * REACH + 1, small)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.aspects = nn.Linear(ASPECTS, small, bias=False)
        self.second = nn.ModuleList(nn.Conv1d(small, small, 3, padding=d, dilation=d) for d in INNER)
        self.second_norms = nn.ModuleList(nn.LayerNorm(small) for _ in INNER)
        self.emit = nn.Linear(small, 4)
        self.steps = nn.Parameter(torch.zeros(4, 4))
        self.judge = nn.Linear(small * 5 + 3, small)
        self.verdict = nn.Linear(small, 3)  # none, outer, inner
        self.dropout = dropout

    def drop(self, x: Tensor) -> Tensor:
        """Dropout; its noise is cut at a random place from a pool, which is far cheaper than drawing it anew."""
        if not self.training:
            return x
        if not hasattr(self, "noise"):
            self.noise = functional.dropout(torch.ones(1 << 24), self.dropout)
        size = x.numel()
        if size > len(self.noise) // 2:
            return functional.dropout(x, self.dropout)
        start = int(torch.randint(len(self.noise) - size, (1,)))
        return x * self.noise[start : start + size].view(x.shape)

    def forward(self, b: Batch) -> Tensor:
        """The vector of each token."""
        x = self.spelled(self.drop(self.spelling(b.spellings).sum(1))) + self.shape(b.shapes) + self.concept(b.concepts)
        x = x + self.vector(self.drop(b.vectors)) + self.classes(b.classes) + self.places(b.places)
        x = self.drop(torch.relu(self.norm(x)))
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            y = torch.relu(slide(x, convolution))
            x = norm(x + self.drop(y))
        return x

    def around(self, x: Tensor, b: Batch, anchors: Tensor) -> tuple[Tensor, Tensor]:
        """The second look from each anchor: vectors of the tokens within reach (anchors, places, small), and which of these exist."""
        offsets = torch.arange(-REACH, REACH + 1)
        at = anchors[:, None] + offsets
        real = (at >= 0) & (at < len(x))
        at = at.clamp(0, len(x) - 1)
        real &= b.article[at] == b.article[anchors][:, None]
        cue = torch.sigmoid(self.cues(x))
        a = anchors[:, None]
        aspects = torch.stack(
            (
                (b.paragraph[at] == b.paragraph[a]).float(),
                (b.sentence[at] == b.sentence[a]).float(),
                ((b.quote[at] == b.quote[a]) & (b.quote[a] > 0)).float(),
                ((b.quote[at] != b.quote[a]) & (b.quote[at] > 0)).float(),
                cue[at][..., 0],
                cue[at][..., 1],
            ),
            -1,
        )
        u = self.near(x)[at] + self.anchor(x[anchors])[:, None] + self.distance.weight + self.aspects(aspects)
        u = self.drop(torch.relu(u)) * real[..., None]
        for convolution, norm in zip(self.second, self.second_norms, strict=True):
            y = torch.relu(slide(u, convolution))
            u = norm(u + self.drop(y)) * real[..., None]
        return u, real

    def emissions(self, u: Tensor, real: Tensor) -> Tensor:
        """How well each role fits each token near the anchor; what does not exist is "other"."""
        e = self.emit(u)
        return torch.where(real[..., None], e, torch.tensor([0.0, -30.0, -30.0, -30.0]))

    def verdicts(self, u: Tensor, e: Tensor) -> Tensor:
        """Whether there is a report at the anchor: scores of none, outer, inner."""
        p = torch.softmax(e, -1)[..., 1:]
        size = p.sum(1)
        pooled = torch.einsum("atr,atd->ard", p, u) / (size[..., None] + 0.5)
        middle = u[:, REACH]
        joined = torch.cat((pooled.flatten(1), middle, u.amax(1), torch.log1p(size)), -1)
        return self.verdict(self.drop(torch.relu(self.judge(joined))))

    def chain_loss(self, e: Tensor, gold: Tensor) -> Tensor:
        """Negative log likelihood of the gold roles as a chain, one value for each anchor."""
        path = e.gather(2, gold[..., None])[..., 0].sum(1) + self.steps[gold[:, :-1], gold[:, 1:]].sum(1)
        return Paths.apply(e, self.steps) - path


class Paths(torch.autograd.Function):
    """Log of the summed weight of all paths through a chain (Lafferty et al. 2001), by the forward-backward algorithm.

    Takes the emissions (anchors, places, roles) and the steps (roles, roles); the gradients are what is expected of a path: how
    often it is in each role at each place, and how often it takes each step. Written out, as autograd is ten times as slow here.
    """

    @staticmethod
    def forward(context: Any, e: Tensor, steps: Tensor) -> Tensor:
        top = e.amax(2, keepdim=True)
        fits, step = (e - top).exp().transpose(0, 1).contiguous(), steps.exp()
        there = torch.empty_like(fits)
        scales = fits.new_empty(fits.shape[:2])
        a = fits[0]
        for i in range(len(fits)):
            a = fits[0] if i == 0 else (a @ step) * fits[i]
            scales[i] = a.sum(1)
            a = a / scales[i][:, None]
            there[i] = a
        context.save_for_backward(fits, step, there, scales)
        return scales.log().sum(0) + top.sum((1, 2))

    @staticmethod
    def backward(context: Any, *given: Tensor) -> tuple[Tensor, Tensor]:
        fits, step, there, scales = context.saved_tensors
        onward = torch.empty_like(fits)  # fit here times all that may follow
        back = step.T.contiguous()
        b = torch.ones_like(fits[0])
        for i in range(len(fits) - 1, -1, -1):
            onward[i] = fits[i] * b / scales[i][:, None]
            b = onward[i] @ back
        before = torch.cat((torch.ones_like(there[:1]), there[:-1] @ step))
        weight = given[0][:, None]
        roles = before * onward * weight
        taken = step * torch.einsum("tai,taj->ij", there[:-1] * weight, onward[1:])
        return roles.transpose(0, 1), taken
