"""Where somebody lives, their household register, and the papers of their house and land."""

from __future__ import annotations

import pytest
from personal import B, Told, W, table, told

ADDRESS, HOUSEHOLD, PROPERTY = "home_address", "household", "property"


@pytest.mark.parametrize(
    "text",
    [
        "户主韦明明，家住高坡村二组。",
        "韦明明，男，现住丰乐村6号。",
        "申请人：韦明明，住址：建设路12号3单元",
        "当事人韦明明，住幸福小区3栋2单元401室。",
        "村民韦明明，住高坡村大寨组。",
        table("姓名 住址", "韦明明 高坡村二组"),
        table("户主 村组 金额", "韦明明 高坡村3组 500"),
    ],
)
def test_an_address_below_the_village_beside_a_name_blocks(text: str) -> None:
    """A group, a house, a building or a room."""
    assert told(text) == [(ADDRESS, B)]


@pytest.mark.parametrize(
    "text",
    [
        "高坡村二组道路硬化工程已经完工。",
        "户主韦某某，家住高坡村二组。",
        "村民韦明明，家住高坡村。",
        "韦明明，男，到镇政府办公楼2号窗口办理。",
        "联系人：韦明明，地址：建设路12号办公大厅",
        table("项目 地点", "道路硬化 高坡村二组"),
        table("姓名 住址", "韦某某 高坡村二组"),
    ],
)
def test_places_without_a_person_and_offices_are_left_alone(text: str) -> None:
    """No full name beside it, no more than the village, or an office's address."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "户口簿编号：123456789",
        "户籍号码 123456789",
        "户号123456",
        "户口号为A123456",
        table("户主 户号", "韦明明 123456789"),
        table("户主 户口簿编号", "韦明明 No.123456789"),
    ],
)
def test_a_household_register_blocks(text: str) -> None:
    """By its label, or by the head of its column."""
    assert told(text) == [(HOUSEHOLD, B)]


@pytest.mark.parametrize(
    "text", ["电表户号123456", "水户号：123456", "户号12345", "共有户口123户", "户籍人口12345678人"]
)
def test_other_numbers_of_households_are_left_alone(text: str) -> None:
    """A meter's number, too short a number, a count."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("权利人韦明明，林权证号1234567", [(PROPERTY, B)]),
        ("韦明明，黔（2020）云岭县不动产权第0001234号", [(PROPERTY, B)]),
        (table("承包方 权证", "韦明明 甲") + "\n\n房权证第123456号", [(PROPERTY, W)]),
        ("黔（2020）云岭县不动产权第0001234号", [(PROPERTY, W)]),
        (table("姓名 林权证", "韦明明 1234567"), [(PROPERTY, B)]),
        ("不动产权证书按照规定办理。", []),
        ("已颁发林权证12本", []),
    ],
)
def test_a_paper_of_house_or_land_blocks_beside_a_name(text: str, expected: Told) -> None:
    """Without a name it warns; the mere word is nothing."""
    assert told(text) == expected
