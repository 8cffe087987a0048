"""A power, a procedure and each right are also said in the words of those they happen to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import find_headings
from publicity.explain import Place
from publicity.finding import Finding, Severity
from publicity.model import EnforcementItem, ProcedureNotice
from publicity.rules import Rules

# The heading of the section that the page shows before its official part.
TITLE = "白话说明"


def check_plain_words(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """What lacks them only warns: the official text is whole without."""
    for page in corpus.pages:
        if isinstance(page.header, EnforcementItem | ProcedureNotice) and not _has_section(page):
            cure = f"请在正文里加一节“## {TITLE}”，用两三句群众听得懂的话写"
            yield _finding(page, ("title",), "本页没有白话说明", cure)
        if isinstance(page.header, ProcedureNotice):
            for number, right in enumerate(page.header.rights):
                if right.plain is None:
                    message = f"第{number + 1}项权利没有白话"
                    yield _finding(page, ("rights", number), message, "请加 plain，用群众的话把这项权利说一遍")


def _finding(page: Page, place: Place, message: str, cure: str) -> Finding:
    return page.finding("plain-words", place, message, cure, severity=Severity.WARN)


def _has_section(page: Page) -> bool:
    """Whether the heading is there, with words beneath it."""
    lines = list(page.lines())
    headings = {heading.line: heading for heading in find_headings(lines)}
    inside = False
    for line in lines:
        heading = headings.get(line)
        if heading is not None and heading.level <= 2:
            inside = heading.text == TITLE
        elif inside and line.text.strip():
            return True
    return False
