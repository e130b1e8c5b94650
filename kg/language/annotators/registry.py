"""The annotators by the names that kg.yaml gives them: `annotator: spacy:nl_core_news_lg`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.language.annotators.by_language import ByLanguage
from kg.language.annotators.protocol import Annotator
from kg.language.codes import READ

STANDARD = "standard"
Choice = str | Mapping[str, str]  # one name, or a name for each of some languages


def _standard(_: str, __: Path | None) -> Annotator:
    from kg.language.annotate import Annotator as Standard

    return Standard()


def _spacy(name: str, ontology: Path | None) -> Annotator:
    from kg.language.annotators.pretokenised import PretokenisedAnnotator
    from kg.language.annotators.spacy import SpacyPipeline

    return PretokenisedAnnotator(SpacyPipeline(name, ontology))


def _stanza(language: str, ontology: Path | None) -> Annotator:
    from kg.language.annotators.pretokenised import PretokenisedAnnotator
    from kg.language.annotators.stanza import StanzaPipeline

    return PretokenisedAnnotator(StanzaPipeline(language, ontology))


@dataclass(frozen=True, slots=True)
class Kind:
    """argument: what stands behind the colon of the name, "" where there is none."""

    prefix: str
    argument: str
    make: Callable[[str, Path | None], Annotator]

    def __str__(self) -> str:
        return f"{self.prefix}:{self.argument}" if self.argument else self.prefix


KINDS = (
    Kind(STANDARD, "", _standard),
    Kind("spacy", "NAME", _spacy),
    Kind("stanza", "LANG", _stanza),
)


def kind(name: str) -> Kind | None:
    """The kind of annotator that a name is of, None if it is of none."""
    prefix, _, argument = name.partition(":")
    return next((kind for kind in KINDS if kind.prefix == prefix and bool(kind.argument) == bool(argument)), None)


def chosen(choice: Choice, ontology: Path | None = None) -> Annotator:
    """The annotator of all languages that a choice makes; the standard one annotates what others do not.

    ontology: a folder laid over the one that comes with kg. KgError for a name that is of no kind, for what is not
    installed, and for an annotator of other languages than it was chosen for.
    """
    if isinstance(choice, str):
        one = _made(choice, ontology)
        if set(READ) <= set(one.languages):
            return one
        by_language = {language: one for language in READ if language in one.languages}
        if not by_language:
            raise KgError(f"{choice} annotates {', '.join(one.languages)}; kg reads {', '.join(READ)}")
    else:
        made = {name: _made(name, ontology) for name in choice.values()}
        by_language = {language: made[name] for language, name in choice.items()}
        for language, one in by_language.items():
            if language not in one.languages:
                raise KgError(f"{choice[language]} annotates {', '.join(one.languages)}, not {language}")
    return _completed(by_language, ontology)


def _made(name: str, ontology: Path | None) -> Annotator:
    if not (found := kind(name)):
        raise KgError(f"unknown annotator {name}; known: {', '.join(map(str, KINDS))}")
    return found.make(name.partition(":")[2], ontology)


def _completed(by_language: Mapping[str, Annotator], ontology: Path | None) -> Annotator:
    rest = set(READ) - set(by_language)
    standard = _made(STANDARD, ontology) if rest else None
    others = {language: standard for language in READ if language in rest and standard}
    return ByLanguage({**by_language, **others})
