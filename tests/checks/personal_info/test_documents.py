"""Passports, permits, military papers and plates."""

from __future__ import annotations

import pytest
from personal import B, W, table, told

TRAVEL, PLATE = "travel_document", "plate"


@pytest.mark.parametrize(
    "text",
    [
        "护照号：E12345678",
        "护照EA1234567",
        "护照 G12345678",
        "因公护照PE1234567",
        "港澳通行证C12345678",
        "往来台湾通行证L12345678",
        "回乡证H1234567890",
        "台胞证号12345678",
        "台胞证号12345678(01)",
        "护照Ｅ１２３４５６７８",
        "护照E 1234 5678",
        "海员证A12345678",
        "passport E12345678",
        table("姓名 护照号", "韦明明 E12345678"),
        "军字第1234567号",
        "南字第 12345678 号",
        "士字第12345678号",
    ],
)
def test_a_paper_beside_its_name_blocks(text: str) -> None:
    """Passports, permits of Hong Kong, Macau and Taiwan, and the papers of soldiers."""
    assert told(text) == [(TRAVEL, B)]


@pytest.mark.parametrize("text", ["E12345678", "见EA1234567。", "G12345678"])
def test_a_passport_s_form_alone_warns(text: str) -> None:
    """It may be the number of something else."""
    assert told(text) == [(TRAVEL, W)]


@pytest.mark.parametrize(
    "text", ["12345678", "X12345678", "EI1234567", "AE12345678", "E12345678A", "护照E1234", "青府字第12号"]
)
def test_other_codes_are_no_paper(text: str) -> None:
    """Bare digits, letters no passport has, a longer code, too few digits."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["贵A12345", "贵A·12345", "贵A 12345", "贵A-1B2C3", "贵AD12345", "贵a1b2c3", "京A1234学", "贵Ａ１２３４５", "贵A一二三四五", "车主韦明明，贵J12345，白色"],
)  # fmt: skip
def test_a_plate_blocks(text: str) -> None:
    """Of cars and of electric ones, parted and disguised."""
    assert told(text) == [(PLATE, B)]


@pytest.mark.parametrize("word", ["公务车", "执法车辆执法车", "消防车"])
def test_the_office_s_own_car_warns(word: str) -> None:
    """A vehicle on duty is no private person's."""
    assert told(f"{word}贵A12345") == [(PLATE, W)]


@pytest.mark.parametrize("text", ["贵ABCDEF", "贵州A12345", "贵A1234", "贵I12345", "贵A1234567", "云A类2级"])
def test_other_signs_are_no_plate(text: str) -> None:
    """No digits, no province's sign, too few or too many places, a letter that plates leave out."""
    assert told(text) == []
