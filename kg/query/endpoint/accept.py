"""The Accept header of RFC 9110: which of the types on offer a client likes best."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NUMBER = re.compile(r"\d+(?:\.\d*)?|\.\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Range:
    """A media type or a pattern of them, such as text/*, and how much it is liked, from 0 (not at all) to 1."""

    media: str
    quality: float

    @property
    def precision(self) -> int:
        """0 for */*, 1 for text/*, 2 for text/csv: the most precise range that fits a type decides."""
        return 2 - self.media.count("*")

    def fits(self, media: str) -> bool:
        kind, _, subtype = self.media.partition("/")
        return kind in ("*", media.partition("/")[0]) and subtype in ("*", media.partition("/")[2])


def choose(header: str | None, offers: Sequence[str]) -> str | None:
    """The type that the client likes best, of equals the one that comes first; None if it takes none of them.

    header: None or an empty one takes everything. offers: media types, the server's preferred ones first.
    """
    ranges = list(_ranges(header or "*/*"))
    liked = [(_quality(media, ranges), media) for media in offers]
    best = max((quality for quality, _ in liked), default=0)
    return next((media for quality, media in liked if quality == best), None) if best > 0 else None


def _quality(media: str, ranges: Sequence[Range]) -> float:
    fitting = [range_ for range_ in ranges if range_.fits(media)]
    best = max((range_.precision for range_ in fitting), default=0)
    return max((range_.quality for range_ in fitting if range_.precision == best), default=0)


def _ranges(header: str) -> Iterator[Range]:
    """The ranges of a header; what is no media range is passed over. Parameters other than q count for nothing."""
    for item in header.lower().split(","):
        media, *parameters = (part.strip() for part in item.split(";"))
        if media == "*":
            media = "*/*"  # written so by some old clients
        if media == "*/*" or (media.count("/") == 1 and not media.startswith("*/")):
            yield Range(media, _q(parameters))


def _q(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return min(float(value), 1.0) if NUMBER.fullmatch(value.strip()) else 0.0
    return 1.0
