"""The prompt of `kg query`, typed at through a pipe."""

import stat
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent, Completer
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kg.errors import KgError, UsageError
from kg.plain import UNSEEN
from kg.query.engine import QueryEngine
from kg.query.entities import entity_names
from kg.query.prompt import history
from kg.query.prompt.commands import COMMANDS, Settings, run
from kg.query.prompt.completing import NameCompleter, QueryCompleter
from kg.query.prompt.reading import SparqlLexer, is_whole
from kg.query.prompt.session import GREETING, Conversation
from kg.query.prompt.words import KEYWORDS, Words, words
from kg.query.saved import saved_queries

CTRL_D = "\x04"
XIAOMI = "<https://kg.example/entity/xiaomi>"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for what programs remember."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "kg"


@pytest.fixture(scope="module")
def known(engine: QueryEngine) -> Words:
    names = entity_names(lambda sparql: iter(engine.query(sparql, labels=False)))
    return words(names, saved_queries())


def said(engine: QueryEngine, typed: str, settings: Settings | None = None) -> list[str]:
    """What the prompt shows, errors with a mark before them; it ends with the input."""
    shown: list[str] = []

    def complain(error: KgError) -> None:
        shown.append(f"!{error}")

    with create_pipe_input() as keyboard:
        keyboard.send_text(typed + CTRL_D)
        settings = settings or Settings()
        Conversation(engine, None, settings, shown.append, complain, keyboard, DummyOutput()).converse()
    assert shown.pop(0) == GREETING + "\n"
    return shown


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("ASK { ?x kg:ceoOf ?y }\r", ["yes\n"]),
        ("SELECT ?x {\r?x kg:ceoOf ?y }\r", ["x\nLei Jun\n"]),
        ("ASK { ?x kg:ceoOf ?y }\x1b\rLIMIT 1\r", ["yes\n"]),
        ("  \r.iri on\rSELECT ?x { ?x kg:ceoOf ?y }\r", ["", "x\nhttps://kg.example/entity/lei-jun\n"]),
        (".format md\rSELECT ?x { ?x kg:ceoOf ?y }\r", ["", "| x |\n| --- |\n| Lei Jun |\n"]),
        ("quotes --name xiaomi\r.quit\rASK {}\r", None),
        ("ASK { ?x\x03ASK {}\r", ["\n", "yes\n"]),
        ("ASK { ?x é }\rASK {}\r", ["!the query is wrong in line 1, column 10: 'é' does not belong here", "yes\n"]),
        ("fact\r", ["!there is no saved query 'fact'; see them with .list"]),
        (".no\r", ["!there is no command .no; see them with .help"]),
        ("about --name Xaiomi\r", ["!no entity is called 'Xaiomi'; similar: Xiaomi"]),
        ("about --nam x\r", ["!the saved query about has no --nam; it takes --name"]),
        ("about --name 'x\r", ["!a quotation mark is not closed"]),
        ("about Xiaomi\r", ["!'Xiaomi' does not belong here; parameters are given as in: about --name Xiaomi"]),
        ("about --name\r", ["!--name needs a value"]),
        ("CLEAR ALL\r\r", ["!kg query only reads; CLEAR would change the graph"]),
    ],
)
def test_what_is_typed_is_answered(engine: QueryEngine, typed: str, answers: list[str] | None) -> None:
    found = said(engine, typed)
    if answers is None:
        assert len(found) == 1
        assert "Eerde meldingen" in found[0]
    else:
        assert found == answers


def test_what_a_saved_query_needs_is_asked_for(engine: QueryEngine) -> None:
    [asked] = said(engine, "about\rlei jun\r")
    assert asked == said(engine, "about --name 'Lei Jun'\r")[0]
    assert "kg:ceoOf" in asked
    [every] = said(engine, "timeline\r\r\r")
    assert every == said(engine, "timeline --from 2000\r")[0]
    assert said(engine, "about\r\r")[0].startswith("!this saved query needs --name NAME")


def test_long_answers_are_cut_and_say_so(engine: QueryEngine) -> None:
    _, every, _, cut = said(engine, ".format tsv\rfacts\r.rows 2\rfacts\r")
    assert every.splitlines()[:3] == cut.splitlines()[:3]
    assert cut.splitlines()[-1] == f"and {len(every.splitlines()) - 3} rows more; .rows 0 shows all"


