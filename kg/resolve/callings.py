"""What an article calls its persons: the nouns beside their names ("voetballer Jan de Vries")."""

from collections.abc import Iterator, Sequence

from kg.extract.claim import Mention
from kg.language.annotated import Word

BESIDE = ("appos", "flat", "nmod", "compound")


def callings(words: Sequence[Word], mention: Mention) -> Iterator[str]:
    """The lemmas of the nouns beside a person's name in its sentence."""
    for i, word in enumerate(words):
        is_before = i + 1 < len(words) and words[i + 1].start == mention.start
        is_apposed = word.head == mention.head and word.deprel == "appos"
        is_head = words[mention.head].head == i and words[mention.head].deprel.split(":")[0] in BESIDE
        if word.upos == "NOUN" and (is_before or is_apposed or is_head):
            yield word.lemma.lower()
