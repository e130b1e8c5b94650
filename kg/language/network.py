"""The annotation model's network: words in, scores out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

MODEL = Path(__file__).parent / "model"
BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
FRAME = 2  # pieces that a sentence takes beside its words: its begin and its end
MAX_PIECES = 480  # positions that the network was trained on
PIECES_A_WORD = 10  # longer words are cut: their head is enough to tag them

Array = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one sentence of W words; each row is a word."""

    upos: Array  # [W, labels]
    feats: Array
    lemma: Array
    entity: Array
    arc: Array  # [W, 1 + W], column 0 the root
    relation: npt.NDArray[np.int32]  # [W, 1 + W], the best label for each possible head


def probabilities(scores: Array) -> Array:
    """The softmax of each row."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True))


class Network:
    """The ONNX session with its tokenizer and labels, loaded once and shared."""

    def __init__(self, folder: Path = MODEL) -> None:
        self.folder = folder
        self._pieces: dict[str, list[int]] = {}

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        labels: dict[str, list[str]] = json.loads((self.folder / "labels.json").read_text("utf-8"))
        return labels

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # articles are annotated side by side, see Pipeline
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self.folder / "model.onnx"), options, ["CPUExecutionProvider"])

    def load(self) -> None:
        """Load the files of the model, as the first use does."""
        self.pieces("")
        assert self._session
        assert self.labels

    def pieces(self, word: str) -> list[int]:
        """The word's pieces of the vocabulary, at least one."""
        if word not in self._pieces:
            cut = word[: PIECES_A_WORD * 16]  # no piece of the vocabulary is longer than 16 characters
            self._pieces[word] = self._tokenizer.encode(cut).ids[:PIECES_A_WORD] or [UNKNOWN]
        return self._pieces[word]

    def run(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        """One batch. Every sentence must fit: at most MAX_PIECES - 2 pieces.

        The 8-bit network scales its activations over the whole batch, so the scores depend slightly on the batchmates.
        """
        outputs = self._session.run(None, self._inputs(sentences))
        return [
            Scores(
                *(out[i, : len(words)] for out in outputs[:4]),
                *(out[i, : len(words), : len(words) + 1] for out in outputs[4:]),
            )
            for i, words in enumerate(sentences)
        ]

    def _inputs(self, sentences: Sequence[Sequence[str]]) -> dict[str, npt.NDArray[np.generic]]:
        rows = [[self.pieces(word) for word in words] for words in sentences]
        longest = FRAME + max(sum(map(len, row)) for row in rows)
        widest = max(map(len, rows))
        ids = np.full((len(rows), longest), PADDING, np.int64)
        mask = np.zeros((len(rows), longest), np.float32)
        starts = np.zeros((len(rows), widest), np.int64)
        present = np.zeros((len(rows), widest), np.float32)
        for i, row in enumerate(rows):
            flat = [BEGIN, *(piece for pieces in row for piece in pieces), END]
            ids[i, : len(flat)] = flat
            mask[i, : len(flat)] = 1
            starts[i, : len(row)] = 1 + np.cumsum([0, *map(len, row[:-1])])
            present[i, : len(row)] = 1
        return {"input_ids": ids, "attention_mask": mask, "word_starts": starts, "word_mask": present}
