"""The little of Markdown that checks need: which lines are text, and what headings, links and images they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of the expanded body, and where a clerk finds it (``path`` as shown, ``number`` from 1)."""

    text: str
    path: str
    number: int


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    anchor: str | None
    line: Line


@dataclass(frozen=True)
class Link:
    """``target`` as written; ``column`` counts from 1."""

    text: str
    target: str
    is_image: bool
    line: Line
    column: int


_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})(?!#)\s*(.*?)\s*#*\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
_EXPLICIT_ID = re.compile(r"#([^\s}]+)")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
# [text](target "title"): brackets may nest once, the target may be in <>; lengths are bounded against backtracking.
_INLINE = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,500})\]\(\s*(<[^<>\n]{0,500}>|[^\s()]{0,500}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)"
)
_REFERENCE = re.compile(r"^ {0,3}\[([^\[\]]{1,200})\]:\s*(\S{1,500})")


def text_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines outside fenced and indented code, with code spans blanked so that columns still hold."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line.text)
        if fence:
            if found and found.group(1)[0] == fence[0] and len(found.group(1)) >= len(fence):
                fence = ""
            continue
        if found:
            fence = found.group(1)
            continue
        if "`" in line.text:
            yield Line(_CODE_SPAN.sub(lambda span: " " * len(span.group()), line.text), line.path, line.number)
        else:
            yield line


def find_headings(lines: Iterable[Line]) -> Iterator[Heading]:
    """Headings written with ``#``."""
    for line in text_lines(lines):
        if not line.text.startswith("#") or not (found := _HEADING.match(line.text)):
            continue
        text, anchor = found.group(2), None
        if attributes := _ATTRIBUTES.search(text):
            explicit = _EXPLICIT_ID.search(attributes.group(1))
            anchor = explicit.group(1) if explicit else None
            text = text[: attributes.start()]
        yield Heading(len(found.group(1)), text, anchor, line)


def find_links(lines: Iterable[Line]) -> Iterator[Link]:
    """Links and images, inline or by reference definition."""
    for line in text_lines(lines):
        if "](" in line.text:
            for found in _INLINE.finditer(line.text):
                yield Link(found.group(2), found.group(3).strip("<>"), bool(found.group(1)), line, found.start() + 1)
        elif "]:" in line.text and (defined := _REFERENCE.match(line.text)):
            yield Link(defined.group(1), defined.group(2).strip("<>"), False, line, defined.start() + 1)
