"""What a reader sees: the text of a finished page, and of a file that a page offers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

import lxml.html
from lxml import etree

from publicity.content.attachments import Reading
from publicity.content.passages import CELL, Passage
from publicity.outputs.offline import DAILY

# What begins and ends a block; every other element is part of the run of text that it stands in.
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
# Ways to elsewhere, what a form holds, and what draws: none of it is text of the page.
_UNSEEN = frozenset((
    "audio", "button", "canvas", "datalist", "iframe", "input", "math", "nav", "noscript", "object", "script", "select",
    "style", "svg", "template", "textarea", "video",
))  # fmt: skip
# Its parts stand apart, as columns do: a date, a kind, a number.
_COLUMNS = "rows__facts"
# Unseen, a link to the place itself, links to sub-listings, what a preview tells staff of the page, and explanations of
# terms, which have a page of their own.
_UNSEEN_CLASSES = frozenset(("visually-hidden", "headerlink", "facets", "findings", "terms"))
# Lists of other pages, where an item that opens with a link stands for the page it leads to.
_LISTS_OF_PAGES = frozenset(("rows", "doors"))

# A line that the source broke between two Chinese characters goes on without a space.
_BROKEN_LINE = re.compile(r"(?<=[\u2e80-\uffef])[ \t\r]*\n\s*(?=[\u2e80-\uffef])")

# Places of attachments (``Passage.place``) whose text stands on their pages, slides and sheets as a reader meets them,
# also within a zip. Sheets with hidden rows are left out whole: which rows are hidden is not told.
_SEEN_PLACE = re.compile(
    r"(?:压缩包里的文件“[^”]*”)*"
    r"(?:第\{n\}[页行段]|(?:正文|页眉|页脚|脚注|尾注|图形|第\d+张幻灯片)第\{n\}段|工作表“[^”]*”第\{n\}行|工作表名称"
    r"|文件内部\S*Content\.xml的全文)"
)
_PAGES, _BODY, _SHEETS = "第{n}页", "正文第{n}段", "工作表名称"
# Names that a program gives to styles and parts.
_IDENTIFIER = re.compile(r"\{[0-9A-F-]{36}\}")
# A line of a PDF at least so full, measured by the fullest of its page, goes on in the next one.
_FULL = 0.85
_ENDS = "。！？；："
# From so many characters on, a block ends with the next sentence.
_LONG_BLOCK = 3000
_SENTENCE_END = re.compile(r"[。！？；][”’）]*")


@dataclass(frozen=True)
class Link:
    """``href`` as it is written; ``text`` as it is read."""

    href: str
    text: str


@dataclass(frozen=True)
class Visible:
    """``blocks`` in reading order, without the title; ``links`` of the same text."""

    title: str
    blocks: tuple[str, ...]
    links: tuple[Link, ...]


def read_page(html: bytes) -> Visible:
    """The title, text and links of ``#content`` in a finished page (UTF-8); nothing of the frame around it.

    A block is the text that stands directly in an element such as p, li, td or h2; elements inside a line join it
    without a space, and ``<br>`` begins a new one. A closed ``<details>`` counts: the reader can open it. A row that
    leads to another page does not: that page says it itself; nor does what only follows the day.
    """
    tree = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    content = tree.get_element_by_id("content", None)
    reader = _Reader()
    if content is not None:
        reader.read(content)
    blocks = (part for block in reader.blocks for part in _in_parts(block))
    return Visible(reader.title, tuple(blocks), tuple(reader.links))


class _Reader:
    """Walks an element without recursion, however deep it goes; a run is closed wherever a block begins or ends."""

    def __init__(self) -> None:
        self.title = ""
        self.blocks: list[str] = []
        self.links: list[Link] = []
        self._run: list[str] = []

    def read(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start" and element is not root and not _is_seen(element):
                walk.skip_subtree()
            elif event == "start":
                self._open(element)
            elif event == "end":
                self._close(element)
            if event != "start" and element is not root:
                self._run.append(element.tail or "")
        self._end_run("")

    def _open(self, element: etree._Element) -> None:
        if _is_block(element):
            self._end_run("")
        elif element.tag == "a" and (href := element.get("href")):
            self.links.append(Link(href, _tidy(element.text_content())))
        self._run.append(element.text or "")

    def _close(self, element: etree._Element) -> None:
        if _is_block(element):
            self._end_run(element.tag)

    def _end_run(self, tag: str) -> None:
        text = _tidy("".join(self._run))
        self._run.clear()
        if text and tag == "h1" and not self.title:
            self.title = text
        elif text:
            self.blocks.append(text)


def _is_block(element: etree._Element) -> bool:
    parent = element.getparent()
    return element.tag in _BLOCKS or _COLUMNS in _classes(element) | (_classes(parent) if parent is not None else set())


def _is_seen(element: etree._Element) -> bool:
    """Whether it is text of the page; the title counts also where the page shows it to screen readers only."""
    classes = _classes(element)
    return element.tag == "h1" or not (
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or DAILY in element.attrib
        or element.get("aria-hidden") == "true"
        or classes & _UNSEEN_CLASSES
        or (element.tag == "li" and _leads_elsewhere(element))
    )


def _leads_elsewhere(item: etree._Element) -> bool:
    opens_with_link = len(item) > 0 and item[0].tag == "a" and not (item.text or "").strip()
    return opens_with_link and bool(_classes(item.getparent()) & _LISTS_OF_PAGES)


def _classes(element: etree._Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _in_parts(block: str) -> Iterator[str]:
    """A block that goes on for pages would be one download for each result in it: it ends with a sentence here and there."""
    begin = 0
    for end in _SENTENCE_END.finditer(block):
        if end.end() - begin > _LONG_BLOCK:
            yield block[begin : end.end()]
            begin = end.end()
    if begin < len(block):
        yield block[begin:]


def _tidy(text: str) -> str:
    return " ".join(_BROKEN_LINE.sub("", text).split())


def read_attachment(reading: Reading) -> tuple[str, ...]:
    """The blocks that somebody who opens the file finds on its pages: paragraphs and table cells.

    Left out is what the file holds beside them: properties, comments, notes, formulas, earlier versions. What a PDF
    hides by colour or by covering it cannot be told from what it shows.
    """
    places = {passage.place for passage in reading.passages}
    return tuple(
        part
        for passage in reading.passages
        if _SEEN_PLACE.fullmatch(passage.place) and not _is_plan(passage.place, places)
        for text in (_of_pages(passage) if passage.place.endswith(_PAGES) else _of_flow(passage))
        if (block := _tidy(text)) and not _IDENTIFIER.fullmatch(block)
        for part in _in_parts(block)
    )


def _is_plan(place: str, places: Collection[str]) -> bool:
    """The main part of a workbook only says how its sheets hang together."""
    return place.endswith(_BODY) and place.removesuffix(_BODY) + _SHEETS in places


def _of_flow(passage: Passage) -> Iterator[str]:
    """A number's first line is the text as it stands; others are the same with revisions or instructions of fields."""
    first: dict[int, str] = {}
    for line in passage.lines:
        first.setdefault(line.number, line.text)
    for text in first.values():
        is_row = text.startswith(f"{CELL} ") and text.endswith(f" {CELL}")
        yield from text.split(CELL) if is_row else (text,)


def _of_pages(passage: Passage) -> Iterator[str]:
    """Lines of each page, joined again to the paragraphs that they were broken from."""
    for _, lines in groupby(passage.lines, key=lambda line: line.number):
        texts = [line.text for line in lines]
        full = max(map(len, texts)) * _FULL
        paragraph = ""
        for text in texts:
            is_latin = paragraph[-1:].isascii() and text[:1].isascii()
            paragraph += f" {text}" if is_latin else text
            if len(text) < full or text[-1] in _ENDS:
                yield paragraph
                paragraph = ""
        yield paragraph
