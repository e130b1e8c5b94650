"""The pipeline: from files to a graph on disk."""

import os
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.cache import Cache
from kg.config import settings
from kg.documents.collect import Source, collect
from kg.documents.document import Document
from kg.documents.formats import Lines, format_of
from kg.documents.read import MAX_SIZE, merged, read, read_one
from kg.errors import KgError, UsageError
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.extract.run import extract
from kg.extract.signatures import load_signatures
from kg.fingerprint import fingerprint
from kg.language.annotators.registry import chosen
from kg.language.codes import READ
from kg.language.identify import identify
from kg.plain import printable
from kg.query.disagreements import disagreements
from kg.query.rules import load_rules
from kg.rdf.write import NOTES, write_graph
from kg.resolve.decisions import FILE as DECISIONS
from kg.resolve.decisions import load_decisions
from kg.resolve.decisions_file import read_decisions
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.links import FILE as LINKS
from kg.resolve.links import load_links
from kg.resolve.name_words import load_name_words
from kg.resolve.resolved import Resolved, ResolvedArticle
from kg.resolve.run import resolve_article
from kg.resolve.stale import stale_decisions, stale_links
from kg.resolve.unite import unite
from kg.resources import find

NUMBER = re.compile("([0-9]{1,18})")
Progress = Callable[[int, int], None]  # is told how many articles are done, and of how many


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the user about a file."""

    file: str
    message: str

    @property
    def order(self) -> tuple[object, ...]:
        """By file, then line 2 before line 10."""
        return self.file, [int(part) if i % 2 else part for i, part in enumerate(NUMBER.split(self.message))]

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What is in the graph, and which files were skipped or read with a doubt."""

    documents: int
    claims: Mapping[str, int]  # by relation, the most frequent first
    entities: int
    seconds: float
    skipped: tuple[Note, ...]
    warnings: tuple[Note, ...]


def build_graph(
    paths: Iterable[Path],
    output: Path,
    *,
    ontology: Path | None = None,
    max_size: int = MAX_SIZE,
    min_confidence: float = 0.0,
    fresh: bool = False,
    progress: Progress = lambda done, total: None,
) -> BuildSummary:
    """Build the graph of all articles and write it to a folder, in the place of the one that was there.

    ontology: a folder laid over the one that comes with kg. max_size: bytes of the largest file that is read.
    min_confidence: claims of which kg is less sure are left out. fresh: read every article anew.
    Articles that an earlier build into the folder has read are not read again; the graph is the same as if they were.
    An article that cannot be read is skipped and noted; if there is no other, nothing is written. KgError for faults
    in the settings, the ontology, the paths and the output folder, before the long work.
    """
    begin = time.perf_counter()
    base_iri, sources, pipeline = settings().base_iri, collect(paths), Pipeline(ontology)
    _make_writable(output)
    cache = Cache(output / NOTES, fingerprint(ontology, min_confidence, pipeline.annotator.identity), fresh)
    with closing(cache):
        resolved = pipeline.run(sources, max_size, progress, min_confidence, cache)
    if resolved.documents:
        rules = pipeline.rules
        derive = partial(disagreements, rules=rules, base=base_iri)
        write_graph(resolved, output, base_iri, derive, map(str, rules))
    relations = Counter(fact.relation for fact in resolved.facts)
    return BuildSummary(
        documents=len(resolved.documents),
        claims=dict(sorted(relations.items(), key=lambda item: (-item[1], item[0]))),
        entities=len(resolved.entities),
        seconds=time.perf_counter() - begin,
        skipped=tuple(sorted(pipeline.skipped, key=lambda note: note.order)),
        warnings=tuple(sorted(pipeline.warnings, key=lambda note: note.order)),
    )


