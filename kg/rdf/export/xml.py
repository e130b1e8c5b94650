"""Text in XML 1.0."""

import re
from collections.abc import Mapping

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = re.compile('[&<>"\t\n\r]')


def sound(text: str) -> str:
    """The text with U+FFFD in the place of what XML cannot hold, not even as a reference."""
    return NOT_IN_XML.sub("\ufffd", text)


def escape(text: str) -> str:
    """The text for an element or an attribute, in which line breaks and tabs stay as they are."""
    return ESCAPED.sub(lambda match: f"&#{ord(match[0])};", sound(text))


def tag(name: str, attributes: Mapping[str, object], content: str | None = None) -> str:
    """An element; attributes that are None are left out. content: what stands in it, XML already."""
    written = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"
