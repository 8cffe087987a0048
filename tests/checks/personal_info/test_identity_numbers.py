"""Resident identity numbers: by their check digit, by what they are called, and by the county they begin with."""

from __future__ import annotations

import pytest
from personal import CREDIT_CODE, IDENTITY, IDENTITY_X, SHORT_IDENTITY, WITHDRAWN, WRONG_CHECK, B, W, table, told

from publicity.checks.personal_info import Scan, find_personal_info, hits_of
from publicity.checks.personal_info.identity_numbers import is_known_county, is_shape
from publicity.checks.personal_info.scan import mask
from publicity.content.markdown import Line
from publicity.content.passages import Passage
from publicity.finding import Severity

ID = "identity_number"


@pytest.mark.parametrize(
    "text",
    [
        IDENTITY,
        IDENTITY_X,
        IDENTITY_X.lower(),
        f"经办人{IDENTITY}。",
        f"见第{IDENTITY}号",
        f"韦明明，{IDENTITY}，男",
        f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}",
        " ".join(IDENTITY),
        f"{IDENTITY[:6]}\n{IDENTITY[6:]}",
        table("甲 乙 丙", f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}"),
        f"| {' | '.join(IDENTITY)} |",
        f"{IDENTITY[:6]}1985年6月15日{IDENTITY[14:]}",
        f"00{IDENTITY}99",
        f"20260501{IDENTITY}",
    ],
    ids=[
        "bare", "x", "small-x", "sentence", "numbered", "list", "spaces", "apart", "break", "cells", "boxes",
        "date-in-words", "embedded", "after-a-date",
    ],
)  # fmt: skip
def test_a_right_check_digit_blocks_without_a_label(text: str) -> None:
    """Once, however it is parted, and inside a longer run of digits."""
    assert told(text) == [(ID, B)]


def test_numbers_glued_to_each_other_are_all_told() -> None:
    """Two or four without a gap, the last letter of one included."""
    assert told(f"{IDENTITY}{IDENTITY_X}") == [(ID, B)] * 2
    assert told(IDENTITY * 4) == [(ID, B)] * 4


@pytest.mark.parametrize("text", [f"00{IDENTITY_X}", f"{IDENTITY_X}00", f"2026{IDENTITY_X}"])
def test_the_letter_at_the_end_is_part_of_a_longer_run_too(text: str) -> None:
    """Digits before or behind it hide nothing."""
    assert told(text) == [(ID, B)]


@pytest.mark.parametrize("label", ["身份证号：", "公民身份号码", "证件号码为", "身 份 证 ", "身分证", "ID：", "居留证"])
def test_a_label_blocks_whatever_the_check_digit(label: str) -> None:
    """A clerk's slip of the pen leaves somebody's number all but whole."""
    assert told(label + WRONG_CHECK) == [(ID, B)]


def test_the_head_of_a_column_is_a_label() -> None:
    """In a table the number stands alone in its cell."""
    assert told(table("姓名 身份证号", f"韦明明 {WRONG_CHECK}")) == [(ID, B)]


@pytest.mark.parametrize("number", ["522732198513152044", "522732198506152", "123456789012345678"])
def test_labelled_digits_of_that_length_block_even_without_a_date(number: str) -> None:
    """An impossible birthday under the words 身份证号 is still what somebody typed there."""
    assert told(f"身份证号：{number}") == [(ID, B)]


def test_a_wrong_check_digit_without_a_label_warns_when_the_county_is_known() -> None:
    """It may be a number with a slip in it."""
    assert told(f"见{WRONG_CHECK}") == [(ID, W)]


@pytest.mark.parametrize("number", ["529999198506152045", "522732198513152044", "992732198506152044"])
def test_digits_of_no_county_or_day_are_left_alone(number: str) -> None:
    """An unknown county with a wrong check digit, an impossible date, no province."""
    assert told(f"见{number}") == []


