"""Annotated text as CoNLL-U, the format of Universal Dependencies (https://universaldependencies.org/format.html)."""

from collections.abc import Iterator

from kg.language.annotated import Annotated, Sentence

OUTSIDE = "O"


def conllu(annotated: Annotated) -> str:
    """The sentences; the last column has each word's offsets in the text and its named entity (Entity=B-ORG)."""
    return "".join(_block(annotated, number) for number in range(len(annotated.sentences)))


def _block(annotated: Annotated, number: int) -> str:
    sentence = annotated.sentences[number]
    text = " ".join(annotated.document.text[sentence.start : sentence.end].split())
    comments = [f"# sent_id = {number + 1}", f"# text = {text}"]
    return "\n".join([*comments, *_lines(sentence)]) + "\n\n"


def _lines(sentence: Sentence) -> Iterator[str]:
    labels = entity_labels(sentence)
    for i, word in enumerate(sentence.words):
        misc = f"TokenRange={word.start}:{word.end}" + (f"|Entity={labels[i]}" if labels[i] != OUTSIDE else "")
        form, lemma = (text.replace("\t", " ") for text in (word.text, word.lemma))
        yield "\t".join(
            [str(i + 1), form, lemma, word.upos, "_", word.feats, str(word.head + 1), word.deprel, "_", misc]
        )


def entity_labels(sentence: Sentence) -> list[str]:
    """A label for each word: "B-ORG" for the first of an entity, "I-ORG" for the others, "O" outside."""
    labels = [OUTSIDE] * len(sentence.words)
    for entity in sentence.entities:
        for i in range(entity.first, entity.last):
            labels[i] = f"{'B' if i == entity.first else 'I'}-{entity.type}"
    return labels
