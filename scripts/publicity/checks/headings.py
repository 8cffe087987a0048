"""Headings a screen reader can walk through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import Heading, find_headings
from publicity.finding import Finding, Severity
from publicity.rules import Rules

BASIS = "GB/T 37668—2019 信息技术 互联网内容无障碍可访问性技术要求"


def check_headings(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """The title is the only first level; below it no level is skipped, none is empty, no id is given twice."""
    for page in corpus.pages:
        yield from _check_page(page)


def _check_page(page: Page) -> Iterator[Finding]:
    level, anchors = 1, set()
    for heading in find_headings(page.lines()):
        if heading.level == 1:
            yield _finding(heading, "正文里不用一级标题（#）", "页面标题已写在 title 里；正文从 ## 开始")
        elif heading.level > level + 1:
            cure = f"请改为 {'#' * (level + 1)}"
            yield _finding(heading, f"标题从第{level}级跳到了第{heading.level}级", cure)
        if not heading.text:
            yield _finding(heading, "标题是空的", "请写上标题文字，或删去这一行")
        if heading.anchor is not None:
            if heading.anchor in anchors:
                yield _finding(heading, f"标识“{heading.anchor}”在本页用了两次", "请改成不同的标识")
            anchors.add(heading.anchor)
        level = heading.level


def _finding(heading: Heading, message: str, cure: str) -> Finding:
    return Finding(heading.line.path, heading.line.number, 1, Severity.BLOCK, "heading", message, cure, BASIS)
