"""Every mistake a clerk can make in front matter is told in Chinese: which field, what was expected, what to do."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from publicity.explain import Explained, explain_errors, label_of
from publicity.model import KINDS, AnnualReport, DisclosureItem, EnforcementItem, NoticeBoard, ProcedureNotice

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Words of Pydantic that must never reach a clerk.
ENGLISH = re.compile(
    r"Input should|Field required|Value error|valid string|Extra inputs|permitted|unable to parse", re.IGNORECASE
)

ITEM: dict[str, Any] = {
    "kind": "disclosure_item",
    "title": "标题",
    "serial": "2026-00001",
    "issuing_organ": "待核定",
    "formed_on": "待核定",
    "published_at": "待核定",
    "category": "20.15",
}
BASES = [{"statute": "城乡规划法", "article": "65"}]
POWER: dict[str, Any] = {
    "kind": "enforcement_item",
    "title": "标题",
    "serial": "2026-00001",
    "power_kind": "other",
    "verified": "false",
    "legal_bases": BASES,
    "implementing_organ": "乡、镇人民政府",
    "applies_to": "建设单位",
    "time_limit": "待核定",
}
STEPS = [{"id": "a", "name": "甲", "actor": "镇", "action": "办", "time_limit": "待核定"}]
PROCEDURE: dict[str, Any] = {
    "kind": "procedure_notice",
    "title": "标题",
    "serial": "2026-00001",
    "verified": "false",
    "applies_to": "建设单位",
    "legal_bases": BASES,
    "steps": STEPS,
}
REPORT: dict[str, Any] = {
    "kind": "annual_report",
    "title": "标题",
    "serial": "2026-00001",
    "report_kind": "rule_of_law",
    "year": "2025",
}
BOARD: dict[str, Any] = {
    "kind": "notice_board",
    "title": "标题",
    "serial": "2026-00001",
    "number": "1",
    "board_kind": "待核定",
    "location": "待核定",
    "keeper": "待核定",
    "update_cycle": "待核定",
}
FACT = {"label": "甲", "value": "1", "unit": "人", "section": "a"}


def explained(values: dict[str, Any]) -> list[Explained]:
    model: type[BaseModel] = KINDS[values["kind"]]
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    return list(explain_errors(caught.value, model))


def without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


@pytest.mark.parametrize("values", [ITEM, POWER, PROCEDURE, REPORT, BOARD], ids=lambda one: one["kind"])
def test_the_samples_are_right(values: dict[str, Any]) -> None:
    """What the other tests break is whole to begin with."""
    assert KINDS[values["kind"]].model_validate(values).title == "标题"


CASES: list[tuple[dict[str, Any], str, str, str]] = [
    # missing
    (without(ITEM, "title"), "title", "缺少必填字段 title（标题）", "待核定"),
    (without(POWER, "legal_bases"), "legal_bases", "缺少必填字段 legal_bases（法律依据）", ""),
    (
        POWER | {"legal_bases": [{"article": "1"}]},
        "legal_bases.0.statute",
        "缺少必填字段 statute（法律依据 第1项 法律法规名称）",
        "",
    ),
    (REPORT | {"facts": [without(FACT, "value")]}, "facts.0.value", "缺少必填字段 value（主要数据 第1项 数值）", ""),
    # blank
    (ITEM | {"title": None}, "title", "标题（title）是空的", "待核定"),
    (ITEM | {"title": ""}, "title", "标题（title）的值“”不对", "至少1个字"),
    (ITEM | {"title": "  "}, "title", "标题（title）", "至少1个字"),
    # unknown
    (ITEM | {"titel": "x"}, "titel", "不认识的字段“titel”", "“title”"),
    (ITEM | {"publish_at": "x"}, "publish_at", "不认识的字段“publish_at”", "“published_at”"),
    (ITEM | {"Title": "x"}, "Title", "不认识的字段“Title”", "“title”"),
    (ITEM | {"发布时间": "x"}, "发布时间", "不认识的字段“发布时间”", "“published_at”"),
    (ITEM | {"文号": "x"}, "文号", "不认识的字段“文号”", "“document_number”"),
    (ITEM | {"zzzz": "x"}, "zzzz", "不认识的字段“zzzz”", "请删去这一行"),
    (
        ITEM | {"attachments": [{"file": "a.pdf", "title": "甲", "name": "x"}]},
        "attachments.0.name",
        "不认识的字段“name”",
        "title",
    ),
    (POWER | {"legal_bases": [{"statute": "甲法", "条": "1"}]}, "legal_bases.0.条", "不认识的字段“条”", "“article”"),
    (REPORT | {"facts": [FACT | {"pending": "x"}]}, "facts.0.pending", "不认识的字段“pending”", ""),
    # text
    (ITEM | {"title": ["甲"]}, "title", "标题（title）不对", "一段文字"),
    (ITEM | {"title": {"甲": "乙"}}, "title", "标题（title）不对", "一段文字"),
    (ITEM | {"title": "长" * 121}, "title", "标题（title）", "不超过120个字"),
    (ITEM | {"title": "甲<b>乙"}, "title", "有尖括号", "书名号"),
    (ITEM | {"summary": "长" * 121}, "summary", "内容概述（summary）", "不超过120个字"),
    (ITEM | {"index_number": ["甲"]}, "index_number", "索引号（index_number）不对", "一段文字"),
    # closed lists
    (
        ITEM | {"validity": "有效"},
        "validity",
        "文件有效性（validity）的值“有效”不对",
        "in_force（有效）、amended（修改）、repealed（废止）、expired（失效）",
    ),
    (POWER | {"power_kind": "罚款"}, "power_kind", "职权类别（power_kind）的值“罚款”不对", "penalty（行政处罚）"),
    (POWER | {"power_kind": ["penalty"]}, "power_kind", "职权类别（power_kind）不对", "penalty（行政处罚）"),
    (
        BOARD | {"update_cycle": "每季度"},
        "update_cycle",
        "更新周期（update_cycle）的值“每季度”不对",
        "quarterly（每季度）",
    ),
    # dates
    (ITEM | {"formed_on": "2026年4月1日"}, "formed_on", "日期写法不对", "2026-04-20"),
    (ITEM | {"formed_on": "2026-4-1"}, "formed_on", "日期写法不对", "补足两位"),
    (ITEM | {"formed_on": "20260401"}, "formed_on", "日期写法不对", "2026-04-20"),
    (ITEM | {"formed_on": "2026-02-30"}, "formed_on", "没有这一天", "日历上有的日期"),
    (ITEM | {"formed_on": "2025-02-29"}, "formed_on", "没有这一天", "日历上有的日期"),
    (ITEM | {"formed_on": ["2026-04-01"]}, "formed_on", "成文日期（formed_on）不对", ""),
    (ITEM | {"published_at": "2026-04-01"}, "published_at", "时间写法不对", "2026-04-20 09:30"),
    (ITEM | {"published_at": "2026-04-01 9:30"}, "published_at", "时间写法不对", "2026-04-20 09:30"),
    (ITEM | {"published_at": "2026-04-31 09:30"}, "published_at", "没有这一时刻", "日历上有的"),
    (ITEM | {"published_at": "2026-04-30 24:30"}, "published_at", "没有这一时刻", "日历上有的"),
    # patterns
    (ITEM | {"serial": "2026-1"}, "serial", "流水号（serial）的值“2026-1”不对", "如 2026-00012"),
    (ITEM | {"category": "第二十条"}, "category", "公开类别（category）的值“第二十条”不对", "20.15"),
    (
        ITEM | {"attachments": [{"file": "../a.pdf", "title": "甲"}]},
        "attachments.0.file",
        "附件 第1项 文件（file）",
        "attachments/2026-00012-1.pdf",
    ),
    (
        ITEM | {"attachments": [{"file": "公告.pdf", "title": "甲"}]},
        "attachments.0.file",
        "附件 第1项 文件（file）",
        "attachments/2026-00012-1.pdf",
    ),
    (
        PROCEDURE | {"steps": [STEPS[0] | {"id": "甲"}]},
        "steps.0.id",
        "步骤 第1项 标识（id）的值“甲”不对",
        "符合规定的写法",
    ),
    # numbers
    (
        POWER | {"legal_bases": [{"statute": "甲法", "article": "六十五"}]},
        "legal_bases.0.article",
        "法律依据 第1项 条（article）的值“六十五”不对",
        "一个整数",
    ),
    (
        POWER | {"legal_bases": [{"statute": "甲法", "article": "0"}]},
        "legal_bases.0.article",
        "条（article）的值“0”不对",
        "不小于 1",
    ),
    (REPORT | {"year": "二〇二五"}, "year", "报告年度（year）的值“二〇二五”不对", "一个整数"),
    (REPORT | {"year": "2101"}, "year", "报告年度（year）的值“2101”不对", "不大于 2100"),
    (REPORT | {"year": "9" * 5000}, "year", "报告年度（year）", ""),
    (
        REPORT | {"facts": [FACT | {"value": "约170"}]},
        "facts.0.value",
        "主要数据 第1项 数值（value）的值“约170”不对",
        "一个数，如 12",
    ),
    (REPORT | {"facts": [FACT | {"value": "NaN"}]}, "facts.0.value", "主要数据 第1项 数值（value）的值“NaN”不对", ""),
    (REPORT | {"facts": [FACT | {"value": "1e999999999"}]}, "facts.0.value", "数值（value）", ""),
    (POWER | {"verified": "没有"}, "verified", "已经本机关核定（verified）的值“没有”不对", "true（是）或 false（否）"),
    # lists and groups
    (POWER | {"conditions": "一句话"}, "conditions", "行使条件（conditions）的值“一句话”不对", "“- ”开头"),
    (POWER | {"legal_bases": []}, "legal_bases", "法律依据（legal_bases）", "至少 1 项"),
    (POWER | {"legal_bases": "城乡规划法"}, "legal_bases", "法律依据（legal_bases）", "“- ”开头"),
    (POWER | {"legal_bases": ["城乡规划法"]}, "legal_bases.0", "法律依据 第1项", "一组“字段: 值”"),
    (POWER | {"legal_bases": {"statute": "城乡规划法"}}, "legal_bases", "法律依据（legal_bases）", "“- ”开头"),
    # whole pages
    (PROCEDURE | {"steps": STEPS * 2}, "", "步骤标识重复", "“a”出现了不止一次"),
    (PROCEDURE | {"steps": [STEPS[0] | {"next": [{"to": "z"}]}]}, "", "去向不存在", "“z”不存在"),
]


@pytest.mark.parametrize(
    ("values", "field", "message", "cure"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_mistake_is_explained(values: dict[str, Any], field: str, message: str, cure: str) -> None:
    """Each mistake is one explanation: the place, the field's Chinese name, the value, and what to write instead."""
    found = explained(values)

    assert [one.field for one in found] == [field]
    assert message in found[0].message
    assert cure in found[0].cure
    assert CHINESE.search(found[0].cure)
    assert not ENGLISH.search(found[0].message + found[0].cure)


