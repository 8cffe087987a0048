"""The scanner sees the headings, links and images that Python-Markdown will render."""

from __future__ import annotations

import re

import markdown
import pytest

from publicity.content.markdown import Line, find_headings, find_links, text_lines

EXTENSIONS = ["attr_list", "tables", "fenced_code", "sane_lists", "def_list", "admonition"]


def lines_of(body: str) -> list[Line]:
    return [Line(text, "docs/a.md", number) for number, text in enumerate(body.split("\n"), 1)]


def links(body: str) -> list[tuple[str, str, bool]]:
    return [(link.text, link.target, link.is_image) for link in find_links(lines_of(body))]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[甲](a.md)", [("甲", "a.md", False)]),
        ("![甲](a.png)", [("甲", "a.png", True)]),
        ("![](a.png)", [("", "a.png", True)]),
        ("[甲](a.md#b)和[乙](../c.md)", [("甲", "a.md#b", False), ("乙", "../c.md", False)]),
        ('[甲](a.md "题")', [("甲", "a.md", False)]),
        ("[甲](<a b.md>)", [("甲", "a b.md", False)]),
        ("[甲[1]](a.md)", [("甲[1]", "a.md", False)]),
        ("[甲](a(1).md)", [("甲", "a(1).md", False)]),
        ("[甲]: a.md", [("甲", "a.md", False)]),
        ("[甲]()", [("甲", "", False)]),
        ("[![图](a.png)](b.md)", [("![图](a.png)", "b.md", False), ("图", "a.png", True)]),
        ("`[甲](a.md)`", []),
        ("```\n[甲](a.md)\n```", []),
        ("~~~\n[甲](a.md)\n```\n[乙](b.md)\n~~~", []),
        ("〔2026〕(3)", []),
        ("[甲] (a.md)", []),
        ("文〔甲〕[乙]", []),
    ],
)
def test_links_and_images_are_found(body: str, found: list[tuple[str, str, bool]]) -> None:
    """Inline links, images and reference definitions are found, and code is left alone."""
    assert links(body) == found


def test_an_image_inside_a_link_is_found_too() -> None:
    """A picture that is itself a link has a target of its own, and an alternative text of its own."""
    assert ("", "http://x.example/a.png", True) in links("[![](http://x.example/a.png)](b.md)")


def test_columns_hold_beside_code_spans() -> None:
    """A code span before a link does not move the link's column."""
    (link,) = find_links(lines_of("`代码` [甲](a.md)"))

    assert link.column == 6


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## 甲", [(2, "甲", None)]),
        ("## 甲 ##", [(2, "甲", None)]),
        ("## 甲 {#a}", [(2, "甲", "a")]),
        ("## 甲 {: #a .b }", [(2, "甲", "a")]),
        ("## 甲 {.b}", [(2, "甲", None)]),
        ("##甲", [(2, "甲", None)]),
        ("##", [(2, "", None)]),
        ("## {#a}", [(2, "", "a")]),
        ("###### 六", [(6, "六", None)]),
        ("# 一\n### 三", [(1, "一", None), (3, "三", None)]),
        ("```\n# 代码\n```", []),
        ("正文 # 不是", []),
        ("    # 代码", []),
    ],
)
def test_headings_are_found(body: str, found: list[tuple[int, str, str | None]]) -> None:
    """Level, words and explicit id of every heading outside code."""
    assert [(one.level, one.text, one.anchor) for one in find_headings(lines_of(body))] == found


def test_text_goes_on_after_a_fence() -> None:
    """The lines around a closed fence are text, with their own numbers."""
    assert [(line.text, line.number) for line in text_lines(lines_of("甲\n```\n乙\n```\n丙"))] == [("甲", 1), ("丙", 5)]


AGREEMENT = [
    "[甲](a.md)",
    "一段\n[甲](a.md)\n又一段 ![图](b.png)",
    "- [甲](a.md)\n    - [乙](b.md)",
    "> [甲](a.md)",
    "| 栏 |\n| --- |\n| [甲](a.md) |",
    "[甲][一]\n\n[一]: a.md",
    "[甲]\n\n[甲]: a.md",
    "[甲][一]\n\n[一]:\n    a.md",
    "![图][一]\n\n[一]: http://x.example/a.png",
    "![][一]\n\n[一]: a.png",
    "[第一行\n第二行](a.md)",
    "[甲](\na.md)",
    "```\n[甲](a.md)",
    "  ```\n[甲](a.md)\n  ```",
    "```\n[甲](a.md)\n````\n[乙](b.md)\n```",
    "```\n[甲](a.md)\n``` 说明\n[乙](b.md)\n```",
    "    [甲](a.md)",
    "\\[甲](a.md)",
    "`` [甲](a.md) ``",
    "`[甲](a.md)",
    "`一\n二` [甲](a.md)",
    "## 甲\n\n# 乙",
    "甲\n===\n\n乙\n---",
    "> # 甲",
    "- # 甲",
    "```\n# 甲",
]


@pytest.mark.parametrize("body", AGREEMENT)
def test_nothing_rendered_escapes_the_scanner(body: str) -> None:
    """Whatever Python-Markdown makes a link, an image or a heading, the checks see as one."""
    html = markdown.markdown(body, extensions=EXTENSIONS)
    rendered_links = set(re.findall(r'<a [^>]*?href="([^"]*)"', html))
    rendered_images = set(re.findall(r'<img [^>]*?src="([^"]*)"', html))
    rendered_headings = set(re.findall(r"<h(\d)", html))
    found = list(find_links(lines_of(body)))

    assert rendered_links <= {link.target for link in found if not link.is_image}
    assert rendered_images <= {link.target for link in found if link.is_image}
    assert rendered_headings <= {str(one.level) for one in find_headings(lines_of(body))}
