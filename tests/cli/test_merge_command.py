"""`kg merge` and `kg split`, and the builds that follow them."""

import shutil
from pathlib import Path

import newspaper
import pytest
from kgcommand import Run, command

HOOF = {"van-hoof", "van-hoof-techniek"}
APPLE = {"apple", "apple-computer"}
NEXT = "build again for the graph to follow: kg build PATHS"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("newspaper")
    done = command(folder, "build", newspaper.write(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy of the articles and their graph, in the folder in which kg runs."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def rebuilt(run: Run, folder: Path) -> set[str]:
    done = run("build", "a")
    assert (done.returncode, done.stderr) == (0, "")
    return newspaper.entities(folder)


def test_merge_and_undo(run: Run, folder: Path) -> None:
    before = {name: (folder / "graphs" / name).read_bytes() for name in ("kg.nq", "kg.trig")}
    assert newspaper.entities(folder) >= HOOF
    done = run("merge", "van hoof", "https://kg.example/entity/van-hoof-techniek")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "ontology/decisions.yaml: the same from now on: Van Hoof, Van Hoof Techniek",
        NEXT,
    ]
    assert len(rebuilt(run, folder) & HOOF) == 1
    shown = run("query", "merges", "--format", "csv").stdout
    assert ",Van Hoof = Van Hoof Techniek,1,a person said so" in shown
    newspaper.add(folder, "vier", newspaper.LATER)
    assert len(rebuilt(run, folder) & HOOF) == 1  # the decision holds for more articles too
    (folder / "a" / "vier.txt").unlink()
    assert run("split", "Van Hoof").stdout.splitlines() == [
        "ontology/decisions.yaml: different from now on: Van Hoof, Van Hoof Techniek",
        NEXT,
    ]
    rebuilt(run, folder)
    assert {name: (folder / "graphs" / name).read_bytes() for name in before} == before


def test_what_kg_took_for_one_thing_can_be_taken_apart(run: Run, folder: Path) -> None:
    assert newspaper.entities(folder) & APPLE == {"apple"}
    assert run("split", "entity/apple-computer", "apple").returncode == 0
    assert "different:\n- [Apple, Apple Computer]\n" in (folder / "ontology" / "decisions.yaml").read_text()
    assert rebuilt(run, folder) >= APPLE


def test_what_is_in_the_file_stays_and_what_contradicts_goes(run: Run, folder: Path) -> None:
    path = folder / "own" / "decisions.yaml"
    path.parent.mkdir()
    path.write_text(
        "different: [[Apple, Philips, Xiaomi], [Apple Computer, Philips]]\nrename: {Philips: Royal Philips}\n"
    )
    done = run("merge", "Apple", "Philips", "--ontology", "own")
    assert (done.returncode, done.stderr) == (0, "")
    assert path.read_text().split(".\n")[-1] == (
        "same:\n- [Apple, Philips]\ndifferent:\n- [Apple, Xiaomi]\n- [Philips, Xiaomi]\n"
        "rename:\n  Philips: Royal Philips\n"
    )
    done = run("split", "Apple", "entity/philips", "--ontology", "own")  # before a build has merged them
    assert done.stdout.splitlines()[0] == "own/decisions.yaml: different from now on: Apple, entity/philips"
    assert "same:" not in path.read_text()


def test_one_name_in_an_article_can_be_taken_from_another(run: Run, folder: Path) -> None:
    """ "Vermeulen" is "Jan Vermeulen" within an article; no merge between articles says so."""
    newspaper.add(folder, "vier", "Piet Dekker van Philips spreekt. Dekker is topman van Philips.")
    assert "dekker" not in rebuilt(run, folder)
    assert run("split", "Piet Dekker", "Dekker").returncode == 0
    assert {"dekker", "piet-dekker"} <= rebuilt(run, folder)


def test_a_decision_about_a_name_that_no_article_has_is_told(run: Run, folder: Path) -> None:
    own = folder / "ontology"
    own.mkdir()
    (own / "decisions.yaml").write_text("same: [[Apple, Aple]]\n")
    (own / "links.yaml").write_text("links: {entity/gone: []}\n")
    done = run("build", "a")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "kg: warning: ontology/decisions.yaml: no article has Aple (same): it has no effect now",
        "kg: warning: ontology/links.yaml: no entity is entity/gone (links): it has no effect now",
    ]


def test_a_namesake_in_one_article_and_undo(run: Run, folder: Path) -> None:
    before = {name: (folder / "graphs" / name).read_bytes() for name in ("kg.nq", "kg.trig")}
    done = run("split", "Apple", "--in", "twee.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "ontology/decisions.yaml: Apple in twee.txt is another one from now on: entity/apple-in-twee-txt",
        NEXT,
    ]
    path = folder / "ontology" / "decisions.yaml"
    assert path.read_text().endswith("\nnamesakes:\n  Apple:\n  - [twee.txt]\n")
    assert rebuilt(run, folder) >= {"apple", "apple-in-twee-txt"}
    newspaper.add(folder, "vier", newspaper.LATER)
    assert rebuilt(run, folder) >= {"apple", "apple-in-twee-txt"}
    (folder / "a" / "vier.txt").unlink()
    assert run("merge", "entity/apple", "entity/apple-in-twee-txt").returncode == 0
    assert "namesakes" not in path.read_text()
    rebuilt(run, folder)
    assert {name: (folder / "graphs" / name).read_bytes() for name in before} == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["split", "Apple", "--in", "geen.txt"], "geen.txt: 'Apple' is not named there; where it is: "),
        (["split", "Apple", "Philips", "--in", "een.txt"], "give another name or --in, not both"),
        (["merge", "Apple", "Philipz"], "no entity is called 'Philipz'; similar: Philips"),
        (["merge", "Apple", "entity/philipz"], "no entity is called 'entity/philipz'"),
        (["merge", "Apple"], "give two names or more: kg merge Apple 'Apple Computer'"),
        (["merge", "Apple", "apple"], "these are names of one thing already: Apple, apple"),
        (["merge"], "Missing argument 'NAMES...'"),
        (["split", "Philips"], "there is nothing to take apart: no other name was taken for 'Philips'"),
        (["split", "Apple", "Philips"], "'Philips' is not taken for Apple; what is: Apple, Apple Computer"),
        (["split", "Apple", "Apple"], "there is nothing to take apart: no other name was taken for 'Apple'"),
        (["split", "Aple"], "no entity is called 'Aple'; similar: Apple"),
        (["split", "Apple", "-g", "nowhere"], "nowhere: there is no graph in this folder"),
    ],
)
def test_a_wrong_call_is_one_line_and_changes_nothing(
    run: Run, folder: Path, arguments: list[str], complaint: str
) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kg: {complaint}")
    assert done.stderr.count("\n") == 1
    assert not (folder / "ontology").exists()
