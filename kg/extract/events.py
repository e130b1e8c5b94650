"""Relations that a verb or the noun of an event states: "X neemt Y over", "de overname van Y door X"."""

from collections.abc import Iterator

from kg.extract.arguments import Arguments, arguments, is_passive
from kg.extract.claim import Claim, Figure, Mention
from kg.extract.lexicon import NounFrame, Phrase, VerbFrame
from kg.extract.mentions import typed
from kg.extract.passage import Passage
from kg.extract.signatures import Signature
from kg.extract.tree import Tree


def events(passage: Passage) -> Iterator[Claim]:
    """Claims by the verb and noun frames of the lexicon."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree[i].upos in ("VERB", "AUX", "ADJ"):
            frames = passage.lexicon.verbs.get(tree.lemma(i), ())
            found = arguments(tree, i) if frames else None
            for frame in frames:
                assert found is not None
                yield from _by_verb(passage, i, frame, found)
        elif tree[i].upos in ("NOUN", "PROPN"):
            for noun in passage.lexicon.nouns.get(tree.lemma(i), ()):
                yield from _by_noun(passage, i, noun)


def _by_verb(passage: Passage, verb: int, frame: VerbFrame, found: Arguments) -> Iterator[Claim]:
    tree = passage.tree
    signature = passage.lexicon.signatures[frame.relation]
    needed = _needed(passage, verb, frame.needs)
    if needed is None:
        return
    amount = _amount(passage, verb, found, needed)
    if frame.amount and amount is None:
        return
    below = [(tree.preposition(c) or "genitive", c) for n in needed for c in _below(passage, n)]
    subjects = passage.all(_slot(found, frame.subject, found.subjects, below), signature.subject)
    if signature.kind == "none":
        for subject in subjects:
            yield passage.claim(subject, frame.relation, None, "events", verb, modality=frame.modality)
        return
    heads = [h for h in _slot(found, frame.object, found.objects, below) if h not in needed]
    objects = passage.all(heads, frame.types or signature.object)
    if signature.symmetric and not objects:  # "X and Y merge"
        subjects, objects = subjects[:1], subjects[1:]
    for subject in subjects:
        for object_ in objects:
            if subject.start != object_.start:
                yield passage.claim(
                    subject, frame.relation, object_, "events", verb, figure=amount, modality=frame.modality
                )


def _slot(found: Arguments, preposition: str, own: tuple[int, ...], below: list[tuple[str, int]]) -> list[int]:
    """The heads that fill a slot: the verb's own argument, or the phrases with a preposition.

    below: those on a noun that the frame asks for ("filed a lawsuit against X"), "genitive" without a preposition.
    """
    if not preposition:
        return list(own)
    own_arguments = {"iobj": found.indirect, "obj": found.objects, "subj": found.subjects}
    if preposition in own_arguments:
        return list(own_arguments[preposition])
    return [head for case, head in (*found.obliques, *below) if case == preposition]


def _needed(passage: Passage, verb: int, phrases: tuple[Phrase, ...]) -> frozenset[int] | None:
    """The words below the verb that a frame asks for, empty if it asks for none; None if they are not there."""
    if not phrases:
        return frozenset()
    tree = passage.tree
    for phrase in phrases:
        *before, last = phrase
        for c in tree.children(verb):
            if last in (tree.lemma(c), tree.lower(c)) and (not before or tree.preposition(c) == before[0]):
                return frozenset([c])
    return None


def _below(passage: Passage, noun: int) -> list[int]:
    """The phrases that hang on a noun, also over its amount: "a fine of 3 million euros on X"."""
    own = passage.tree.children(noun, "nmod", "obl")
    return own + [each for c in own if c in passage.measured for each in _below(passage, c)]


def _amount(passage: Passage, verb: int, found: Arguments, needed: frozenset[int]) -> Figure | None:
    """The amount among the verb's arguments: "investeert 10 miljard", "voor 3 miljoen", "legt een boete op van"."""
    tree = passage.tree
    near = {verb, *found.objects, *(h for _, h in found.obliques), *(c for n in needed for c in _below(passage, n))}
    for amount, head in passage.amounts:
        is_money = amount.unit is not None or (amount.value or 0) >= 1000
        is_object = tree[head].head == verb and tree.is_a(head, "obj")
        if is_object or (head in near and is_money):
            return Figure(amount.text, amount.value, amount.unit)
    return None


