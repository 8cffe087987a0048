"""Every text that goes out or lies in the repository beside it: pages whole, fragments, data, names, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from publicity.content.corpus import Corpus, Page
from publicity.content.files import NotTextError, read_text
from publicity.content.markdown import Line
from publicity.content.passages import CELL, Passage
from publicity.rules import DATA_DIR

# Characters of a part and of a line, characters that two pieces of a line share, and lines that two parts share.
_PART, _LINE, _SHARED, _OVERLAP, _HEAD = 200_000, 4_000, 60, 3, 5
FILE_NAME = "文件名里"
# Where the reader of attachments puts what it can make out of bytes: printer settings, fonts.
BINARY = "附件里（文件内部"
RENDERED = "网页里（源文件里是拆开写的）"
_CELL_END = re.compile(r"</t[dh]>")
_BLOCK_END = re.compile(r"</(?:p|li|tr|h[1-6]|div|dt|dd|pre|blockquote)>|<(?:br|hr)[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


def passages_of(corpus: Corpus) -> Iterator[Passage]:
    """Each text once: a fragment at its own lines, not where it is included."""
    for page in corpus.pages:
        yield from in_parts(Passage(lines_of(page.source, page.shown)))
        yield from _name(page.uri, page.shown)
    for asset in corpus.assets:
        yield from _name(asset.uri, asset.shown)
        if asset.uri.endswith(".md"):
            yield from _file(asset.path, asset.shown)
    yield from _file(corpus.settings.config_file, corpus.settings.shown(corpus.settings.config_file))
    for path in sorted(DATA_DIR.rglob("*.*")):
        yield from _file(path, f"data/{path.relative_to(DATA_DIR).as_posix()}")
    for reading in corpus.readings.values():
        for passage in reading.passages:
            yield from in_parts(Passage(passage.lines, f"附件里（{passage.place}）"))


def in_parts(passage: Passage) -> Iterator[Passage]:
    """The passage, or parts of it that are quick to search and overlap, each with what heads its first table.

    Long lines are cut the same way, so that what stands around a place never costs more than a part.
    """
    if sum(len(line.text) for line in passage.lines) <= _PART and all(len(one.text) <= _LINE for one in passage.lines):
        yield passage
        return
    lines = [piece for line in passage.lines for piece in _pieces(line)]
    head = tuple(line for line in lines[:_HEAD] if CELL in line.text)
    start = 0
    while start < len(lines):
        end, size = start, 0
        while end < len(lines) and size < _PART:
            size += len(lines[end].text) + 1
            end += 1
        yield Passage((*(head if start else ()), *lines[start:end]), passage.place)
        start = end if end == len(lines) else max(end - _OVERLAP, start + 1)


def _pieces(line: Line) -> Iterator[Line]:
    for start in range(0, max(1, len(line.text)), _LINE):
        yield Line(line.text[max(0, start - _SHARED) : start + _LINE], line.path, line.number)


def rendered_passage(page: Page, html: str) -> Passage:
    """The text that a reader sees, a line a block; ``html`` is that of the page's own text."""
    text = _TAG.sub("", _BLOCK_END.sub("\n", _CELL_END.sub(CELL, html.replace("\n", " "))))
    lines = (line.strip() for line in unescape(text).split("\n"))
    return Passage(tuple(Line(line, page.shown, page.body_line) for line in lines if line), RENDERED)


def lines_of(text: str, shown: str) -> tuple[Line, ...]:
    """The lines of a text file, as people count them."""
    return tuple(Line(part, shown, number) for number, part in enumerate(text.split("\n"), 1))


def _file(path: Path, shown: str) -> Iterator[Passage]:
    try:
        yield from in_parts(Passage(lines_of(read_text(path), shown)))
    except NotTextError:
        return  # what cannot be read as text is told by those who need it


def _name(uri: str, shown: str) -> Iterator[Passage]:
    if any(char.isdigit() or not char.isascii() for char in uri):
        yield Passage((Line(uri, shown, 1),), FILE_NAME)
