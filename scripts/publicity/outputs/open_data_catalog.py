"""The open data described for other catalogues: DCAT 3 (W3C) as JSON-LD. Addresses in it count from the file itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from publicity.enrich.entries import KIND_LABELS
from publicity.enrich.selecting import day_of
from publicity.model.record import Record
from publicity.outputs.artefact import Artefact
from publicity.outputs.endings import ending_of
from publicity.outputs.open_data import ROOT
from publicity.outputs.open_data_files import LIST_CSV, LIST_JSON, MODELS, kind_uri
from publicity.project import Project

CATALOG = f"{ROOT}catalog.jsonld"
COPYRIGHT = (
    "法律、法规，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，不适用著作权法（著作权法第五条第一项）。"
    "照片、图画和其他作品可能有著作权，怎样许可：待核定。"
)
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FORMS = ("json", "csv")
IANA = "https://www.iana.org/assignments/media-types/"
# As DCAT asks: the language by its ISO 639-1 name at the Library of Congress.
CHINESE = {"@id": "http://id.loc.gov/vocabulary/iso639-1/zh"}


def make_catalog(project: Project) -> Iterator[Artefact]:
    """One file."""
    text = json.dumps(build_catalog(project), ensure_ascii=False, separators=(",", ":"))
    yield Artefact(CATALOG, f"{text}\n".encode())


def build_catalog(project: Project) -> dict[str, Any]:
    """The catalogue, as JSON values: all records as one data set, and each kind that has records as another."""
    records = [record for _, record in project.corpus.records]
    datasets = [_dataset(project, "all", "全部记录", (LIST_JSON, LIST_CSV), records)]
    for kind in MODELS:
        if own := [record for record in records if record.kind == kind]:
            files = (kind_uri(kind, "json"), kind_uri(kind, "csv"))
            datasets.append(_dataset(project, kind, KIND_LABELS[kind], files, own))
    return {
        "@context": CONTEXT,
        "@id": "#catalog",
        "@type": "dcat:Catalog",
        **_told(f"{project.settings.town.organ}开放数据", records),
        "dcterms:publisher": _publisher(project),
        "dcterms:language": CHINESE,
        "dcterms:rights": _rights(),
        "dcat:dataset": datasets,
    }


def _dataset(project: Project, name: str, title: str, files: tuple[str, str], records: list[Record]) -> dict[str, Any]:
    return {
        "@id": f"#{name}",
        "@type": "dcat:Dataset",
        **_told(title, records),
        "dcterms:identifier": name,
        "dcterms:description": _chinese(f"{project.settings.town.organ}发布的{title}，{len(records)} 条。"),
        "dcterms:publisher": {"@id": "#publisher"},
        "dcterms:language": CHINESE,
        "dcterms:rights": {"@id": "#rights"},
        "dcat:distribution": [
            _distribution(f"{name}-{form}", uri, form.upper(), ending_of(uri).media_type)
            for uri, form in zip(files, FORMS, strict=True)
        ],
    }


def _distribution(name: str, uri: str, form: str, media_type: str) -> dict[str, Any]:
    here = {"@id": uri.removeprefix(ROOT)}
    return {
        "@id": f"#{name}",
        "@type": "dcat:Distribution",
        "dcterms:title": _chinese(form),
        "dcat:accessURL": here,
        "dcat:downloadURL": here,
        "dcat:mediaType": {"@id": f"{IANA}{media_type}"},
        "dcterms:rights": {"@id": "#rights"},
    }


def _told(title: str, records: list[Record]) -> dict[str, Any]:
    """The title, and the first and the last day on which something was published; nothing where no day is known."""
    days = sorted(filter(None, (day_of(record.published_at) for record in records)))
    known = {"dcterms:issued": _day(days[0]), "dcterms:modified": _day(days[-1])} if days else {}
    return {"dcterms:title": _chinese(title), **known}


def _publisher(project: Project) -> dict[str, Any]:
    return {"@id": "#publisher", "@type": "foaf:Organization", "foaf:name": _chinese(project.settings.town.organ)}


def _rights() -> dict[str, Any]:
    return {"@id": "#rights", "@type": "dcterms:RightsStatement", "rdfs:label": _chinese(COPYRIGHT)}


def _chinese(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh-CN"}


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
