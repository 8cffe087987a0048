"""Pages are Markdown only: HTML and free attributes could run code, or fetch from another host.

What Python-Markdown would take for markup must be seen here; where the two could differ this sees more, and
``markup`` judges the rendered page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import Line, blank_code, text_lines
from publicity.finding import Finding, Severity
from publicity.rules import Rules
from publicity.rules.markup import Markup

Complaint = tuple[int, str, str]  # where in the line, what, and how to mend it

# Controls, zero width, soft hyphens, marks of direction, tags: a reader, a search and a check would see different text.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# A tag, a comment, a declaration; Markdown's own <https://…> and <name@host> are none. Other schemes would be live too.
_TAG = re.compile(r"<(?!https?://[^\s<>]*>)(?![\w.+-]{1,64}@[\w.-]{1,200}>)[A-Za-z/!?]", re.IGNORECASE)
_TICKS = re.compile(r"`+")
# attr_list takes braces after a colon, right behind inline markup, and at the end of a line or a cell.
_BRACES = re.compile(r"(\{:?)([^{}]*)(\}\s*(?:\||$))?")
_BEHIND = (")", "]", "*", "_", "`", ">")
_BOX = re.compile(r"[\s>*+-]*!!! ?([\w-]+(?: +[\w-]+)*)")


def check_raw_html(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """No HTML in a body, no attribute but an id and a listed class, and no character that nobody sees."""
    for page in corpus.pages:
        yield from _fenced_includes(page)
        for line in page.lines():
            yield from _say(line, "invisible", _invisible(line.text))
            yield from _say(line, "html", _fence(line.text, rules.markup))
        for line, text in visible_lines(text_lines(page.lines())):
            if "&" in text and not INVISIBLE.search(line.text):
                yield from _say(line, "invisible", _invisible(unescape(text)))
            if "<" in text and (found := _TAG.search(text)):
                cure = "请用 Markdown 写；要显示尖括号，写成 &lt; 或放进反引号里"
                yield from _say(line, "html", (found.start(), "正文里有 HTML 标签", cure))
            yield from _say(line, "html", _attributes(text, line.text, rules.markup) or _box(text, rules.markup))


def _fenced_includes(page: Page) -> Iterator[Finding]:
    """An include is expanded in code too, where what it brings may end the code."""
    if page.expanded is None:
        return
    own = [Line(text, page.shown, number) for number, text in enumerate(page.body.split("\n"), page.body_line)]
    told = {problem.line for problem in page.problems}
    outside = {line.number for line in text_lines(own)}
    for line in own:
        if "{!" in line.text and line.number not in outside | told:
            complaint = line.text.index("{!"), "代码块里写了引用", "代码块里也会展开引用，请把引用移到代码块外面"
            yield from _say(line, "include", complaint)


def say_invisible(text: str, found: re.Match[str]) -> tuple[str, str]:
    """Message and cure, with the word before it: nobody can see the place itself."""
    before = text[max(0, found.start() - 2) : found.start()].strip()
    sign = f"U+{ord(found.group()):04X}"
    where = f"“{before}”后面" if before.isprintable() and before else "这里"
    return f"{where}有看不见的字符（{sign}）", "请把前后几个字删去重新输入；从网页或微信粘贴来的，先粘到记事本里"


def _say(line: Line, rule: str, complaint: Complaint | None) -> Iterator[Finding]:
    if complaint is not None:
        offset, message, cure = complaint
        yield Finding(line.path, line.number, offset + 1, Severity.BLOCK, rule, message, cure)


def visible_lines(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Lines with their code as blanks, as long as every line of the paragraph pairs its own backticks beyond doubt."""
    sure = True
    for line in lines:
        runs = _TICKS.findall(line.text)
        sure = (sure or not line.text.strip()) and len(runs) % 2 == 0 and len(set(runs)) <= 1
        yield line, blank_code(line.text) if sure else line.text


def _invisible(text: str) -> Complaint | None:
    found = INVISIBLE.search(text)
    return (found.start(), *say_invisible(text, found)) if found else None


def _attributes(text: str, line: str, markup: Markup) -> Complaint | None:
    """Every word of an attribute list is an id or a class of the list; ``line`` still has its code."""
    for found in _BRACES.finditer(text) if "{" in text else ():
        start = found.start()
        at_end = found.group(3) is not None and (start == 0 or line[start - 1].isspace())
        if not (found.group(1) == "{:" or line.endswith(_BEHIND, 0, start) or at_end):
            continue  # braces in the middle of a sentence
        if not all(word[0] == "#" or word in _classes(markup) for word in found.group(2).split()):
            shown = "、".join(sorted(_classes(markup)))
            cure = f"只能写标识，如 {{#how-to-apply}}，或样式名 {shown}；要显示花括号，放进反引号里"
            return start, "花括号里设了属性", cure
    return None


def _classes(markup: Markup) -> frozenset[str]:
    return frozenset(f".{name}" for name in markup.values_of("p", "class"))


def _fence(text: str, markup: Markup) -> Complaint | None:
    """What stands behind a fence becomes a class or attributes, or makes it no fence; a tab there hides its end."""
    if not text.startswith(("```", "~~~")):
        return None
    behind = text.lstrip(text[0]).strip(" ")
    if not behind or f"language-{behind}" in markup.values_of("code", "class"):
        return None
    return (
        len(text) - len(text.lstrip(text[0])),
        "代码块的 ``` 后面不能写别的",
        "请另起一行写代码；``` 后面留空，或者只写 text",
    )


def _box(text: str, markup: Markup) -> Complaint | None:
    found = _BOX.match(text) if "!!!" in text else None
    if found is None:
        return None
    prefix, allowed = "admonition ", markup.values_of("div", "class")
    if prefix + found.group(1) in allowed:
        return None
    shown = "、".join(sorted(name.removeprefix(prefix) for name in allowed if name.startswith(prefix)))
    return found.start(1), "提示框的种类不在允许之列", f"可以用：{shown}"
