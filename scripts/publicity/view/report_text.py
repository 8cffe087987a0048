"""A yearly disclosure report as its form orders it: each table under the heading of its section."""

from __future__ import annotations

import re
from typing import Any

from publicity.enrich.statutory_tables import Section


def text_parts(html: str, sections: tuple[Section, ...]) -> list[dict[str, Any]]:
    """Pieces of the rendered text, each with the section whose tables follow it.

    A section without a heading in the text (``## 二、… {#published}``) comes after all of it, under a heading of its own.
    """
    parts: list[dict[str, Any]] = []
    homeless: list[Section] = []
    rest = html
    for section in sections:
        heading = re.search(rf'<h2[^>]*\bid="{section.name}"[^>]*>.*?</h2>', rest, re.DOTALL)
        if heading is None:
            homeless.append(section)
            continue
        parts.append({"html": rest[: heading.end()], "section": section, "titled": True})
        rest = rest[heading.end() :]
    parts.append({"html": rest, "section": None, "titled": True})
    return parts + [{"html": "", "section": section, "titled": False} for section in homeless]
