from pathlib import Path

import numpy as np
import pytest

from kg.errors import UsageError
from kg.language.training.base import Base


def test_sizes_pieces_and_weights_are_read(base: Base) -> None:
    assert (base.shape.hidden, base.shape.layers, base.shape.heads, base.shape.inner) == (64, 4, 4, 96)
    assert base.special == (0, 1, 2, 3)
    assert base.pieces[:5] == ["<s>", "<pad>", "</s>", "<unk>", "▁"]
    assert base.pieces[-1] == "▁Москва"
    assert base.everything == list(range(len(base.pieces)))
    assert (base.tensor("l0.aln.w") == 1).all()
    assert base.tensor("l3.fi.w", 96, 64).std() == pytest.approx(0.05, abs=0.005)


def test_blocks_of_4_bits_are_whole_steps_of_their_scale(base: Base) -> None:
    steps = base.tensor("emb.word", len(base.pieces), 64) / np.float32(np.float16(0.1))
    assert steps.min() == pytest.approx(-8)
    assert steps.max() == pytest.approx(7)
    assert np.abs(steps - steps.round()).max() < 1e-4


def test_the_tokenizer_has_the_pieces_that_are_kept(base: Base) -> None:
    assert base.tokenizer(base.everything).encode("Anna").tokens == ["▁Anna"]
    without = [i for i in base.everything if base.pieces[i] != "▁Anna"]
    assert base.tokenizer(without).encode("Anna").tokens == ["▁", "A", "n", "n", "a"]


def test_another_file_is_refused(base_file: Path) -> None:
    with pytest.raises(UsageError, match="its checksum is another"):
        Base(base_file)
