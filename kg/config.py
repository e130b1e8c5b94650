"""Settings from kg.yaml in the working directory."""

import re
from dataclasses import dataclass
from pathlib import Path

from kg.yamlfile import load

BASE_IRI = "https://kg.example/"


@dataclass(frozen=True, slots=True)
class Settings:
    """base_iri: what the IRIs of documents, entities and claims begin with."""

    base_iri: str = BASE_IRI


def settings(path: Path = Path("kg.yaml")) -> Settings:
    """The settings of a file, the defaults where there is none; UsageError names file, line and key of a mistake."""
    if not path.is_file():
        return Settings()
    file = load(path)
    file.check((), file.data, dict, {"base_iri"})
    base = file.data.get("base_iri", BASE_IRI)
    file.check(("base_iri",), base, str)
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", base):
        raise file.error(("base_iri",), "this must be an http(s) IRI that ends in / or #")
    return Settings(base)
