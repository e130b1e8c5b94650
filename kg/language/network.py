"""The annotation model's network: words in, scores out."""

import json
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from kg.language import packed_form, padded_form
from kg.language.scores import PIECES_A_WORD, UNKNOWN, Scores

MODEL = Path(__file__).parent / "model"
PACKED = "word_at"  # an input that only networks of the packed form have


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
        """One batch. Every sentence must fit: at most MAX_PIECES - FRAME pieces.

        The 8-bit network scales its activations over the whole batch, so the scores depend slightly on the batchmates.
        """
        form = packed_form if PACKED in {each.name for each in self._session.get_inputs()} else padded_form
        outputs = self._session.run(None, form.inputs([[self.pieces(word) for word in words] for words in sentences]))
        found: list[Scores] = form.scores(outputs, [len(words) for words in sentences])
        return found


@cache
def shipped() -> Network:
    """The network that comes with kg, loaded once in a process."""
    return Network()
