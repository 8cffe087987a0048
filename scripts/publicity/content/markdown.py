"""The little of Markdown that checks need: which lines are text, and what headings, links and images they hold.

It must see whatever Python-Markdown will render (a link it misses is a link nobody checks), so where the two could
differ it sees more: indented code counts as text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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


# As the fenced_code extension has it: from the first column, and closed by the very same fence.
_FENCE = re.compile(r"^(~{3,}|`{3,})")
_HEADING = re.compile(r"^(?:[>\-*+ ] ?|\d+\. )*(?<!\S)(#{1,6})(?!#)\s*(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^(=+|-+)\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
_EXPLICIT_ID = re.compile(r"#([^\s}]+)")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
# Lengths are bounded against backtracking; brackets and parentheses may nest once.
_TEXT = r"((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\](?:\([^()]{0,300}\))?){0,300})"
_TARGET = r"\(\s*(<[^<>\n]{0,500}>|[^\s()]{0,500}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)"
_INLINE_LINK = re.compile(rf"(?<![!\\])\[{_TEXT}\]{_TARGET}", re.DOTALL)
_INLINE_IMAGE = re.compile(rf"(?<!\\)!\[{_TEXT}\]{_TARGET}", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]]{1,200})\]:[ ]*\n?[ ]*(\S{1,500})", re.MULTILINE)
_REFERENCE_IMAGE = re.compile(r"(?<!\\)!\[([^\[\]]{0,300})\][ ]?\n?(?:\[([^\[\]]{0,200})\])?", re.DOTALL)


def text_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines outside fenced code. A fence that is never closed is text, as Python-Markdown has it."""
    every = list(lines)
    place = 0
    while place < len(every):
        opened = _FENCE.match(every[place].text)
        end = _closing(every, place, opened.group(1)) if opened else None
        if end is None:
            yield every[place]
            place += 1
        else:
            place = end + 1


def _closing(lines: list[Line], start: int, fence: str) -> int | None:
    for place in range(start + 1, len(lines)):
        text = lines[place].text
        if text.startswith(fence) and text.rstrip(" ") == fence:
            return place
    return None


def find_headings(lines: Iterable[Line]) -> Iterator[Heading]:
    """Headings written with ``#``, also in quotes and lists, and those underlined with ``=`` or ``-``."""
    before: Line | None = None
    for line in text_lines(lines):
        if "#" in line.text and (found := _HEADING.match(line.text)) and not line.text.startswith("    "):
            yield _heading(len(found.group(1)), found.group(2), line)
        elif before is not None and before.text.strip() and line.text[:1] in ("=", "-") and _is_title(before, line):
            yield _heading(1 if line.text[0] == "=" else 2, before.text.strip(), before)
        before = line


def _is_title(before: Line, line: Line) -> bool:
    """Whether ``line`` underlines ``before``; a table's rule or a list is none."""
    return bool(_UNDERLINE.match(line.text)) and not before.text.startswith(("#", "|", "-", "*", ">", "    "))


def _heading(level: int, text: str, line: Line) -> Heading:
    anchor = None
    if attributes := _ATTRIBUTES.search(text):
        explicit = _EXPLICIT_ID.search(attributes.group(1))
        anchor = explicit.group(1) if explicit else None
        text = text[: attributes.start()]
    return Heading(level, text, anchor, line)


def find_links(lines: Iterable[Line]) -> Iterator[Link]:
    """Links and images: inline, over line breaks, one inside another; reference definitions, and images by reference."""
    blocks = [block for block in find_blocks(lines) if "[" in block.text]
    targets: dict[str, str] = {}
    for block in blocks:
        for found in _DEFINITION.finditer(block.text):
            targets[found.group(1).strip().lower()] = found.group(2).strip("<>")
            yield block.link(found.group(1), found.group(2), False, found.start())
    for block in blocks:
        if "](" in block.text:
            for pattern, is_image in ((_INLINE_LINK, False), (_INLINE_IMAGE, True)):
                for found in pattern.finditer(block.text):
                    yield block.link(found.group(1), found.group(2), is_image, found.start())
        if targets and "![" in block.text:
            for found in _REFERENCE_IMAGE.finditer(block.text):
                name = (found.group(2) or found.group(1)).strip().lower()
                if name in targets:
                    yield block.link(found.group(1), targets[name], True, found.start())


@dataclass(frozen=True)
class Block:
    """Lines without a blank one between them, as one text without its code; ``starts`` are the offsets of its lines."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    def place(self, offset: int) -> tuple[Line, int]:
        """The line that the offset stands in, and the offset of that line."""
        place = bisect_right(self.starts, offset) - 1
        return self.lines[place], self.starts[place]

    def link(self, text: str, target: str, is_image: bool, offset: int) -> Link:
        line, start = self.place(offset)
        return Link(text, target.strip("<>"), is_image, line, offset - start + 1)


def blank_code(text: str) -> str:
    """The text with its code spans as blanks, so that offsets still hold."""
    return _CODE_SPAN.sub(lambda span: re.sub(r"[^\n]", " ", span.group()), text) if "`" in text else text


def find_blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The text outside code, in blocks: nothing inline reaches over a blank line."""
    gathered: list[Line] = []
    for line in text_lines(lines):
        if line.text.strip():
            gathered.append(line)
        elif gathered:
            yield _block(gathered)
            gathered = []
    if gathered:
        yield _block(gathered)


def _block(lines: list[Line]) -> Block:
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line.text) + 1
    return Block(blank_code("\n".join(line.text for line in lines)), tuple(lines), tuple(starts))
