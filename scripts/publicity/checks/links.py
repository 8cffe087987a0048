"""Links and images inside the site lead somewhere; links out of it are of a kind a reader can follow."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from datetime import date
from html import unescape
from urllib.parse import unquote

from publicity.checks.disguises import check_user, doubt_of
from publicity.checks.raw_html import visible_lines
from publicity.content.corpus import Corpus, Page
from publicity.content.includes import FOLDER
from publicity.content.markdown import Line, Link, find_headings, text_lines
from publicity.explain import quoted
from publicity.finding import Finding, Severity
from publicity.rules import Rules

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers drop controls and blanks, and read a backslash as a slash: what stands there is not what it leads to.
_ODD = re.compile(r"^/|[\x00-\x20\x7f\\]")
# Wherever an address may begin, also where find_links sees no whole link: in a quoted definition, behind a long text.
_BEGINNING = re.compile(r"(\]\s{0,9}\(|\]:|<)[\s<]{0,9}([A-Za-z][A-Za-z0-9+.-]{0,40}):")
_DROPPED = re.compile(r"[\\\x00-\x08]")
REMOTE = ("图片不在本站", "请把图片文件放进 docs/，用相对路径引用")
_ANY_ID = re.compile(r"\{:?[^{}]*#([^\s}]+)[^{}]*\}")


def check_links(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Every target exists, with its anchor where the anchor is written in the page."""
    anchors: dict[str, frozenset[str]] = {}
    for page in corpus.pages:
        told = set()
        for link in page.links:
            problem = _problem(corpus, page, link, anchors, rules.markup.schemes)
            if problem:
                told.add(link.line)
                yield _finding(link.line, link.column, problem)
            elif doubt := doubt_of(unescape(link.text), unescape(link.target)):
                yield _finding(link.line, link.column, doubt, Severity.WARN)
        whole = {link.line for link in page.links}
        for line, text in visible_lines(text_lines(page.lines())):
            if ":" in text and line not in told and (problem := _half_seen(text, line in whole, rules.markup.schemes)):
                yield _finding(line, 1, problem)


def _finding(line: Line, column: int, problem: tuple[str, str], severity: Severity = Severity.BLOCK) -> Finding:
    message, cure = problem
    return Finding(line.path, line.number, column, severity, "link", message, cure)


def is_safe_address(address: str, schemes: Set[str]) -> bool:
    """Whether an address, entities decoded, is of one of these schemes or leads to a place inside the site."""
    found = _SCHEME.match(address)
    return found.group(1).lower() in schemes if found else not _ODD.search(address)


def _half_seen(line: str, has_links: bool, schemes: Set[str]) -> tuple[str, str] | None:
    """An address that only Python-Markdown sees as one."""
    text = _DROPPED.sub("", unescape(line))
    for found in _BEGINNING.finditer(text):
        if found.group(2).lower() not in schemes:
            return _refuse_scheme(found.group(2), schemes)
        if problem := check_user(text[found.start(2) :]):
            return problem
        if not has_links and found.group(1).endswith("(") and "![" in text[: found.start()]:
            return REMOTE
    return None


def _refuse_scheme(shown: str, schemes: Set[str]) -> tuple[str, str]:
    return f"不允许的链接“{quoted(shown)}”", f"只能用 {'、'.join(sorted(schemes))} 或站内相对路径"


def _problem(
    corpus: Corpus, page: Page, link: Link, anchors: dict[str, frozenset[str]], schemes: Set[str]
) -> tuple[str, str] | None:
    target = unescape(link.target)
    outside = _SCHEME.match(target)
    if outside and outside.group(1).lower() in schemes and not link.is_image:
        return check_user(target)
    if outside or target.startswith("//"):
        if link.is_image:
            return REMOTE
        return _refuse_scheme(target, schemes)
    if target.startswith("/"):
        return f"站内链接“{quoted(target, 60)}”以 / 开头", "本站挂在门户的子目录下，请用相对路径，如 ../guide/apply.md"
    path, _, anchor = target.partition("#")
    if not path and not anchor:
        return "链接是空的", "请写上目标，或去掉链接"
    uri = posixpath.normpath(posixpath.join(page.folder, unquote(path.split("?")[0]))) if path else page.uri
    if uri in corpus.asset_uris and not uri.startswith(f"{FOLDER}/"):  # fragments are not published
        return None
    if uri not in corpus.by_uri:
        if link.is_image:
            return f"图片“{quoted(target, 60)}”不存在", "请把图片文件放进 docs/，并核对路径和文件名（注意大小写）"
        return f"链接的目标“{quoted(target, 60)}”不存在", _nearest(corpus.by_uri, path, uri)
    if anchor and unquote(anchor) not in _anchors(corpus.by_uri[uri], anchors):
        return f"目标页没有“#{quoted(unquote(anchor))}”这一处", "请核对标题后面的标识，如 {#how-to-apply}"
    return None


def _nearest(known: Mapping[str, Page], path: str, uri: str) -> str:
    name = posixpath.basename(uri)
    same = sorted(other for other in known if posixpath.basename(other) == name) if name != "index.md" else []
    if same:
        return f"是不是 docs/{same[0]}？请用相对本页的路径"
    if not path.endswith(".md"):
        return "站内页面请链接到 .md 文件，如 ../guide/apply.md"
    return "请核对路径和文件名（注意大小写）"


def _anchors(page: Page, known: dict[str, frozenset[str]]) -> frozenset[str]:
    """Explicit ids of headings and paragraphs. Ids made from heading text shift, so they are no target."""
    if page.uri not in known:
        explicit = {heading.anchor for heading in find_headings(page.lines()) if heading.anchor}
        marked = {found.group(1) for line in page.lines() if "{" in line.text for found in _ANY_ID.finditer(line.text)}
        known[page.uri] = frozenset(explicit | marked)
    return known[page.uri]
