"""`kg query`: what it prints, and what it refuses with one line."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree

import pytest
import rdflib
from kgcommand import ROOT, Done, Run

from kg.query.saved import saved_queries

SLOW = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{i} ?b{i} ?c{i} .' for i in range(5))} }}"
SAVED = [saved.name for saved in saved_queries()]
HOSTILE = "tab\there \x1b[31m \u202eabc\u202c \x07"
SELECT_HOSTILE = r'SELECT ("tab\there \u001B[31m \u202Eabc\u202C \u0007" AS ?text) {}'


def refused(done: Done, code: int = 2) -> str:
    """The line that tells what is wrong."""
    assert (done.returncode, done.stdout) == (code, "")
    line, *excerpt = done.stderr.splitlines()
    assert not excerpt or (len(excerpt) == 2 and excerpt[1].strip() == "^")
    assert line.startswith("kg: ")
    return line.removeprefix("kg: ")


def answered(done: Done) -> str:
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("arguments", [["facts"], ["about", "--name", "Reuters"]])
def test_a_saved_query(run: Run, graphs: Path, arguments: list[str]) -> None:
    heading, *rows = answered(run("query", *arguments, "-g", graphs)).splitlines()
    assert heading.split()[:3] == ["subject", "relation", "object"]
    assert any(row.split()[:2] == ["Reuters", "kg:says"] for row in rows)


def test_the_list_has_a_line_for_each_with_what_it_answers(run: Run) -> None:
    lines = answered(run("query", "--list")).splitlines()
    assert [line.split()[0] for line in lines] == SAVED
    assert lines[0].startswith("about --name NAME  ")
    assert all(line.endswith(".") for line in lines)


def test_a_saved_query_in_the_working_directory_is_found(run: Run, graphs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ontology" / "queries"
    folder.mkdir(parents=True)
    (folder / "mine.rq").write_text("# Mine.\nASK { ?x kg:ceoOf ?y }")
    assert answered(run("query", "mine", "-g", graphs)) == "yes\n"
    assert re.search("^mine +Mine.$", answered(run("query", "--list")), re.MULTILINE)
    (tmp_path / "ontology").rename(tmp_path / "other")
    assert answered(run("query", "mine", "-g", graphs, "--ontology", "other")) == "yes\n"
    assert "there is no saved query 'mine'" in refused(run("query", "mine", "-g", graphs))


def test_about_in_any_case(run: Run, graphs: Path) -> None:
    answers = {answered(run("query", "about", "--name", name, "-g", graphs)) for name in ("xiaomi", "XIAOMI")}
    assert len(answers) == 1
    assert "Lei Jun" in answers.pop()


def test_a_name_that_is_none_is_told_and_does_no_harm(run: Run, graphs: Path) -> None:
    before = answered(run("query", "facts", "-g", graphs))
    for name, told in (('" } DROP ALL', "'\" } DROP ALL'"), ("Xaiomi", "'Xaiomi'; similar: Xiaomi"), ("\udcff", "'?'")):
        assert refused(run("query", "about", "--name", name, "-g", graphs)) == f"no entity is called {told}"
    assert answered(run("query", "facts", "-g", graphs)) == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "give a query, the name of a saved one, or -f FILE; see the saved ones with: kg query --list"),
        (["about"], "this saved query needs --name NAME: any name of the entity"),
        (["facts", "--name", "x"], "the saved query facts has no --name; it takes no parameters"),
        (["timeline", "--name=x"], "the saved query timeline has no --name; it takes --from, --to"),
        (["timeline", "--from", "mei"], "--from must be a day, month or year, such as 2023-04-19"),
        (["ASK {}", "--name", "x"], "No such option '--name'."),
        (["nothing"], "there is no saved query 'nothing'; see them with: kg query --list"),
        (["ASK {\n ?s ?p }"], "the query is wrong in line 2, column 8: expected "),
        (["ASK { ?s ?p '\udcff' }"], "the query is wrong in line 1, column 14: this is not UTF-8 text"),
        (["CLEAR ALL"], "kg query only reads; CLEAR would change the graph"),
        (["ASK {}", "--timeout", "nan"], "a query may take more than 0 and at most 86,400 seconds"),
        (["ASK {}", "--format", "ttl"], "ttl is for triples"),
        (["-f", "none.rq"], "none.rq: cannot be read: No such file or directory"),
        (["-f", "."], ".: cannot be read: "),
    ],
)
def test_what_is_wrong_is_one_line(run: Run, graphs: Path, arguments: list[str], complaint: str) -> None:
    assert refused(run("query", "-g", graphs, *arguments)).startswith(complaint)


def test_a_query_from_a_file(run: Run, graphs: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_bytes(b"\xef\xbb\xbf# caf\xc3\xa9\r\nASK { ?x kg:ceoOf ?y }\r\n")
    assert answered(run("query", "-f", "mine.rq", "-g", graphs)) == "yes\n"
    (tmp_path / "mine.rq").write_bytes(b"ASK {\r\n?x ?y 1.}}")
    assert "line 2, column 10" in refused(run("query", "-f", "mine.rq", "-g", graphs))
    (tmp_path / "mine.rq").write_bytes(b"ASK { ?x ?y '\xff' }")
    assert refused(run("query", "-f", "mine.rq", "-g", graphs)) == "mine.rq: this is not UTF-8 text; save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "code", "shown"),
    [
        (b"ASK { ?x kg:ceoOf ?y }", 0, "yes"),
        (b"\xef\xbb\xbfASK { ?x rdfs:label 'Stra\xc3\x9fe' }", 0, "no"),
        (b"ASK { ?x ?y '\xff' }", 2, "kg: -: this is not UTF-8 text; save it as UTF-8"),
        (b"", 2, "kg: the query is empty"),
    ],
)
def test_a_query_from_standard_input(graphs: Path, data: bytes, code: int, shown: str) -> None:
    """UTF-8, whatever the locale says."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    python = [sys.executable, "-m", "kg", "query", "-f", "-", "-g", str(graphs)]
    done = subprocess.run(python, input=data, env=environment, capture_output=True)
    assert (done.returncode, (done.stdout + done.stderr).decode().splitlines()) == (code, [shown])


