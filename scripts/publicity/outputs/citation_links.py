"""Citations in a page's HTML become links to the statute's page, without changing one character a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from publicity.content.citations import Citation, declared_aliases, find_citations

Address = Callable[[Citation], str | None]

_MARKUP = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^>]*>", re.DOTALL)
# Only these stand within a sentence; any other element begins a new text.
_INLINE = frozenset(
    ("a", "abbr", "b", "br", "code", "del", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup")
)
# No link may stand in another or in code; a heading is a place that links lead to.
_CLOSED = frozenset(("a", "code", "pre", "svg", "button", "summary", "h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True)
class _Run:
    """Text between two tags, by its offset in the HTML."""

    text: str
    start: int
    linkable: bool


def link_citations(html: str, address: Address) -> str:
    """``address`` gives the link of a citation, or None to leave it. One that markup divides is left as it is."""
    if not any(sign in html for sign in ("《", "条", "号")):
        return html
    aliases: dict[str, str] = {}
    pieces, done = [], 0
    for block in _blocks(html):
        text = "".join(run.text for run in block)
        for citation in find_citations(text, aliases):
            start = _place(block, citation)
            target = address(citation) if start is not None else None
            if start is None or target is None:
                continue
            end = start + citation.end - citation.start
            pieces += [html[done:start], f'<a class="law" href="{escape(target)}">', html[start:end], "</a>"]
            done = end
        aliases |= declared_aliases(text)
    return "".join([*pieces, html[done:]])


def _blocks(html: str) -> Iterator[list[_Run]]:
    """The runs of each text that no block of the page divides."""
    block: list[_Run] = []
    done = closed = 0
    for tag in _MARKUP.finditer(html):
        if tag.start() > done:
            block.append(_Run(html[done : tag.start()], done, not closed))
        done = tag.end()
        name = (tag["name"] or "").lower()
        if name in _CLOSED and not tag[0].endswith("/>"):
            closed += -1 if tag["end"] else 1
        if name and name not in _INLINE:
            yield block
            block = []
    block.append(_Run(html[done:], done, not closed))
    yield block


def _place(block: list[_Run], citation: Citation) -> int | None:
    """Where in the HTML the citation begins, if it stands in one run that may be linked."""
    offset = 0
    for run in block:
        if citation.start < offset + len(run.text):
            fits = run.linkable and citation.end <= offset + len(run.text)
            return run.start + citation.start - offset if fits else None
        offset += len(run.text)
    return None
