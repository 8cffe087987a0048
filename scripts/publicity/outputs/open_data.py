"""Records → open data: what a reader may see of each, typed, with what the site reckons beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from publicity.clock import SHANGHAI
from publicity.content.corpus import Asset, Page
from publicity.enrich.dues import Due
from publicity.enrich.entries import KIND_LABELS, kind_label, mark_of, public_summary, public_title
from publicity.enrich.withdrawn import is_withdrawn, withdrawal_of
from publicity.model import NoticeBoard
from publicity.model.record import Record, Validity
from publicity.outputs.endings import ending_of
from publicity.outputs.open_data_shapes import (
    Change,
    Computed,
    Listed,
    Offered,
    PublicationDue,
    PublishedRecord,
    RecordFile,
    WithdrawnResult,
)
from publicity.outputs.short_addresses import short_uri
from publicity.project import Project
from publicity.settings import Settings

ROOT = "api/v1/"


def record_uri(record: Record) -> str:
    """The file of one record, relative to the site."""
    return f"{ROOT}records/{record.serial}.json"


def render_json(value: BaseModel) -> bytes:
    """On one line; moments carry the zone of Shanghai, amounts stay text."""
    return f"{_dumps(value)}\n".encode()


def render_rows(head: BaseModel, rows: Iterable[BaseModel]) -> bytes:
    """The same for a file that ends with its ``records``: row by row, so that an archive is never held as objects."""
    return f'{_dumps(head)[:-1]},"records":[{",".join(map(_dumps, rows))}]}}\n'.encode()


def _dumps(value: BaseModel) -> str:
    return json.dumps(value.model_dump(), ensure_ascii=False, separators=(",", ":"), default=_json_value)


def publish_record(project: Project, page: Page, record: Record, *, files: bool = True) -> PublishedRecord:
    """One record as its page shows it, without its text; a table has no room for ``files`` either."""
    computed = _computed(project, page, record, files)
    return PublishedRecord.model_validate({"record": _shown(record), "computed": computed})


def publish_file(project: Project, page: Page, record: Record) -> RecordFile:
    """The same with its text. A preview leaves out a text that must not be published as it stands."""
    known = publish_record(project, page, record)
    lines = None if is_withdrawn(record) else list(page.lines())
    if lines and any(found.blocks for path in {one.path for one in lines} for found in project.findings_at(path)):
        lines = None
    body = "\n".join(line.text for line in lines).strip() if lines is not None else None
    return RecordFile(record=known.record, computed=known.computed, source=page.uri, body=body)


def list_record(project: Project, page: Page, record: Record) -> Listed:
    """One row of the list of all."""
    own: dict[str, Any] = {}
    if not is_withdrawn(record):
        names = ("index_number", "document_number", "issuing_organ", "formed_on", "published_at")
        own = {name: getattr(record, name) for name in names} | {"category_title": _category(project, record)}
    return Listed(
        kind=record.kind,
        kind_name=_kind_name(record),
        serial=record.serial,
        title=public_title(record),
        summary=public_summary(record) or None,
        mark=mark_of(record, project.facts.states),
        address=_address(project.settings, page.url),
        short_address=_address(project.settings, short_uri(record)),
        data=record_uri(record).removeprefix(ROOT),
        **own,
    )


def _address(settings: Settings, uri: str) -> str:
    """The full address; while the site has none, the way from its root."""
    return settings.public_address(uri) or uri


def _json_value(value: Any) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=SHANGHAI).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(value)


def _shown(record: Record) -> Record | WithdrawnResult:
    if (gone := withdrawal_of(record)) is not None:
        return WithdrawnResult(
            kind="enforcement_result",
            serial=record.serial,
            title=public_title(record),
            state="withdrawn",
            withdrawn_on=gone.withdrawn_on,
            reason=gone.reason,
        )
    return record


def _kind_name(record: Record) -> str:
    return KIND_LABELS[record.kind] if is_withdrawn(record) else kind_label(record)


def _category(project: Project, record: Record) -> str | None:
    category = project.rules.categories.get(record.category or "")
    return category.title if category is not None else None


def _computed(project: Project, page: Page, record: Record, files: bool) -> Computed:
    settings, facts = project.settings, project.facts
    own: dict[str, Any] = {}
    if not is_withdrawn(record):
        life = facts.states.get(record.serial)
        typed = record.validity if isinstance(record.validity, Validity) else None
        own = {
            "category_title": _category(project, record),
            "validity": life.state if life is not None else typed,
            "changes_ahead": tuple(
                Change(on=turn.on, validity=turn.state)
                for turn in (life.changes_ahead if life is not None else ())
                if turn.on is not None and turn.state is not None
            ),
            "dues": tuple(map(_due, facts.dues[record.serial])),
            "attachments": tuple(_offered(project, page, record)) if files else (),
        }
    return Computed(
        address=_address(settings, page.url),
        short_address=_address(settings, short_uri(record)),
        kind_name=_kind_name(record),
        mark=mark_of(record, facts.states),
        **own,
    )


def _due(due: Due) -> PublicationDue:
    return PublicationDue(
        due_on=due.due_on,
        done_on=due.done_on,
        rule=due.rule.wording,
        basis=due.rule.cited,
        certain=due.certain,
    )


def _offered(project: Project, page: Page, record: Record) -> Iterator[Offered]:
    """A file that a preview withholds is not among the assets."""
    files = [(one.file, one.title) for one in record.attachments]
    if isinstance(record, NoticeBoard):
        files += [(one.attachment, one.content) for one in record.updates if one.attachment]
    for file, title in files:
        asset = project.corpus.asset_by_uri.get(page.folder + file)
        if asset is not None:
            yield _describe(project.settings, title, asset)


def _describe(settings: Settings, title: str, asset: Asset) -> Offered:
    return Offered(
        title=title,
        address=_address(settings, asset.uri),
        media_type=ending_of(asset.uri).media_type,
        size=asset.size,
        sha256=asset.sha256,
    )
