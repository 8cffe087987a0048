"""Pages are Markdown only: HTML and free attributes could run code, or fetch from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.content.markdown import Line, blank_code, text_lines
from publicity.finding import Finding, Severity
from publicity.rules import Rules

# A tag, a comment, a declaration; <https://…> and <name@host> are Markdown's own links.
_TAG = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>)(?![^\s<>@]+@[^\s<>]+>)[A-Za-z/!?]")
# attr_list: ids and classes are used, an attribute with a value is not.
_ATTRIBUTE = re.compile(r"\{:?[^{}]*?[A-Za-z-]+\s*=")


def check_raw_html(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """No HTML in a body, and no attribute but id and class, outside code."""
    for page in corpus.pages:
        for line in text_lines(page.lines()):
            if "<" in line.text and (found := _TAG.search(blank_code(line.text))):
                cure = "请用 Markdown 写；要显示尖括号，写成 &lt; 或放进反引号里"
                yield _finding(line, found.start(), "正文里有 HTML 标签", cure)
            if "{" in line.text and (found := _ATTRIBUTE.search(blank_code(line.text))):
                yield _finding(
                    line, found.start(), "花括号里设了属性", "只能写标识和样式名，如 {#how-to-apply} 或 {: .signature }"
                )


def _finding(line: Line, offset: int, message: str, cure: str) -> Finding:
    return Finding(line.path, line.number, offset + 1, Severity.BLOCK, "html", message, cure)
