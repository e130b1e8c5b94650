"""A pipeline of spaCy that learns one article by heart."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language.annotated import Annotated, Sentence
from kg.language.conllu import entity_labels

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SMALL = """
[model]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 48
depth = 2
embed_size = 300
window_size = 1
maxout_pieces = 2
subword_features = true
"""
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 48}
TAGGER = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": LISTENER}
TRANSITIONS = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 48,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": LISTENER,
}
COMPONENTS = {
    "morphologizer": {"model": TAGGER},
    "trainable_lemmatizer": {"model": TAGGER, "min_tree_freq": 1, "backoff": "orth"},
    "parser": {"model": TRANSITIONS, "min_action_freq": 1},
    "ner": {"model": {**TRANSITIONS, "state_type": "ner"}},
}
ROUNDS, RATE = 40, 0.015


def train(annotated: Annotated, folder: Path, without: Iterable[str] = ()) -> Path:
    """Teach a pipeline the analysis of a document and save it. without: components that it gets none of."""
    import spacy
    from spacy.training import Example

    spacy.util.fix_random_seed(0)
    nlp = spacy.blank(annotated.language)
    nlp.add_pipe("tok2vec", config=spacy.util.load_config_from_str(SMALL))
    for name, config in COMPONENTS.items():
        if name not in without:
            nlp.add_pipe(name, config=config)
    distinct = {tuple(word.text for word in s.words): s for s in annotated.sentences}
    docs = [_doc(nlp.vocab, sentence, annotated.document.text) for sentence in distinct.values()]
    bare = [spacy.tokens.Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]) for doc in docs]
    examples = [Example(*pair) for pair in zip(bare, docs, strict=True)]
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = RATE
    for _ in range(ROUNDS):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


def _doc(vocab: "Vocab", sentence: Sentence, text: str) -> "Doc":
    from spacy.tokens import Doc

    words = sentence.words
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[text[word.end : word.end + 1].isspace() for word in words],
        pos=[word.upos for word in words],
        morphs=["" if word.feats == "_" else word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[i if word.head < 0 else word.head for i, word in enumerate(words)],
        deps=["ROOT" if word.head < 0 else word.deprel for word in words],
        ents=entity_labels(sentence),
    )
