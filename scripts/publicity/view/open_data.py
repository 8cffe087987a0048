"""开放数据: the files with their sizes, how to open them, and what their fields mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from publicity.enrich.entries import KIND_LABELS
from publicity.explain import class_in
from publicity.model.disclosure_tables import DisclosureTables
from publicity.model.fields import Choice
from publicity.model.record import Record
from publicity.outputs.open_data import ROOT
from publicity.outputs.open_data_catalog import CATALOG, COPYRIGHT
from publicity.outputs.open_data_files import LIST_CSV, LIST_JSON, MODELS, kind_uri
from publicity.outputs.open_data_shapes import Computed
from publicity.outputs.openapi import URI as OPENAPI
from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "open-data/index.md"
HOME = "guide/about.md"


def open_data_page(project: Project) -> Iterator[Generated]:
    """One page, in every site."""
    summary = "本站公布的信息，可以作为表格和数据整份下载。"
    yield Generated(PAGE, "开放数据", "kinds/open-data.html", HOME, lambda: _data(project), summary=summary)


def _data(project: Project) -> dict[str, Any]:
    records = [record for _, record in project.corpus.records]
    counts = {kind: sum(record.kind == kind for record in records) for kind in MODELS}
    return {
        "rows": [
            _row("全部信息的清单", len(records), LIST_CSV, LIST_JSON),
            *(_row(KIND_LABELS[kind], counts[kind], kind_uri(kind, "csv"), kind_uri(kind, "json")) for kind in MODELS),
        ],
        "root": ROOT,
        "openapi": OPENAPI,
        "catalog": CATALOG,
        "copyright": COPYRIGHT,
        "groups": list(_groups()),
    }


def _row(title: str, count: int, table: str, data: str) -> dict[str, Any]:
    return {"title": title, "count": count, "links": [{"uri": table, "kind": "CSV"}, {"uri": data, "kind": "JSON"}]}


def _groups() -> Iterator[dict[str, Any]]:
    """What all records have, what each kind adds, and what the site reckons."""
    yield {"title": "各个种类都有的字段", "rows": list(_fields(Record.model_fields))}
    for kind, model in MODELS.items():
        own = {name: field for name, field in model.model_fields.items() if name not in Record.model_fields}
        if own:
            yield {"title": f"{KIND_LABELS[kind]}（{kind}）", "rows": list(_fields(own))}
    yield {"title": "系统推算的字段（computed）", "rows": list(_fields(Computed.model_fields))}


def _fields(fields: Mapping[str, FieldInfo]) -> Iterator[dict[str, str]]:
    for name, field in fields.items():
        yield {"name": name, "title": field.title or name, "means": _meaning(field)}


def _meaning(field: FieldInfo) -> str:
    """The words a value can be, or the fields of a group; the statutory tables are too many to name."""
    choice, part = class_in(field.annotation, Choice), class_in(field.annotation, BaseModel)
    if choice is not None:
        return "、".join(f"{member.value} {member.label}" for member in choice)
    if part is DisclosureTables:
        return "见接口说明"
    if part is not None:
        return "、".join(f"{name} {inner.title or name}" for name, inner in part.model_fields.items())
    return ""
