"""How fast articles become a graph, and what part of the time is the annotation model.

    python tests/benchmarks/build.py ARTICLES [ARTICLES ...]

Processor seconds are what to compare on machines with other work. Starting Python and loading the model are part of
"sample", the time of the two commands; they are not part of the others.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kg.cache import Cache
from kg.documents.collect import collect
from kg.documents.read import MAX_SIZE
from kg.language.annotate import Annotator
from kg.language.network import Network
from kg.language.scores import Scores
from kg.pipeline import Pipeline
from kg.rdf.write import write_graph

SAMPLE = Path(__file__).parent.parent.parent / "seeds"
COMMANDS = "build {sample} -o {folder}", "view -g {folder} -o {folder}/kg.html"


class TimedNetwork(Network):
    """The network, and the processor seconds of its runs."""

    seconds = 0.0

    def run(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        begin = time.thread_time()
        scores = super().run(sentences)
        self.seconds += time.thread_time() - begin
        return scores


def main(paths: Sequence[Path]) -> None:
    network = TimedNetwork()
    pipeline = Pipeline()
    pipeline.annotator = Annotator(network)
    network.load()
    wall, processor = time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), "benchmark")
        resolved = pipeline.run(collect(paths), MAX_SIZE, lambda done, total: None, 0.0, cache)
        cache.close()
        write_graph(resolved, Path(folder), "https://kg.example/")
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    words = sum(len(each.document.text.split()) for each in resolved.documents)
    print(f"articles           {len(resolved.documents):>8,}")
    print(f"words              {words:>8,}")
    print(f"seconds            {wall:>8.1f}")
    print(f"processor seconds  {processor:>8.1f}")
    print(f"words a second     {words / wall:>8,.0f}")
    print(f"model's share      {network.seconds / processor:>8.0%}")
    print(f"sample, processor seconds from start to page {_sample():.1f}")


def _sample() -> float:
    """Processor seconds of kg build and kg view on the sample article."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.times()
        for command in COMMANDS:
            arguments = command.format(sample=SAMPLE, folder=folder).split()
            subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, stdout=subprocess.DEVNULL)
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
