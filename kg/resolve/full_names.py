"""The full name of everything that one article names."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.extract.claim import Mention
from kg.resolve.introductions import IsKnown, introduced
from kg.resolve.name_words import NameWords
from kg.resolve.names import Name, slug
from kg.resolve.short_forms import figure_left_out, is_short_for

MISTAKEN = ("PROD", "WORK", "EVENT")  # what the model takes a known place for at times
Apart = frozenset[frozenset[str]]  # pairs of slugs of names


class FullNames:
    """Which name of an article stands for which fuller one; where two would fit, the short one stays alone.

    The names are compared in pairs, those with a common word or initial only.
    """

    def __init__(
        self,
        names: Iterable[Mention],
        text: str,
        words: NameWords,
        is_known: IsKnown = lambda name, kind: False,
        apart: Apart = frozenset(),
    ) -> None:
        """names: all names of the article, in the order of its text. is_known: such a name is short for no other.

        apart: pairs of names that are two things whatever they look like.
        """
        mentions = list(names)
        self.types = _types(mentions, words, is_known)
        self._names = {name: Name(name, kind, words) for name, kind in self.types.items()}
        self._is_known, self._apart = is_known, apart
        self._introduced = introduced(mentions, text, words, is_known)
        self._index = self._indexed()
        self._full: dict[str, str] = {}

    def __getitem__(self, text: str) -> str:
        """The fullest name of what is so called."""
        if text not in self._full:
            self._full[text] = self._fullest(self._names[text])
        return self._full[text]

    def __contains__(self, text: str) -> bool:
        return text in self._names

    def type_of(self, text: str) -> str:
        """The type of what is so called: that of its full name."""
        return self.types[self[text]]

    def _fullest(self, name: Name) -> str:
        introduced = self._introduced.get(name.text)
        if introduced and not self._are_apart(name.text, introduced):
            return self[introduced]
        fuller = [n for n in self._near(name) if n.rank > name.rank and self._is_short_for(name, n)]
        ends = {self[n.text] for n in fuller}
        identities = {self._names[end].letters for end in ends}
        return max(ends, key=lambda end: self._names[end].rank) if len(identities) == 1 else name.text

    def _is_short_for(self, short: Name, full: Name) -> bool:
        if short.letters != full.letters and self._is_known(short.text, short.type):
            return False
        fits = is_short_for(short, full) or (figure_left_out(short, full) and self._is_known(full.text, full.type))
        return fits and not self._are_apart(short.text, full.text)

    def _are_apart(self, short: str, full: str) -> bool:
        return frozenset((slug(short), slug(full))) in self._apart

    def _indexed(self) -> dict[str, list[Name]]:
        index = defaultdict(list)
        for name in self._names.values():
            for key in {*name.tokens, name.letters, *name.initials}:
                index[key].append(name)
        return index

    def _near(self, name: Name) -> list[Name]:
        """The names that share a word with a name, or the initials if it may be an acronym."""
        keys = {*name.tokens, name.letters, slug(name.text.replace(".", "").replace("&", ""))}
        return list(dict.fromkeys(n for key in sorted(keys) for n in self._index.get(key, ()) if n.text != name.text))


def _types(mentions: list[Mention], words: NameWords, is_known: IsKnown) -> dict[str, str]:
    """The type of each name: the most frequent one, the first of equally frequent ones; a known place is one.

    A name that is a person's anywhere, or begins with a particle ("De Vries"), is a person's everywhere if it is the
    end of a person's full name: the model
    takes a bare family name for an organisation at times ("Jobs").
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        votes[mention.text][mention.type] += 1
    types = {text: max(counts, key=lambda kind: counts[kind]) for text, counts in votes.items()}
    places = [text for text, kind in types.items() if kind in MISTAKEN and votes[text]["LOC"] and is_known(text, "LOC")]
    types |= dict.fromkeys(places, "LOC")
    persons = [f"-{slug(text)}" for text, kind in types.items() if kind == "PER" and " " in text]

    def is_person(text: str) -> bool:
        first, *rest = slug(text).split("-")
        may_be = "PER" in votes[text] or (bool(rest) and first in words.particles)
        return may_be and any(person.endswith(f"-{slug(text)}") for person in persons)

    return {text: "PER" if is_person(text) else kind for text, kind in types.items()}
