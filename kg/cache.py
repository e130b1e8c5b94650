"""What a build remembers of each article, so that the next one reads, annotates and extracts only what changed.

An article is found again by its id (a hash of its bytes) and by a fingerprint of everything else that it was read
with: kg itself, the model, the words and names of the ontology. So an entry can be missing, never stale. The file may
be deleted at any time; a build that is interrupted goes on with what it has remembered.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from kg.documents.document import Document
from kg.errors import KgError
from kg.resolve.full_names import Apart
from kg.resolve.names import slug
from kg.resolve.resolved import ResolvedArticle

FILE = "articles.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, entry BLOB NOT NULL)"
BATCH = 16  # articles that an interruption may lose
WAIT = 5.0  # seconds for another build to end


@dataclass(frozen=True, slots=True)
class Remembered:
    """An article's resolution without its text; apart: the decisions about its names that it was resolved with."""

    article: ResolvedArticle
    apart: tuple[tuple[str, ...], ...]
    warnings: tuple[str, ...] = ()


class Cache:
    """The articles that earlier builds into the same folder have read."""

    def __init__(self, folder: Path, fingerprint: str, fresh: bool = False) -> None:
        """folder: for its file. fresh: forget what is in it, as is done with a file that is damaged.

        KgError if another build is writing to it.
        """
        self._fingerprint = fingerprint
        self._decoder = msgspec.msgpack.Decoder(Remembered)
        self._waiting = 0
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE
        if fresh:
            path.unlink(missing_ok=True)
        try:
            self._file = _opened(path)
        except sqlite3.OperationalError as error:
            raise KgError(f"{path}: another build may be writing there; wait until it has ended ({error})") from None
        except sqlite3.DatabaseError:
            path.unlink()
            self._file = _opened(path)

    def get(self, document: Document, apart: Apart) -> Remembered | None:
        """What is remembered of a document, None if it must be read."""
        row = self._file.execute(
            "SELECT entry FROM article WHERE id = ? AND fingerprint = ?", (document.id, self._fingerprint)
        ).fetchone()
        if row is None:
            return None
        try:
            found = self._decoder.decode(row[0])
        except msgspec.MsgspecError:  # another version of kg wrote it
            return None
        if found.apart != _about(found.article, apart):
            return None
        return replace(found, article=_with(found.article, document))

    def put(self, article: ResolvedArticle, apart: Apart, warnings: Iterable[str]) -> None:
        """Remember an article."""
        document = article.document.document
        bare = _with(article, replace(document, text=""))
        entry = msgspec.msgpack.encode(Remembered(bare, _about(article, apart), tuple(warnings)))
        self._file.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?)", (document.id, self._fingerprint, entry))
        self._waiting += 1
        if self._waiting % BATCH == 0:
            self._file.commit()

    def keep_only(self, documents: Iterable[str]) -> None:
        """Forget all but these ids."""
        kept = set(documents)
        ids = [row[0] for row in self._file.execute("SELECT id FROM article")]
        self._file.executemany("DELETE FROM article WHERE id = ?", [(i,) for i in ids if i not in kept])

    def close(self) -> None:
        """Write what is not yet on disk."""
        self._file.commit()
        self._file.close()


def _opened(path: Path) -> sqlite3.Connection:
    """The file, for this build alone: a second one at the same time would take away what the first remembers."""
    file = sqlite3.connect(path, timeout=WAIT)
    file.execute("PRAGMA locking_mode = EXCLUSIVE")
    file.execute("BEGIN EXCLUSIVE")
    file.execute(TABLE)
    file.commit()
    return file


def _with(article: ResolvedArticle, document: Document) -> ResolvedArticle:
    return replace(article, document=replace(article.document, document=document))


def _about(article: ResolvedArticle, apart: Apart) -> tuple[tuple[str, ...], ...]:
    """The pairs of names, both in the article, that a person said are two things."""
    names = {slug(mention.text) for mention in article.mentions if mention.kind == "name"} if apart else set()
    return tuple(sorted(tuple(sorted(pair)) for pair in apart if pair <= names))