@pytest.mark.parametrize(("options", "shown"), [([], "Lei Jun"), (["--iri"], "https://kg.example/entity/lei-jun")])
def test_entities_are_shown_by_name_or_by_iri(run: Run, graphs: Path, options: list[str], shown: str) -> None:
    query = "SELECT ?who ?how { ?c rdf:predicate kg:ceoOf ; rdf:subject ?who ; kg:modality ?how }"
    heading, row = answered(run("query", query, "-g", graphs, *options)).splitlines()
    assert heading.split() == ["who", "how"]
    assert row == f"{shown}  kg:Asserted"


def test_every_form_holds_the_same_rows(run: Run, graphs: Path) -> None:
    query = "SELECT ?s ?text { ?s oa:exact ?text } ORDER BY ?s ?text"
    texts = {form: answered(run("query", query, "-g", graphs, "--format", form)) for form in ("json", "csv", "tsv")}
    rows = [(r["s"]["value"], r["text"]["value"]) for r in json.loads(texts["json"])["results"]["bindings"]]
    assert len(rows) > 20
    assert [tuple(row) for row in csv.reader(io.StringIO(texts["csv"]))] == [("s", "text"), *rows]
    read = rdflib.query.Result.parse(io.BytesIO(texts["tsv"].encode()), format="tsv")
    assert [tuple(map(str, row)) for row in read] == rows


def test_triples(run: Run, graphs: Path) -> None:
    turtle = answered(run("query", "DESCRIBE <https://kg.example/entity/xiaomi>", "-g", graphs, "--format", "ttl"))
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    assert {str(subject) for subject in graph.subjects()} == {"https://kg.example/entity/xiaomi"}


def test_hostile_text_goes_through_a_pipe_unchanged(run: Run, graphs: Path) -> None:
    answer = json.loads(answered(run("query", SELECT_HOSTILE, "-g", graphs, "--format", "json")))
    assert answer["results"]["bindings"][0]["text"]["value"] == HOSTILE
    assert answered(run("query", SELECT_HOSTILE, "-g", graphs, "--format", "csv")) == f"text\n{HOSTILE}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize("form", ["table", "csv"])
def test_hostile_text_does_not_reach_a_terminal(graphs: Path, form: str) -> None:
    terminal, end = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    python = [sys.executable, "-m", "kg", "query", SELECT_HOSTILE, "-g", str(graphs), "--format", form]
    done = subprocess.run(python, env=environment, stdout=end, stderr=subprocess.PIPE)
    os.close(end)
    shown = os.read(terminal, 65536).decode()
    os.close(terminal)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "abc" in shown
    assert not set("\x1b\x07\u202e\u202c") & set(shown)