def test_a_withdrawn_county_still_counts() -> None:
    """Chongqing's old 5123xx codes are on people's cards."""
    assert told(WITHDRAWN) == [(ID, B)]


@pytest.mark.parametrize("text", [SHORT_IDENTITY, f"身份证{SHORT_IDENTITY}", f"甲{SHORT_IDENTITY}乙"])
def test_fifteen_digits_count(text: str) -> None:
    """The first generation has no check digit: county and date speak for it."""
    assert told(text) == [(ID, B)]


@pytest.mark.parametrize("text", ["522732851315204", f"流水号{SHORT_IDENTITY}", "529999850615204"])
def test_other_fifteen_digits_do_not(text: str) -> None:
    """No day, no county, or the number of a thing."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        CREDIT_CODE,
        f"统一社会信用代码：{CREDIT_CODE}",
        "11520221TP7FDLQ29H",
        "统一社会信用代码 925227017425473473",
        table("单位 统一社会信用代码", f"青石合作社 {CREDIT_CODE}"),
    ],
)
def test_a_credit_code_is_not_personal(text: str) -> None:
    """It is the number of an organisation."""
    assert told(text) == []


@pytest.mark.parametrize("label", ["索引号：", "营业执照注册号", "项目编码", "文号："])
def test_the_number_of_a_thing_warns_only_when_all_of_it_fits(label: str) -> None:
    """What a document's number is called outweighs its digits, unless county and check digit fit as well."""
    assert told(label + IDENTITY) == [(ID, W)]
    assert told(label + WRONG_CHECK) == []


def test_figures_in_cells_need_more_than_a_shape() -> None:
    """Three columns of figures that happen to have a date between them."""
    assert told(table("单价 数量 金额", "529999 19850615 2045")) == []


def test_a_workbook_that_lost_the_last_digits_still_tells() -> None:
    """Fifteen digits of eighteen are kept, the rest made zeros; on a page such a number may be anything."""
    lines = (Line("| 韦明明 | 522732198506152000 |", "docs/a.xlsx", 2),)
    (hit,) = hits_of(Scan(Passage(lines, "工作表“甲”第{n}行")))

    assert (hit.kind, hit.severity) == (ID, Severity.BLOCK)
    assert told("522732198506152000") == [(ID, W)]


def test_an_address_of_the_web_is_judged_by_its_digits() -> None:
    """In a link a label does not stand for a check digit; a right one does."""
    assert told("证件 https://www.example.gov.cn/522732198513152044") == []
    assert told(f"证件 https://www.example.gov.cn/{IDENTITY}") == [(ID, B)]


def test_the_place_and_the_masked_form_are_told() -> None:
    """Line and column from 1; three digits before and two after are all that shows."""
    (hit,) = find_personal_info(f"甲\n身份证号：{IDENTITY}\n")

    assert (hit.line, hit.column, hit.masked) == (2, 6, "522*************44")
    assert mask(SHORT_IDENTITY, 3, 2) == "522**********04"


@pytest.mark.parametrize(
    ("digits", "fits"),
    [
        (IDENTITY, True),
        (IDENTITY_X, True),
        (SHORT_IDENTITY, True),
        ("932000198506152044", True),
        ("992732198506152044", False),
        ("952273219850615204", False),
        ("52273218690615204X", False),
        ("522732198502302044", False),
        ("52273X198506152044", False),
    ],
)
def test_a_shape_has_a_province_and_a_day(digits: str, fits: bool) -> None:
    """Foreigners' numbers begin with 9 and their province; nobody alive was born before 1870."""
    assert is_shape(digits) is fits


@pytest.mark.parametrize(
    ("code", "known"), [("522732", True), ("512323", True), ("510213", True), ("529999", False), ("000000", False)]
)
def test_counties_of_any_time_are_known(code: str, known: bool) -> None:
    """The register keeps what was withdrawn."""
    assert is_known_county(code) is known
