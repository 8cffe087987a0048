"""An invented town's normative documents, as pages and as typed records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from conftest import corpus_of, make_town, record

from publicity.enrich.validity import ValidityState, states

FOLDER = "disclosure/normative/"


def document(serial: str, **fields: str) -> str:
    """The page of a document adopted on 2024-01-10 and in force from 2024-02-01; a field given as "-" is left out."""
    values = {
        "kind": "normative_document",
        "title": f"青石镇办法{serial[-2:]}",
        "category": '"20.1"',
        "formed_on": "2024-01-10",
        "published_at": "2024-01-15 09:00",
        "effective_on": "2024-02-01",
        "review_reference": "待核定",
    }
    return record(serial, **(values | fields))


def documents(written: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Pages by uri, of documents whose serials are 2024-000nn."""
    return {f"{FOLDER}2024-000{name}.md": document(f"2024-000{name}", **fields) for name, fields in written.items()}


def lives(folder: Path, today: date, **written: Mapping[str, str]) -> dict[str, ValidityState]:
    """The states of documents named d01, d02 …, by that name."""
    pages = documents({name[1:]: fields for name, fields in written.items()})
    found = states(corpus_of(make_town(folder, pages)), today)
    return {f"d{serial[-2:]}": state for serial, state in found.items()}
