"""The prompt of `kg query`: reads queries, commands and the parameters of saved queries, and shows the answers."""

import shlex
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import DummyCompleter
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output

from kg.errors import KgError, UsageError
from kg.query.ask import ENTITY, Engine, ask
from kg.query.entities import entity_names
from kg.query.formats import LABELLED, write
from kg.query.prompt.commands import Settings, run
from kg.query.prompt.completing import NameCompleter, QueryCompleter
from kg.query.prompt.history import history
from kg.query.prompt.reading import BEGINNINGS, SparqlLexer, is_whole
from kg.query.prompt.words import words
from kg.query.saved import SavedQuery, is_name, saved_queries, unnamed

PROMPT, CONTINUED = "kg> ", "  > "
GREETING = "SPARQL, the name of a saved query, or .help; Tab completes, Ctrl-D leaves."
STOPPED = "the query was stopped"

Show = Callable[[str], None]
Complain = Callable[[KgError], None]


class Conversation:
    """One prompt. Nothing that goes wrong in a query ends it."""

    def __init__(
        self,
        engine: Engine,
        ontology: Path | None,
        settings: Settings,
        show: Show,
        complain: Complain,
        keyboard: Input | None = None,
        screen: Output | None = None,
    ) -> None:
        """show, complain: what is done with answers and errors. keyboard, screen: the terminal without them."""
        self._engine, self._settings, self._show, self._complain = engine, settings, show, complain
        self._queries = {saved.name: saved for saved in saved_queries(ontology)}
        names = entity_names(lambda sparql: iter(engine.query(sparql, labels=False)))
        self._words = words(names, self._queries.values(), ontology)
        self._session: PromptSession[str] = PromptSession(
            lexer=SparqlLexer(), history=history(), key_bindings=_keys(), multiline=True, input=keyboard, output=screen
        )
        self._asking: PromptSession[str] = PromptSession(input=keyboard, output=screen)
        self._completer = QueryCompleter(self._words)

    def converse(self) -> None:
        """Read and answer until the end of the input or .quit."""
        self._show(GREETING + "\n")
        while True:
            try:
                text = self._session.prompt(PROMPT, prompt_continuation=CONTINUED, completer=self._completer).strip()
                if text.split(" ")[0] == ".quit":
                    return
                if text:
                    self._show(self._answer(text))
            except KeyboardInterrupt:
                self._show("\n")
            except EOFError:
                return
            except KgError as error:
                self._complain(error)

    def _answer(self, text: str) -> str:
        """The text to show for what was typed."""
        if text.startswith("."):
            return run(text, self._settings, self._queries.values())
        saved, given = self._called(text)
        settings = self._settings
        try:
            result = ask(self._engine, saved, given, settings.timeout, settings.form in LABELLED and not settings.iri)
        except KeyboardInterrupt:
            return f"{STOPPED}\n"
        most = settings.rows or len(result)
        shown = write(replace(result, rows=result.rows[:most]), settings.form, shutil.get_terminal_size().columns)
        beyond = len(result) - most
        return shown + (f"and {beyond:,} rows more; .rows 0 shows all\n" if beyond > 0 else "")

    def _called(self, text: str) -> tuple[SavedQuery, dict[str, str | None]]:
        """The query, and the values for its parameters: those in the line, the others are asked for."""
        name, *others = text.split()
        is_call = name in self._queries or not others or others[0].startswith("--")
        if not is_call or not is_name(name) or name.upper() in BEGINNINGS:
            return unnamed(text), {}
        if name not in self._queries:
            raise UsageError(f"there is no saved query '{name}'; see them with .list")
        saved = self._queries[name]
        given = _options(text)
        for each in saved.asks if not given else ():
            given[each.name] = self._session_for(each.kind).prompt(f"  {each.call}: ") or None
        return saved, given

    def _session_for(self, kind: str) -> "PromptSession[str]":
        self._asking.completer = NameCompleter(self._words) if kind == ENTITY else DummyCompleter()
        return self._asking


def _options(text: str) -> dict[str, str | None]:
    """The parameters in a line such as "about --name 'Lei Jun'"."""
    try:
        _, *rest = shlex.split(text)
    except ValueError:
        raise UsageError("a quotation mark is not closed") from None
    given: dict[str, str | None] = {}
    while rest:
        name, *rest = rest
        if not name.startswith("--"):
            raise UsageError(f"'{name}' does not belong here; parameters are given as in: about --name Xiaomi")
        flag, has_value, value = name[2:].partition("=")
        if not has_value and not rest:
            raise UsageError(f"--{flag} needs a value")
        given[flag], rest = (value, rest) if has_value else (rest[0], rest[1:])
    return given


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None  # it is chosen; the next Enter runs
        elif is_whole(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
