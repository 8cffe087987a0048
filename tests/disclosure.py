"""Yearly disclosure reports of the invented town: the form that ``new`` opens, filled in as a clerk would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from conftest import TOWN

from publicity.model.disclosure_tables import DisclosureTables
from publicity.outputs.disclosure_form import disclosure_form
from publicity.outputs.templates import render_template
from publicity.settings import Town

# Row → cell → figure, as the front matter calls them. Ten came, one was left from before, two are left over.
YEAR: Mapping[str, Mapping[str, int]] = {
    "normative_documents": {"made": 2, "repealed": 1, "in_force": 5},
    "received": {"natural_person": 8, "company": 2, "total": 10},
    "carried_in": {"natural_person": 1, "total": 1},
    "granted": {"natural_person": 5, "company": 2, "total": 7},
    "case_file": {"natural_person": 1, "total": 1},
    "not_held": {"natural_person": 1, "total": 1},
    "results.total": {"natural_person": 7, "company": 2, "total": 9},
    "carried_out": {"natural_person": 2, "total": 2},
    "reconsideration": {"upheld": 1, "pending": 1, "total": 2},
}


def zeros(model: Any = DisclosureTables) -> dict[str, Any]:
    """Every figure of the tables nought."""
    return {
        name: zeros(field.annotation) if hasattr(field.annotation, "model_fields") else 0
        for name, field in model.model_fields.items()
    }


def fill(text: str, rows: Mapping[str, Mapping[str, int]] = YEAR) -> str:
    """The page with these figures written in, and 0 in every other cell that still waits."""
    for name, cells in rows.items():
        lead = r"^      total: \{" if name == "results.total" else rf"^ +{name}: {{"
        found = re.search(rf"{lead}.*$", text, re.MULTILINE)
        assert found is not None, name
        row = found.group()
        for cell, figure in cells.items():
            row, times = re.subn(rf"(\b{cell}: )[^,{{}}]+", rf"\g<1>{figure}", row)
            assert times == 1, (name, cell)
        text = text.replace(found.group(), row, 1)
    head, fence, body = text.partition("\n---\n")
    return head.replace("【待填】", "0") + fence + body.replace("【待填】", "")


def report(year: int, rows: Mapping[str, Mapping[str, int]] = YEAR, serial: str = "", **fields: str) -> str:
    """A report that no check complains of, unless ``rows`` do."""
    town = Town.model_validate(TOWN)
    given = {"report_kind": "disclosure_annual", "year": str(year), **fields}
    form = disclosure_form({}, town, given)
    return fill(render_template("annual_report", serial or f"{year + 1}-00001", town, given, form), rows)
