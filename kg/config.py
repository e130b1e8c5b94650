"""Settings from kg.yaml in the working directory."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.language.annotators.registry import KINDS, STANDARD, Choice, kind
from kg.language.codes import READ
from kg.yamlfile import Place, YamlFile, load

BASE_IRI = "https://kg.example/"


@dataclass(frozen=True, slots=True)
class Settings:
    """base_iri: what the IRIs of documents, entities and claims begin with.

    annotator: what annotates the articles, by its name, or names by language (docs/annotators.md).
    """

    base_iri: str = BASE_IRI
    annotator: Choice = STANDARD


def settings(path: Path = Path("kg.yaml")) -> Settings:
    """The settings of a file, the defaults where there is none; UsageError names file, line and key of a mistake."""
    if not path.is_file():
        return Settings()
    file = load(path)
    file.check((), file.data, dict, {"base_iri", "annotator"})
    base = file.data.get("base_iri", BASE_IRI)
    file.check(("base_iri",), base, str)
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", base):
        raise file.error(("base_iri",), "this must be an http(s) IRI that ends in / or #")
    return Settings(base, _annotator(file))


def _annotator(file: YamlFile) -> Choice:
    """One name, or a name for each of some languages."""
    choice: Choice = file.data.get("annotator", STANDARD)
    if isinstance(choice, str):
        _check_name(file, ("annotator",), choice)
        return choice
    if not isinstance(choice, Mapping):
        raise file.error(("annotator",), "this must be text, or a mapping from languages to texts")
    file.check(("annotator",), choice, dict, set(READ))
    for language, name in choice.items():
        _check_name(file, ("annotator", language), name)
    return choice


def _check_name(file: YamlFile, place: Place, name: str) -> None:
    file.check(place, name, str)
    if kind(name) is None:
        raise file.error(place, f"unknown annotator; known here: {', '.join(map(str, KINDS))}")
