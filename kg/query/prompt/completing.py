"""Completion at the prompt, by what stands before the cursor."""

import re
from collections.abc import Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from kg.query.prompt.commands import COMMANDS
from kg.query.prompt.words import Word, Words

TYPED = re.compile(r"[?$]?[\w:.-]+$")
PHRASE = re.compile(
    r"[^\s{}();.,<>\"'?:|]+(?: [^\s{}();.,<>\"'?:|]+){0,3}$"
)  # up to four words, a name may have several
VARIABLE = re.compile(r"[?$]\w+")


class QueryCompleter(Completer):
    """Offers commands and saved queries at the beginning, within SPARQL what may stand there."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """What may stand in the place of the text before the cursor."""
        before = document.text_before_cursor
        match = TYPED.search(before)
        typed = match[0] if match else ""
        if before.strip() == typed:
            yield from _offered(_commands(typed), typed)
            yield from _offered(self._words.saved(typed) if typed else (), typed)
        if typed.startswith(("?", "$")):
            others = sorted({*VARIABLE.findall(document.text)} - {typed})
            yield from _offered((Word(name, name, "variable") for name in others if name.startswith(typed)), typed)
        elif typed and not typed.startswith("."):
            yield from _offered(self._words.keywords(typed), typed)
            yield from _offered(self._words.vocabulary(typed), typed)
            yield from self._names(before)

    def _names(self, before: str) -> Iterator[Completion]:
        """Entities whose name begins with the last words, the most of them that some name begins with."""
        match = PHRASE.search(before)
        phrase = match[0] if match else ""
        while len(phrase) > 1:
            if found := list(self._words.entities(phrase)):
                yield from _offered(found, phrase)
                return
            phrase = phrase.partition(" ")[2]


class NameCompleter(Completer):
    """Offers names of entities, for a parameter that asks for one."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """The names that begin as what was typed."""
        typed = document.text_before_cursor
        found = self._words.entities(typed) if typed else iter(())
        yield from _offered((Word(word.shown, word.shown, word.text) for word in found), typed)


def _commands(typed: str) -> Iterator[Word]:
    if typed.startswith("."):
        calls = ((name, *about) for name, about in COMMANDS.items() if name.startswith(typed))
        yield from (Word(name, f"{name} {takes}".rstrip(), does) for name, takes, does in calls)


def _offered(words: Iterable[Word], typed: str) -> Iterator[Completion]:
    for word in words:
        yield Completion(word.text, start_position=-len(typed), display=word.shown, display_meta=word.hint)
