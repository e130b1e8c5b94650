"""The network with the weights that a step needs."""

from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from kg.errors import UsageError
from kg.language.training.annotator import AnnotatorNetwork
from kg.language.training.base import Base
from kg.language.training.encoder import load_base
from kg.language.training.labels import Labels, load_labels
from kg.language.training.vocabulary import pieces_of

State = dict[str, torch.Tensor]

AVERAGE = "average.pt"  # in a run's folder: the averaged weights


def files(run: Path) -> tuple[Labels, Tokenizer]:
    """The labels and the tokenizer of a run's folder. Raises UsageError if they are not there."""
    if not (run / "labels.json").exists() or not (run / "tokenizer.json").exists():
        raise UsageError(f"{run} has no vocabulary; first run: python -m kg.language.training vocabulary")
    return load_labels(run / "labels.json"), Tokenizer.from_file(str(run / "tokenizer.json"))


def built(base: Base, run: Path, start: Path | None) -> AnnotatorNetwork:
    """The network for the labels and pieces of a run, with the averaged weights of the run `start`, else the base's."""
    labels, tokenizer = files(run)
    torch.manual_seed(0)
    pieces = pieces_of(base, tokenizer)
    network = AnnotatorNetwork(replace(base.shape, vocabulary=len(pieces)), labels)
    load_base(network.encoder, base, pieces)
    if start:
        if not (start / AVERAGE).exists():
            raise UsageError(f"{start} has no weights yet; first run: python -m kg.language.training train")
        take_over(network, labels, torch.load(start / AVERAGE), load_labels(start / "labels.json"))
    return network


def take_over(network: AnnotatorNetwork, labels: Labels, saved: State, saved_labels: Labels) -> None:
    """Weights of an earlier run; those of each label go to the label of the same name."""
    state = network.state_dict()
    for name, weights in saved.items():
        kind = name.split(".")[0]
        if kind in labels and not name.startswith("entity.0"):  # the entity head's first layer has no labels
            numbers = {label: i for i, label in enumerate(saved_labels[kind])}
            both = [(i, numbers[label]) for i, label in enumerate(labels[kind]) if label in numbers]
            here, there = (list(column) for column in zip(*both, strict=True))
            state[name][here] = weights[there]
        else:
            state[name].copy_(weights)
    network.load_state_dict(state)
