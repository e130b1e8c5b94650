"""The words of a language: which verbs and nouns carry which relation, read from ontology/lexicon/LANG.yaml."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.extract.claim import MODALITIES
from kg.extract.signatures import TYPES, Signature, load_signatures
from kg.yamlfile import Place, YamlFile, load

Phrase = tuple[str, ...]  # words in lower case


class Words:
    """A list of lemmas; "*maker" also stands for every compound that ends so ("smartphonemaker")."""

    def __init__(self, entries: Iterable[str] = ()) -> None:
        lower = [e.lower() for e in entries]
        self.exact = frozenset(e.lstrip("*") for e in lower)
        self.endings = tuple(sorted(e[1:] for e in lower if e.startswith("*")))

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.exact or lemma.endswith(self.endings)

    def __bool__(self) -> bool:
        return bool(self.exact)


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """How a verb states a relation: its subject to its object, or to the phrase with a preposition."""

    relation: str
    verb: str
    subject: str = ""  # a preposition; "" for the verb's own subject
    object: str = ""  # a preposition; "" for the verb's own object, "none" for a relation without one
    needs: tuple[Phrase, ...] = ()  # one of these must hang on the verb: ("in", "productie"), ("faillissement",)
    amount: bool = False  # an amount must be given
    types: tuple[str, ...] = ()  # what the object may be, where not all that the relation takes


@dataclass(frozen=True, slots=True)
class NounFrame:
    """How a noun states a relation: "de overname van OBJECT door SUBJECT".

    The prepositions of each; "" for the subject of the verb that the noun is the object of: "X has a stake in Y".
    """

    relation: str
    noun: str
    subject: tuple[str, ...]
    object: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Everything that extraction knows about one language, and the signatures of the relations."""

    language: str
    signatures: dict[str, Signature]
    forms: dict[str, str]  # form -> lemma, where the model often errs
    classes: dict[str, Words]  # type -> nouns that denote such a thing
    lists: dict[str, Words]  # short lists of words, by name (LISTS)
    phrases: dict[str, frozenset[Phrase]]  # short lists of phrases, by name (PHRASES)
    roles: dict[str, Words]  # relation -> nouns: "CEO", "eigenaar"
    verbs: dict[str, tuple[VerbFrame, ...]]  # by verb
    nouns: dict[str, tuple[NounFrame, ...]]  # by noun
    auxiliaries: dict[str, str]  # form, or forms that stand together ("soll haben") -> modality
    modal_verbs: dict[str, str]  # lemma of a governing verb or noun -> modality
    modal_phrases: dict[Phrase, str]
    pronouns: dict[str, tuple[str, ...]]  # third person -> what it may stand for
    figures: dict[str, dict[str, Words]] = field(default_factory=dict)

    def type_of(self, lemma: str) -> str:
        """What a common noun denotes: ORG, PER, PROD ..., THING where the lexicon does not say."""
        return next((kind for kind, words in self.classes.items() if lemma in words), "THING")

    def base_form(self, form: str, lemma: str) -> str:
        """The lemma that the lexicon gives a form; `lemma` where it gives none.

        A form with a capital there fits only such a one ("Stellen", not "stellen"), "*banken" every compound ending so.
        """
        form, capital = form.lower(), form
        if found := self.forms.get(capital) or self.forms.get(form):
            return found
        cut = next((n for n in range(len(form)) if "*" + form[n:] in self.forms), len(form))
        return form[:cut] + self.forms["*" + form[cut:]].lstrip("*") if cut < len(form) else lemma

    def is_common(self, lemma: str) -> bool:
        """Whether the lexicon knows a word as a common noun, not only as the end of a compound."""
        shares = lemma in self.lists["shares"]
        return shares or any(lemma in words.exact for words in (*self.classes.values(), *self.roles.values()))

    @property
    def has_bare_genitive(self) -> bool:
        """Whether a noun without a preposition may tell whose another is: "der Chef der Bank"."""
        return "" in self.lists["of"].exact

    def pronoun_types(self, word: str) -> str:
        """What a pronoun of the third person may stand for, "PER|ORG"; "" for any other word."""
        return "|".join(self.pronouns.get(word.lower(), ()))

    def role_relations(self, lemma: str) -> list[str]:
        """The relations that a noun names, an exact entry before one that is the end of a compound."""
        exact = [r for r, words in self.roles.items() if lemma in words.exact]
        return exact or [r for r, words in self.roles.items() if lemma in words]

    @cached_property
    def listed_verbs(self) -> frozenset[str]:
        """All verbs that mean something here."""
        lists = [self.lists["speech_verbs"], *(figure["verbs"] for figure in self.figures.values())]
        return frozenset((*self.verbs, *self.modal_verbs, *(verb for words in lists for verb in words.exact)))

    def starting(self, phrases: frozenset[Phrase], word: str) -> list[Phrase]:
        """The phrases that begin with a word."""
        return self._by_first(phrases).get(word, [])

    def _by_first(self, phrases: frozenset[Phrase]) -> dict[str, list[Phrase]]:
        if phrases not in self._indexed:
            index: dict[str, list[Phrase]] = {}
            for phrase in sorted(phrases):
                index.setdefault(phrase[0], []).append(phrase)
            self._indexed[phrases] = index
        return self._indexed[phrases]

    @cached_property
    def _indexed(self) -> dict[frozenset[Phrase], dict[str, list[Phrase]]]:
        return {}

    @cached_property
    def titles(self) -> frozenset[Phrase]:
        """The roles of several words: "vice president"."""
        return frozenset(_phrase(role) for words in self.roles.values() for role in words.exact if " " in role)

    @cached_property
    def phrasal_verbs(self) -> frozenset[str]:
        """The verbs with a particle of its own behind them ("take over"), in a language that has such."""
        return frozenset(verb for verb in self.listed_verbs if " " in verb)

    @cached_property
    def modal_phrase_set(self) -> frozenset[Phrase]:
        """All phrases that set a modality."""
        return frozenset(self.modal_phrases)


