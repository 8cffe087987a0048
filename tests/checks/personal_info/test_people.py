"""Who counts as a named person, and where one stands beside something."""

from __future__ import annotations

import pytest
from personal import scan_of, table

from publicity.checks.personal_info.people import is_name, name_before, name_beside, names_in


@pytest.mark.parametrize("text", ["韦明明", "王芳", "欧阳小红", "韦明明（女）", " 潘大山 ", "杨明·阿依古丽"])
def test_a_full_name_is_known(text: str) -> None:
    """A surname of one or two characters, a given name, a remark on the sex."""
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "韦", "韦某某", "韦某", "韦××", "韦*明", "合计", "单位", "安全", "青石镇", "大坪村民委员会", "韦明明等"],
)
def test_what_is_no_full_name(text: str) -> None:
    """Masked names, words that begin as a surname does, places, and more than a name."""
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("村民韦明明反映道路问题。", []),
        ("村民韦明明，家住高坡村。", ["韦明明"]),
        ("申请人：韦明明", ["韦明明"]),
        ("韦明明，男，住高坡村。", ["韦明明"]),
        ("当事人韦明明在2026年5月采砂。", ["韦明明"]),
        ("户主韦某某，家住高坡村。", []),
        ("申请人应当提交材料。", []),
        ("户主姓名：韦明明；学生：潘小红。", ["韦明明", "潘小红"]),
        ("韦明明同志主持会议", ["韦明明"]),
    ],
)
def test_names_in_a_sentence_are_known_by_what_stands_beside(text: str, names: list[str]) -> None:
    """A role before it, or what is said of a person behind it."""
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("韦明明，", "韦明明"),
        ("韦明明（肢体", "韦明明"),
        ("2026年，", ""),
        ("合计，", ""),
        ("韦明明。", ""),
        ("见韦明明，", ""),
    ],
)
def test_a_name_may_open_what_is_said(text: str, name: str) -> None:
    """Only at the beginning of the clause, and only a name."""
    assert name_before(text) == name


FORM = table("项目 内容", "姓名 韦明明", "电话 待填", "住址 高坡村")


@pytest.mark.parametrize(
    ("text", "sign", "name"),
    [
        (table("姓名 数", "韦明明 甲", "潘大山 乙"), "乙", "潘大山"),
        (table("序号 户主 数", "1 韦明明 甲"), "甲", "韦明明"),
        (table("品名 数", "水泥 甲"), "甲", ""),
        (FORM, "高坡", "韦明明"),
        ("村民韦明明，家住甲处。", "甲", "韦明明"),
        ("村民韦明明，家住乡下。甲处修路。", "甲", ""),
        ("村民韦明明，家住乡下\n甲处修路", "甲", ""),
    ],
    ids=["row", "household", "goods", "form", "sentence", "next-sentence", "next-line"],
)
def test_beside_means_the_same_row_form_or_sentence(text: str, sign: str, name: str) -> None:
    """Another row of a list, the next sentence and the next line are about somebody else."""
    scan = scan_of(text)

    assert name_beside(scan, scan.text.index(sign)) == name
