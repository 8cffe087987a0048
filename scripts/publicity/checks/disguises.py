"""Links that lead elsewhere than a reader believes: by a name before ``@``, by letters that look alike, by their text."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from publicity.explain import quoted

Problem = tuple[str, str]  # what, and how to mend it

# Browsers take any number of slashes, of either kind; what stands before an @ is a user's name, whatever it looks like.
_OUTSIDE = re.compile(r"https?:[/\\]{0,9}(?:([^/\\?#@]{0,300})@)?([^/\\?#:@\s<>()]{1,300})", re.IGNORECASE)
# A host in the words of a link; endings are few, so that 附件.pdf is none.
_HOST = re.compile(r"(?<![\w.@-])((?:[a-z0-9-]{1,63}\.){1,6}(?:cn|com|net|org))(?![\w-])", re.IGNORECASE)


def check_user(address: str) -> Problem | None:
    """What is wrong with an address (or a text that begins with one) that puts a name before its host."""
    found = _OUTSIDE.match(address)
    if found is None or found.group(1) is None:
        return None
    message = f"网址的 @ 前面另有一段“{quoted(found.group(1))}”，真正打开的是“{quoted(found.group(2))}”"
    return message, "请删去 @ 和它前面的部分，只写真正的网址"


def doubt_of(text: str, address: str) -> Problem | None:
    """Why a reader may take the address for another; entities are decoded."""
    found = _OUTSIDE.match(address)
    if found is None:
        return None
    host = unquote(found.group(2))
    if odd := next((char for char in host if _looks_alike(char)), None):
        message = f"网址“{quoted(host)}”里有容易认错的字母（U+{ord(odd):04X}）"
        return message, "请打开那个网站，从地址栏重新复制网址"
    said = _HOST.search(text)
    if said is not None and _bare(said.group(1)) != _bare(host):
        message = f"链接的文字写的是“{quoted(said.group(1))}”，打开的却是“{quoted(host)}”"
        return message, "请核对网址，或把链接的文字改成网站的名称"
    return None


def _looks_alike(char: str) -> bool:
    """A letter that is neither ASCII nor Chinese."""
    return not char.isascii() and char.isalpha() and not unicodedata.name(char, "").startswith("CJK")


def _bare(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")
