"""The field tables of CONTRIBUTING.md, from the same classes that check the fields."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from publicity.explain import class_in
from publicity.model import KINDS
from publicity.model.disclosure_tables import DisclosureTables
from publicity.model.fields import PENDING, Choice
from publicity.model.record import Record

# The first that fits: a moment is also a day, and true is also a number.
SORTS: tuple[tuple[Any, str], ...] = (
    (bool, "`true` 是、`false` 否"),
    (datetime, "日期加时间，如 2026-04-20 09:30"),
    (date, "日期，如 2026-04-20"),
    (int, "数"),
    (Decimal, "数"),
)
KIND_TITLES = {
    "page": "普通页面 page",
    "annual_report": "报告 annual_report",
    "disclosure_item": "主动公开事项 disclosure_item",
    "normative_document": "行政规范性文件 normative_document",
    "enforcement_item": "执法事项 enforcement_item",
    "procedure_notice": "执法程序 procedure_notice",
    "enforcement_result": "执法结果 enforcement_result",
    "publicity_event": "普法日程 publicity_event",
    "notice_board": "宣传栏 notice_board",
}


def render_field_tables() -> str:
    """One table for what all records share, one a kind with what it adds or demands, one a group of fields."""
    parts = ["### 各种页面共有的字段\n\n" + _table(Record.model_fields)]
    for kind, model in KINDS.items():
        common = Record.model_fields if issubclass(model, Record) else {}
        own = {name: field for name, field in model.model_fields.items() if _differs(field, common.get(name))}
        parts.append(f"### {KIND_TITLES[kind]}\n\n" + _table(own))
    parts.append("### 成组的字段\n\n有的字段一项里又有几个字段，写法如下。\n")
    for part, used in _groups().items():
        parts.append(f"{'、'.join(used)}：\n\n" + _table(part.model_fields))
    return "\n".join(parts)


def _differs(field: FieldInfo, common: FieldInfo | None) -> bool:
    return common is None or field.is_required() != common.is_required()


def _groups() -> dict[type[BaseModel], list[str]]:
    """Every group of fields, once, with the fields that hold it; the statutory tables are documented by their schema."""
    groups: dict[type[BaseModel], list[str]] = {}
    waiting: list[type[BaseModel]] = list(KINDS.values())
    while waiting:
        for name, field in waiting.pop(0).model_fields.items():
            part = class_in(field.annotation, BaseModel)
            if part is None or part is DisclosureTables:
                continue
            words = f"{field.title}（`{name}`）"
            if part not in groups:
                waiting.append(part)
            if words not in groups.setdefault(part, []):
                groups[part].append(words)
    return groups


def _table(fields: dict[str, FieldInfo]) -> str:
    rows = ["| 字段 | 名称 | 必填 | 写什么 | 例 |", "| --- | --- | --- | --- | --- |"]
    for name, field in fields.items():
        cells = (f"`{name}`", field.title or "", "是" if field.is_required() else "", _explain(field), _example(field))
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _explain(field: FieldInfo) -> str:
    choice = class_in(field.annotation, Choice)
    words = [field.description] if field.description else []
    if choice is not None:
        words.append("、".join(f"`{member.value}` {member.label}" for member in choice))
    words.append(_kind(field.annotation))
    if PENDING in str(field.annotation):
        words.append(f"没有人提供时写“{PENDING}”")
    if field.default not in (None, PydanticUndefined, ()):
        words.append(f"不写时为 `{field.default}`")
    return "；".join(word for word in words if word)


def _kind(annotation: Any) -> str:
    """What sort of value, in a clerk's words; nothing for plain text."""
    if _is_list(annotation):
        inside = "每项一组字段，见下面“成组的字段”" if class_in(annotation, BaseModel) else "每项一行文字"
        return f"列表，每项以“- ”开头，{inside}"
    if class_in(annotation, DisclosureTables):
        return ""
    if class_in(annotation, BaseModel):
        return "一组字段，见下面“成组的字段”"
    return next((words for sort, words in SORTS if class_in(annotation, sort)), "")


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(argument) for argument in get_args(annotation))


def _example(field: FieldInfo) -> str:
    return f"`{field.examples[0]}`" if field.examples else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;")