LISTS = {
    "light",  # adjectives left out of a description's label: "eigen", "nieuw"
    "of",  # prepositions between a role and its organisation: "van", "bij"; "" for a bare genitive
    "by",  # preposition of the agent in the passive
    "as",  # "als CEO"
    "whether",  # opens an indirect question
    "shares",  # nouns whose price is meant: "aandeel", "koers"
    "markets",  # nouns for what has a price without a name: "beurs", "index"
    "speech_verbs",  # verbs with reported content
    "speech_objects",  # those of them that also take a thing said: "kondigt een update aan"
    "speech_nouns",  # what is said: "statement", "nieuws"
    "speech_light",  # verbs that with such a noun mean saying: "maken", "plaatsen"
    "speech_attribution",  # "volgens", "aldus"
    "speech_as",  # opens a clause that says who reports: "wie X mitteilte"
    "accounts",  # nouns for what somebody says or knows: "Angaben" of "nach Angaben von X"
    "account_prepositions",  # prepositions with such a noun: "nach"
    "definite",  # articles and demonstratives of what is known
    "relative",  # relative pronouns
    "in_place",  # prepositions of place
    "based",  # verbs and adjectives of being based
    "undertake",  # verbs whose subject does what their object names: "plant die Übernahme von X"; none: every verb
    "headquarters",  # nouns for a seat
    "units",  # nouns for a part of an organisation, which is its own holder: "haar EV-eenheid"
    "containers",  # nouns that stand for what is said to be in them: "een lijn van laptops"
    "no_kind",  # nouns that do not say what a thing is: "naam", "versie"
    "such_as",  # introduces examples: "zoals"
    "demonyms",  # adjectives that may be of nationality, where they have a small letter: "*isch"; "us" of "US-Konzern"
    "indefinite",  # articles of what is new: "een"
    "employed_by",  # prepositions between a person and an organisation: "David Buik van BGC Partners"
    "made_by",  # prepositions between a product and its maker: "van"
    "titles",  # forms of address, which are no kind: "mevrouw"
}
PHRASE_LISTS = {"own_words"}  # "naar eigen zeggen": the clause's subject is its source
FIGURES = {"rise", "fall", "by", "level", "price", "revenue", "profit", "loss", "sold", "cuts", "employs", "amounts_to"}
KINDS_OF_WORDS = {"verbs", "nouns", "words", "adverbs"}
TOP = {
    "forms",
    "pronouns",
    "classes",
    "lists",
    "phrases",
    "relations",
    "auxiliaries",
    "governors",
    "modality",
    "figures",
}


