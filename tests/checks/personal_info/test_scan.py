"""A passage made ready: what a browser would show of it, and what surrounds a place in it."""

from __future__ import annotations

import pytest
from personal import MOBILE, scan_of, table

from publicity.checks.personal_info.scan import readable


@pytest.mark.parametrize(
    "text",
    [
        "138&#49;2345678",
        "138&#x31;2345678",
        "138%31%32345678",
        "138<b>12345678</b>",
        "138<i>12345678",
        "138<!---->12345678",
        "138<!-- x -->12345678",
    ],
)
def test_entities_percent_signs_and_tags_are_undone(text: str) -> None:
    """What the reader sees is what is searched."""
    assert readable(text) == MOBILE


def test_attributes_and_long_comments_are_kept() -> None:
    """People leave numbers in both."""
    assert MOBILE in readable(f'<img alt="{MOBILE}">')
    assert MOBILE in readable(f"<!-- 待删：{MOBILE} -->")


@pytest.mark.parametrize("text", ["a < b", "&#99999999;", "&nosuch;", "%zz%E4", "<" * 500, "%FF%FE"])
def test_what_is_no_markup_stays_on_one_line(text: str) -> None:
    """Broken entities and bytes raise nothing and make no new line."""
    assert "\n" not in readable(text)


def test_a_line_of_the_passage_stays_a_line() -> None:
    """An entity for a line break does not move the lines below."""
    scan = scan_of("甲&#10;乙\n丙")

    assert scan.line_of(scan.text.index("丙")).number == 2


TABLE = table("姓名 身份证号", "韦明明 1234567甲", "潘大山 7654321乙")


def test_a_cell_knows_what_heads_its_column() -> None:
    """Short words above it in the first rows; figures are no labels."""
    scan = scan_of(f"正文。\n\n{TABLE}\n\n丁")

    assert scan.header(scan.text.index("乙")) == "身份证号"
    assert scan.header(scan.text.index("丁")) == ""


@pytest.mark.parametrize(
    ("text", "sign", "before", "after"),
    [
        ("前文。电话甲，后文。再后", "甲", "电话", "，后文"),
        ("一 | 电话甲 后 | 三", "甲", " 电话", " 后 "),
        ("段\n\n电话甲\n后", "甲", "\n电话", ""),
    ],
)
def test_what_stands_around_ends_with_its_sentence_cell_or_paragraph(
    text: str, sign: str, before: str, after: str
) -> None:
    """Words of the next cell say nothing about this one."""
    scan = scan_of(text)
    place = scan.text.index(sign)

    assert (scan.before(place), scan.after(place + 1)) == (before, after)


@pytest.mark.parametrize(
    ("text", "inside"), [("https://a.cn/甲", True), ("https://a.cn/?b=甲", False), ("见 甲", False)]
)
def test_a_place_inside_a_web_address_is_known(text: str, inside: bool) -> None:
    """Not the value of its query: people put numbers there."""
    scan = scan_of(text)

    assert scan.in_address(scan.text.index("甲")) is inside