class Pipeline:
    """Everything from a file to resolved facts; keeps what is to be told about the files in skipped and warnings."""

    def __init__(self, ontology: Path | None = None) -> None:
        self.lexicons = {code: load_lexicon(code, ontology) for code in READ if find(f"lexicon/{code}.yaml", ontology)}
        self.signatures = load_signatures(ontology)
        self.gazetteer = Gazetteer.load(ontology)
        self.words = load_name_words(ontology)
        self.rules = load_rules(ontology)
        self.files = {name: find(name, ontology) for name in (DECISIONS, LINKS)}
        self.decisions = load_decisions(self.files[DECISIONS])
        self.links = load_links(self.files[LINKS])
        self.annotator = chosen(settings().annotator, ontology)
        self.skipped: list[Note] = []
        self.warnings: list[Note] = []

    def run(
        self,
        sources: Iterable[Source],
        max_size: int,
        progress: Progress,
        min_confidence: float,
        cache: Cache,
    ) -> Resolved:
        """Read, annotate, extract and resolve; one bad article never stops the others."""
        documents = self.documents(sources, max_size)
        articles = list(self._articles(documents, progress, min_confidence, cache))
        cache.keep_only(document.id for document in documents)
        resolved = unite(articles, self.gazetteer, self.words, self.decisions, self.links, self.signatures)
        self.warnings.extend(self._stale(resolved))
        return resolved

    def _stale(self, resolved: Resolved) -> Iterator[Note]:
        """What people wrote that has no effect now."""
        decisions, links = self.files[DECISIONS], self.files[LINKS]
        if decisions and (line := stale_decisions(read_decisions(decisions), resolved)):
            yield Note(printable(decisions), line)
        if links and (line := stale_links(self.links, resolved)):
            yield Note(printable(links), line)

    def documents(self, sources: Iterable[Source], max_size: int) -> list[Document]:
        """The documents in the files, sorted by id; equal ones are one."""
        return merged(self._documents(sources, max_size))

    def _documents(self, sources: Iterable[Source], max_size: int) -> Iterator[Document]:
        for source in sources:
            with self._skipping(source):
                found = read(source, max_size)
                self.warnings.extend(Note(source.file, warning) for warning in found.warnings)
                self.skipped.extend(Note(source.file, fault) for fault in found.faults)
                yield from found.documents

    def _articles(
        self, documents: list[Document], progress: Progress, min_confidence: float, cache: Cache
    ) -> Iterator[ResolvedArticle]:
        """Those that are remembered, then the others."""
        apart = self.decisions.apart
        new = []
        for document in documents:
            if found := cache.get(document, apart):
                self.warnings += [_note(document, warning) for warning in found.warnings]
                yield found.article
            else:
                new.append(document)
        known = len(documents) - len(new)
        for done, (article, warnings) in enumerate(self._read_anew(new, min_confidence), known):
            progress(done, len(documents))
            if article:
                cache.put(article, apart, warnings)
                self.warnings += [_note(article.document.document, warning) for warning in warnings]
                yield article
        progress(len(documents), len(documents))

    def _read_anew(
        self, documents: list[Document], min_confidence: float
    ) -> Iterator[tuple[ResolvedArticle | None, list[str]]]:
        """One article a core at a time: the network, which is most of the work, runs outside Python's lock."""
        if documents:
            self.annotator.load()
            with ThreadPoolExecutor(_cores()) as pool:
                yield from pool.map(lambda document: self._article(document, min_confidence), documents)

    def _article(self, document: Document, min_confidence: float) -> tuple[ResolvedArticle | None, list[str]]:
        """An article, and what is to be told about it; None for one that had to be skipped."""
        warnings: list[str] = []
        with self._skipping(document):
            language = self._language(document, warnings)
            lexicon = self.lexicons[language]
            extracted = extract(self.annotator.annotate(document, language), lexicon)
            apart = self.decisions.apart
            article = resolve_article(extracted, lexicon, self.gazetteer, self.words, apart, min_confidence)
            return article, warnings
        return None, warnings

    def _language(self, document: Document, warnings: list[str]) -> str:
        """The language that the header gives or that is identified; KgError for one that kg does not read."""
        code = document.language
        if code is None:
            found = identify(document.text)
            code = found.other or found.language
            if not (found.sure or found.other):
                warnings.append(f"the language is uncertain; read as '{code}'")
        if code not in READ:
            raise KgError(f"the language is '{code}'; kg reads {', '.join(READ)}")
        if code not in self.lexicons:
            raise KgError(f"there is no ontology/lexicon/{code}.yaml to read the language '{code}' with")
        return code

    @contextmanager
    def _skipping(self, file: Source | Document) -> Iterator[None]:
        """Note what goes wrong with a file or an article. A UsageError is no fault of the file and goes on."""
        try:
            yield
        except UsageError:
            raise
        except KgError as error:
            self.skipped.append(_note(file, str(error)))
        except Exception as error:
            self.skipped.append(_note(file, f"a fault in kg, please report it: {type(error).__name__}: {error}"))


def _note(about: Source | Document, message: str) -> Note:
    """A note on a file or an article; of a row also the line."""
    if isinstance(about, Source):
        return Note(about.file, message)
    known = format_of(about.files[0])
    line = f"line {about.first_line}: " if known and known.lines is Lines.ROW else ""
    return Note(about.files[0], line + message)


def inspect(path: Path, language: str | None = None, ontology: Path | None = None) -> tuple[Extracted, Lexicon]:
    """One article as the extractors see it, and the lexicon that it is read with.

    language: its code; without one the header's, or else the likeliest. KgError if the article cannot be read.
    """
    document = read_one(next(iter(collect([path]))))
    code = language or document.language or identify(document.text).language
    lexicon = load_lexicon(code, ontology)
    return extract(chosen(settings().annotator, ontology).annotate(document, code), lexicon), lexicon


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _make_writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        problem = "it is not a folder" if folder.is_file() else error.strerror
        raise KgError(f"{printable(folder)}: cannot write there: {problem}") from error
