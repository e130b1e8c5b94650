"""How the time of resolution over articles grows with their number, and that of a build after a small change.

    python tests/benchmarks/resolution.py ARTICLES [ARTICLES ...]

The articles are varied until there are enough: in each copy a part of the names is another, so that the different
names grow with the articles as they do in a newspaper. Processor seconds are what to compare.
"""

import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.cache import Cache
from kg.documents.collect import collect
from kg.documents.read import MAX_SIZE
from kg.pipeline import Pipeline, build_graph
from kg.resolve.names import slug
from kg.resolve.resolved import ResolvedArticle, Thing
from kg.resolve.unite import unite

SIZES = (1_250, 2_500, 5_000, 10_000)
CHANGED = 0.6  # of the names in a copy
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "on")]


def main(paths: Sequence[Path]) -> None:
    """Print the tables."""
    pipeline = Pipeline()
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), "benchmark")
        begin = time.process_time()
        pipeline.run(collect(paths), MAX_SIZE, lambda done, total: None, 0.0, cache)
        reading = time.process_time() - begin
        documents = list(pipeline.documents(collect(paths), MAX_SIZE))
        articles = [found.article for document in documents if (found := cache.get(document, frozenset()))]
        cache.close()
    print(f"reading and resolving {len(articles)} articles: {reading:.1f} processor seconds\n")
    print("| articles | entities | processor seconds | a thousand articles |\n|---|---|---|---|")
    for size in SIZES:
        varied = [vary(articles[i % len(articles)], i) for i in range(size)]
        begin = time.process_time()
        found = unite(varied, pipeline.gazetteer, pipeline.words)
        seconds = time.process_time() - begin
        print(f"| {size:,} | {len(found.entities):,} | {seconds:.1f} | {1000 * seconds / size:.2f} |")
    print("\n| build | seconds |\n|---|---|")
    for name, seconds in builds(paths):
        print(f"| {name} | {seconds:.1f} |")


def vary(article: ResolvedArticle, seed: int) -> ResolvedArticle:
    """A copy with other names for a part of its things."""
    chance = random.Random(seed)
    things = {thing.id: _renamed(thing, chance) for thing in article.things}
    document = replace(article.document.document, id=f"{seed:016x}")
    publisher = article.document.publisher
    return ResolvedArticle(
        replace(article.document, document=document, publisher=things[publisher].id if publisher else None),
        things=tuple(sorted(things.values(), key=lambda thing: thing.id)),
        mentions=tuple(
            replace(m, document=document.id, entity=things[m.entity].id, text=_text(m.text, things[m.entity]))
            for m in article.mentions
        ),
        facts=tuple(
            replace(
                fact,
                subject=things[fact.subject].id,
                object=fact.object if fact.is_literal or fact.object is None else things[fact.object].id,
                source=things[fact.source].id if fact.source else None,
                evidence=tuple(
                    replace(e, document=document.id, products=tuple(things[p].id for p in e.products))
                    for e in fact.evidence
                ),
            )
            for fact in article.facts
        ),
    )


def _renamed(thing: Thing, chance: random.Random) -> Thing:
    if not thing.named or thing.known or chance.random() > CHANGED:
        return thing
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).title() for _ in thing.label.split())
    label = " ".join(words)
    return replace(thing, id=f"entity/{slug(label)}", label=label)


def _text(text: str, thing: Thing) -> str:
    """What a mention reads in the copy: as many words of the new name, from its end."""
    return " ".join(thing.label.split()[-len(text.split()) :]) if thing.named else text


def builds(paths: Sequence[Path]) -> list[tuple[str, float]]:
    """The wall-clock time of builds into one folder."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        graph, extra = Path(folder, "graphs"), Path(folder, "extra.txt")
        extra.write_text("Het aandeel Philips steeg met 5 procent.", "utf-8")
        for name, chosen in (
            ("from nothing", paths),
            ("nothing changed", paths),
            ("one article more", [*paths, extra]),
            ("one article less", paths),
        ):
            found.append((name, build_graph(chosen, graph).seconds))
    return found


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main([Path(argument) for argument in sys.argv[1:]])
