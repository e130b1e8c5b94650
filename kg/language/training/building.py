"""The network with the weights that a step needs."""

from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from kg.language.training.annotator import AnnotatorNetwork
from kg.language.training.base import Base
from kg.language.training.encoder import load_base
from kg.language.training.labels import Labels
from kg.language.training.vocabulary import pieces_of

State = dict[str, torch.Tensor]


def untrained(base: Base, tokenizer: Tokenizer, labels: Labels) -> AnnotatorNetwork:
    """The base's encoder with the embeddings of the tokenizer's pieces, and new heads."""
    torch.manual_seed(0)
    pieces = pieces_of(base, tokenizer)
    network = AnnotatorNetwork(replace(base.shape, vocabulary=len(pieces)), labels)
    load_base(network.encoder, base, pieces)
    return network


def take_over(network: AnnotatorNetwork, labels: Labels, saved: State, saved_labels: Labels) -> None:
    """Weights of an earlier run; those of each label go to the label of the same name."""
    state = network.state_dict()
    for name, weights in saved.items():
        kind = name.split(".")[0]
        if kind in labels and (kind != "entity" or name.startswith("entity.2")):
            numbers = {label: i for i, label in enumerate(saved_labels[kind])}
            both = [(i, numbers[label]) for i, label in enumerate(labels[kind]) if label in numbers]
            here, there = (list(column) for column in zip(*both, strict=True))
            state[name][here] = weights[there]
        else:
            state[name].copy_(weights)
    network.load_state_dict(state)
