"""Who does what to whom: the arguments of a verb, whatever the construction it stands in.

Active and passive, relative and participle clauses, coordination and infinitives all come out as one shape, so that
a frame of the lexicon is written once. The relations are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from dataclasses import dataclass

from kg.extract.tree import Tree


@dataclass(frozen=True, slots=True)
class Arguments:
    """Indices of the head words of a verb's arguments; coordinated ones each stand for themselves."""

    subjects: tuple[int, ...]  # who does it, in the passive too
    objects: tuple[int, ...]  # to whom or what
    obliques: tuple[tuple[str, int], ...]  # (preposition, head); "" for a phrase without one
    indirect: tuple[int, ...] = ()


def arguments(tree: Tree, verb: int) -> Arguments:
    """The arguments of a verb (or of a noun with a copula)."""
    passive = is_passive(tree, verb)
    subjects = _agents(tree, verb) if passive else _subjects(tree, verb)
    objects = _patients(tree, verb) if passive else _objects(tree, verb)
    return Arguments(
        _spread(tree, subjects),
        _spread(tree, objects),
        _obliques(tree, verb, objects),
        _spread(tree, tree.children(verb, "iobj")),
    )


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb's grammatical subject is what it is done to."""
    if tree.children(verb, "aux:pass") or tree.children(verb, "nsubj:pass") or tree.children(verb, "expl:pass"):
        return True
    if tree[verb].deprel == "conj" and not tree.children(verb, "aux", "nsubj") and _is_participle(tree, verb):
        return is_passive(tree, tree[verb].head)
    return (
        _is_participle(tree, verb) and tree.is_a(verb, "acl", "amod") and not tree.children(verb, "aux", "nsubj", "obj")
    )


def _is_participle(tree: Tree, verb: int) -> bool:
    feats = tree[verb].feats
    return "VerbForm=Part" in feats and "Tense=Pres" not in feats


def _subjects(tree: Tree, verb: int) -> list[int]:
    own = [antecedent(tree, s, verb) for s in tree.children(verb, "nsubj") if tree[s].deprel != "nsubj:pass"]
    if own:
        return own
    head = tree[verb].head
    if head < 0:
        return []
    if tree[verb].deprel == "acl" and _is_infinitive(tree, verb):
        return _planners(tree, head)
    if tree.is_a(verb, "acl") and not tree.children(verb, "obj"):
        return [head] if tree[verb].deprel == "acl" else []
    if tree.is_a(verb, "acl"):
        return [head]
    if tree[verb].deprel == "xcomp" and (controllers := [o for o in tree.children(head, "obj") if o < verb]):
        return controllers  # "expects X to buy Y"
    if tree[verb].deprel in ("xcomp", "conj") or (tree.is_a(verb, "advcl", "csubj") and _is_infinitive(tree, verb)):
        return _grammatical(tree, head)
    return []


def _planners(tree: Tree, noun: int) -> list[int]:
    """Who is to do what an infinitive below a noun says: "X's plan to ...", "X is in talks to ...", "X has plans"."""
    if owners := tree.children(noun, "nmod:poss", "det:poss"):
        return owners
    if own := tree.children(noun, "nsubj"):
        return own
    verb = tree[noun].head
    return _grammatical(tree, verb) if verb >= 0 and tree.is_a(noun, "obj", "obl") else []


def _grammatical(tree: Tree, verb: int) -> list[int]:
    """The subject that an infinitive or a coordinated verb shares with its governor."""
    own = [antecedent(tree, s, verb) for s in tree.children(verb, "nsubj")]
    return own or ([] if is_passive(tree, verb) else _subjects(tree, verb))


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return "VerbForm=Inf" in tree[verb].feats


def _objects(tree: Tree, verb: int) -> list[int]:
    return [antecedent(tree, o, verb) for o in tree.children(verb, "obj")]


def _agents(tree: Tree, verb: int) -> list[int]:
    by = tree.lexicon.lists["by"]
    told = tree.lexicon.lists["speech_attribution"]
    phrases = [c for c in tree.children(verb, "obl", "nmod") if tree[c].upos not in ("NUM", "SYM")]
    phrases = [c for c in phrases if tree.preposition(c) not in told]
    found = [c for c in phrases if tree[c].deprel == "obl:agent" or tree.preposition(c) in by]
    below = [g for c in phrases for g in tree.children(c, "nmod") if tree.preposition(g) in by]
    return found or [g for g in below if tree.preposition(g) not in tree.lexicon.lists["of"]]


def _patients(tree: Tree, verb: int) -> list[int]:
    own = [antecedent(tree, s, verb) for s in tree.children(verb, "nsubj")]
    if own:
        return own
    head = tree[verb].head
    if tree.is_a(verb, "acl", "amod"):
        return [head]
    if tree[verb].deprel == "conj" and head >= 0 and is_passive(tree, head):
        return _patients(tree, head)
    if tree[verb].deprel == "xcomp" and head >= 0:
        return _grammatical(tree, head)
    return []


def antecedent(tree: Tree, word: int, verb: int) -> int:
    """The noun that a relative pronoun stands for; any other word itself."""
    if tree.lower(word) not in tree.lexicon.lists["relative"] or tree[word].upos not in ("PRON", "DET", "ADV", "SCONJ"):
        return word
    clause = next((n for n in (verb, *tree.ancestors(verb)) if tree[n].deprel == "acl:relcl"), -1)
    return tree[clause].head if clause >= 0 else word


def _obliques(tree: Tree, verb: int, objects: list[int]) -> tuple[tuple[str, int], ...]:
    """Phrases with a preposition; one that hangs on an amount is the verb's own ("10 miljard in een divisie")."""
    found = tree.children(verb, "obl", "nmod", "advcl")
    for o in objects:
        if (o in tree.children(verb) and tree[o].upos in ("NUM", "SYM")) or tree.children(o, "nummod"):
            found += tree.children(o, "nmod", "obl")
    heads = [c for c in found if tree[c].upos in ("NOUN", "PROPN", "PRON", "SYM", "NUM", "X")]
    return tuple((tree.preposition(c), each) for c in sorted(heads) for each in tree.conjuncts(c))


def _spread(tree: Tree, heads: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each for h in heads for each in tree.conjuncts(h)))
