"""The three tables of a yearly disclosure report as rows, with the labels that the official form prints."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from publicity.enrich.plain import plain
from publicity.model.disclosure_tables import Applicants, DisclosureTables, Made, Outcomes


@dataclass(frozen=True)
class Row:
    """``level`` 1 stands under the row before it; a row without cells is a heading."""

    label: str
    level: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def statutory_tables(tables: DisclosureTables) -> tuple[Table, ...]:
    """Disclosure of one's own accord (two tables), applications, disputes."""
    counts = [_row(tables.published, name) for name in ("rules", "normative_documents")]
    sums = [_row(tables.published, name) for name in ("licences", "penalties", "coercions", "fees")]
    return (
        Table("主动公开：规章和规范性文件", _titles(Made), tuple(counts)),
        Table("主动公开：许可、处罚、强制和收费", ("数量或金额",), tuple(sums)),
        Table("收到和处理政府信息公开申请情况", _titles(Applicants), tuple(_application_rows(tables.applications, 0))),
        Table(
            "被申请行政复议、提起行政诉讼情况",
            _titles(Outcomes),
            tuple(_row(tables.disputes, name) for name in type(tables.disputes).model_fields),
        ),
    )


def _titles(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.title or name for name, field in model.model_fields.items())


def _row(owner: BaseModel, name: str, level: int = 0) -> Row:
    value = getattr(owner, name)
    label = type(owner).model_fields[name].title or name
    cells = [getattr(value, part) for part in type(value).model_fields] if isinstance(value, BaseModel) else [value]
    return Row(label, level, tuple(str(plain(cell)) for cell in cells))


def _application_rows(group: BaseModel, level: int) -> list[Row]:
    """Groups of grounds become a heading with their rows beneath it."""
    rows: list[Row] = []
    for name, field in type(group).model_fields.items():
        value = getattr(group, name)
        if isinstance(value, Applicants):
            rows.append(_row(group, name, level))
        else:
            rows += [Row(field.title or name, level, ()), *_application_rows(value, level + 1)]
    return rows
