"""Who says what: "X zei dat ...", "..., aldus X", "volgens X ...", "bevestigd door X", "X maakte een statement"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments, is_passive
from kg.extract.claim import Claim, Mention
from kg.extract.mentions import typed
from kg.extract.passage import Passage

CLAUSES = ("ccomp", "csubj", "xcomp")
QUOTES = "\"'“”„‚‘’«»‹›`"


def speech(passage: Passage) -> Iterator[Claim]:
    """says claims: one for each speaker and reporting word, with the words of what is reported."""
    for i in range(len(passage.tree)):
        for speakers, content in (_by_verb(passage, i), _by_light_verb(passage, i), _by_attribution(passage, i)):
            if speakers and content:
                yield from _claims(passage, i, speakers, content)
                break


def _claims(passage: Passage, cue: int, speakers: list[Mention], content: frozenset[int]) -> Iterator[Claim]:
    span = passage.span(content)
    if span is None:
        return
    text = passage.text[slice(*span)].strip(QUOTES + " ,;:")
    start = passage.text.index(text, span[0]) if text else span[0]
    for speaker in speakers:
        if text:
            yield passage.claim(
                speaker, "says", text, "speech", cue, object_span=(start, start + len(text)), content=content
            )


def _speakers(passage: Passage, heads: tuple[int, ...] | list[int]) -> list[Mention]:
    types = passage.lexicon.signatures["says"].subject
    return [m for m in passage.all(heads, types) if m.kind != "description" or m.type in ("PER", "ORG")]


def _by_verb(passage: Passage, i: int) -> tuple[list[Mention], frozenset[int]]:
    """A verb of saying with a clause, a quote around it, or a thing said."""
    tree = passage.tree
    if tree[i].upos not in ("VERB", "AUX") or tree.lemma(i) not in passage.lexicon.lists["speech_verbs"]:
        return [], frozenset()
    found = arguments(tree, i)
    speakers = _speakers(passage, found.subjects)
    return (speakers, _content(passage, i, found.objects)) if speakers else ([], frozenset())


def _content(passage: Passage, verb: int, objects: tuple[int, ...]) -> frozenset[int]:
    tree = passage.tree
    clauses = [c for c in tree.children(verb, *CLAUSES) if _is_said(passage, verb, c)]
    if clauses:
        return frozenset(w for c in clauses for w in tree.subtree(c))
    if quoted := [c for c in tree.children(verb, "parataxis") if tree.is_predicate(c)]:
        return frozenset(w for c in quoted for w in tree.subtree(c))
    if (tree.is_a(verb, "parataxis") and not objects) or _is_aside(passage, verb):
        return frozenset(tree.subtree(tree[verb].head)) - frozenset(tree.subtree(verb))
    takes_things = tree.lemma(verb) in passage.lexicon.lists["speech_objects"]
    said = [o for o in objects if takes_things and o not in passage.measured]
    return frozenset(w for o in said for w in tree.subtree(o) if verb not in (w,)) - frozenset(_above(passage, verb))


def _is_aside(passage: Passage, verb: int) -> bool:
    """Whether a clause only says who reports what it hangs on: "wie X mitteilte"."""
    tree, words = passage.tree, passage.lexicon.lists["speech_as"]
    openers = tree.children(verb, "mark", "advmod", "case")
    return tree.is_a(verb, "advcl") and any(tree.lower(c) in words for c in openers)


def _is_said(passage: Passage, verb: int, clause: int) -> bool:
    """Whether a clause is what is said; "stelt X in staat te ..." and "vraagt X om te ..." do not report."""
    tree = passage.tree
    if tree[clause].deprel == "xcomp":
        return not is_passive(tree, verb) and not tree.children(verb, "obj", "iobj") and tree.is_predicate(clause)
    return True


def _above(passage: Passage, verb: int) -> list[int]:
    """For a clause that modifies what is said ("cijfers die X meldde"): the clause itself is no content."""
    return passage.tree.subtree(verb) if passage.tree.is_a(verb, "acl") else []


def _by_light_verb(passage: Passage, i: int) -> tuple[list[Mention], frozenset[int]]:
    """A verb that means saying by its object: "maakte dat statement", "plaatste het nieuws"."""
    tree, lists = passage.tree, passage.lexicon.lists
    if tree[i].upos != "VERB" or tree.lemma(i) not in lists["speech_light"]:
        return [], frozenset()
    found = arguments(tree, i)
    said = [o for o in found.objects if tree.lemma(o) in lists["speech_nouns"]]
    return _speakers(passage, found.subjects), frozenset(w for o in said for w in tree.subtree(o))


def _by_attribution(passage: Passage, i: int) -> tuple[list[Mention], frozenset[int]]:
    """ "Volgens X ...", "..., aldus X": the content is the clause that the phrase hangs on."""
    tree, lists = passage.tree, passage.lexicon.lists
    opener = _opener(passage, i)
    prepositions = {tree.preposition(i), _cases(passage, i), *map(tree.lower, opener)}
    is_account = tree.lemma(i) in lists["accounts"]
    known = lists["account_prepositions"] if is_account else lists["speech_attribution"]
    if tree[i].head < 0 or not any(p in known for p in prepositions):
        return [], frozenset()
    if any(i in range(*span) for span in tree.find(passage.lexicon.phrases["own_words"])):
        return [], frozenset()
    clause = tree.predicate(tree[i].head)
    clause = tree[i].head if clause < 0 else clause
    while tree[clause].deprel == "xcomp":
        clause = tree[clause].head
    own = frozenset((*tree.subtree(i), *opener))
    speakers = _accountants(passage, i) if is_account else _speakers(passage, tree.conjuncts(i))
    return speakers, frozenset(tree.subtree(clause)) - own


def _opener(passage: Passage, i: int) -> list[int]:
    """The word in front of an inserted phrase: "so" of "..., so die Agentur Reuters"; none for any other phrase."""
    tree = passage.tree
    first = next((w for w in tree.subtree(i) if tree[w].upos != "PUNCT"), 0)
    return [first - 1] if tree.is_a(i, "parataxis") and first > 0 else []


def _cases(passage: Passage, i: int) -> str:
    """The prepositions of a phrase as in the text: "d'après"."""
    tree = passage.tree
    span = passage.span(w for c in tree.children(i, "case") for w in tree.subtree(c))
    return passage.text[slice(*span)].lower() if span else ""


def _accountants(passage: Passage, i: int) -> list[Mention]:
    """Whose account a noun of speech is: "nach Angaben von X", "ihren Angaben zufolge"."""
    tree = passage.tree
    of = [c for c in tree.children(i, "nmod", "appos") if tree.preposition(c) in passage.lexicon.lists["of"]]
    return _speakers(passage, [c for h in of for c in tree.conjuncts(h)]) or [
        m for p in passage.mentions.possessives(i) if (m := typed(p, passage.lexicon.signatures["says"].subject))
    ]
