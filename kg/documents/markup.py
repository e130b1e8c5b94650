"""What the markup of a web page states of it: language and day of publication. Nothing is guessed from the text."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.documents.fields import known

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPE = re.compile(r"(?:\w*Article|\w*Posting|Report|WebPage)")
DATE_NAMES = (  # of meta elements, as sites use them
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "pubdate",
    "publishdate",
    "date",
)
JSON_LD = "//script[@type='application/ld+json']"
PUBLISHED = "//*[@itemprop='datePublished']"
TIMES = "//article//time[@datetime] | //main//time[@datetime] | //time[@pubdate][@datetime]"


def stated_date(page: "HtmlElement") -> str | None:
    """The day of publication in JSON-LD, in a meta element or in the first <time> of the article; None without any."""
    return next((date for value in _dates(page) if (date := known({"date": value}).get("date"))), None)


def stated_language(page: "HtmlElement") -> str | None:
    """The language tag of the page, None without one."""
    tag: str | None = page.get("lang") or page.get("xml:lang")
    return tag


def _dates(page: "HtmlElement") -> Iterator[str]:
    """From the most to the least trustworthy."""
    for script in page.xpath(JSON_LD):
        yield from _published(script.text or "")
    metas = {_name(meta): meta.get("content") or "" for meta in page.iter("meta")}
    yield from (metas[name] for name in DATE_NAMES if name in metas)
    yield from (element.get("content") or element.get("datetime") or "" for element in page.xpath(PUBLISHED))
    yield from (element.get("datetime") for element in page.xpath(TIMES))


def _published(script: str) -> Iterator[str]:
    """datePublished of the articles in JSON-LD, at the top, in a list or in @graph."""
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    for top in data if isinstance(data, list) else [data]:
        if isinstance(top, dict):
            graph = top.get("@graph")
            for node in [top, *(graph if isinstance(graph, list) else ())]:
                if isinstance(node, dict) and _is_article(node) and isinstance(node.get("datePublished"), str):
                    yield node["datePublished"]


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and ARTICLE_TYPE.fullmatch(name) for name in names)


def _name(meta: "HtmlElement") -> str:
    return str(meta.get("property") or meta.get("name") or "").lower()
