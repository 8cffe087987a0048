"""Citations in a page's HTML become links to the statute's page, without changing one character a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from publicity.content.citations import Citation, declared_aliases, find_citations

Address = Callable[[Citation], str | None]

# What parts one text from the next: every element but those that stand within a sentence. No link may stand in code, in
# a drawing or on what is clicked itself; a heading is a place that links lead to.
_APART = re.compile(
    r"<!--.*?-->|<(h[1-6]|pre|svg|button|summary)\b.*?</\1>"
    r"|<(?!/?(?:a|abbr|b|br|code|del|em|i|ins|mark|small|span|strong|su[bp])\b)[^>]*>",
    re.DOTALL,
)
_INLINE = re.compile(r"<(?P<name>/?[a-z]+)[^>]*>")
_CLOSING = {"a": 1, "code": 1, "/a": -1, "/code": -1}
_SIGN = re.compile("[《条号]")


@dataclass(frozen=True)
class _Run:
    """Text between two tags, by its offset in the HTML."""

    text: str
    start: int
    linkable: bool


def link_citations(html: str, address: Address) -> str:
    """``address`` gives the link of a citation, or None to leave it; one that reaches into a link is left as it is."""
    if not _SIGN.search(html):
        return html
    aliases: dict[str, str] = {}
    pieces, done = [], 0
    for block in _blocks(html):
        text = "".join(run.text for run in block)
        for citation in find_citations(text, aliases):
            spans = _spans(block, citation)
            if not spans or (target := address(citation)) is None:
                continue
            for start, end in spans:
                pieces += [html[done:start], f'<a class="law" href="{escape(target)}">', html[start:end], "</a>"]
                done = end
        aliases |= declared_aliases(text)
    return "".join([*pieces, html[done:]])


def _blocks(html: str) -> Iterator[list[_Run]]:
    """The runs of each text that may hold a citation."""
    start = closed = 0
    for apart in (*_APART.finditer(html), None):
        end = apart.start() if apart is not None else len(html)
        if start < end:
            if _SIGN.search(html, start, end):
                yield list(_runs(html, start, end, closed))
            if html.find("<", start, end) >= 0:
                closed += sum(_CLOSING.get(tag["name"], 0) for tag in _INLINE.finditer(html, start, end))
        start = apart.end() if apart is not None else end


def _runs(html: str, start: int, end: int, closed: int) -> Iterator[_Run]:
    """The text between the tags; none may be linked within a link or code."""
    for tag in _INLINE.finditer(html, start, end):
        if start < tag.start():
            yield _Run(html[start : tag.start()], start, closed <= 0)
        closed += _CLOSING.get(tag["name"], 0)
        start = tag.end()
    if start < end:
        yield _Run(html[start:end], start, closed <= 0)


def _spans(block: list[_Run], citation: Citation) -> list[tuple[int, int]]:
    """Where in the HTML the citation stands, a piece for each run of it; none where one of them may not be linked."""
    spans, offset = [], 0
    for run in block:
        first, last = max(citation.start - offset, 0), min(citation.end - offset, len(run.text))
        offset += len(run.text)
        if first < last:
            if not run.linkable:
                return []
            spans.append((run.start + first, run.start + last))
    return spans