def test_a_query_that_takes_too_long_ends_alone(engine: QueryEngine) -> None:
    slow = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{i} ?b{i} ?c{i} .' for i in range(5))} }}"
    assert said(engine, f".timeout 0.5\r{slow}\rASK {{}}\r") == ["", "!the query took longer than 0.5 s", "yes\n"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", True),
        ("facts", True),
        (".format md", True),
        ("about --name 'x y'", True),
        ("SELECT", False),
        ("SELECT ?x", False),
        ("SELECT ?x {", False),
        ("SELECT ?x { '}'", False),
        ("SELECT ?x { # }", False),
        ("SELECT ?x { { } }", True),
        ("ASK { } }", True),
        ("SELECT (COUNT(*) AS ?n { }", False),
        ("DESCRIBE <urn:x>", True),
        ("PREFIX x: <urn:x>", False),
        ("ASK { 'open }", False),
        ("ASK { é", True),
        ("SELECT ?x\n", True),
        ("# note", True),
    ],
)
def test_when_enter_runs(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


def completions(completer: Completer, text: str) -> dict[str, str]:
    """What the text before the cursor becomes, by what the menu shows."""
    document, event = Document(text, len(text)), CompleteEvent()
    found = completer.get_completions(document, event)
    return {each.display_text: text[: len(text) + each.start_position] + each.text for each in found}


@pytest.mark.parametrize(
    ("text", "shown", "becomes"),
    [
        ("sel", "SELECT", "SELECT"),
        ("SELECT ?who { ?w", "?who", "SELECT ?who { ?who"),
        ("ASK { ?x kg:ceo", "kg:ceoOf", "ASK { ?x kg:ceoOf"),
        ("ASK { ?x ceo", "kg:ceoOf", "ASK { ?x kg:ceoOf"),
        ("ASK { ?x sch", "schema:", "ASK { ?x schema:"),
        ("ASK { ?x a schema:Pers", "schema:Person", "ASK { ?x a schema:Person"),
        ("ASK { ?x ?y xiao", "Xiaomi", f"ASK {{ ?x ?y {XIAOMI}"),
        ("ASK { ?x ?y Lei J", "Lei Jun", "ASK { ?x ?y <https://kg.example/entity/lei-jun>"),
        ("abo", "about --name NAME", "about"),
        (".fo", ".format FORM", ".format"),
    ],
)
def test_completion(known: Words, text: str, shown: str, becomes: str) -> None:
    assert completions(QueryCompleter(known), text)[shown] == becomes


@pytest.mark.parametrize("text", ["", "ASK { ", "ASK { ?", "zzz", "ASK { abo"])
def test_nothing_is_offered_that_does_not_fit(known: Words, text: str) -> None:
    assert not {"about --name NAME", "SELECT"} & set(completions(QueryCompleter(known), text))


def test_names_are_completed_as_names_where_one_is_asked_for(known: Words) -> None:
    assert completions(NameCompleter(known), "lei") == {"Lei Jun": "Lei Jun"}
    assert completions(NameCompleter(known), "") == {}


def test_names_from_articles_are_harmless_in_the_menu() -> None:
    found = words({"urn:x": ["a\x1b[31m\u202eb"]}, [])
    assert not UNSEEN.search(next(found.entities("a")).shown)


def test_every_keyword_can_stand_in_a_query() -> None:
    assert all(word == word.upper() for word in KEYWORDS)
    assert len(set(KEYWORDS)) == len(KEYWORDS)


def test_colours_change_no_text() -> None:
    text = "SELECT ?x {\n  ?x a kg:Claim ; 'é\x00 # note\n} é"
    lines = SparqlLexer().lex_document(Document(text))
    assert ["".join(part[1] for part in lines(number)) for number in range(3)] == text.split("\n")
    assert ("ansimagenta", "?x") in lines(0)
    assert lines(9) == []


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        (".format json", Settings(form="json")),
        (".iri on", Settings(iri=True)),
        (".rows 0", Settings(rows=0)),
        (".timeout 2.5", Settings(timeout=2.5)),
    ],
)
def test_settings(line: str, settings: Settings) -> None:
    changed = Settings()
    assert run(line, changed, []) == ""
    assert changed == settings


@pytest.mark.parametrize("line", [".format x", ".format", ".iri maybe", ".rows -1", ".timeout x", ".timeout nan"])
def test_settings_that_are_wrong(line: str) -> None:
    with pytest.raises(UsageError, match=rf"^\{line.split()[0]} takes "):
        run(line, Settings(), [])


def test_help_and_list_tell_everything() -> None:
    text = run(".help", Settings(), [])
    assert all(name in text for name in COMMANDS)
    listed = run(".list", Settings(), saved_queries()).splitlines()
    assert [line.split()[0] for line in listed] == [saved.name for saved in saved_queries()]


def test_the_history_is_the_users_own(engine: QueryEngine, state: Path) -> None:
    said(engine, "ASK {}\r")
    file = state / history.FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert "+ASK {}" in file.read_text()
    assert isinstance(history.history(), FileHistory)


def test_without_a_place_for_it_there_is_no_history(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert isinstance(history.history(), InMemoryHistory)


def test_a_relative_folder_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert history.folder() == tmp_path / ".local" / "state" / "kg"
