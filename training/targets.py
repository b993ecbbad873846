"""What the tagger's network should give for a batch, and how far it is from that."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from net import REACH, Batch, Net
from sheets import Sheet
from torch import Tensor
from torch.nn import functional

NONE, OUTER, INNER = range(3)


class Targets:
    """What a batch should give: labels of each token and the reports with their anchors."""

    def __init__(self, sheets: Sequence[Sheet], starts: Sequence[int], length: int):
        self.cues = torch.zeros(length, 2)
        self.roles = torch.zeros(length, 3)
        self.weight = torch.zeros(length, 2)
        self.level_weight = torch.zeros(length)
        self.reports: list[tuple[int, Tensor, Tensor, Tensor, bool]] = []
        self.levels = torch.zeros(length, dtype=torch.bool)
        self.taken = torch.zeros(length, dtype=torch.bool)
        for s, start in zip(sheets, starts, strict=True):
            e = s.example
            inside = slice(start, start + len(s))
            self.weight[inside, 0] = 1
            self.levels[inside] = e.levels
            self.weight[inside, 1] = float(e.levels)
            for r in e.reports:
                anchors = torch.from_numpy(r.anchors) + start
                places, roles = torch.from_numpy(r.places) + start, torch.from_numpy(r.roles)
                self.cues[anchors, int(r.inner)] = 1
                self.taken[anchors] = True
                if not r.inner:
                    self.roles[places[roles == 1], 0] = 1
                    self.roles[places[roles == 3], 1] = 1
                else:
                    self.roles[places[roles == 3], 2] = 1
                self.reports.append((0, anchors, places, roles, r.inner))

    def ask(self, cue: Tensor, most: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Anchors to ask from: one of each report (mostly the likeliest), and wrong ones that look right.

        Gives anchors, roles, verdicts, and where a verdict "inner" would be no mistake.
        """
        best = cue.max(1).values
        anchors, golds, verdicts = [], [], []
        for _, own, places, roles, inner in self.reports:
            a = own[torch.randint(len(own), (1,))] if random.random() < 0.3 else own[best[own].argmax()][None]
            gold = torch.zeros(2 * REACH + 1, dtype=torch.long)
            at = places - a + REACH
            near = (at >= 0) & (at <= 2 * REACH)
            gold[at[near]] = roles[near]
            anchors.append(a)
            golds.append(gold)
            verdicts.append(INNER if inner else OUTER)
        left, right = functional.pad(best, (1, 0))[:-1], functional.pad(best, (0, 1))[1:]
        wrong = (best > 0.04) & ~self.taken & (best >= left) & (best >= right) & (self.weight[:, 0] > 0)
        found = wrong.nonzero()[:, 0]
        found = found[torch.randperm(len(found))[:most]]
        anchors.append(found)
        golds.append(torch.zeros(len(found), 2 * REACH + 1, dtype=torch.long))
        lenient = torch.zeros(len(verdicts) + len(found), dtype=torch.bool)
        lenient[len(verdicts) :] = ~self.levels[found]
        every = torch.cat([torch.stack(g) if isinstance(g, list) and g else g for g in (golds[:-1], golds[-1]) if len(g)])
        return torch.cat(anchors), every, torch.tensor(verdicts + [NONE] * len(found)), lenient


def losses(net: Net, b: Batch, t: Targets) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch, and its parts."""
    x = net(b)
    logits = net.cues(x)
    cue = (functional.binary_cross_entropy_with_logits(logits, t.cues, reduction="none") * t.weight).sum() / t.weight[:, 0].sum()
    roles = functional.binary_cross_entropy_with_logits(net.roles(x), t.roles, reduction="none")
    roles = (roles[:, :2].mean(1) * t.weight[:, 0] + 0.5 * roles[:, 2] * t.weight[:, 1]).sum() / t.weight[:, 0].sum()
    anchors, gold, verdict, lenient = t.ask(torch.sigmoid(logits).detach(), 1 + len(t.reports) * 2 // 3)
    u, real = net.around(x, b, anchors)
    e = net.emissions(u, real)
    true = verdict != NONE
    chain = net.chain_loss(e[true], gold[true]).mean() if true.any() else x.sum() * 0
    log = functional.log_softmax(net.verdicts(u, e), -1)
    right = log.gather(1, verdict[:, None])[:, 0]
    right = torch.where(lenient, torch.logaddexp(log[:, NONE], log[:, INNER]), right)  # inner ones are not marked there
    judged = -right.mean()
    total = 6 * cue + 2 * roles + 0.12 * chain + 0.7 * judged
    return total, {"cue": cue.item(), "roles": roles.item(), "chain": chain.item(), "judge": judged.item()}
