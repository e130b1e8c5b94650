"""Abbreviations, whose full stop need not end a sentence, from ontology/abbreviations/LANG.yaml."""

import re
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.yamlfile import load

Forms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of a language with their full stop, and the words that show that a sentence ended with one."""

    titles: Forms  # before a name: no sentence ends here
    numbered: Forms  # before a number, otherwise the sentence ends here
    others: Forms  # the sentence ends here only before one of the starters
    starters: Forms  # words, in lower case, that seldom have a capital but at the beginning of a sentence

    def pattern(self) -> str:
        """A regular expression for all of them."""
        return rf"(?:{_choice(self.titles | self.others)}|(?:{_choice(self.numbered)})(?=\s?\d))"


@cache
def abbreviations(language: str, ontology: Path | None = None) -> Abbreviations:
    """The abbreviations of a language, each also with a capital; UsageError for a missing or faulty file."""
    path = resources.find(f"abbreviations/{language}.yaml", ontology)
    if path is None:
        raise UsageError(f"ontology/abbreviations/{language}.yaml is missing")
    file = load(path)
    keys = [field.name for field in fields(Abbreviations)]
    file.check((), file.data, dict, set(keys))
    titles, numbered, others, starters = (file.strings((key,), file.data.get(key, [])) for key in keys)
    return Abbreviations(_forms(titles), _forms(numbered), _forms(others), frozenset(s.lower() for s in starters))


def _choice(forms: Forms) -> str:
    """The longest first: "a.s." before "a."."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "(?!)"


def _forms(listed: tuple[str, ...]) -> Forms:
    return frozenset(form for a in listed for form in (a, a[:1].upper() + a[1:]))
