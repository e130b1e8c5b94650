"""`kg explain` on the sample article."""

from pathlib import Path

import pytest
from kgcommand import SAMPLE, Run


@pytest.mark.parametrize("name", ["Xiaomi", "xiaomi", "XIAOMI"])
def test_the_case_of_letters_does_not_matter(run: Run, graphs: Path, name: str) -> None:
    done = run("explain", name, "-g", graphs)
    assert done.returncode == 0
    assert done.stdout.startswith("Xiaomi\n")


def test_claims_have_sentence_modality_time_confidence_and_places(run: Run, graphs: Path) -> None:
    lines = [line.strip() for line in run("explain", "Xiaomi", "-g", graphs).stdout.splitlines()]
    start = lines.index("Xiaomi launches elektrische wagen")
    details, sentence, places = lines[start + 1 : start + 4]
    assert details.startswith("modality Planned, confidence ")
    assert "when 2023/.." in details
    assert "elektrische wagen" in sentence
    article = SAMPLE.read_text().split("\n")
    numbers = [int(place.removeprefix(f"{SAMPLE.name}:")) for place in places.split(", ")]
    assert len(numbers) == 2  # the sample repeats the paragraph
    assert all(sentence.strip("“”")[-60:] in article[number - 1] for number in numbers)


def test_claims_of_the_entity_as_object_and_as_source_are_shown(run: Run, graphs: Path) -> None:
    output = run("explain", "Xiaomi", "-g", graphs).stdout
    assert "\nLei Jun ceoOf Xiaomi\n" in output
    assert ", role CEO" in output
    assert "\nXiaomi says " in run("explain", "Reuters", "-g", graphs).stdout


def test_an_unknown_name_comes_with_those_that_are_near(run: Run, graphs: Path) -> None:
    done = run("explain", "Xiaome", "-g", graphs)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kg: no entity is called 'Xiaome'; similar: Xiaomi\n"


def test_text_from_articles_is_made_safe_for_the_terminal(run: Run, tmp_path: Path) -> None:
    text = "Philips is \x1b[31m\u202egevestigd\u202c in Nederland. Het bedrijf Philips maakt al jaren grote machines."
    (tmp_path / "a.txt").write_text(text)
    assert run("build", "a.txt").returncode == 0
    done = run("explain", "Philips")
    assert "grote machines" in done.stdout or "Nederland" in done.stdout
    assert not {"\x1b", "\u202e", "\u202c"} & set(done.stdout)
