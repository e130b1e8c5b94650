"""From news articles to a knowledge graph you can trust: facts with their sentence, source and certainty.

    import kg
    g = kg.build("seeds/")
    g.query("SELECT ...")

Heavy parts are imported when they are first used, so that `import kg` and `kg --help` are quick.
"""

import os

TYPE_CHECKING = False  # the module typing is one of the heavy parts
if TYPE_CHECKING:
    from kg.graph import Graph

__version__ = "0.1.0"
__all__ = ["__version__", "build", "open"]

_Path = str | os.PathLike[str]


def build(*paths: _Path, output: _Path | None = None, ontology: _Path | None = None) -> "Graph":
    """Build the graph of articles (files or folders) and open it; KgError if none of them can be read.

    output: the folder to write to; without one the graph lives as long as the object that is returned.
    ontology: a folder laid over the ontology that comes with kg.
    Articles that are skipped or read with a doubt are in `Graph.summary` and shown as Python warnings.
    """
    from kg.graph import build as built

    return built(paths, output, ontology)


def open(folder: _Path = "graphs") -> "Graph":
    """The graph that `kg build` or `kg.build` wrote to a folder; UsageError if there is none."""
    from kg.graph import Graph

    return Graph(folder)
