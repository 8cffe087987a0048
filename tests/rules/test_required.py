"""What must be published, the fields and the inspection: what their loaders refuse, and what the project's files keep to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from publicity.enrich.inspection import LOOKS
from publicity.errors import RulesError
from publicity.rules import load_rules
from publicity.rules.inspection import load_inspection
from publicity.rules.required import Group, Weight, all_required, load_fields, load_required
from publicity.settings import ColumnType

RULES = load_rules()
ITEM = "required:\n- {id: a, title: 甲, source: 乙, group: platform, weight: law"
FIELD_ITEM = "required:\n- {id: a, title: 甲, source: 乙, group: field, weight: law"
COLUMNS = "columns:\n- {id: a, title: 甲, source: 乙, column_types: [%s]}\n"
REST = "indicators: []\nelements: []\n"


def _required(path: Path) -> Any:
    return load_required(path, "required", RULES.deadlines, RULES.fields)


def _fields(path: Path) -> Any:
    return load_fields(path, RULES.categories)


@pytest.mark.parametrize(
    ("load", "content", "words"),
    [
        (_required, ITEM + ", satisfied_by: [{}]}", ["第1条（a）", "只写一种"]),
        (_required, ITEM + ", satisfied_by: [{page: a.md, kind: annual_report}]}", ["第1条（a）", "只写一种"]),
        (_required, ITEM + ", satisfied_by: [{kind: report}]}", ["没有“report”这个种类"]),
        (_required, ITEM + ", satisfied_by: [{kind: annual_report, when: {repot_kind: [x]}}]}", ["“repot_kind”"]),
        (_required, ITEM + ", satisfied_by: [{kind: procedure_notice, filled: [stairs]}]}", ["“stairs”"]),
        (_required, ITEM + ", satisfied_by: [{settings: [contact.pager]}]}", ["没有“contact.pager”这个设置"]),
        (_required, ITEM + ", satisfied_by: [{page: ../secret.md}]}", ["第1条（a）", "page"]),
        (_required, ITEM + ", freshness: {}}", ["只写一种"]),
        (_required, ITEM + ", freshness: {days: 14, months: 6}}", ["只写一种"]),
        (_required, ITEM + ", freshness: {days: 0}}", ["freshness.days"]),
        (_required, ITEM + ", freshness: {deadline: never}}", ["（a）", "没有每年的期限“never”"]),
        (_required, ITEM + ", freshness: {deadline: budget}}", ["没有每年的期限“budget”"]),
        (_required, ITEM + ", field: employment}", ["group 写 field 的要写 field"]),
        (_required, FIELD_ITEM + "}", ["group 写 field 的要写 field"]),
        (_required, FIELD_ITEM + ", field: hunting}", ["没有公开领域“hunting”"]),
        (_required, ITEM.replace("law", "heavy") + "}", ["第1条（a）", "weight"]),
        (_fields, "fields:\n- {id: a, title: 甲, source: 乙, categories: ['20.16']}", ["（a）", "“20.16”"]),
        (_fields, "fields:\n- {id: a, title: 甲}", ["第1条（a）"]),
        (load_inspection, COLUMNS % "首页" + REST, ["没有写栏目类别"]),
        (load_inspection, COLUMNS % "新闻" + REST, ["第1条（a）", "column_types"]),
        (load_inspection, (COLUMNS % "首页").replace("甲", "甲, length: 3") + REST, ["length 和 unit 要一起写"]),
        (load_inspection, COLUMNS % "首页" + (COLUMNS % "首页").replace("columns:\n- {id: a", "- {id: b") + REST,
         ["（b）", "“首页”出现了不止一次"]),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_by_file_and_entry(
    tmp_path: Path, load: Callable[[Path], Any], content: str, words: list[str]
) -> None:
    """The error names the file, the entry and what is wrong with it."""
    path = tmp_path / "rules.yml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(RulesError) as caught:
        load(path)

    assert [word for word in ("data/rules.yml", *words) if word not in str(caught.value)] == []


def test_an_id_stands_for_one_item_in_all_files(tmp_path: Path) -> None:
    """An item may not take the id of a category, nor of an item in the other file."""
    path = tmp_path / "rules.yml"
    path.write_text(ITEM.replace("id: a", "id: '20.7'") + "}", encoding="utf-8")

    with pytest.raises(RulesError, match=r"20\.7.*不止一次"):
        all_required(RULES.categories, _required(path))


def test_every_list_of_the_law_is_there() -> None:
    """Article 20 and 21, the blocks of the platform, before and after enforcement, and the thirteen fields."""
    groups = {group: [one.id for one in RULES.required.values() if one.group is group] for group in Group}

    assert len(groups[Group.ARTICLE_20]) == 15
    assert len(groups[Group.ARTICLE_21]) == 8
    assert {"guide", "institutions", "statutory-content", "disclosure-annual", "application"} <= set(
        groups[Group.PLATFORM]
    )
    assert len(groups[Group.BEFORE]) == 8
    assert {"decisions-licence-penalty", "decisions-other", "enforcement-figures"} == set(groups[Group.AFTER])
    assert len(RULES.fields) == 13


def test_what_was_read_second_hand_is_not_verified() -> None:
    """No item that other places keep, no field and no indicator of the inspection is told as the law's own words."""
    loose = [one.id for one in RULES.required.values() if one.weight is Weight.PRACTICE and one.verified]
    told = [one.id for one in (*RULES.fields.values(), *RULES.inspection.indicators) if one.verified]

    assert (loose, told) == ([], [])


def test_every_column_type_has_its_age() -> None:
    """Two weeks for home and news, six months for documents; of the others only that they are not blank."""
    ages = {name: RULES.inspection.columns[name].span_words for name in get_args(ColumnType)}

    assert {name: age for name, age in ages.items() if age} == {
        "首页": "14日",
        "工作动态": "14日",
        "政策文件": "6个月",
    }


def test_every_indicator_is_looked_at_by_someone() -> None:
    """The program, the people, or the portal; and no look is left without its indicator."""
    known = {one.id for one in RULES.inspection.indicators}

    assert [one.id for one in RULES.inspection.indicators if not (one.portal or one.manual or one.id in LOOKS)] == []
    assert set(LOOKS) <= known
    assert [one.id for one in RULES.inspection.indicators if one.portal and one.id in LOOKS] == []
