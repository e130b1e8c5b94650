"""Gold files, and the mistakes in them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.evaluate import read_gold
from kg.resources import SHIPPED

FACT = {"doc": "a", "s": "Jobs", "p": "ceoOf", "o": "Apple", "sentence": "Jobs leidt Apple."}
ALIASES = {"doc": "a", "entities": [{"name": "Steve Jobs", "type": "PER", "aliases": ["Jobs"]}]}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records))
    return path


def test_a_fact_with_everything(tmp_path: Path) -> None:
    more = {"modality": "ended", "source": "Jobs", "when": "2009", "role": "CEO", "cue": "zei", "sent": 3, "adj": True}
    [fact] = read_gold(write(tmp_path / "g.jsonl", FACT | more, ALIASES), SHIPPED).facts  # the order does not matter
    assert (fact.document, fact.relation, fact.sentence) == ("a", "ceoOf", "Jobs leidt Apple.")
    assert (fact.subject.label, fact.subject.names) == ("Jobs", {"Jobs", "Steve Jobs"})
    assert (fact.object.label, fact.object.names) == ("Apple", {"Apple"})
    assert (fact.modality, fact.source.names, fact.when) == ("ended", {"Jobs", "Steve Jobs"}, "2009")
    assert fact.place == f"{tmp_path}/g.jsonl, line 1"


@pytest.mark.parametrize("nothing", [{}, {"modality": None, "source": None, "when": None}, {"source": "", "when": ""}])
def test_what_gold_leaves_out(tmp_path: Path, nothing: dict[str, object]) -> None:
    [fact] = read_gold(write(tmp_path / "g.jsonl", FACT | nothing), SHIPPED).facts
    assert (fact.modality, fact.source.names, fact.when) == ("asserted", frozenset(), "")


def test_aliases_are_those_of_the_same_article_in_any_spelling(tmp_path: Path) -> None:
    facts = read_gold(write(tmp_path / "g.jsonl", ALIASES, FACT | {"s": "JOBS"}, FACT | {"doc": "b"}), SHIPPED).facts
    assert [fact.subject.names for fact in facts] == [{"JOBS", "Jobs", "Steve Jobs"}, {"Jobs"}]


def test_a_folder_is_all_its_jsonl_files_by_name(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", FACT | {"doc": "b"})
    write(tmp_path / "a.gold.jsonl", FACT, FACT | {"doc": "c"})
    write(tmp_path / "notes.json", "no gold")
    gold = read_gold(tmp_path, SHIPPED)
    assert [fact.document for fact in gold.facts] == ["a", "c", "b"]
    assert gold.documents == {
        "a": f"{tmp_path}/a.gold.jsonl, line 1",
        "c": f"{tmp_path}/a.gold.jsonl, line 2",
        "b": f"{tmp_path}/b.jsonl, line 1",
    }


def test_blank_lines_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    line = json.dumps(FACT | {"o": "Ap\u2028ple"}, ensure_ascii=False)
    (tmp_path / "g.jsonl").write_bytes(f"\ufeff{line}\r\n\r\n{line}\r\n".encode())
    facts = read_gold(tmp_path / "g.jsonl", SHIPPED).facts
    assert [fact.place[-6:] for fact in facts] == ["line 1", "line 3"]
    assert facts[0].object.label == "Ap\u2028ple"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "this is not JSON: Expecting property name enclosed in double quotes (column 2)"),
        ("[" * 100_000, "this is not JSON in UTF-8"),
        ('{"sent": ' + "1" * 5_000 + "}", "this is not JSON in UTF-8"),
        ("[]", "this must be a JSON object: {...}"),
        *((FACT | {key: 3}, f"'{key}' must be text") for key in ("doc", "s", "p", "o", "sentence", "modality", "when")),
        *(({k: v for k, v in FACT.items() if k != key}, f"'{key}' is missing") for key in FACT),
        *((FACT | {key: " "}, f"'{key}' is empty") for key in ("doc", "s", "sentence")),
        (FACT | {"p": "ceoof"}, "'p' is 'ceoof', which is unknown; similar: ceoOf"),
        (FACT | {"p": "zzz"}, "'p' is 'zzz', which is unknown"),
        (FACT | {"modality": "plan"}, "'modality' is 'plan', which is unknown; similar: planned"),
        ({"entities": []}, "'doc' is missing"),
        ({"doc": "a", "entities": {}}, "'entities' must be a list"),
        ({"doc": "a", "entities": ["Jobs"]}, "'entities' must be a list of objects"),
        ({"doc": "a", "entities": [{"type": "PER"}]}, "'name' is missing"),
        ({"doc": "a", "entities": [{"name": "Jobs", "aliases": "J"}]}, "'aliases' must be a list"),
        ({"doc": "a", "entities": [{"name": "Jobs", "aliases": [1]}]}, "'aliases' must be a list of texts"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, line: object, complaint: str) -> None:
    text = line if isinstance(line, str) else json.dumps(line)
    (tmp_path / "g.jsonl").write_text(f"{json.dumps(FACT)}\n\n{text}\n")
    with pytest.raises(UsageError) as error:
        read_gold(tmp_path, SHIPPED)
    assert str(error.value) == f"{tmp_path}/g.jsonl, line 3: {complaint}"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("nowhere", "there is no such file or folder"),
        ("folder", "no *.jsonl files in this folder"),
        ("empty.jsonl", "there are no facts in it"),
        ("names.jsonl", "there are no facts in it"),
    ],
)
def test_nothing_to_read(tmp_path: Path, name: str, complaint: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.jsonl").touch()
    write(tmp_path / "names.jsonl", ALIASES)
    with pytest.raises(UsageError) as error:
        read_gold(tmp_path / name, SHIPPED)
    assert str(error.value) == f"{tmp_path / name}: {complaint}"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FACT, "entities", "name"]), inner),
    max_leaves=8,
)


@given(st.lists(JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=20), max_size=4))
def test_whatever_is_in_a_file_it_is_gold_or_a_mistake(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.jsonl"
    file.write_bytes(b"\n".join(lines))
    with pytest.raises(UsageError, match=r"any\.jsonl"):
        read_gold(file, SHIPPED)  # a lucky fact would need all of five keys