def _by_noun(passage: Passage, noun: int, frame: NounFrame) -> Iterator[Claim]:
    tree = passage.tree
    signature = passage.lexicon.signatures[frame.relation]
    if tree.is_a(noun, "fixed"):
        yield from _by_fixed_phrase(passage, noun, signature)
        return
    heads = tree.children(noun, "nmod", "obl")
    phrases = [(tree.preposition(c), each) for c in heads for each in tree.conjuncts(c)]
    owners: list[Mention] = passage.mentions.possessives(noun)
    is_told = "" in frame.subject and tree.is_a(noun, "obj") and _undertakes(passage, noun)
    verb = tree[noun].head if is_told or (signature.symmetric and _is_manner(passage, noun)) else -1
    found = arguments(tree, verb) if verb >= 0 else Arguments((), (), ())
    agents = [(case, h) for case, h in (*phrases, *_stray_agents(passage, noun)) if case or "" not in frame.object]
    subjects = passage.all([h for case, h in agents if case in frame.subject], signature.subject)
    objects = passage.all([h for case, h in (*phrases, *found.obliques) if case in frame.object], signature.object)
    subjects = subjects or [m for owner in owners if (m := typed(owner, signature.subject))]
    subjects = subjects or passage.all(found.subjects, signature.subject)
    if signature.symmetric and not objects:
        subjects, objects = subjects[:1], subjects[1:]
    for subject in subjects:
        for object_ in objects:
            if subject.start != object_.start:
                yield passage.claim(subject, frame.relation, object_, "events", noun)


def _by_fixed_phrase(passage: Passage, noun: int, signature: Signature) -> Iterator[Claim]:
    """ "bouwt het in samenwerking met X", where the tree takes "in samenwerking met" for one preposition."""
    tree = passage.tree
    phrase = tree[tree[noun].head].head
    verb = tree[phrase].head if signature.symmetric and phrase >= 0 else -1
    if verb < 0 or tree[verb].upos != "VERB":
        return
    for subject in passage.all(arguments(tree, verb).subjects, signature.subject):
        for object_ in passage.all(tree.conjuncts(phrase), signature.object):
            if subject.start != object_.start:
                yield passage.claim(subject, signature.relation, object_, "events", noun)


def _is_manner(passage: Passage, noun: int) -> bool:
    """Whether a noun says how something is done: "in samenwerking met X"."""
    tree = passage.tree
    is_bare = tree.is_a(noun, "obl", "nmod") and not tree.children(noun, "det", "nmod:poss", "det:poss")
    verb = tree[noun].head
    return is_bare and tree[verb].upos == "VERB" and tree.preposition(noun) in passage.lexicon.lists["in_place"]


def _finite(tree: Tree, verb: int) -> int:
    """The finite verb of a main clause; 0 where it stands last, as in a German subordinate clause."""
    first = next(iter(tree.children(verb, "aux", "cop")), verb)
    return first if first <= verb else 0


def _undertakes(passage: Passage, noun: int) -> bool:
    """Whether the verb above says that its subject does what the noun names."""
    words = passage.lexicon.lists["undertake"]
    return not words or passage.tree.lemma(passage.tree[noun].head) in words


def _stray_agents(passage: Passage, noun: int) -> list[tuple[str, int]]:
    """An agent behind a noun that the tree hangs on the verb.

    "bestätigte die Übernahme von X durch Y"; "die Übernahme von X durch Y ist abgeschlossen", where it stands with the
    subject before the finite verb.
    """
    tree, verb, by = passage.tree, passage.tree[noun].head, passage.lexicon.lists["by"]
    if verb < 0:
        return []
    if tree.is_a(noun, "obj"):
        end = len(tree) if not is_passive(tree, verb) else 0
    else:
        end = _finite(tree, verb) if tree.is_a(noun, "nsubj") else 0
    return [
        (tree.preposition(c), c) for c in tree.children(verb, "obl") if noun < c < end and tree.preposition(c) in by
    ]
