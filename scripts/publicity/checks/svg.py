"""A drawing that is opened by itself is a page of its own and may run code: only still shapes and words pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from xml.parsers import expat

from publicity.checks.raw_html import INVISIBLE, say_invisible
from publicity.content.corpus import Corpus
from publicity.content.files import NotTextError, read_text
from publicity.explain import quoted
from publicity.finding import Finding, Severity
from publicity.rules import Rules
from publicity.rules.markup import Markup

CURE = "请在绘图软件里导出为 PNG，换用 PNG 图片"
SVG = "http://www.w3.org/2000/svg"
# Namespaces of attributes: none, the older one of href, and the one of xml:space.
PLAIN = ("", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
# DOCTYPE, ENTITY, CDATA: refused before anything is parsed, for entities may grow without end or read files.
_DECLARATION = re.compile(r"<!(?!--)")
_REFERS = re.compile(r"[\\@]|url|[A-Za-z][A-Za-z0-9+.-]*:|//", re.IGNORECASE)
_INSIDE = re.compile(r"#[\w.-]{1,80}|url\(#[\w.-]{1,80}\)")

# What <use> may draw again and again: far more than any drawing needs, far less than would hold up a browser.
MAX_COPIES = 5_000

Problem = tuple[int, str]


def check_svg(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Every element and attribute of a drawing is on the allow list, and nothing leads out of it."""
    for asset in corpus.assets:
        if asset.uri.lower().endswith(".svg"):
            try:
                problems = _problems(read_text(asset.path), rules.markup)
            except NotTextError as error:
                problems = [(error.line, error.message)]
            for line, message in dict.fromkeys(problems):
                yield Finding(asset.shown, line, 1, Severity.BLOCK, "svg", message, CURE)


def _problems(text: str, markup: Markup) -> list[Problem]:
    if found := _DECLARATION.search(text):
        return [(text.count("\n", 0, found.start()) + 1, "图里有 <!DOCTYPE>、<!ENTITY> 一类的声明")]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    copies = _Copies()
    problems: list[Problem] = []

    def tell(message: str) -> None:
        problems.append((parser.CurrentLineNumber, message))

    def start(name: str, attributes: Mapping[str, str]) -> None:
        for message in _of_element(name, attributes, markup):
            tell(message)
        copies.start(name.rpartition(" ")[2], attributes, parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: copies.end()
    parser.CharacterDataHandler = lambda data: problems.extend(_invisible(data, parser.CurrentLineNumber))
    parser.CommentHandler = lambda comment: tell("图里有注释，会随图公开")
    parser.ProcessingInstructionHandler = lambda target, data: tell("图里有处理指令")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        problems.append((error.lineno, "图的内容读不懂，不是完整的 SVG"))
    if line := copies.too_many():
        problems.append((line, "图里的 <use> 引用自己，或层层引用，画不完"))
    return problems


def _invisible(text: str, line: int) -> list[Problem]:
    found = INVISIBLE.search(text)
    return [(line, f"图里的文字{say_invisible(text, found)[0]}")] if found else []


class _Copies:
    """Elements in order, so that what stands in an element is a range of them; and where <use> stands among them."""

    def __init__(self) -> None:
        self._count = 0
        self._open: list[tuple[int, str]] = []
        self._ranges: dict[str, tuple[int, int]] = {}
        self._places: list[int] = []
        self._uses: list[tuple[str, int]] = []

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        self._open.append((self._count, attributes.get("id", "")))
        if name == "use":
            # Both the older href and the newer count: which one is followed is up to the browser.
            for key, value in attributes.items():
                if key.rpartition(" ")[2] == "href":
                    self._places.append(self._count)
                    self._uses.append((value.strip().removeprefix("#"), line))
        self._count += 1

    def end(self) -> None:
        start, name = self._open.pop()
        # Of several with one name, the first to begin is meant.
        if name and start <= self._ranges.get(name, (start, 0))[0]:
            self._ranges[name] = (start, self._count)

    def too_many(self) -> int:
        """The line of the <use> that goes beyond the bound, or 0. One that holds itself goes on until then."""
        drawn, waiting = 0, [(0, self._count)]
        while waiting:
            start, end = waiting.pop()
            for target, line in self._uses[bisect_left(self._places, start) : bisect_left(self._places, end)]:
                if target in self._ranges:
                    waiting.append(self._ranges[target])
                    drawn += self._ranges[target][1] - self._ranges[target][0]
                if drawn > MAX_COPIES:
                    return line
        return 0


def _of_element(name: str, attributes: Mapping[str, str], markup: Markup) -> Iterator[str]:
    space, _, local = name.rpartition(" ")
    if space != SVG or local not in markup.svg_elements:
        yield f"图里有不允许的标记 <{quoted(local, 30)}>"
        return
    for key, value in attributes.items():
        yield from (message for _, message in _invisible(value, 0))
        space, _, local = key.rpartition(" ")
        if space not in PLAIN or (local not in markup.svg_attributes and space != PLAIN[2]):
            yield f"图里有不允许的属性 {quoted(local, 30)}"
        elif (local == "href" or _REFERS.search(value)) and not _INSIDE.fullmatch(value.strip()):
            yield f"图里的 {local} 引用了图外的东西"
