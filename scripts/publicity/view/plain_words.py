"""``## 白话说明`` of a power or a procedure, taken out of the rendered text so that it can stand before the official part."""

from __future__ import annotations

import re

from publicity.checks.plain_words import TITLE

KINDS = ("enforcement_item", "procedure_notice")
_SECTION = re.compile(rf"<h2[^>]*>{TITLE}</h2>.*?(?=<h2\b|\Z)", re.DOTALL)


def split_plain_words(html: str) -> dict[str, str]:
    """``plain_words`` with its heading, empty where the page has none, and the ``rest`` of the text in its order."""
    found = _SECTION.search(html)
    if found is None:
        return {"plain_words": "", "rest": html}
    return {"plain_words": found.group(), "rest": (html[: found.start()] + html[found.end() :]).strip()}
