"""The field tables of CONTRIBUTING.md, written between two marks."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from publicity.errors import PublicityError
from publicity.explain import class_in
from publicity.model import KINDS
from publicity.model.fields import PENDING, Choice
from publicity.model.record import Record

BEGIN, END = "<!-- 字段表：由 make generate 生成，请勿手改 -->", "<!-- 字段表结束 -->"
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


def insert_field_tables(contributing: str) -> str:
    """CONTRIBUTING.md with the tables between the marks renewed."""
    if BEGIN not in contributing or END not in contributing:
        raise PublicityError(f"CONTRIBUTING.md 里缺少字段表的起止标记：{BEGIN} … {END}")
    before, _, rest = contributing.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{render_field_tables()}\n{END}{after}"


def render_field_tables() -> str:
    """One table for what all records share, then one a kind with what it adds or demands."""
    parts = ["### 各种页面共有的字段\n\n" + _table(Record, Record.model_fields)]
    for kind, model in KINDS.items():
        common = Record.model_fields if issubclass(model, Record) else {}
        own = {name: field for name, field in model.model_fields.items() if _differs(field, common.get(name))}
        parts.append(f"### {KIND_TITLES[kind]}\n\n" + _table(model, own))
        parts += [f"{title}里每项的字段：\n\n" + _table(part, part.model_fields) for title, part in _parts(own)]
    return "\n".join(parts)


def _differs(field: FieldInfo, common: FieldInfo | None) -> bool:
    return common is None or field.is_required() != common.is_required()


def _parts(fields: dict[str, FieldInfo]) -> list[tuple[str, type[BaseModel]]]:
    """The groups inside list fields, one level deep (the statutory tables are documented by their schema)."""
    found = [
        (field.title or name, class_in(field.annotation, BaseModel))
        for name, field in fields.items()
        if name != "tables"
    ]
    return [(title, part) for title, part in found if part is not None]


def _table(model: type[BaseModel], fields: dict[str, FieldInfo]) -> str:
    rows = ["| 字段 | 名称 | 必填 | 写什么 | 例 |", "| --- | --- | --- | --- | --- |"]
    for name, field in fields.items():
        cells = (f"`{name}`", field.title or "", "是" if field.is_required() else "", _explain(field), _example(field))
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _explain(field: FieldInfo) -> str:
    words = [field.description] if field.description else []
    choice = class_in(field.annotation, Choice)
    if choice is not None and not field.description:
        words.append("、".join(f"`{member.value}` {member.label}" for member in choice))
    elif (kind := _kind(field.annotation)) and not field.description:
        words.append(kind)
    if _may_be_pending(field.annotation):
        words.append(f"没有人提供时写“{PENDING}”")
    return "；".join(words)


def _kind(annotation: Any) -> str:
    text = str(annotation)
    if "datetime" in text:
        return "日期加时间"
    if "date" in text:
        return "日期"
    if annotation is bool:
        return "true 是、false 否"
    if re.search(r"\btuple\b", text):
        return "列表"
    if "int" in text or "Decimal" in text:
        return "数"
    return ""


def _may_be_pending(annotation: Any) -> bool:
    return PENDING in str(annotation)


def _example(field: FieldInfo) -> str:
    if field.examples:
        return f"`{field.examples[0]}`"
    if field.default not in (None, PydanticUndefined, ()) and not isinstance(field.default, Choice):
        return f"不写时为 `{field.default}`"
    return ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;")
