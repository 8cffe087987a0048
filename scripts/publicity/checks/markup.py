"""What a page's text became: nh3 is the judge, and the source-side checks only say the same sooner.

Those read Markdown with patterns of their own and may miss a trick; this one reads the HTML a browser would get.
The build calls it for every page, before the template is added.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

import nh3

from publicity.checks.links import REMOTE, is_safe_address
from publicity.checks.raw_html import INVISIBLE, say_invisible
from publicity.content.corpus import Page
from publicity.finding import Finding, Severity
from publicity.rules import Rules
from publicity.rules.markup import EVERY, Markup

ADDRESSES = ("href", "src")
CURE = "请改成普通的 Markdown 写法；要显示尖括号，写成 &lt; 或放进反引号里"
_ID = re.compile(r'<[^<>]+? id="([^"]*)"')
_LONG = re.compile(r"\d{5,}|[^\w:.#/-]+")

Event = tuple[str, str, tuple[tuple[str, str], ...]]
# A message, its cure, and the words to look for in the source.
Complaint = tuple[str, str, str]


def check_rendered(page: Page, html: str, rules: Rules) -> Iterator[Finding]:
    """Nothing in the HTML of the page's own text that is not on the allow list, and no invisible character."""
    cleaned = _cleaner(rules.markup).clean(html)
    if found := INVISIBLE.search(cleaned):
        yield _finding(page, "invisible", *say_invisible(cleaned, found), found.group())
    if cleaned == html.replace(" />", ">"):  # but for how an empty element is closed, nearly every page is
        return
    given = _read(html)
    if given == _read(cleaned):
        return
    complaints = list(dict.fromkeys(_complaints(given, rules.markup)))
    for complaint in complaints or [("网页里的标记不成对，或者套错了", CURE, "<")]:
        yield _finding(page, "html", *complaint)


def check_ids(page: Page, html: str) -> Iterator[Finding]:
    """No id of the finished page is given twice: a text's own would catch the links to one of the template's."""
    for name, number in Counter(_ID.findall(html)).items():
        if number > 1:
            message = f"标识“{_name(unescape(name))}”在这一页的网页里用了两次（模板也可能在用）"
            yield _finding(page, "html", message, "请给标题另起一个标识，如 {#how-to-apply}", unescape(name))


@lru_cache(maxsize=1)
def _cleaner(markup: Markup) -> nh3.Cleaner:
    attributes: dict[str, set[str]] = defaultdict(set)
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for tag, name in markup.attributes:
        attributes[tag].add(name)
    for tag, name, value in markup.values:
        values[tag][name].add(value)
    return nh3.Cleaner(
        tags=set(markup.tags),
        attributes=attributes,
        tag_attribute_values=values,
        attribute_filter=_keep(markup),
        url_schemes=set(markup.schemes),
        link_rel=None,
    )


def _keep(markup: Markup) -> Callable[[str, str, str], str | None]:
    def keep(tag: str, name: str, value: str) -> str | None:
        return None if name in ADDRESSES and not _may_lead(name, value, markup) else value

    return keep


def _may_lead(name: str, value: str, markup: Markup) -> bool:
    """Links may leave the site, by a scheme of the list; images never."""
    return is_safe_address(value, markup.schemes if name == "href" else frozenset())


class _Reader(HTMLParser):
    """HTML as a list of what it says, without how it is spelt: quotes, entities, order of attributes, ``/>``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("tag", tag, tuple(sorted((name, value or "") for name, value in attrs))))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "text":
            data = self.events.pop()[1] + data
        self.events.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", "", ()))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)


def _read(html: str) -> list[Event]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


def _complaints(events: list[Event], markup: Markup) -> Iterator[Complaint]:
    for kind, name, attributes in events:
        if kind == "comment":
            yield "正文里有 HTML 注释或声明，会随网页公开", "请删去；给同事的话写在合并请求里", "<"
        elif kind == "tag" and name not in markup.tags:
            yield f"不允许的 HTML 标签 <{_name(name)}>", CURE, f"<{name}"
        elif kind == "tag":
            for attribute, value in attributes:
                yield from _complaint_of(name, attribute, value, markup)


def _complaint_of(tag: str, name: str, value: str, markup: Markup) -> Iterator[Complaint]:
    if listed := markup.values_of(tag, name):
        if value not in listed:
            cure = "可以用的有：" + "、".join(sorted(listed))
            yield f"<{tag}> 的 {name} 不能取这个值", cure, value.rpartition(" ")[2]
    elif markup.attributes.isdisjoint({(tag, name), (EVERY, name)}):
        yield f"<{tag}> 不能带 {_name(name)} 属性", "花括号里只写标识，如 {#how-to-apply}", name
    elif name in ADDRESSES and not _may_lead(name, value, markup):
        kind, cure = (
            ("图片", REMOTE[1])
            if name == "src"
            else ("链接", f"只能用 {'、'.join(sorted(markup.schemes))} 或站内相对路径")
        )
        yield f"不允许的{kind}地址“{_name(value)}”", cure, value[:20]


def _name(text: str) -> str:
    """A few letters of a name, never a number that may be somebody's."""
    return _LONG.sub("…", text)[:30]


def _finding(page: Page, rule: str, message: str, cure: str, clue: str) -> Finding:
    """At the first line of the source that holds the clue, in whatever spelling; else where the text begins."""
    wanted = clue.lower()
    for line in page.lines():
        if wanted in line.text.lower() or ("&" in line.text and wanted in unescape(line.text).lower()):
            return Finding(line.path, line.number, 1, Severity.BLOCK, rule, message, cure)
    return Finding(page.shown, page.body_line, 1, Severity.BLOCK, rule, message, cure)
