"""The words in names that tell little: legal forms, articles, particles and the like, from ontology/names.yaml."""

from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.extract.lexicon import Words
from kg.yamlfile import YamlFile, load

FILE = "names.yaml"
GROUPS = ("variants", "given_names")
LISTS = ("legal_forms", "descriptors", "articles", "small_words", "particles", "exchanges")


@dataclass(frozen=True)
class NameWords:
    """Each list is described in the file. occupations: field -> what persons in it are called.

    variants, given_names: a word -> the one that it is another form of.
    """

    legal_forms: frozenset[str]
    descriptors: frozenset[str]
    articles: frozenset[str]
    small_words: frozenset[str]
    particles: frozenset[str]
    exchanges: frozenset[str]
    variants: dict[str, str]
    given_names: dict[str, str]
    occupations: dict[str, Words]

    def __hash__(self) -> int:
        return id(self)

    def is_descriptor(self, token: str) -> bool:
        """Whether a word of a name only tells what the thing is; a plural ending may have been taken off it."""
        return token in self.descriptors or f"{token}s" in self.descriptors

    def without_article(self, name: str) -> str:
        """ "The Beatles" -> "Beatles"."""
        first, _, rest = name.partition(" ")
        return rest if rest and first.lower() in self.articles else name

    def fields(self, noun: str) -> frozenset[str]:
        """The fields in which a person is so called: "voetballer" -> sport."""
        lower = noun.lower()
        return frozenset(field for field, nouns in self.occupations.items() if lower in nouns)


def load_name_words(ontology: Path | None = None) -> NameWords:
    """The words of ontology/names.yaml; UsageError names file, line and key of what is wrong."""
    path = resources.find(FILE, ontology)
    if path is None:
        raise UsageError(f"ontology/{FILE} is missing")
    file = load(path)
    file.check((), file.data, dict, {*LISTS, *GROUPS, "occupations"})
    lists = {name: frozenset(file.strings((name,), file.data.get(name, []))) for name in LISTS}
    variants, given_names = (_firsts(file, name) for name in GROUPS)
    return NameWords(**lists, variants=variants, given_names=given_names, occupations=_occupations(file))


def _firsts(file: YamlFile, name: str) -> dict[str, str]:
    """Each word of groups of words -> the first of its group."""
    groups = file.data.get(name, [])
    file.check((name,), groups, list)
    forms = (file.strings((name, i), group) for i, group in enumerate(groups))
    return {word: first for first, *others in filter(None, forms) for word in others}


def _occupations(file: YamlFile) -> dict[str, Words]:
    data = file.data.get("occupations", {})
    file.check(("occupations",), data, dict)
    return {field: Words(file.strings(("occupations", field), nouns)) for field, nouns in data.items()}
