"""The words of a language: which verbs and nouns carry which relation."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.claim import ASSERTED
from kg.extract.signatures import Signature

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
    subject: str = ""  # a preposition; "" for the verb's own subject, "obj" for its object ("ist an Y beteiligt")
    object: str = ""  # a preposition; "" for its own object, "subj" for its subject ("krijgt een lening van Y"), "none"
    needs: tuple[Phrase, ...] = ()  # one of these must hang on the verb: ("in", "productie"), ("faillissement",)
    amount: bool = False  # an amount must be given
    types: tuple[str, ...] = ()  # what the object may be, where not all that the relation takes
    modality: str = ASSERTED  # what the verb itself makes of it: "quitte la présidence de X"


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
    endings: dict[str, str]  # of a verb behind its infinitive ("lancer-ait") -> modality
    modal_verbs: dict[str, str]  # lemma of a governing verb or noun -> modality
    modal_phrases: dict[Phrase, str]
    pronouns: dict[str, tuple[str, ...]]  # third person -> what it may stand for
    figures: dict[str, dict[str, Words]] = field(default_factory=dict)

    def type_of(self, lemma: str) -> str:
        """What a common noun denotes: ORG, PER, PROD ..., THING where the lexicon does not say."""
        return next((kind for kind, words in self.classes.items() if lemma in words), "THING")

    def base_form(self, form: str, lemma: str, upos: str = "") -> str:
        """The lemma that the lexicon gives a form; `lemma` where it gives none.

        A noun that the lexicon lists is its own ("le siège", not "siéger"). A form with a capital there fits only such
        a one ("Stellen", not "stellen"), "*banken" every compound ending so.
        """
        form, capital = form.lower(), form
        if upos == "NOUN" and form in self._listed_nouns:
            return form
        if found := self.forms.get(capital) or self.forms.get(form):
            return found
        cut = next((n for n in range(len(form)) if "*" + form[n:] in self.forms), len(form))
        if cut < len(form):
            return form[:cut] + self.forms["*" + form[cut:]].lstrip("*")
        is_listed = form in self._listed_nouns or form in self.listed_verbs
        return form if is_listed and lemma not in self._listed_nouns and lemma not in self.listed_verbs else lemma

    @cached_property
    def _listed_nouns(self) -> frozenset[str]:
        """All nouns that the lexicon has an entry for; a form that is one is no form of an unknown word."""
        nouns = [*self.classes.values(), *self.roles.values(), *(f["nouns"] for f in self.figures.values())]
        nouns += [
            self.lists[name]
            for name in ("shares", "markets", "headquarters", "units", "speech_nouns", "accounts", "appointments")
        ]
        return frozenset(self.nouns).union(*(words.exact for words in nouns))

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
        return frozenset(tuple(role.split()) for words in self.roles.values() for role in words.exact if " " in role)

    @cached_property
    def phrasal_verbs(self) -> frozenset[str]:
        """The verbs with a particle of its own behind them ("take over"), in a language that has such."""
        return frozenset(verb for verb in self.listed_verbs if " " in verb)

    @cached_property
    def modal_phrase_set(self) -> frozenset[Phrase]:
        """All phrases that set a modality."""
        return frozenset(self.modal_phrases)