def test_a_place_in_a_list_is_not_shown_as_a_bare_number() -> None:
    """Clerks count from one and do not know indexes: no message says （0）."""
    (one,) = explained(POWER | {"legal_bases": ["城乡规划法"]})

    assert "（0）" not in one.message


def test_a_short_list_of_wrong_items_is_said_by_its_items() -> None:
    """When the only item is wrong, the item is the news, not the length of the list."""
    found = explained(POWER | {"legal_bases": [{"article": "x"}]})

    assert sorted(one.field for one in found) == ["legal_bases.0.article", "legal_bases.0.statute"]


def test_long_numbers_are_masked() -> None:
    """A number that may be somebody's never returns in a message."""
    (one,) = explained(ITEM | {"serial": "522732199001011234"})

    assert "522732199001011234" not in one.message
    assert "522***" in one.message


def test_long_values_are_cut() -> None:
    """A long wrong value is shown by its beginning."""
    (one,) = explained(ITEM | {"serial": "甲" * 500})

    assert len(one.message) < 80


@pytest.mark.parametrize(
    ("model", "place", "words"),
    [
        (DisclosureItem, ("title",), "标题"),
        (EnforcementItem, ("legal_bases", 1, "article"), "法律依据 第2项 条"),
        (ProcedureNotice, ("steps", 0, "basis", 2, "statute"), "步骤 第1项 依据 第3项 法律法规名称"),
        (AnnualReport, ("tables", "applications", "results", "refused", "safety", "total"),
         "法定统计表 三、收到和处理政府信息公开申请情况 三、本年度办理结果 （三）不予公开 3.危及“三安全一稳定” 总计"),
        (NoticeBoard, ("updates", 0, "nothing"), "更新记录 第1项 nothing"),
        (DisclosureItem, (), ""),
    ],
)  # fmt: skip
def test_a_field_is_called_by_its_chinese_name(
    model: type[BaseModel], place: tuple[str | int, ...], words: str
) -> None:
    """The label walks down to the field, through lists and groups."""
    assert label_of(model, place) == words


def test_a_missing_figure_of_the_tables_is_named() -> None:
    """The field ``pending`` of the statutory tables is a field like any other."""
    outcomes = {"upheld": "0", "corrected": "0", "other": "0", "total": "0"}
    tables = {"disputes": {"reconsideration": outcomes}}
    found = explained(REPORT | {"report_kind": "disclosure_annual", "tables": tables})

    assert "tables.disputes.reconsideration.pending" in [one.field for one in found]
