"""Typed values → plain dicts, lists and strings, so that templates need no Python and any Jinja can render them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from publicity.enrich.validity import States
from publicity.model.citation import cite
from publicity.model.fields import PENDING, Choice, LegalBasis
from publicity.model.record import Record

# The header of the portals, in their order.
HEADER_FIELDS = ("index_number", "issuing_organ", "formed_on", "document_number", "published_at", "validity")


def plain(value: Any) -> Any:
    """Choices become their Chinese word, days and moments text, parts dicts; a legal basis also gets ``cite``."""
    if isinstance(value, BaseModel):
        fields = {name: plain(getattr(value, name)) for name in type(value).model_fields}
        return {**fields, "cite": cite(value)} if isinstance(value, LegalBasis) else fields
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        text = f"{value:f}"  # as it was written, less the zeros that say nothing
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value


def header_rows(record: Record, states: States) -> list[dict[str, str]]:
    """The metadata table: label, value, and whether the value is given, pending or blank as in the source.

    The validity of a normative document is the computed one; ``coming`` are the states known to follow it.
    """
    rows = []
    life = states.get(record.serial)
    for name in HEADER_FIELDS:
        value = plain(getattr(record, name))
        if name == "validity" and life is not None:
            value = life.state.label if life.state is not None else PENDING
        state = "pending" if value == PENDING else "given" if value else "blank"
        label = type(record).model_fields[name].title or name
        coming = life.coming if life is not None and name == "validity" else ""
        rows.append({"label": label, "value": value or "", "state": state, "coming": coming})
    return rows
