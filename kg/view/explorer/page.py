"""The explorer: one HTML page that holds the picture, the facts and the SPARQL engine, and fetches nothing.

What comes from articles stands in the page as data only: JSON that no HTML parser can mistake, and base64. The
Content-Security-Policy admits the page's own script and style sheet by their hashes and nothing else.
"""

import base64
import gzip
import hashlib
import html
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

import msgspec

from kg.errors import KgError
from kg.view.explorer.payload import Payload

DIST = resources.files("kg.view") / "web" / "dist"
START = "if(!location.hash&&document.body.dataset.start)location.replace('#'+document.body.dataset.start)"
NO_SCRIPT = (
    "This page needs JavaScript, which is switched off in this browser. kg explain NAME tells the same in a terminal."
)
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

TEMPLATE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{sheet}</style>
</head>
<body data-start="{start}">
<noscript>{no_script}</noscript>
{blocks}
<script>{starter}</script>
<script>{script}</script>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the web sources in kg/view/web were built to. engine: the gzip of the SPARQL engine's WASM."""

    script: str
    sheet: str
    engine: bytes


def page(payload: Payload, quads: Iterable[str] | None = None, start: str = "", bundle: Bundle | None = None) -> str:
    """The page as text; equal data give an equal page.

    quads: lines of N-Quads for the engine in the page; without them, as where an endpoint answers, it holds neither
    engine nor articles. start: the state that it opens in, as in its address ("focus=entity/xiaomi").
    """
    bundle = bundle or built()
    blocks = [_json("kg-graph", payload.graph), _json("kg-facts", payload.facts)]
    if quads is not None:
        rdf = gzip.compress("".join(f"{line}\n" for line in quads).encode(), mtime=0)
        blocks += [_json("kg-texts", payload.texts), _binary("kg-rdf", rdf), _binary("kg-wasm", bundle.engine)]
    return TEMPLATE.format(
        policy=_policy([START, bundle.script], bundle.sheet, served=payload.graph.endpoint is not None),
        title=html.escape(payload.graph.title),
        sheet=bundle.sheet,
        start=html.escape(start),
        no_script=NO_SCRIPT,
        blocks="\n".join(blocks),
        starter=START,
        script=bundle.script,
    )


def built() -> Bundle:
    """The bundle that comes with kg; KgError if it is not there."""
    try:
        texts = [(DIST / name).read_text(encoding="utf-8") for name in ("explorer.js", "explorer.css")]
        return Bundle(texts[0], texts[1], (DIST / "oxigraph.wasm.gz").read_bytes())
    except OSError as error:
        raise KgError(
            f"the explorer is not built: {error.filename}; in kg/view/web: npm ci && npm run build"
        ) from error


def _json(name: str, table: object) -> str:
    text = msgspec.json.encode(table).decode()
    for char, escaped in UNSAFE.items():
        text = text.replace(char, escaped)
    return f'<script type="application/json" id="{name}">{text}</script>'


def _binary(name: str, content: bytes) -> str:
    return f'<script type="text/plain" id="{name}">{base64.b64encode(content).decode()}</script>'


def _policy(scripts: Iterable[str], sheet: str, served: bool) -> str:
    """Nothing is fetched, but from the server that serves the page; 'wasm-unsafe-eval' lets the SPARQL engine start."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))} 'wasm-unsafe-eval'",
            f"style-src {_hash(sheet)}",
            "worker-src blob:",
            "img-src data: blob:",
            "connect-src 'self'" if served else "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
