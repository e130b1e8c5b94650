"""A small language, and a small base model in the format of the real one."""

import gzip
import hashlib
import itertools
import json
import struct
from pathlib import Path
from random import Random

import numpy as np
import pytest

from kg.language.training.base import Base
from kg.language.training.corpus import ALPINO, DEVELOPMENT, NAMES, OLDER, PASSES, TESTS, Corpus, Treebank

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 64, 4, 4, 96, 64
PEOPLE = ("Anna", "Bram", "Carla", "Dirk")
FIRMS = ("Acme", "Bolt NV", "Corex", "Delta")
VERBS = {"koopt": "kopen", "verkoopt": "verkopen", "bezoekt": "bezoeken"}
NOUNS = {"fabriek": "fabriek", "winkels": "winkel", "auto's": "auto"}

Word = tuple[str, str, str, int, str]  # form, lemma, part of speech, head, relation


def _words(person: str, verb: str, noun: str, firm: str) -> list[Word]:
    parts = firm.split()
    return [
        (person, person, "PROPN", 2, "nsubj"),
        (verb, VERBS[verb], "VERB", 0, "root"),
        (noun, NOUNS[noun], "NOUN", 2, "obj"),
        ("van", "van", "ADP", 5, "case"),
        (parts[0], parts[0], "PROPN", 3, "nmod"),
        *((each, each, "PROPN", 5, "flat") for each in parts[1:]),
        (".", ".", "PUNCT", 2, "punct"),
    ]


SENTENCES = [_words(*each) for each in itertools.product(PEOPLE, VERBS, NOUNS, FIRMS)]


def _conllu(sentences: list[list[Word]]) -> bytes:
    lines = []
    for sentence in sentences:
        for i, (form, lemma, upos, head, relation) in enumerate(sentence, 1):
            lines.append("\t".join((str(i), form, lemma, upos, "_", "_", str(head), relation, "_", "_")))
        lines.append("")
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def _tags(sentence: list[Word]) -> list[str]:
    relations = {"nsubj": "B-PER", "nmod": "B-ORG", "flat": "I-ORG"}
    return [relations.get(relation, "O") for *_, relation in sentence]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A folder with all the files of the real corpus, in a small language; one sentence in four is for tests."""
    folder = tmp_path_factory.mktemp("corpus")
    mixed = Random(1).sample(SENTENCES, len(SENTENCES))
    test, train = mixed[: len(mixed) // 4], mixed[len(mixed) // 4 :]
    for bank in (*TESTS.values(), DEVELOPMENT):
        (folder / f"{bank}.gz").write_bytes(_conllu(test))
    for bank in PASSES:
        (folder / str(bank)).write_bytes(gzip.decompress(_conllu(train)))
    for name in NAMES:
        rows = [
            json.dumps({"id": f"cdb-{i}", "lang": "nl", "words": [w for w, *_ in each], "tags": _tags(each)})
            for i, each in enumerate(mixed)
        ]
        (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))
    return Corpus(folder, folder, {ALPINO: 1.0, OLDER: 1.0, Treebank("de", "gsd", "dev"): 2.0})


def _pieces() -> list[str]:
    letters = sorted({char for sentence in SENTENCES for word, *_ in sentence for char in word} | set("xyz"))
    words = sorted({f"▁{word}" for sentence in SENTENCES for word, *_ in sentence if word not in ("Corex", "winkels")})
    return ["<s>", "<pad>", "</s>", "<unk>", "▁", *letters, *words, "▁日本", "▁Москва"]


def _tensors(pieces: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {"emb.word": (pieces, HIDDEN), "emb.pos": (POSITIONS, HIDDEN)}
    shapes |= {"emb.type": (HIDDEN,), "emb.ln.w": (HIDDEN,), "emb.ln.b": (HIDDEN,)}
    for i in range(LAYERS):
        shapes |= {f"l{i}.{name}.w": (HIDDEN, HIDDEN) for name in ("q", "k", "v", "ao")}
        shapes |= {f"l{i}.fi.w": (INNER, HIDDEN), f"l{i}.fo.w": (HIDDEN, INNER), f"l{i}.fi.b": (INNER,)}
        shapes |= {f"l{i}.{name}.b": (HIDDEN,) for name in ("q", "k", "v", "ao", "fo", "aln", "oln")}
        shapes |= {f"l{i}.{name}.w": (HIDDEN,) for name in ("aln", "oln")}
    return shapes


def _weights(name: str, shape: tuple[int, ...], chance: np.random.Generator) -> bytes:
    """Norms of 1, biases of 0; the embeddings in blocks of 4 bits, positions as float16, the rest as float32."""
    if len(shape) == 1:
        return np.full(shape, float(name.endswith("ln.w")), "<f4").tobytes()
    if name == "emb.pos":
        return (chance.standard_normal(shape) * 0.1).astype("<f2").tobytes()
    if name != "emb.word":
        return (chance.standard_normal(shape) * 0.05).astype("<f4").tobytes()
    blocks = chance.integers(0, 256, (shape[0] * shape[1] // 32, 16), np.uint8)
    scales = np.full((len(blocks), 1), 0.1, "<f2").view(np.uint8)
    return np.concatenate([scales, blocks], 1).tobytes()


@pytest.fixture(scope="session")
def base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file like e5-small-q4.bin: its header, pieces with scores, a table of tensors, and their weights."""
    pieces = _pieces()
    shapes, chance = _tensors(len(pieces)), np.random.default_rng(0)
    texts = [piece.encode() for piece in pieces]
    ends = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = np.array([-1.0 if len(piece) > 2 else -9.0 for piece in pieces], "<f4")
    head = b"NANO" + struct.pack("<I7if", 1, HIDDEN, LAYERS, HEADS, INNER, len(pieces), POSITIONS, 1, 1e-12)
    head += struct.pack("<6iQ", 32, len(pieces), 0, 2, 1, 3, ends[-1]) + ends.tobytes() + scores.tobytes()
    head += b"".join(texts) + struct.pack("<iI", 0, 0) + struct.pack("<i", len(shapes))
    data = {name: _weights(name, shape, chance) for name, shape in shapes.items()}
    at = len(head) + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in shapes)
    for name, weights in data.items():
        head += struct.pack("<H", len(name)) + name.encode()
        head += struct.pack("<BIQQ", 0, int(np.prod(shapes[name])), at, len(weights))
        at += len(weights)
    path = tmp_path_factory.mktemp("base") / "base.bin"
    path.write_bytes(head + b"".join(data.values()))
    return path


@pytest.fixture(scope="session")
def base(base_file: Path) -> Base:
    return Base(base_file, hashlib.sha256(base_file.read_bytes()).hexdigest())
