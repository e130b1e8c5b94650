"""Known places and organisations: which one a name, an adjective ("Chinese") or an inhabitant ("Chinezen") means."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.resolve.gazetteer_files import Data, Fields, read
from kg.resolve.gazetteer_forms import inflect, name_key, spelling, word_key

LANGUAGES = ("nl", "en", "de", "fr")  # a label without a language is the label in each of these
MULTIPLE = "mul"  # ISO 639-2 for several languages: an alias that is the same in all
IDENTIFIERS = {  # fields that hold what an entry is called elsewhere, and the IRI that this makes
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
}
INDEX = "index"  # the kind of stock indices
ANY = ""  # the key of look-ups without a language

Texts = tuple[tuple[str, str], ...]  # (language, text)
Forms = dict[tuple[str, str], "Entry | None"]  # (language, key) -> the entry; None if there are several


@dataclass(frozen=True, slots=True)
class Entry:
    """A place or an organisation that is known beforehand."""

    id: str  # a slug: "united-states"
    type: str  # PER ORG LOC PROD EVENT WORK THING
    kind: str | None  # country, region, city, agency, index, exchange, currency, or a user's own
    labels: Texts  # the preferred name, one for each language
    aliases: Texts = ()
    adjectives: Texts = ()  # every form of each
    inhabitants: Texts = ()  # every form of each
    same_as: tuple[str, ...] = ()  # IRIs
    country: str | None = None  # Entry.id
    iso: str | None = None  # ISO 3166-1 alpha-2 of a country, ISO 4217 of a currency


class Gazetteer:
    """Look-up of entries by the forms that texts have for them.

    A form that several entries have in a language is left out there: who asks for it gets None.
    Accents, dots, hyphens and blanks do not count; case counts for short acronyms ("US", not "us").
    """

    def __init__(self, entries: Iterable[Entry], patterns: Mapping[str, list[str]] | None = None) -> None:
        """entries: all entries; patterns: longer names by kind, "{}" in them stands for a name ("{} index")."""
        self.entries = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
        self._names: Forms = {}
        self._adjectives: Forms = {}
        self._inhabitants: Forms = {}
        self._fronts: Forms = {}
        for entry in self.entries.values():
            names = [(language, name_key(name)) for language, name in _names(entry, patterns or {})]
            for language, key in {*names, *((ANY, key) for _, key in names)}:
                _put(self._names, language, key, entry)
            for key in {name_key(front) for front in _fronts(entry, patterns or {})}:
                _put(self._fronts, ANY, key, entry)
            for language, form in entry.adjectives:
                _put(self._adjectives, language, word_key(form), entry)
            for language, form in entry.inhabitants:
                _put(self._inhabitants, language, word_key(form), entry)

    @classmethod
    def load(cls, ontology: Path | None = None) -> "Gazetteer":
        """The gazetteer of ontology/gazetteer/, the user's files laid over those of kg.

        Raises KgError that names file, line and key of a mistake.
        """
        with _collector_paused():
            data = read(ontology)
            return cls((_entry(entry, fields, data) for entry, fields in data.entries.items()), data.patterns)

    def by_name(self, text: str, language: str | None = None) -> Entry | None:
        """The entry of that name, first among the names in the language, then in any language."""
        key = name_key(text)
        for scope in (language or ANY, ANY):
            if entry := self._names.get((scope, key)) or self._names.get((scope, key.casefold())):
                return entry
        return None

    def index_called(self, text: str) -> Entry | None:
        """The stock index of that name without its figure: "S&P", which may be something else too."""
        return self._fronts.get((ANY, name_key(text)))

    def by_adjective(self, text: str, language: str) -> Entry | None:
        """The place that an adjective speaks of: nl "Amerikaanse" -> united-states."""
        return _word(self._adjectives, text, language)

    def by_inhabitant(self, text: str, language: str) -> Entry | None:
        """The place whose people are so named: nl "Belgen" -> belgium."""
        return _word(self._inhabitants, text, language)

    def ambiguous(self) -> list[tuple[str, str]]:
        """The forms, with their language, that are left out because several entries have them."""
        every = (self._names, self._adjectives, self._inhabitants)
        return sorted({form for forms in every for form, entry in forms.items() if entry is None and form[0] != ANY})


@contextmanager
def _collector_paused() -> Iterator[None]:
    """What is loaded stays: looking through it for garbage, again and again, takes a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _put(forms: Forms, language: str, key: str, entry: Entry) -> None:
    if forms.setdefault((language, key), entry) is not entry:
        forms[language, key] = None


def _word(forms: Forms, text: str, language: str) -> Entry | None:
    key = word_key(text)
    return forms.get((language, key)) or forms.get((language, key.casefold()))


def _names(entry: Entry, patterns: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """All names of an entry, and the longer ones that entries of its kind have."""
    for language, name in entry.labels + entry.aliases:
        yield language, name
        for pattern in patterns.get(entry.kind or "", ()):
            yield language, pattern.replace("{}", name)


def _fronts(entry: Entry, patterns: Mapping[str, list[str]]) -> Iterator[str]:
    """The names of an index without the number of firms in it: "S&P 500" -> "S&P", "S&P index"."""
    for _, name in entry.labels + entry.aliases if entry.kind == INDEX else ():
        front, _, figure = spelling(name).rpartition(" ")
        if front and figure.isdigit():
            yield from (front, *(pattern.replace("{}", front) for pattern in patterns.get(INDEX, ())))


def _entry(entry: str, fields: Fields, data: Data) -> Entry:
    """An entry from what the files say of it: with all forms, each once."""
    names = fields["label"]
    common = names.get("", [])
    labels = dict.fromkeys(LANGUAGES, common[0]) if common else {}
    labels |= {language: own[0] for language, own in names.items() if language}
    later = [(language or MULTIPLE, name) for language, own in names.items() for name in own[1:]]
    aliases = [(language or MULTIPLE, name) for language, own in fields.get("alias", {}).items() for name in own]
    return Entry(
        id=entry,
        type=fields["type"][""][0],
        kind=_single(fields, "kind"),
        labels=_sorted(labels.items()),
        aliases=_sorted(later + aliases),
        adjectives=_sorted(_inflected(fields, "adjective", data)),
        inhabitants=_sorted([*_inflected(fields, "inhabitant", data), *_people(fields, data)]),
        same_as=_same_as(fields),
        country=_single(fields, "country"),
        iso=_single(fields, "iso"),
    )


def _inflected(fields: Fields, name: str, data: Data) -> Iterator[tuple[str, str]]:
    """All forms of the stems in a field; a stem without regular endings stands for itself."""
    for language, stems in fields.get(name, {}).items():
        endings = data.endings.get(language, {}).get(name, {})
        for stem in stems:
            for form in inflect(stem, endings) or [stem]:
                yield language, form


def _people(fields: Fields, data: Data) -> Iterator[tuple[str, str]]:
    """The names for inhabitants that follow from the adjectives."""
    for language, stems in fields.get("adjective", {}).items():
        endings = data.endings.get(language, {}).get("people", {})
        for stem in stems:
            for form in inflect(stem, endings) or []:
                yield language, form[:1].upper() + form[1:]


def _same_as(fields: Fields) -> tuple[str, ...]:
    numbered = {iri.format(number) for name, iri in IDENTIFIERS.items() if (number := _single(fields, name))}
    return tuple(sorted({*numbered, *fields.get("same_as", {}).get("", [])}))


def _single(fields: Fields, name: str) -> str | None:
    return fields[name][""][0] if name in fields else None


def _sorted(texts: Iterable[tuple[str, str]]) -> Texts:
    return tuple(sorted(set(texts)))
