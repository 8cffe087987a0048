"""Masks that hide too little, however they are written, and numbers that are told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import findings_of, make_town, page
from personal import CARD, IDENTITY, B, told

from publicity.outputs.findings import render_text


@pytest.mark.parametrize(
    "text",
    [
        "52273219850615204*",
        "身份证号：52273219850615204*",
        "5227321985061520*4",
        r"5227321985\*\*\*\*2044",
        "522732 1985 **** 2044",
        "522732 19850615 ****",
        "522732-19850615-****",
        "1381234567*",
        "138-1234-567*",
        "138 1234 ****",
        "五二二七三二一九八五〇六一五****",
    ],
)
def test_a_mask_that_hides_little_blocks(text: str) -> None:
    """One star, stars escaped as Markdown needs, stars between gaps, and Chinese digits."""
    assert told(text) == [("mask", B)]


def test_an_age_beside_an_escaped_mask_blocks() -> None:
    """The backslashes are not part of the number."""
    assert told(r"韦明明，522732\*\*\*\*\*\*\*\*2044，38岁") == [("birth", B)]


@pytest.mark.parametrize("text", ["ＱＱ：12345678", "ＶＸ：abc12345", "ＷｅＣｈａｔ：abc12345"])
def test_full_width_names_of_services_are_known(text: str) -> None:
    """What a phone's keyboard writes wide is the same word."""
    assert told(text) == [("messenger", B)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("+86-138-1234-5678", "mobile"),
        ("0086-138-1234-5678", "mobile"),
        ("卡号：" + " ".join(CARD), "bank_card"),
        ("士兵证：士字第12345678号", "travel_document"),
    ],
)
def test_a_number_is_told_once(text: str, kind: str) -> None:
    """A country's code, single digits and two names of one paper do not tell it again."""
    assert told(text) == [(kind, B)]


def test_an_encoded_link_is_masked_where_it_is_quoted(tmp_path: Path) -> None:
    """What is said shows the address decoded, with the number in it masked."""
    said = render_text(findings_of(make_town(tmp_path, {"a.md": page("[甲](%E4%BD%A0%E5%A5%BD/138-1234-5678.pdf)\n")})))

    assert "138******78" in said
    assert "1234-5678" not in said


def test_a_row_of_a_csv_is_named(tmp_path: Path) -> None:
    """Row two of the table, not of nothing."""
    said = render_text(findings_of(make_town(tmp_path, {"a.csv": f"姓名,身份证\n韦明明,{IDENTITY}\n"})))

    assert "附件里（第2行）" in said


def test_a_child_in_a_file_name_is_not_named_by_its_path(tmp_path: Path) -> None:
    """The path that is shown is masked like any message."""
    said = render_text(findings_of(make_town(tmp_path, {"files/学生韦明明.txt": "甲"})))

    assert "韦**" in said
    assert "韦明明" not in said
