"""Drawings: what is still passes, whatever could move, run or fetch is refused at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town

from publicity.checks.svg import check_svg
from publicity.finding import Finding
from publicity.rules import load_rules

RULES = load_rules()
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:e="urn:e" viewBox="0 0 9 9">'


def findings(folder: Path, drawing: str | bytes) -> list[Finding]:
    return list(check_svg(corpus_of(make_town(folder, {"guide/a.svg": drawing})), RULES, TODAY))


STILL = (
    '<title>图</title><desc>说明</desc><g fill="#333" transform="translate(1 2)"><path d="M0 0L9 9" stroke="rgb(1,2,3)"/></g>',
    '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#g)" width="9"/>',
    '<defs><circle id="c" r="1"/></defs><use href="#c"/><use xlink:href="#c" x="3"/>',
    '<text x="1" y="2" font-family="sans-serif" xml:space="preserve">文字<tspan dx="1">&lt;b&gt;</tspan></text>',
)


@pytest.mark.parametrize("inside", STILL)
def test_shapes_and_words_pass(tmp_path: Path, inside: str) -> None:
    """What a drawing program needs for a still picture, with references inside it."""
    assert findings(tmp_path, f'<?xml version="1.0" encoding="UTF-8"?>\n{OPEN}{inside}</svg>') == []


MOVING = (
    ("<script>alert(1)</script>", "标记 <script>"),
    ('<e:script xmlns:e="http://www.w3.org/2000/svg">x</e:script>', "标记 <script>"),
    ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">x</x:script>', "标记 <script>"),
    ('<rect onload="alert(1)"/>', "属性 onload"),
    ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "标记 <foreignObject>"),
    ('<animate attributeName="href" values="javascript:alert(1)"/>', "标记 <animate>"),
    ('<set attributeName="onclick" to="alert(1)"/>', "标记 <set>"),
    ('<a href="javascript:alert(1)"><path/></a>', "标记 <a>"),
    ('<image href="https://a.invalid/x.png"/>', "标记 <image>"),
    ('<use href="https://a.invalid/x.svg#a"/>', "href 引用了图外的东西"),
    ('<use xlink:href="data:image/svg+xml,x"/>', "href 引用了图外的东西"),
    ('<use href="other.svg#a"/>', "href 引用了图外的东西"),
    ('<use href="&#106;avascript:alert(1)"/>', "href 引用了图外的东西"),
    ('<rect fill="url(https://a.invalid/x#g)"/>', "fill 引用了图外的东西"),
    ('<rect fill="u\\72l(//a.invalid)"/>', "fill 引用了图外的东西"),
    ('<rect style="fill:url(//a.invalid)"/>', "属性 style"),
    ("<style>@import url(//a.invalid);</style>", "标记 <style>"),
    ('<e:view e:x="1"/>', "标记 <view>"),
    ('<rect e:href="#a"/>', "属性 href"),
    ("<!-- 张某某 -->", "注释"),
    ('<?xml-stylesheet href="//a.invalid"?>', "处理指令"),
    ("<![CDATA[x]]>", "声明"),
    ("<handler/>", "标记 <handler>"),
)


@pytest.mark.parametrize(("inside", "words"), MOVING)
def test_whatever_could_act_is_refused(tmp_path: Path, inside: str, words: str) -> None:
    """Scripts, events, foreign objects, animation, links, style sheets, other files: one line, with the cure."""
    found = findings(tmp_path, f"{OPEN}\n{inside}</svg>")

    assert found
    assert {(one.path, one.line, one.rule, one.blocks) for one in found} == {("docs/guide/a.svg", 2, "svg", True)}
    assert words in found[0].message
    assert "导出为 PNG" in found[0].cure


DOUBLING = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 30))


@pytest.mark.parametrize(
    "inside",
    [
        f'<defs><path id="g0" d="M0 0"/>{DOUBLING}</defs><use href="#g29"/>',
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>',
        '<g id="a"><use href="#b" xlink:href="#a"/></g><path id="b"/>',
    ],
)
def test_a_drawing_that_never_ends_is_refused(tmp_path: Path, inside: str) -> None:
    """Copies of copies, and what holds itself, would keep a browser busy for ever."""
    found = findings(tmp_path, f"{OPEN}\n{inside}</svg>")

    assert [(one.line, "画不完" in one.message) for one in found] == [(2, True)]


def test_many_copies_of_a_symbol_pass(tmp_path: Path) -> None:
    """As a map or a chart has them."""
    copies = '<use href="#a"/>' * 1_000

    assert findings(tmp_path, f'{OPEN}<symbol id="a"><path/><path/></symbol>{copies}</svg>') == []


@pytest.mark.parametrize("inside", ["<text>a\u202eb</text>", "<text>&#x200b;</text>", '<g aria-label="a&#x2066;b"/>'])
def test_characters_that_nobody_sees_are_refused(tmp_path: Path, inside: str) -> None:
    """In words and in attributes, as in pages."""
    assert ["看不见的字符" in one.message for one in findings(tmp_path, f"{OPEN}{inside}</svg>")] == [True]


BROKEN = (
    ('<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<svg>&b;</svg>', 1, "声明"),
    ('\n<!DOCTYPE svg SYSTEM "file:///etc/passwd">', 2, "声明"),
    (f"{OPEN}\n<g></svg>", 2, "读不懂"),
    ("<html/>", 1, "标记 <html>"),
    ("<svg/>", 1, "标记 <svg>"),  # without its namespace a browser shows nothing
    ("这不是图", 1, "读不懂"),
    ("<svg/>".encode("utf-16"), 1, "UTF-16"),
    ("<g>" * 200_000, 1, "标记 <g>"),
    (b"", 1, "空的"),
)


@pytest.mark.parametrize(("drawing", "line", "words"), BROKEN)
def test_what_is_no_drawing_is_one_finding_at_its_line(
    tmp_path: Path, drawing: str | bytes, line: int, words: str
) -> None:
    """Entities are refused before they are read; broken and endless files are answered."""
    first = findings(tmp_path, drawing)[0]

    assert (first.line, first.blocks) == (line, True)
    assert words in first.message


def test_the_ending_is_read_whatever_its_case(tmp_path: Path) -> None:
    """A file called .SVG is a drawing too."""
    corpus = corpus_of(make_town(tmp_path, {"guide/a.SVG": f"{OPEN}<script/></svg>"}))

    assert [one.rule for one in check_svg(corpus, RULES, TODAY)] == ["svg"]
