"""`kg review`: to the file, filled in, and back into the graph."""

from pathlib import Path

import newspaper
import pytest
import yaml
from kgcommand import Run

NOBEL = {"nobelwerk", "nobelwerck"}


def filled(path: Path, **things: str) -> None:
    """Fill in the first place of each field."""
    head, found, rest = path.read_text().partition("proposals:")
    for key, value in things.items():
        rest = rest.replace(f"{key}:\n", f"{key}: {value}\n", 1)
    path.write_text(head + found + rest)


def test_review_edit_apply_rebuild(run: Run, tmp_path: Path) -> None:
    assert run("build", newspaper.write(tmp_path)).returncode == 0
    assert newspaper.entities(tmp_path) >= NOBEL
    done = run("review")
    assert done.stdout.splitlines() == [
        "review.yaml: 1 pair to decide",
        "fill in what you know, then: kg review --apply review.yaml",
    ]
    (item,) = yaml.safe_load((tmp_path / "review.yaml").read_text())["proposals"]
    assert item["reasons"] == ["named beside the same others (+0.25)", "one letter differs (+0.50)"]
    assert [thing["entity"] for thing in item["things"]] == ["entity/nobelwerck", "entity/nobelwerk"]
    assert item["things"][0]["sentences"] == ["Het bedrijf Nobelwerck werkt in Gent."]
    assert run("review", "--apply").stdout == "review.yaml: nothing is filled in yet\n"

    filled(tmp_path / "review.yaml", decision="same", rename="Nobelwerken")
    again = run("review")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == (
        "kg: review.yaml: it holds decisions that are not taken in: kg review --apply review.yaml\n"
    )
    assert run("review", "--apply", "review.yaml").stdout.splitlines() == [
        "ontology/decisions.yaml: 1 pair taken from review.yaml",
        "build again for the graph to follow: kg build PATHS",
    ]
    assert run("build", "a").returncode == 0
    assert len(newspaper.entities(tmp_path) & NOBEL) == 1
    assert run("explain", "Nobelwerken").stdout.startswith("Nobelwerken\nalso: Nobelwerck, Nobelwerk\n")
    assert run("review").stdout == "review.yaml: 0 pairs to decide\n"

    newspaper.add(tmp_path, "vier", newspaper.LATER)
    assert run("build", "a").returncode == 0
    assert len(newspaper.entities(tmp_path) & NOBEL) == 1


def test_what_is_said_to_be_different_is_not_asked_again(run: Run, tmp_path: Path) -> None:
    assert run("build", newspaper.write(tmp_path)).returncode == 0
    assert run("review", "-o", "mine.yaml").returncode == 0
    filled(tmp_path / "mine.yaml", decision="different")
    assert run("review", "--apply", "mine.yaml").returncode == 0
    assert run("build", "a").returncode == 0
    assert newspaper.entities(tmp_path) >= NOBEL
    assert run("review").stdout == "review.yaml: 0 pairs to decide\n"


def test_the_pairs_that_are_worth_most_come_first(run: Run, tmp_path: Path) -> None:
    """Both pairs are as likely; but of Zomerenberg there are more claims."""
    figures = "{0} meldt een winst van 3 miljoen euro. {0} schrapt 200 banen."
    (tmp_path / "a").mkdir()
    newspaper.add(tmp_path, "een", "Philips helpt het bedrijf Dekkerbouw. " + figures.format("Zomerenberg"))
    newspaper.add(tmp_path, "twee", "Philips helpt het bedrijf Dekkerboww. " + figures.format("Zomerenbarg"))
    assert run("build", "a").returncode == 0
    assert run("review", "-o", "all.yaml").stdout.startswith("all.yaml: 2 pairs to decide\n")
    items = yaml.safe_load((tmp_path / "all.yaml").read_text())["proposals"]
    assert [item["things"][0]["name"] for item in items] == ["Zomerenbarg", "Dekkerbouw"]
    assert items[0]["claims"] > items[1]["claims"]
    done = run("review", "--limit", "1")
    assert done.stdout.splitlines()[0] == ("review.yaml: 1 pair to decide; 1 that are worth less are left out (--all)")
    assert yaml.safe_load((tmp_path / "review.yaml").read_text())["proposals"] == items[:1]
    assert run("review", "--limit", "1", "--all").stdout.startswith("review.yaml: 2 pairs to decide\n")


PAIR = "- decision: {}\n  things: [{{entity: entity/{}}}, {{entity: entity/{}}}]\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (PAIR.format("yes", "a", "b"), "line 2: proposals.0.decision: write same or different, or nothing"),
        (PAIR.format("sam", "a", "b"), "line 2: proposals.0.decision: write same or different, or nothing"),
        (
            "".join(PAIR.format(*pair) for pair in (("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c"))),
            "line 4: proposals.1.decision: another decision in this file contradicts this",
        ),
        ("- decision: same\n  things: [{entity: entity/a}]\n", "line 3: proposals.0.things: there must be two things"),
        ("- decision: same\n", "line 2: proposals.0.things: this must be a list"),
        (
            "- decision: same\n  things:\n  - {name: A}\n  - {}\n",
            "line 4: proposals.0.things.0.entity: this must be text",
        ),
        (
            "- decision:\n  things:\n  - {entity: A}\n  - {entity: entity/b}\n",
            "line 4: proposals.0.things.0.entity: this must begin with entity/, as kg review wrote it",
        ),
        (
            "- decision:\n  things:\n  - {entity: entity/a,\n     type: CAR}\n  - {entity: entity/b}\n",
            "line 5: proposals.0.things.0.type: the type must be one of ",
        ),
        ("- [", "line 3: this is not YAML"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(run: Run, tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "review.yaml").write_text(f"proposals:\n{text}")
    done = run("review", "--apply")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kg: review.yaml, {complaint}")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "ontology").exists()


def test_a_file_that_is_not_there(run: Run) -> None:
    done = run("review", "--apply", "none.yaml")
    assert done.returncode == 2
    assert done.stderr.startswith("kg: none.yaml: cannot be read: ")
