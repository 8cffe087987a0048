"""The open data described for programs: OpenAPI 3.1, its schemas made from the classes that the files are made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import models_json_schema

from publicity.model.fields import DAY, MOMENT, SERIAL
from publicity.outputs.artefact import Artefact
from publicity.outputs.open_data import ROOT
from publicity.outputs.open_data_catalog import CATALOG, COPYRIGHT
from publicity.outputs.open_data_files import LIST_CSV, LIST_JSON, MODELS
from publicity.outputs.open_data_shapes import Collection, RecordFile, RecordList
from publicity.outputs.schemas import explained
from publicity.project import Project

URI = f"{ROOT}openapi.json"
SHAPES = (RecordList, Collection, RecordFile)
# As front matter writes days and moments → as JSON does.
TIMES = {DAY: "date", MOMENT: "date-time"}
PATH_PARAMETERS = {
    "serial": {"description": "流水号", "schema": {"type": "string", "pattern": SERIAL}},
    "kind": {"description": "种类", "schema": {"type": "string", "enum": list(MODELS)}},
}


def make_openapi(project: Project) -> Iterator[Artefact]:
    """One file; addresses in it count from itself, so that it holds wherever the site stands."""
    text = json.dumps(build_openapi(project.settings.town.organ), ensure_ascii=False, separators=(",", ":"))
    yield Artefact(URI, f"{text}\n".encode())


def build_openapi(organ: str) -> dict[str, Any]:
    """The whole description, as JSON values."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{organ}开放数据",
            "version": "1",
            "description": "本站发布的记录，以文件提供，只能读取，不用登记。日期是北京时间。"
            f"没有人提供的事实写“待核定”，没有填的是 null。{COPYRIGHT}",
        },
        "servers": [{"url": "./"}],
        "paths": _paths(),
        "components": {"schemas": schemas()},
    }


def schemas() -> dict[str, Any]:
    """By name, everything that a file may hold."""
    _, made = models_json_schema(
        [(shape, "serialization") for shape in SHAPES], ref_template="#/components/schemas/{model}"
    )
    definitions: dict[str, Any] = made["$defs"]
    found: dict[str, Any] = _timed(explained(definitions, definitions, SHAPES))
    return dict(sorted(found.items()))


def _paths() -> dict[str, Any]:
    csv = {"text/csv": {"schema": {"type": "string"}}}
    link = {"application/ld+json": {"schema": {"type": "object"}}}
    return {
        _path(LIST_JSON): _get("listRecords", "全部记录的清单", _json("RecordList")),
        _path(LIST_CSV): _get("listRecordsAsTable", "全部记录的清单，可以用 Excel 打开", csv),
        "/records/{serial}.json": _get("readRecord", "一条记录，连同正文", _json("RecordFile"), "serial"),
        "/kinds/{kind}.json": _get("listKind", "一个种类的全部记录", _json("Collection"), "kind"),
        "/kinds/{kind}.csv": _get("listKindAsTable", "一个种类的全部记录，可以用 Excel 打开", csv, "kind"),
        _path(CATALOG): _get("readCatalog", "数据目录（DCAT）", link),
    }


def _path(uri: str) -> str:
    return f"/{uri.removeprefix(ROOT)}"


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _get(name: str, summary: str, content: dict[str, Any], parameter: str = "") -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "responses": {"200": {"description": summary, "content": content}},
    }
    if parameter:
        operation["parameters"] = [{"name": parameter, "in": "path", "required": True, **PATH_PARAMETERS[parameter]}]
        operation["responses"]["404"] = {"description": "没有这一条"}
    return {"get": operation}


def _timed(value: Any) -> Any:
    """Days and moments are written otherwise than in front matter."""
    if isinstance(value, list):
        return [_timed(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("pattern") in TIMES:
        rest = {key: item for key, item in value.items() if key not in ("pattern", "examples")}
        return {**rest, "format": TIMES[value["pattern"]]}
    return {key: _timed(item) for key, item in value.items()}