def test_a_slow_query_is_ended(run: Run, graphs: Path) -> None:
    begin = time.monotonic()
    done = run("query", SLOW, "--timeout", "1", "-g", graphs)
    assert refused(done, 1) == "the query took longer than 1 s"
    assert time.monotonic() - begin < 8


def test_no_graph(run: Run, tmp_path: Path) -> None:
    (tmp_path / "graphs").mkdir()
    for folder in ("graphs", "none"):
        line = refused(run("query", "facts", "-g", folder))
        assert line == f"{folder}: there is no graph in this folder; make one with: kg build -o {folder}"


@pytest.mark.parametrize(
    "arguments", [["query", "facts"], ["explain", "Xiaomi"], ["view", "--no-open"]], ids=lambda arguments: arguments[0]
)
def test_a_damaged_graph(run: Run, graphs: Path, tmp_path: Path, arguments: list[str]) -> None:
    copytree(graphs, tmp_path / "graphs")
    (tmp_path / "graphs" / "store" / "CURRENT").write_text("nonsense")
    assert refused(run(*arguments), 1).startswith("graphs: the graph cannot be read; build it again (")


def test_a_parameter_that_is_called_like_an_option_is_one_line(run: Run, tmp_path: Path, graphs: Path) -> None:
    (tmp_path / "ontology" / "queries").mkdir(parents=True)
    (tmp_path / "ontology" / "queries" / "mine.rq").write_text(
        "# Mine.\n# --file FILE: one\nSELECT ?file { ?s ?p ?file }"
    )
    line = refused(run("query", "mine", "-g", graphs))
    assert line == "the saved query mine cannot have a parameter file: that is an option of kg query"


def test_parameters_are_options_wherever_they_stand(run: Run, graphs: Path) -> None:
    calls = [["timeline", "--from", "2024"], ["--from=2024", "timeline"], ["--iri", "timeline", "--from=2024"]]
    first, second, third = (answered(run("query", "-g", graphs, *call)) for call in calls)
    assert first == second
    assert {line.split()[0] for line in first.splitlines()[1:]} == {"2023/..", "2024-01/2024-06", "2021-10/2031-10"}
    assert len(third.splitlines()) == len(first.splitlines())


def test_the_help_of_a_saved_query_tells_of_it(run: Run) -> None:
    text = answered(run("query", "timeline", "--help"))
    assert "timeline: The claims with a time" in " ".join(text.split())
    assert "--to DATE" in text
    assert "[required]" not in text
    assert "--name NAME" in (about := answered(run("query", "about", "--help")))
    assert "[required]" in about
    assert "--name" not in answered(run("query", "--help")).replace("about --name Xiaomi", "")


def test_a_mistake_is_shown_in_its_line(run: Run, graphs: Path) -> None:
    done = run("query", "SELECT ?x {\n\t?x kg:ceoOf é }", "-g", graphs)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[1:] == ["     ?x kg:ceoOf é }", f"    {' ' * 13}^"]


@pytest.mark.parametrize(
    ("name", "options", "begin"),
    [
        ("a.csv", [], "relation,"),
        ("a.md", [], "| relation |"),
        ("a.XML", [], "<?xml "),
        ("a.txt", [], "relation  "),
        ("a.csv", ["--format", "tsv"], "?relation\t"),
    ],
)
def test_an_answer_in_a_file(run: Run, graphs: Path, tmp_path: Path, name: str, options: list[str], begin: str) -> None:
    assert answered(run("query", "relations", "-g", graphs, "-o", name, *options)) == ""
    assert (tmp_path / name).read_text("utf-8").startswith(begin)


def test_a_file_that_cannot_be_written_is_one_line(run: Run, graphs: Path) -> None:
    assert refused(run("query", "relations", "-g", graphs, "-o", "none/a.csv"), 1).startswith("none/a.csv: ")


def test_what_a_query_comes_to(run: Run, graphs: Path) -> None:
    text = answered(run("query", "about", "--name", "xiaomi", "--explain", "-g", graphs))
    rows = json.loads(answered(run("query", "about", "--name", "xiaomi", "-g", graphs, "--format", "json")))
    assert "<https://kg.example/ontology#modality> ?modality" in text
    assert "with ?name = 'xiaomi'" in text
    assert re.search(r"^graphs  the union of all named graphs", text, re.MULTILINE)
    assert re.search(rf"^rows    {len(rows['results']['bindings'])}$", text, re.MULTILINE)
    assert len(re.findall(r"\d ms ", text)) == 2
    assert "those that FROM" in answered(run("query", "ASK FROM <urn:x> {}", "--explain", "-g", graphs))
