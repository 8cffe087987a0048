"""The files of open data: all records and each kind as JSON and as CSV, and one JSON file a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from publicity.content.corpus import Page
from publicity.enrich.entries import KIND_LABELS
from publicity.enrich.plain import plain
from publicity.explain import class_in
from publicity.model import KINDS
from publicity.model.citation import cite
from publicity.model.disclosure_tables import DisclosureTables
from publicity.model.fields import Choice, LegalBasis
from publicity.model.record import Record
from publicity.outputs.artefact import Artefact
from publicity.outputs.csv_file import render_csv
from publicity.outputs.open_data import (
    ROOT,
    list_record,
    publish_file,
    publish_record,
    record_uri,
    render_json,
    render_rows,
)
from publicity.outputs.open_data_shapes import (
    CollectionHead,
    Computed,
    KindFiles,
    Listed,
    PublishedRecord,
    RecordListHead,
)
from publicity.project import Project

LIST_JSON, LIST_CSV = f"{ROOT}records.json", f"{ROOT}records.csv"
MODELS: dict[str, type[Record]] = {kind: model for kind, model in KINDS.items() if issubclass(model, Record)}
# Of what is reckoned, the columns beside the typed fields of a kind.
RECKONED = ("kind_name", "category_title", "mark", "address", "short_address")
JOINER = "；"


def kind_uri(kind: str, ending: str) -> str:
    """The file of one kind, relative to the site."""
    return f"{ROOT}kinds/{kind}.{ending}"


# What readers are offered to download, with its size.
COLLECTIONS = (LIST_CSV, LIST_JSON, *(kind_uri(kind, ending) for kind in MODELS for ending in ("csv", "json")))

Pairs = list[tuple[Page, Record]]


def make_open_data(project: Project) -> Iterator[Artefact]:
    """The list of all, then every kind, also those without a record: the addresses stay the same."""
    records = _by_serial(project)
    yield Artefact(LIST_JSON, render_rows(_head(project), _listed(project, records)))
    yield Artefact(LIST_CSV, render_list_csv(_listed(project, records)))
    for kind in MODELS:
        own = [pair for pair in records if pair[1].kind == kind]
        head = CollectionHead(kind=kind, title=KIND_LABELS[kind], count=len(own))
        yield Artefact(kind_uri(kind, "json"), render_rows(head, _published(project, own)))
        yield Artefact(kind_uri(kind, "csv"), render_kind_csv(kind, _published(project, own, files=False)))


def make_record_files(project: Project) -> Iterator[Artefact]:
    """One file a record, with its text."""
    for page, record in _by_serial(project):
        yield Artefact(record_uri(record), render_json(publish_file(project, page, record)))


def render_list_csv(listed: Iterable[Listed]) -> bytes:
    """One line a record, for office programs: without what only programs follow."""
    names = [name for name in Listed.model_fields if name not in ("kind", "data")]
    heads = [Listed.model_fields[name].title or name for name in names]
    return render_csv(heads, ([_cell(getattr(one, name)) for name in names] for one in listed))


def render_kind_csv(kind: str, records: Iterable[PublishedRecord]) -> bytes:
    """One line a record under the Chinese names of the fields; lists in one cell, the statutory tables not at all."""
    columns = {name: field for name, field in MODELS[kind].model_fields.items() if not _is_tables(field.annotation)}
    heads = [field.title or name for name, field in columns.items()]
    heads += [Computed.model_fields[name].title or name for name in RECKONED]
    rows = (
        [
            *(_cell(getattr(one.record, name, None)) for name in columns),
            *(_cell(getattr(one.computed, name)) for name in RECKONED),
        ]
        for one in records
    )
    return render_csv(heads, rows)


def _by_serial(project: Project) -> Pairs:
    return sorted(project.corpus.records, key=lambda pair: pair[1].serial)


def _listed(project: Project, records: Pairs) -> Iterator[Listed]:
    return (list_record(project, page, record) for page, record in records)


def _published(project: Project, records: Pairs, *, files: bool = True) -> Iterator[PublishedRecord]:
    return (publish_record(project, page, record, files=files) for page, record in records)


def _head(project: Project) -> RecordListHead:
    settings, records = project.settings, [record for _, record in project.corpus.records]
    moments = [record.published_at for record in records if isinstance(record.published_at, datetime)]
    return RecordListHead(
        publisher=settings.town.organ,
        site=settings.public_address("") or None,
        count=len(records),
        newest=max(moments, default=None),
        kinds=tuple(
            KindFiles(
                kind=kind,
                title=KIND_LABELS[kind],
                count=sum(record.kind == kind for record in records),
                json_file=kind_uri(kind, "json").removeprefix(ROOT),
                csv_file=kind_uri(kind, "csv").removeprefix(ROOT),
            )
            for kind in MODELS
        ),
    )


def _is_tables(annotation: Any) -> bool:
    return class_in(annotation, DisclosureTables) is not None


def _cell(value: Any) -> str | int:
    """What a person reads in one cell: groups as 名称：值, their items and those of lists one after the other."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, int):
        return "" if value is None else value
    if isinstance(value, tuple | list):
        return JOINER.join(str(_cell(item)) for item in value)
    if isinstance(value, LegalBasis):
        return cite(value) + (f"：{value.says}" if value.says else "")
    if isinstance(value, BaseModel):
        given = ((field.title or name, _cell(getattr(value, name))) for name, field in type(value).model_fields.items())
        return "，".join(f"{title} {text}" for title, text in given if text != "")
    return value.label if isinstance(value, Choice) else str(plain(value))
