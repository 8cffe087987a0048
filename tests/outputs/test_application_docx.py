"""The blank application as a Word file: the same fields as the page, and equal bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from conftest import ORGAN, TOWN
from docx import Document

from publicity.outputs.application_docx import render_application
from publicity.outputs.application_form import BLANK, GROUPS, addressee, how
from publicity.settings import Town, parse_town

FIELDS = [field for group in GROUPS for field in group.fields]


def town(**contact: str) -> Town:
    return parse_town(TOWN | {"contact": contact}, "mkdocs.yml")


def opened(**contact: str) -> Any:
    return Document(io.BytesIO(render_application(town(**contact))))


def test_every_field_has_a_row_with_its_boxes() -> None:
    """In the order of the form; nothing is filled in."""
    rows = [[cell.text for cell in row.cells] for row in opened().tables[0].rows]
    written = {row[0]: row[1] for row in rows if row[0] != row[1]}

    assert list(written) == [field.label for field in FIELDS]
    for field in FIELDS:
        assert written[field.label].count("□") == len(field.options)
        assert all(option.text in written[field.label] for option in field.options)


def test_it_is_addressed_to_the_organ() -> None:
    """The settings say to whom; what they do not say is a blank to write on, never invented."""
    unknown = [one.text for one in opened().paragraphs]
    known = [one.text for one in opened(office="党政办公室", address="某街1号").paragraphs]

    assert f"致：{ORGAN}{BLANK}（政府信息公开工作机构）" in unknown
    assert f"地址：{BLANK}" in unknown
    assert f"致：{ORGAN}党政办公室" in known
    assert "地址：某街1号" in known
    assert addressee(town(office="党政办公室")) == (f"{ORGAN}党政办公室", f"地址：{BLANK}")


def test_the_bytes_are_the_same_and_tell_nothing_of_the_maker() -> None:
    """No author, no time of day, no picture of the template's."""
    first, second = render_application(town()), render_application(town())

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in archive.read("docProps/core.xml")
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_the_form_asks_what_the_regulation_asks() -> None:
    """Three items of art. 29(2); only what may stay empty has no complaint; complaints name fields that are there."""
    names = [field.name for field in FIELDS]

    assert [group.basis[-3:] for group in GROUPS] == ["第一项", "第二项", "第三项"]
    assert [field.name for field in FIELDS if not field.missing] == ["number", "person"]
    assert len(set(names)) == len(names)
    assert {name for field in FIELDS for name in field.instead} <= set(names)
    assert {option.needs for field in FIELDS for option in field.options if option.needs} == {"address", "email"}
    assert [field.name for field in FIELDS if field.private] == ["number"]


def test_each_field_says_whether_it_must_be_filled() -> None:
    """Beside its label, and on paper in one sentence."""
    asked = {field.name: field.asked for field in FIELDS}

    assert (asked["name"], asked["form"], asked["person"], asked["mark"]) == (
        "必填", "必填", "可以不写", "三样至少写一样",
    )  # fmt: skip
    assert asked["address"] == "三样至少写一样，要邮寄时写这一样"
    assert {field.name for field in FIELDS if field.when} == {
        option.needs for field in FIELDS for option in field.options if option.needs
    }
    assert how() in [one.text for one in opened().paragraphs]
    assert how() == (
        "填写说明：联系电话、通信地址、电子邮箱至少写一样；信息的名称、文号、内容和其他特征至少写一样；"
        "证件号码、联系人可以不写；其余都要写。"
    )
