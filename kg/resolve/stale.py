"""What people wrote about names and entities that no article has now: of no effect, and perhaps a slip of the pen."""

from collections.abc import Collection, Iterable, Iterator

from kg.resolve.decisions import key_of, namesake
from kg.resolve.decisions_file import DecisionsFile
from kg.resolve.links import Links
from kg.resolve.resolved import Resolved

SHOWN = 5  # entries in a line


def stale_decisions(decisions: DecisionsFile, resolved: Resolved) -> str | None:
    """One line that names the entries, None if there is none."""
    keys = {entity.id for entity in resolved.entities} | {key for merge in resolved.merges for key in merge.keys}
    return _line("no article has", _unused(decisions, keys))


def stale_links(links: Links, resolved: Resolved) -> str | None:
    """One line that names the entries, None if there is none."""
    ids = {entity.id for entity in resolved.entities}
    return _line("no entity is", (f"{entity} (links)" for entity in sorted(links.found) if entity not in ids))


def _unused(decisions: DecisionsFile, keys: Collection[str]) -> Iterator[str]:
    """The names as they are written, with the section."""
    for section in ("same", "different"):
        for group in getattr(decisions, section):
            yield from (f"{name} ({section})" for name in group if key_of(name) not in keys)
    for section, names in (("rename", decisions.rename), ("type", decisions.types)):
        yield from (f"{name} ({section})" for name in names if key_of(name) not in keys)
    for name, groups in decisions.namesakes.items():
        unused = (group for group in groups if namesake(key_of(name), group) not in keys)
        yield from (f"{name} in {', '.join(group)} (namesakes)" for group in unused)


def _line(problem: str, entries: Iterable[str]) -> str | None:
    found = list(dict.fromkeys(entries))
    more = f" and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
    return f"{problem} {', '.join(found[:SHOWN])}{more}: it has no effect now" if found else None
