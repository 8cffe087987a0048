"""A drawing that is opened by itself is a page of its own and may run code: only still shapes and words pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from xml.parsers import expat

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
    problems: list[Problem] = []

    def tell(message: str) -> None:
        problems.append((parser.CurrentLineNumber, message))

    def start(name: str, attributes: Mapping[str, str]) -> None:
        for message in _of_element(name, attributes, markup):
            tell(message)

    parser.StartElementHandler = start
    parser.CommentHandler = lambda comment: tell("图里有注释，会随图公开")
    parser.ProcessingInstructionHandler = lambda target, data: tell("图里有处理指令")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        problems.append((error.lineno, "图的内容读不懂，不是完整的 SVG"))
    return problems


def _of_element(name: str, attributes: Mapping[str, str], markup: Markup) -> Iterator[str]:
    space, _, local = name.rpartition(" ")
    if space != SVG or local not in markup.svg_elements:
        yield f"图里有不允许的标记 <{quoted(local, 30)}>"
        return
    for key, value in attributes.items():
        space, _, local = key.rpartition(" ")
        if space not in PLAIN or (local not in markup.svg_attributes and space != PLAIN[2]):
            yield f"图里有不允许的属性 {quoted(local, 30)}"
        elif (local == "href" or _REFERS.search(value)) and not _INSIDE.fullmatch(value.strip()):
            yield f"图里的 {local} 引用了图外的东西"
