"""More sentences with names from those that there are: other names in them, and other ways of writing them.

Each function takes a sentence and a source of chance and gives a sentence whose labels are right.
Replacement of mentions: Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition".
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from kg.language.training.names import Named, spans

REPLACED = 0.25  # of the names
LOWERED = 0.03  # of the sentences
CAPITALS = 0.02
UNFINISHED = 0.1
FINAL = {".", "!", "?"}

Name = tuple[str, ...]


class Names:
    """The names of each type and language, to take others from."""

    def __init__(self, sentences: Iterable[Named]) -> None:
        found: defaultdict[tuple[str, str], set[Name]] = defaultdict(set)
        for each in sentences:
            for first, last, kind in spans(each.tags):
                found[each.language, kind].add(each.words[first:last])
        self._found = {key: sorted(names) for key, names in sorted(found.items())}

    def other(self, language: str, kind: str, chance: Random) -> Name:
        """Some name of a type, as the language writes it."""
        return chance.choice(self._found[language, kind])


def with_other_names(sentence: Named, names: Names, chance: Random) -> Named:
    """The sentence with some of its names replaced by others of the same type and language.

    Names of peoples stay: they are inflected ("Chinees", "Chinese").
    """
    words: list[str] = []
    tags: list[str] = []
    at = 0
    for first, last, kind in spans(sentence.tags):
        words += sentence.words[at:first]
        tags += sentence.tags[at:first]
        swap = kind != "NORP" and chance.random() < REPLACED
        name = names.other(sentence.language, kind, chance) if swap else sentence.words[first:last]
        words += name
        tags += [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        at = last
    return replace(sentence, words=(*words, *sentence.words[at:]), tags=(*tags, *sentence.tags[at:]))


def as_written_elsewhere(sentence: Named, chance: Random) -> Named:
    """Now and then in small letters, in capitals as headlines have it, or without its full stop."""
    words, tags, dice = sentence.words, sentence.tags, chance.random()
    if dice < LOWERED:
        words = tuple(word.lower() for word in words)
    elif dice < LOWERED + CAPITALS:
        words = tuple(word.upper() for word in words)
    elif dice < LOWERED + CAPITALS + UNFINISHED and len(words) > 1 and words[-1] in FINAL:
        words, tags = words[:-1], tags[:-1]
    return replace(sentence, words=words, tags=tags)
