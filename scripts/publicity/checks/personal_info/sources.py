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

FILE_NAME = "文件名里"
RENDERED = "网页里（源文件里是拆开写的）"
_CELL_END = re.compile(r"</t[dh]>")
_BLOCK_END = re.compile(r"</(?:p|li|tr|h[1-6]|div|dt|dd|pre|blockquote)>|<(?:br|hr)[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


def passages_of(corpus: Corpus) -> Iterator[Passage]:
    """Each text once: a fragment at its own lines, not where it is included."""
    for page in corpus.pages:
        yield Passage(lines_of(page.source, page.shown))
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
            yield Passage(passage.lines, f"附件里（{passage.place}）")


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
        yield Passage(lines_of(read_text(path), shown))
    except NotTextError:
        return  # what cannot be read as text is told by those who need it


def _name(uri: str, shown: str) -> Iterator[Passage]:
    if any(char.isdigit() or not char.isascii() for char in uri):
        yield Passage((Line(uri, shown, 1),), FILE_NAME)