def load_lexicon(language: str, ontology: Path | None = None) -> Lexicon:
    """The lexicon of a language; UsageError names file, line and key of what is wrong in it."""
    path = resources.find(f"lexicon/{language}.yaml", ontology)
    if path is None:
        raise UsageError(
            f"there is no lexicon for the language '{language}': ontology/lexicon/{language}.yaml is missing"
        )
    file = load(path)
    file.check((), file.data, dict, TOP)
    signatures = load_signatures(ontology)
    relations = _relations(file, signatures)
    verbs: dict[str, tuple[VerbFrame, ...]] = {}
    nouns: dict[str, tuple[NounFrame, ...]] = {}
    for relation, entry in relations.items():
        for i, item in enumerate(_listed(file, ("relations", relation, "verbs"), entry.get("verbs", []))):
            frame = _verb_frame(file, ("relations", relation, "verbs", i), relation, item)
            verbs[frame.verb] = (*verbs.get(frame.verb, ()), frame)
        for i, item in enumerate(_listed(file, ("relations", relation, "nouns"), entry.get("nouns", []))):
            noun = _noun_frame(file, ("relations", relation, "nouns", i), relation, item)
            nouns[noun.noun] = (*nouns.get(noun.noun, ()), noun)
    return Lexicon(
        language=language,
        signatures=signatures,
        forms={f: lemma.lower() for lemma, forms in _word_lists(file, "forms").items() for f in (lemma, *forms)},
        classes={kind: Words(w) for kind, w in _word_lists(file, "classes").items()},
        lists={name: Words(_word_lists(file, "lists", LISTS).get(name, ())) for name in sorted(LISTS)},
        phrases={n: _phrases(_word_lists(file, "phrases", PHRASE_LISTS).get(n, ())) for n in sorted(PHRASE_LISTS)},
        roles={
            r: Words(file.strings(("relations", r, "roles"), e["roles"])) for r, e in relations.items() if "roles" in e
        },
        verbs=verbs,
        nouns=nouns,
        auxiliaries={f.lower(): m for m, forms in _modal(file, "auxiliaries").items() for f in forms},
        modal_verbs={v.lower(): m for m, verbs in _modal(file, "governors").items() for v in verbs},
        modal_phrases={_phrase(p): m for m, phrases in _modal(file, "modality").items() for p in phrases},
        pronouns=_word_lists(file, "pronouns"),
        figures=_figures(file),
    )


def _phrase(text: str) -> Phrase:
    return tuple(text.lower().split())


def _phrases(texts: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(map(_phrase, texts))


def _listed(file: YamlFile, place: Place, value: object) -> list[object]:
    file.check(place, value, list)
    assert isinstance(value, list)
    return value


def _word_lists(file: YamlFile, key: str, known: set[str] | None = None) -> dict[str, tuple[str, ...]]:
    value = file.data.get(key, {})
    file.check((key,), value, dict, known)
    return {name: file.strings((key, name), words) for name, words in value.items()}


def _modal(file: YamlFile, key: str) -> dict[str, tuple[str, ...]]:
    return _word_lists(file, key, set(MODALITIES))


def _relations(file: YamlFile, signatures: dict[str, Signature]) -> dict[str, dict[str, object]]:
    value: dict[str, dict[str, object]] = file.data.get("relations", {})
    file.check(("relations",), value, dict, set(signatures))
    for relation, entry in value.items():
        file.check(("relations", relation), entry, dict, {"verbs", "nouns", "roles"})
    return value


def _verb_frame(file: YamlFile, place: Place, relation: str, item: object) -> VerbFrame:
    """ "kopen", "investeren in", or a mapping with verb, subject, object, needs, amount, types."""
    if isinstance(item, str):
        verb, _, preposition = item.lower().partition(" ")
        return VerbFrame(relation, verb, object=preposition)
    file.check(place, item, dict, {"verb", "subject", "object", "needs", "amount", "types"})
    assert isinstance(item, dict)
    for key in ("verb", "subject", "object"):
        file.check((*place, key), item.get(key, ""), str)
    if not item.get("verb"):
        raise file.error(place, "a frame needs a verb")
    file.check((*place, "amount"), item.get("amount", False), bool)
    return VerbFrame(
        relation,
        item["verb"].lower(),
        item.get("subject", "").lower(),
        item.get("object", "").lower(),
        tuple(sorted(_phrases(file.strings((*place, "needs"), item.get("needs", []))))),
        item.get("amount", False),
        _types(file, (*place, "types"), item.get("types", [])),
    )


def _types(file: YamlFile, place: Place, value: object) -> tuple[str, ...]:
    types = file.strings(place, value)
    if unknown := set(types) - TYPES:
        raise file.error(place, f"unknown type {min(unknown)}; known: {', '.join(sorted(TYPES))}")
    return types


def _noun_frame(file: YamlFile, place: Place, relation: str, item: object) -> NounFrame:
    file.check(place, item, dict, {"noun", "subject", "object"})
    assert isinstance(item, dict)
    file.check((*place, "noun"), item.get("noun"), str)
    subject, object_ = (file.strings((*place, k), item.get(k, [])) for k in ("subject", "object"))
    return NounFrame(relation, item["noun"].lower(), subject, object_)


def _figures(file: YamlFile) -> dict[str, dict[str, Words]]:
    value = file.data.get("figures", {})
    file.check(("figures",), value, dict, FIGURES)
    for name, entry in value.items():
        file.check(("figures", name), entry, dict, KINDS_OF_WORDS)
    return {
        name: {
            kind: Words(file.strings(("figures", name, kind), value.get(name, {}).get(kind, [])))
            for kind in sorted(KINDS_OF_WORDS)
        }
        for name in sorted(FIGURES)
    }
