"""Mobile numbers and landlines: as people write them, and unless they are the office's own."""

from __future__ import annotations

import pytest
from personal import LANDLINE, MOBILE, B, Told, W, table, told

M, L = "mobile", "landline"


@pytest.mark.parametrize(
    "text",
    [
        MOBILE,
        f"联系人韦明明{MOBILE}",
        "138-1234-5678",
        "138 1234 5678",
        "138 12345678",
        "1381234 5678",
        "138.1234.5678",
        "1 3 8 1 2 3 4 5 6 7 8",
        "+86 13812345678",
        "0086 13812345678",
        "(+86)13812345678",
        "一三八一二三四五六七八",
        "１３８１２３４５６７８",
        "l38l2345678",
        "138**1234**5678",
        "138\n12345678",
        f"{MOBILE}{MOBILE}",
        "https://www.example.gov.cn/?tel=13812345678",
        table("姓名 甲 乙 丙", "韦明明 138 1234 5678"),
        "| 1 | 3 | 8 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |",
    ],
)
def test_a_mobile_number_blocks(text: str) -> None:
    """Whole, parted as people part it, with the country's code, disguised, doubled, or in the boxes of a form."""
    assert told(text) == [(M, B)]


@pytest.mark.parametrize("label", ["索引号", "编号：", "项目编码", "访问次数", "监测水位"])
def test_a_thing_s_number_of_that_form_warns(label: str) -> None:
    """Eleven digits that are called something else; a word for a telephone beside it makes them block."""
    assert told(label + MOBILE) == [(M, W)]
    assert told(f"{label}{MOBILE} 电话") == [(M, B)]


@pytest.mark.parametrize(
    "text",
    [
        f"{MOBILE}元",
        f"{MOBILE}.25",
        f"{MOBILE}平方米",
        "13,812,345,678",
        f"A{MOBILE}B",
        f"| 合计 | {MOBILE} |",
        table("项目 金额", f"道路 {MOBILE}"),
        table("甲 乙 丙 丁", "138 1234 5678 9"),
        "12812345678",
        "138123456789",
    ],
)
def test_amounts_and_codes_are_no_mobile_number(text: str) -> None:
    """A unit behind it, thousands, letters on both sides, a column of sums, other figures in the row."""
    assert told(text) == []


def test_a_label_outweighs_a_unit() -> None:
    """电话13812345678元 is a slip, not a sum."""
    assert told(f"电话{MOBILE}元旦期间值班") == [(M, B)]


@pytest.mark.parametrize(
    "text",
    [
        LANDLINE,
        "0854 3921234",
        "(0854)3921234",
        "（0854）3921234",
        "0854—3921234",
        "传真：0854-3921234",
        "电话08543921234",
        "韦明明，08543921234",
        "010-85601234",
        "0851-85601234转201",
        "+86 854 3921234",
        "0854-392-1234",
    ],
)
def test_a_landline_blocks(text: str) -> None:
    """With its area code apart, or beside a word or a name that says what it is."""
    assert told(text) == [(L, B)]


@pytest.mark.parametrize(
    "text",
    [
        "08543921234",
        "编号08543921234",
        "0854-1234567",
        "0123-4567890",
        "400-810-0854",
        "热线12345",
        "2020-2021",
        "0854，3921234",
        table("甲 乙", "0854 3921234"),
    ],
)
def test_other_digits_are_no_landline(text: str) -> None:
    """Without a label in one piece, without an area code or a subscriber's first digit, or parted as a list is."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (LANDLINE, "0854-3921234"),
        ("0854 3921234", "08543921234"),
        ("（0854）3921234", "0854-3921234转201"),
        ("+86 854 3921234", "0854-3921234"),
        (MOBILE, "13812345678"),
        ("+86 138-1234-5678", "138 1234 5678"),
    ],
)
def test_an_office_phone_passes_however_it_is_written(text: str, listed: str) -> None:
    """The settings' list is compared by digits, extensions left out."""
    assert told(text) != []
    assert told(text, office_phones=[listed]) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("0854-3921235", [(L, B)]), ("13812345679", [(M, B)]), (f"{LANDLINE}、{MOBILE}", [(M, B)])]
)
def test_only_the_listed_number_passes(text: str, expected: Told) -> None:
    """Its neighbour does not."""
    assert told(text, office_phones=[LANDLINE]) == expected
