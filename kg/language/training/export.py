"""From trained weights to the files that kg ships: model.onnx with 8-bit weights, tokenizer.json, labels.json."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from kg.language.packed_form import inputs
from kg.language.training.annotator import AnnotatorNetwork
from kg.language.training.labels import RARE, Labels, save_labels
from kg.language.training.packed import PackedNetwork

INPUTS = {
    "input_ids": ("piece",),
    "piece_at": ("sentence", "column"),
    "piece_place": ("piece",),
    "word_pieces": ("row",),
    "word_at": ("sentence", "place"),
    "word_place": ("row",),
}
OUTPUTS = {
    **dict.fromkeys(("upos", "feats", "lemma", "entity"), ("row",)),
    **dict.fromkeys(("arc", "relation"), ("sentence", "word", "place")),
}
"""The names of the network's inputs and outputs and of those of their dimensions that differ from call to call."""
NEVER = -1e4
OPSET = 17


def export(network: AnnotatorNetwork, labels: Labels, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the three files."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    _silence(network, labels)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    save_labels(labels, folder / "labels.json")
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "model.onnx"
        _write(network, whole)
        _quantise(whole, folder / "model.onnx")


def _silence(network: AnnotatorNetwork, labels: Labels) -> None:
    """Never answer with the placeholder of rare labels."""
    with torch.no_grad():
        for kind in ("upos", "feats", "lemma"):
            getattr(network, kind).bias[labels[kind].index(RARE)] = NEVER
        network.relation[labels["relation"].index(RARE), -1, -1] = NEVER


def _write(network: AnnotatorNetwork, path: Path) -> None:
    torch.onnx.export(
        PackedNetwork(network).eval(),
        tuple(torch.from_numpy(each) for each in inputs([[[5, 6], [7], [8]], [[5], [6]]]).values()),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        opset_version=OPSET,
        dynamo=False,
        dynamic_axes={name: dict(enumerate(sizes)) for name, sizes in {**INPUTS, **OUTPUTS}.items()},
    )


def _quantise(whole: Path, path: Path) -> None:
    """Weights as 8-bit numbers; activations are scaled when the network runs.

    Weights take 7 of the 8 bits: processors without VNNI add products of 8 bits in 16, which would overflow.
    """
    quantize_dynamic(
        whole,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=_relations(whole),
    )


def _relations(whole: Path) -> list[str]:
    """The products with the relations' weights, which have three dimensions: onnxruntime does not take those."""
    graph = onnx.load(whole).graph
    deep = {weights.name for weights in graph.initializer if len(weights.dims) == 3}
    return [node.name for node in graph.node if node.op_type == "MatMul" and deep & set(node.input)]
