"""`kg eval` on two small articles, read by the real model."""

import json
from pathlib import Path

import pytest
from kgcommand import Run, command

ARTICLES = {
    "philips": "Philips is gevestigd in Nederland. Het bedrijf maakt al jaren grote machines voor ziekenhuizen.",
    "bosch": "Bosch is gevestigd in Duitsland. Het bedrijf maakt al jaren grote machines voor de industrie.",
}
FACTS = [
    {
        "doc": "philips",
        "s": "Philips",
        "p": "basedIn",
        "o": "Nederland",
        "sentence": "Philips is gevestigd in Nederland.",
    },
    {"doc": "bosch", "s": "Bosch", "p": "basedIn", "o": "Frankrijk", "sentence": "Bosch is gevestigd in Duitsland."},
]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, their graph in graphs/ and gold."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(f"date 2024-03-05\n\n{text}\n")
    (folder / "gold").mkdir()
    (folder / "gold" / "places.jsonl").write_text("".join(f"{json.dumps(fact)}\n" for fact in FACTS))
    assert command(folder, "build", "articles").returncode == 0
    return folder


def test_the_graph_that_was_built(work: Path) -> None:
    done = command(work, "eval", "gold")
    assert (done.returncode, done.stderr) == (0, "")
    rows = dict(line.split(maxsplit=1) for line in done.stdout.splitlines() if line)
    assert rows["basedIn"].split() == ["0.500", "0.500", "0.500", "2", "2"]
    assert rows["modality"] == "right in 1 of 1 found facts"


def test_articles_that_are_built_for_it_and_not_kept(work: Path, run: Run, tmp_path: Path) -> None:
    done = run("eval", work / "gold" / "places.jsonl", work / "articles", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == command(work, "eval", "gold", "--format", "json").stdout
    assert json.loads(done.stdout)["relations"]["basedIn"]["f1"] == 0.5
    assert list(tmp_path.iterdir()) == []


def test_errors_come_with_file_and_sentence(work: Path) -> None:
    lines = command(work, "eval", "gold", "--errors").stdout.splitlines()
    assert lines[lines.index("basedIn") + 1 :][:6] == [
        "missed: Bosch basedIn Frankrijk",
        "    “Bosch is gevestigd in Duitsland.”",
        "    bosch.txt",
        "wrong: Bosch basedIn Duitsland",
        "    “Bosch is gevestigd in Duitsland.”",
        "    bosch.txt",
    ]


def test_min_f1(work: Path) -> None:
    f1 = json.loads(command(work, "eval", "gold", "--format", "json").stdout)["all"]["f1"]
    assert 0 < f1 < 1
    assert command(work, "eval", "gold", "--min-f1", str(f1)).returncode == 0
    done = command(work, "eval", "gold", "--min-f1", "0.95")
    assert done.returncode == 1
    assert done.stderr == f"kg: the F1 of all is {f1:.4f}, below 0.95\n"
    assert done.stdout == command(work, "eval", "gold").stdout


def test_an_article_that_is_skipped_is_told_of(work: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "short.txt").write_text("Xiaomi 2024")
    done = run("eval", work / "gold", work / "articles", "empty.txt", "short.txt")
    assert done.returncode == 0
    warning, skipped = done.stderr.splitlines()
    assert warning.startswith("kg: warning: short.txt: the language is uncertain")
    assert skipped.startswith("kg: skipped: empty.txt: the file is empty")


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["eval"], 2, "Missing argument 'GOLD'"),
        (["eval", "nowhere"], 2, "nowhere: there is no such file or folder"),
        (["eval", "bad.jsonl", "missing"], 2, "bad.jsonl, line 2: this is not JSON: "),
        (["eval", "gold", "-g", "nowhere"], 2, "nowhere: there is no graph in this folder"),
        (["eval", "gold", "missing"], 2, "missing: there is no such file or folder"),
        (["eval", "gold", "empty.txt"], 1, "no article could be read; empty.txt: the file is empty"),
        (["eval", "gold", "articles/bosch.txt"], 2, "gold/places.jsonl, line 1: no article 'philips' is in the graph"),
        (["eval", "gold", "articles", "-g", "graphs"], 2, "give articles or -g, not both"),
        (["eval", "gold", "--min-f1", "2"], 2, "Invalid value for '--min-f1'"),
        (["eval", "gold", "--format", "xml"], 2, "Invalid value for '--format'"),
        (["eval", "gold", "--ontology", "nowhere"], 2, "Invalid value for '--ontology'"),
    ],
)
def test_a_wrong_call_is_one_line(work: Path, arguments: list[str], code: int, complaint: str) -> None:
    (work / "empty.txt").touch()
    (work / "bad.jsonl").write_text(f"{json.dumps(FACTS[0])}\n{{\n")
    done = command(work, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(f"kg: {complaint}")
    assert done.stderr.count("\n") == 1
