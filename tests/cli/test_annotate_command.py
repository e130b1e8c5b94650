"""`kg annotate`: what a writer of frames sees."""

from pathlib import Path

import pytest
from kgcommand import Run

ARTICLE = "date 2024-03-14 Het aandeel Philips steeg woensdag met 3 procent. CEO Roy Jakobs gaf 2 miljard euro uit.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "philips.txt"
    path.write_text(ARTICLE)
    return path


def test_words_times_amounts_and_claims_are_shown(run: Run, article: Path) -> None:
    done = run("annotate", article)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Het aandeel Philips steeg woensdag met 3 procent."
    assert lines[1].split() == ["word", "lemma", "tag", "relation", "head", "entity", "features"]
    assert lines[4].split()[:8] == ["2", "Philips", "philips", "PROPN", "appos", "1", "aandeel", "B-ORG"]
    assert "time    woensdag = 2024-03-13" in lines
    assert "amount  3 procent = 3 %" in lines
    assert "claim   Philips priceChange +3 procent [Asserted, 2024-03-13] (by movement)" in lines
    assert "amount  2 miljard euro = 2000000000 EUR" in lines


def test_conllu(run: Run, article: Path) -> None:
    lines = run("annotate", article, "--format", "conllu").stdout.splitlines()
    assert lines[:2] == ["# sent_id = 1", "# text = Het aandeel Philips steeg woensdag met 3 procent."]
    assert len(lines[2].split("\t")) == 10


def test_the_language_can_be_told(run: Run, article: Path) -> None:
    assert "claim" not in run("annotate", article, "--language", "fr").stdout


@pytest.mark.parametrize("name", ["nowhere.txt", ".", "empty.txt"])
def test_a_wrong_file_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("annotate", name)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
