"""What a user may put in by mistake: one clear line each, no traceback, and the exit code 1 or 2."""

import json
from pathlib import Path

import pytest
from kgcommand import Run

DUTCH = "date 2024-03-05\n\nPhilips is gevestigd in Nederland. Topman Roy Jakobs leidt het bedrijf al jaren.\n"
JAPANESE = "小米は電気自動車の量産を開始する計画を発表した。同社は今後十年間で百億ドルを投資する予定である。" * 5


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n", "the file is empty"),
        ("binary.txt", bytes(range(256)) * 40, "this is not a text file"),
        ("large.txt", b"Een zin van Xiaomi. " * 1_000_000, "larger (20,000,000 bytes) than the 2,000,000 allowed"),
        ("japanese.txt", JAPANESE.encode(), "the language is 'ja'"),
        ("header.txt", b"---\ntitle: [a\n---\nTekst", "line 3: the front matter is not YAML"),
        ("date.txt", b"date 2021-13 Tekst", "line 1: the date '2021-13' is no date"),
    ],
)
def test_a_bad_article_is_skipped_with_a_line(run: Run, tmp_path: Path, name: str, data: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = run("build", name)
    assert done.returncode == 1
    skipped, nothing = done.stderr.splitlines()
    assert skipped.startswith(f"kg: skipped: {name}: {complaint}")
    assert nothing == "kg: no article could be read; nothing is written"
    assert not (tmp_path / "graphs" / "store").exists()


def test_a_bad_article_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a-empty.txt").touch()
    (tmp_path / "in" / "good.txt").write_text(DUTCH)
    (tmp_path / "in" / "latin1.txt").write_bytes(f"{DUTCH} Café is één woord.".encode("latin-1"))
    (tmp_path / "in" / "utf16.txt").write_bytes(f"{DUTCH} Wéér een zin.".encode("utf-16"))
    done = run("build", "in")
    assert done.returncode == 1
    assert [line.split(";")[0] for line in done.stderr.splitlines()] == [
        "kg: warning: latin1.txt: not UTF-8, read as Windows-1252",
        "kg: skipped: a-empty.txt: the file is empty",
    ]
    assert done.stdout.splitlines()[0].split() == ["documents", "3"]
    texts = run("query", "--format", "json", "SELECT ?text WHERE { ?document kg:text ?text }").stdout
    assert "Café is één woord." in texts
    assert "Wéér een zin." in texts


def test_an_uncertain_language_is_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Het nieuws")
    done = run("build", "short.txt")
    assert (done.returncode, done.stderr) == (0, "kg: warning: short.txt: the language is uncertain; read as 'nl'\n")


@pytest.mark.parametrize(
    "name", ['say "hi" <b>.txt', "back\\slash.txt", "line\nbreak.txt", "a\u202egnp.txt", "esc\x1b[31m.txt"]
)
def test_hostile_file_names_are_printed_on_one_safe_line_and_kept_in_the_graph(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(DUTCH)
    (tmp_path / "in" / f"empty {name}").touch()
    done = run("build", "in")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not {"\x1b", "\u202e"} & set(done.stderr)
    files = run("query", "--format", "json", "SELECT ?file WHERE { ?document kg:file ?file }")
    assert name in {row["file"]["value"] for row in json.loads(files.stdout)["results"]["bindings"]}


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["build", "nowhere"], 2, "nowhere: there is no such file or folder"),
        (["build", "empty"], 2, "empty: no articles in this folder; kg reads .txt"),
        (["build", "taken"], 2, "taken: unknown kind of file"),
        (["build", "a.txt", "-o", "taken"], 1, "taken: cannot write there: it is not a folder"),
        (["build", "a.txt", "-o", "taken/below"], 1, "taken/below: cannot write there: Not a directory"),
        (["build", "a.txt", "--ontology", "nowhere"], 2, "Invalid value for '--ontology'"),
        (["build", "a.txt", "--max-size", "0"], 2, "Invalid value for '--max-size'"),
        (["query", "SELECT * WHERE { ?s ?p ?o }"], 2, "graphs: there is no graph in this folder; make one with"),
        (["explain", "Xiaomi"], 2, "graphs: there is no graph in this folder; make one with"),
        (["view"], 2, "graphs: there is no graph in this folder; make one with"),
        (["view", "-g", "taken"], 2, "taken: there is no graph in this folder; make one with"),
        (["biuld"], 2, "No such command 'biuld'"),
        (["query", "--nonsense"], 2, "No such option"),
    ],
)
def test_a_wrong_call_is_one_line(run: Run, tmp_path: Path, arguments: list[str], code: int, complaint: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "taken").touch()
    (tmp_path / "a.txt").write_text(DUTCH)
    done = run(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith(f"kg: {complaint}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("ontology/lexicon/nl.yaml", "relations:\n  acquires:\n    verbs: kopen\n", "line 3: relations.acquires.verbs"),
        ("ontology/lexicon/nl.yaml", "relations: [", "this is not YAML"),
        ("ontology/gazetteer/own.yaml", "philips: [", "own.yaml"),
        ("kg.yaml", "base: x\n", "kg.yaml, line 1: base: unknown key"),
    ],
)
def test_a_malformed_setting_stops_the_build(run: Run, tmp_path: Path, file: str, text: str, complaint: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text)
    (tmp_path / "a.txt").write_text(DUTCH)
    done = run("build", "a.txt")
    assert done.returncode in (1, 2)
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_query_with_a_syntax_error_is_one_line_and_its_place(run: Run, graphs: Path) -> None:
    done = run("query", "-g", graphs, "SELECT ?s WHERE { ?s ?p }")
    assert done.returncode == 2
    line, text, caret = done.stderr.splitlines()
    assert line.startswith("kg: the query is wrong in line 1, column 25: ")
    assert text.strip() == "SELECT ?s WHERE { ?s ?p }"
    assert caret.index("^") == text.index("}")


def test_nothing_built_is_lost_when_a_build_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DUTCH)
    (tmp_path / "b.txt").touch()
    assert run("build", "a.txt").returncode == 0
    before = (tmp_path / "graphs" / "kg.nq").read_bytes()
    assert run("build", "b.txt").returncode == 1
    assert (tmp_path / "graphs" / "kg.nq").read_bytes() == before
    assert "a.txt" in run("query", "SELECT ?file WHERE { ?document kg:file ?file }").stdout
