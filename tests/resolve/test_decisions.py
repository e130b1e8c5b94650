"""decisions.yaml: what may be in it, what is wrong with it, and adding to it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.resolve.decisions import key_of, load_decisions
from kg.resolve.decisions_file import HEADER, DecisionsFile, read_decisions, write_decisions


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Apple Inc.", "entity/apple-inc"),
        ("entity/apple", "entity/apple"),
        ("https://kg.example/entity/apple", "entity/apple"),
        ("https://news.example/kg#entity/d1/ev-eenheid", "entity/d1/ev-eenheid"),
    ],
)
def test_what_stands_for_an_entity(text: str, key: str) -> None:
    assert key_of(text) == key


def test_what_is_decided(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("same: [[B, A]]\ndifferent: [[A, C, D]]\nrename: {A: ' Alfa  Co '}\ntype: {A: PROD}\n")
    found = load_decisions(path)
    assert found.same == (("entity/a", "entity/b"),)
    assert {tuple(sorted(pair)) for pair in found.different} == {
        ("entity/a", "entity/c"),
        ("entity/a", "entity/d"),
        ("entity/c", "entity/d"),
    }
    assert (found.rename, found.types) == ({"entity/a": "Alfa Co"}, {"entity/a": "PROD"})


def test_a_name_that_was_merged_says_what_the_entity_is_called(tmp_path: Path) -> None:
    found = load_decisions(None)
    assert found.on_entities(lambda key: "entity/x") == found
    path = tmp_path / "decisions.yaml"
    path.write_text("rename: {A: Alfa}\ntype: {B: PROD}\n")
    found = load_decisions(path).on_entities({"entity/a": "entity/x", "entity/b": "entity/y"}.__getitem__)
    assert (found.rename, found.types) == ({"entity/x": "Alfa"}, {"entity/y": "PROD"})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("same: [[A, B]]\nsome: []", "line 2: some: unknown key; known here: different, namesakes, rename, same, type"),
        ("same: A", "line 1: same: this must be a list"),
        ("same:\n- [A, B]\n- A", "line 3: same.1: this must be a list"),
        ("same:\n- [A, B]\n- [A]", "line 3: same.1: two names or more are wanted: [Apple, Apple Computer]"),
        ("different:\n- [A.B., A-B]", "line 2: different.0: two names or more are wanted: [Apple, Apple Computer]"),
        ("different:\n- [A,\n   2]", "line 3: different.0.1: this must be text (put it in quotes)"),
        ("rename: [A]", "line 1: rename: this must be a mapping"),
        ("rename:\n  A: 3", "line 2: rename.A: this must be text"),
        ("rename:\n  3: A", "line 2: rename.3: write this key in quotes: YAML does not read it as text"),
        ("type:\n  A: PROD\n  B: CAR", "line 3: type.B: the type must be one of "),
        ("namesakes: [A]", "line 1: namesakes: this must be a mapping"),
        ("namesakes:\n  A: a.txt", "line 2: namesakes.A: this must be a list"),
        ("namesakes:\n  A: [a.txt]", "line 2: namesakes.A.0: this must be a list"),
        ("namesakes:\n  A: [[a.txt], [a.txt, b.txt]]", "line 2: namesakes.A: each list must have a file, and no file "),
        ("same: ]", "line 1: this is not YAML: "),
    ],
)
def test_a_mistake_is_told_with_line_and_key(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text)
    for reader in (load_decisions, read_decisions):
        with pytest.raises(UsageError) as error:
            reader(path)
        assert str(error.value).startswith(f"{path}, {complaint}")


AB, ABC = (("A", "B"),), (("A", "B", "C"),)


@pytest.mark.parametrize(
    ("before", "names", "keys", "same", "different"),
    [
        (DecisionsFile(), ["B", "A"], [], AB, ()),
        (DecisionsFile(same=AB), ["entity/a", "B"], [], AB, ()),
        (DecisionsFile(same=AB), ["B", "C"], [], ABC, ()),
        (DecisionsFile(different=AB), ["A", "B"], [], AB, ()),
        (DecisionsFile(different=ABC), ["A", "B"], [], AB, (("A", "C"), ("B", "C"))),
        (DecisionsFile(same=AB, different=(("B", "C"),)), ["A", "C"], [], ABC, ()),
        (DecisionsFile(different=(("A2", "B"), ("A2", "C"))), ["A", "B"], ["entity/a2"], AB, (("A2", "C"),)),
    ],
)
def test_merging(
    before: DecisionsFile,
    names: list[str],
    keys: list[str],
    same: tuple[tuple[str, ...], ...],
    different: tuple[tuple[str, ...], ...],
) -> None:
    after = before.merging(names, keys).sorted()
    assert (after.same, after.different) == (same, different)


@pytest.mark.parametrize(
    ("before", "name", "others", "same", "different"),
    [
        (DecisionsFile(), "B", ["A"], (), AB),
        (DecisionsFile(same=AB), "A", ["B"], (), AB),
        (DecisionsFile(same=ABC), "A", ["B"], (("A", "C"),), AB),
        (DecisionsFile(same=ABC), "A", ["B", "C"], (), ABC),
        (DecisionsFile(same=(("A", "C"), ("C", "B"))), "A", ["entity/b"], (("A", "C"),), (("A", "entity/b"),)),
        (DecisionsFile(different=AB), "A", ["B", "C"], (), ABC),
        (DecisionsFile(different=ABC), "A", ["B"], (), ABC),
    ],
)
def test_parting(
    before: DecisionsFile,
    name: str,
    others: list[str],
    same: tuple[tuple[str, ...], ...],
    different: tuple[tuple[str, ...], ...],
) -> None:
    after = before.parting(name, others).sorted()
    assert (after.same, after.different) == (same, different)


def test_namesakes_are_things_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("namesakes: {A B: [[d/y.txt, x.txt], [z.txt]]}\n")
    found = load_decisions(path)
    files = (["x.txt"], ["q.txt", "d/y.txt"], ["z.txt"], ["q.txt"])
    assert [found.key_in("entity/a-b", each) for each in files] == [
        "entity/a-b-in-d-y-txt",
        "entity/a-b-in-d-y-txt",
        "entity/a-b-in-z-txt",
        "entity/a-b",
    ]
    assert found.key_in("entity/c", ["x.txt"]) == "entity/c"
    assert len(found.different) == 3


@pytest.mark.parametrize(
    ("before", "files", "after"),
    [
        ({}, ["b", "a", "b"], {"A": (("a", "b"),)}),
        ({"A": (("a", "b"),)}, ["b"], {"A": (("a",), ("b",))}),
        ({"A": (("a",),)}, ["a"], {"A": (("a",),)}),
        ({"B": (("a",),)}, ["a"], {"A": (("a",),), "B": (("a",),)}),
    ],
)
def test_telling_apart_and_undo(
    before: dict[str, tuple[tuple[str, ...], ...]], files: list[str], after: dict[str, tuple[tuple[str, ...], ...]]
) -> None:
    found = DecisionsFile(namesakes=before).telling_apart("A", files).sorted()
    assert found.namesakes == after
    undone = found.merging(["A", f"entity/a-in-{min(files)}"])
    assert (undone.same, undone.namesakes.get("A", ())) == ((), tuple(g for g in after["A"] if min(files) not in g))


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(
        "# mine\ntype:\n  Weibo: PROD  # no firm\n"
        "same:\n  - [Apple Inc., 'Apple #1']\nrename: {Apple: Apple Inc.}\n#end\n"
    )
    write_decisions(read_decisions(path).merging(["Xiaomi", "Mi"]).calling("apple", "Appel"), path)
    text = (
        "# mine\n# no firm\n#end\n"
        "same:\n- ['Apple #1', Apple Inc.]\n- [Mi, Xiaomi]\n"
        "rename:\n  apple: Appel\n"
        "type:\n  Weibo: PROD\n"
    )
    assert path.read_text() == HEADER + text
    write_decisions(read_decisions(path), path)
    assert path.read_text() == HEADER + text
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


GROUPS = st.lists(st.lists(st.text(min_size=1), min_size=2, max_size=4, unique_by=key_of).map(tuple), max_size=3)
TEXTS = st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=3)


@given(GROUPS, GROUPS, TEXTS)
def test_any_text_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory,
    same: list[tuple[str, ...]],
    different: list[tuple[str, ...]],
    rename: dict[str, str],
) -> None:
    path = tmp_path_factory.mktemp("any") / "decisions.yaml"
    written = DecisionsFile(tuple(same), tuple(different), rename).sorted()
    write_decisions(written, path)
    assert read_decisions(path) == written
    assert set(yaml.safe_load(path.read_text("utf-8")) or {}) <= {"same", "different", "rename"}
