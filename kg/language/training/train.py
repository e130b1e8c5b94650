"""The training loop: resumes from its last checkpoint, and averages the weights as it goes."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from kg.language.training.annotator import AnnotatorNetwork
from kg.language.training.batches import Example, batch
from kg.language.training.building import AVERAGE
from kg.language.training.epochs import Epochs
from kg.language.training.losses import loss

CHECKPOINT = "checkpoint.pt"
LOGGED_EVERY = 20  # steps
WARM_UP = 0.05  # share of the steps in which the rate rises
LOWEST = 0.02  # of the rate, at the end
CLIPPED = 1.0  # norm of the gradients
KEPT = 0.997  # how much of the average of the weights a step keeps (Polyak and Juditsky 1992, exponential)


@dataclass(frozen=True)
class Plan:
    """How to train. The same plan and the same data give the same weights on the same machine."""

    steps: int
    rate: float = 1e-4  # of the top layer
    layer_decay: float = 0.93  # of the rate, from each layer to the one below (Howard and Ruder 2018)
    head_rate: float = 5.0  # of the heads, in rates of the top layer
    saved_every: int = 100  # steps
    seed: int = 0


class Run:
    """A training run in a folder: checkpoint.pt, log.tsv and, at the end, average.pt."""

    def __init__(self, folder: Path, network: AnnotatorNetwork, plan: Plan) -> None:
        self.folder, self.network, self.plan = folder, network, plan
        self._parameters = {name: each for name, each in network.named_parameters() if each.requires_grad}
        self._optimizer = torch.optim.AdamW(list(_groups(network, plan)), weight_decay=0.01, betas=(0.9, 0.98))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._optimizer, lambda step: _rate(step, plan.steps))
        self._average = {name: each.detach().clone() for name, each in self._parameters.items()}
        self._losses: list[float] = []
        self.step = 0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def checkpoint(self) -> Path:
        return self.folder / CHECKPOINT

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        if not self.checkpoint.exists():
            return
        saved: dict[str, Any] = torch.load(self.checkpoint)
        self.network.load_state_dict(saved["network"], strict=False)
        self._optimizer.load_state_dict(saved["optimizer"])
        self._schedule.load_state_dict(saved["schedule"])
        self._average, self.step = saved["average"], saved["step"]

    def train(self, epochs: Epochs) -> Iterator[float]:
        """Run to the last step of the plan; gives the loss of each step."""
        self.network.train()
        for examples in self._rest(epochs):
            yield self._take(examples)
            self.step += 1
            if self.step % LOGGED_EVERY == 0:
                self._log()
            if self.step % self.plan.saved_every == 0 or self.step == self.plan.steps:
                self._save()

    def _rest(self, epochs: Epochs) -> Iterator[list[Example]]:
        """The batches from the present step on: those of the steps before are skipped."""
        number, before = 0, 0
        while before < self.plan.steps:
            batches = epochs.epoch(self.plan.seed, number)[: self.plan.steps - before]
            yield from batches[max(0, self.step - before) :]
            number, before = number + 1, before + len(batches)

    def _take(self, examples: list[Example]) -> float:
        torch.manual_seed(hash((self.plan.seed, self.step)))
        found = loss(self.network, batch(examples))
        self._optimizer.zero_grad()
        found.backward()
        torch.nn.utils.clip_grad_norm_(self._parameters.values(), CLIPPED)
        self._optimizer.step()
        self._schedule.step()
        self._move_average()
        self._losses.append(found.item())
        return self._losses[-1]

    def _move_average(self) -> None:
        """The average of about the last 1 / (1 - KEPT) steps; at first of all steps so far."""
        kept = min(KEPT, self.step / (self.step + 10))
        with torch.no_grad():
            averages, now = list(self._average.values()), [self._parameters[name] for name in self._average]
            torch._foreach_lerp_(averages, now, 1 - kept)

    def _log(self) -> None:
        recent, self._losses = self._losses[-LOGGED_EVERY:], []
        with (self.folder / "log.tsv").open("a") as log:
            log.write(f"{self.step}\t{sum(recent) / max(1, len(recent)):.4f}\n")

    def _save(self) -> None:
        """The checkpoint, written beside the old one and put in its place; the average for what comes after."""
        weights = {name: each.detach() for name, each in self._parameters.items()}
        saved = {
            "network": weights,
            "average": self._average,
            "optimizer": self._optimizer.state_dict(),
            "schedule": self._schedule.state_dict(),
            "step": self.step,
            "plan": asdict(self.plan),
        }
        for name, state in ((AVERAGE, self._average), (CHECKPOINT, saved)):
            torch.save(state, self.folder / f"{name}.new")
            (self.folder / f"{name}.new").replace(self.folder / name)


def _groups(network: AnnotatorNetwork, plan: Plan) -> Iterator[dict[str, Any]]:
    """Parameters with their rates: each layer lower than the one above, the heads highest."""
    layers = network.encoder.layers
    for up, layer in enumerate(reversed(layers)):
        yield {"params": list(layer.parameters()), "lr": plan.rate * plan.layer_decay**up}
    lowest = [*network.encoder.norm.parameters(), *network.encoder.positions.parameters()]
    yield {"params": lowest, "lr": plan.rate * plan.layer_decay ** len(layers)}
    heads = [each for name, each in network.named_parameters() if not name.startswith("encoder.")]
    yield {"params": heads, "lr": plan.rate * plan.head_rate}


def _rate(step: int, steps: int) -> float:
    """The share of the rate at a step: rises, then falls linearly."""
    return min(1.0, (step + 1) / (WARM_UP * steps)) * max(LOWEST, 1 - step / steps)
