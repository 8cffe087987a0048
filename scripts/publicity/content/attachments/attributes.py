"""Which attributes of an XML element say something that a person wrote."""

from __future__ import annotations

import re
from functools import lru_cache

from publicity.content.attachments.xml import local

# Attributes written by people; of others only what could be a number or Chinese text is worth reading.
_FREE = frozenset((
    "addr", "address", "alias", "altText", "author", "caption", "descr", "display", "displayName", "displayText",
    "error", "errorTitle", "href", "initials", "instr", "key", "location", "name", "prompt", "promptTitle", "string",
    "tag", "target", "Target", "text", "title", "tooltip", "userId", "v", "value",
))  # fmt: skip
_FONTS = frozenset(("typeface", "eastAsia", "ascii", "hAnsi", "cs", "font", "panose"))
_SAYS_SOMETHING = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff@\d]")
_STRONG = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff@]|(?:\d\D{0,2}){10}\d")
_NOISE = re.compile(
    r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?"  # an identifier made by a program
    r"|\d{4}-\d\d-\d\dT[\d:.+\-Z]{1,30}|https?://schemas\.[^\s]{1,200}"
)


@lru_cache(maxsize=4096)  # the same few attributes come thousands of times
def says_something(key: str, value: str) -> bool:
    """Whether the value is worth reading."""
    plain = local(key)
    if len(value) < 2 or key.startswith("xmlns") or plain in _FONTS:
        return False
    pattern = _SAYS_SOMETHING if plain in _FREE else _STRONG
    return bool(pattern.search(value)) and not _NOISE.fullmatch(value)
