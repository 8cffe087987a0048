"""What of a page is proofread: its prose, with everything else blanked out at the same offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from publicity.content.corpus import Page
from publicity.content.markdown import Line, blank_code, text_lines
from publicity.explain import Place

# Stands for a character that is not prose; no rule takes it for a letter, a mark or a space.
BLANK = "\ufffc"
HAN = "\u4e00-\u9fff"
# What speaks of errors by quoting them, and what other checks answer for.
_NOT_PROSE = frozenset({"errata", "document_number"})
_HAN = re.compile(f"[{HAN}]")
_MARKUP = re.compile(
    r"<[^<>\n]{1,300}>"
    r"|!?\[(?=[^\[\]\n]{0,300}\][(\[])"
    r"|\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"
    r"|\]\[[^\[\]\n]{0,200}\]"
    r"|^ {0,3}\[[^\[\]\n]{1,200}\]:[^\n]*"
    r"|https?://[!-~]{1,2000}"
    r"|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}"
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
    r"|^(?:!!!|\?\?\?)[^\"\n]{0,80}\"|\"[ \t]*$"
    r"|\{:?[ ]*[#.][^{}\n]{0,300}\}",
    re.MULTILINE,
)
_MARKUP_SIGNS = ("<", "](", "][", "]:", "://", "@", "&", "{", "!!!", "???")
_LEFT = re.compile(rf"[^\nA-Za-z0-9@|{BLANK}]*\Z")
_RIGHT = re.compile(rf"[^\nA-Za-z0-9@|{BLANK}]*")
_AROUND = 6


@dataclass(frozen=True)
class Mark:
    """Something to say of the characters from ``start`` to ``end``; ``since`` where the trouble begins, if before."""

    start: int
    end: int
    rule: str
    message: str
    cure: str
    basis: str = ""
    blocks: bool = False
    since: int | None = None

    def touches(self, start: int, end: int) -> bool:
        return (self.start if self.since is None else self.since) <= end and start <= self.end


@dataclass(frozen=True)
class Sheet:
    """The fields or the body of a page as one text; ``columns`` is where each of its lines begins.

    ``organ`` is the full name of the organ that publishes it.
    """

    page: Page
    organ: str
    title: str
    lines: tuple[Line, ...]
    columns: tuple[int, ...]

    @cached_property
    def raw(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def text(self) -> str:
        """The prose, as long as ``raw``."""
        text = self.raw
        if "`" in text:
            # A space would do for other checks; here it would be one between two characters.
            text = "".join(kept if kept == read else BLANK for kept, read in zip(blank_code(text), text, strict=True))
        if any(sign in text for sign in _MARKUP_SIGNS):
            text = _MARKUP.sub(lambda found: BLANK * len(found.group()), text)
        return text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        return tuple(accumulate((len(line.text) + 1 for line in self.lines), initial=0))

    def where(self, offset: int) -> tuple[Line, int]:
        """The line an offset lies in, and the column."""
        place = bisect_right(self.starts, offset) - 1
        return self.lines[place], self.columns[place] + offset - self.starts[place]

    def is_cited(self, offset: int) -> bool:
        """Whether it is a line of a block quotation: the words of another text, which nobody here may change."""
        return self.where(offset)[0].text[:8].lstrip().startswith(">")

    def quote(self, start: int, end: int) -> str:
        """The words with a few around them: no digits or Latin letters, which could be part of somebody's number."""
        before = _LEFT.search(self.text, max(0, start - _AROUND), start)
        after = _RIGHT.match(self.text, end, end + _AROUND)
        words = (before.group() if before else "") + self.text[start:end] + (after.group() if after else "")
        return printable(words)


def printable(words: str) -> str:
    """The words on one line; what cannot be seen becomes a space."""
    return "".join(character if character.isprintable() else " " for character in words).strip()


def read_sheets(page: Page, organ: str) -> Iterator[Sheet]:
    """The fields of a page, then its body."""
    if page.matter is not None:
        lines, columns = [], []
        for place, text in _fields(page.matter.values, ()):
            line, column = page.where(*place)
            # An empty line after each: what one field leaves open no other closes.
            lines += [Line(text, page.shown, line), Line("", page.shown, line)]
            columns += [column, column]
        yield Sheet(page, organ, "字段", tuple(lines), tuple(columns))
    body = tuple(text_lines(page.lines()))
    yield Sheet(page, organ, "正文", body, (1,) * len(body))


def _fields(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every front-matter value written in Chinese, with its place."""
    if isinstance(value, str):
        if _HAN.search(value) and "\n" not in value:
            yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_PROSE:
                yield from _fields(inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _fields(inner, (*place, number))
