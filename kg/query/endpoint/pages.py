"""Pages for people: HTML that needs no script, escaped by Jinja, under a policy that lets nothing else run."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from starlette.responses import HTMLResponse

from kg.plain import plain
from kg.query.endpoint.addresses import Addresses
from kg.query.result import Term
from kg.view import style
from kg.view.describe import local_name
from kg.view.quotes import pieces
from kg.view.words import relation_words, when_words

WEB = resources.files("kg.query.endpoint") / "web"
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
WITH_SCRIPT = {"script-src": "'self'", "connect-src": "'self'"}


class Pages:
    """Writes the pages of one graph."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses

    def page(self, template: str, status: int = 200, has_script: bool = False, **values: Any) -> HTMLResponse:
        """A page from a template in web/; has_script: whether scripts of this server may run in it."""
        text = _environment().get_template(template).render(address=self._addresses.of, **values)
        policy = {**POLICY, **(WITH_SCRIPT if has_script else {})}
        headers = {
            "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
            "Vary": "Accept",
        }
        return HTMLResponse(text, status, headers)


def sheet() -> str:
    """The style sheet of all pages."""
    dark = f"@media (prefers-color-scheme: dark) {{\n:root {{\n{style.variables(dark=True)}\n}}\n}}"
    return f":root {{\n{style.variables(dark=False)}\n}}\n{dark}\n{(WEB / 'serve.css').read_text('utf-8')}"


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("kg.query.endpoint", "web")
    environment = Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters.update(
        plain=plain,
        marked=pieces,
        when=when_words,
        percent=_percent,
        local=local_name,
        external=_external,
        words=relation_words(),
        short=_short,
    )
    return environment


def _percent(confidence: float) -> str:
    return f"{confidence * 100:.0f}%"


def _external(url: str) -> bool:
    """Whether a link that leads away is harmless."""
    return url.startswith(("https://", "http://"))


def _short(term: Term, labels: Mapping[str, str]) -> str:
    """A term as people read it."""
    if term.kind == "iri":
        return plain(labels.get(term.value) or local_name(term.value) or term.value)
    return f"_:{term.value}" if term.kind == "bnode" else term.value
