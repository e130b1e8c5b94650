"""How the picture looks: a colour and a shape for each type of entity, a line for each modality.

Colour is never the only cue: types differ in shape too, and the modality stands in words beside every fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """A type of entity: its name, colours on a light and a dark page, shape as vis-network calls it."""

    name: str
    light: str
    dark: str
    shape: str


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """A modality: colours on a light and a dark page, dashes in pixels (none: a whole line)."""

    light: str
    dark: str
    dashes: tuple[int, ...] = ()


NODES: Mapping[str, NodeStyle] = {
    "PER": NodeStyle("Person", "#3b6fb6", "#7ba7e6", "dot"),
    "ORG": NodeStyle("Organisation", "#d07a1f", "#eda757", "square"),
    "LOC": NodeStyle("Place", "#2f8f63", "#62c596", "triangleDown"),
    "PROD": NodeStyle("Product", "#8456b3", "#b695de", "diamond"),
    "EVENT": NodeStyle("Event", "#bf3f52", "#ee8190", "star"),
    "WORK": NodeStyle("Work", "#1d8495", "#58bdcc", "hexagon"),
    "NORP": NodeStyle("Group", "#927022", "#cfac5c", "triangle"),
    "THING": NodeStyle("Thing", "#7a756c", "#aaa59b", "dot"),
}

EDGES: Mapping[str, EdgeStyle] = {
    "Asserted": EdgeStyle("#8b8f98", "#7f8794"),
    "Planned": EdgeStyle("#8b8f98", "#7f8794", (9, 6)),
    "Possible": EdgeStyle("#8b8f98", "#7f8794", (2, 5)),
    "Alleged": EdgeStyle("#8b8f98", "#7f8794", (2, 5)),
    "Negated": EdgeStyle("#c2383f", "#f0777c", (9, 6)),
    "Ended": EdgeStyle("#c9c7c1", "#4d525c"),
}


def variables(dark: bool) -> str:
    """The colours as CSS custom properties, one for each type and modality (`--per`, `--planned`)."""
    styles: dict[str, NodeStyle | EdgeStyle] = {**NODES, **EDGES}
    return "\n".join(f"  --{name.lower()}: {style.dark if dark else style.light};" for name, style in styles.items())
