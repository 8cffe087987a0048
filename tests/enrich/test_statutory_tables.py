"""The statutory tables of a yearly disclosure report."""

from __future__ import annotations

from typing import Any

from publicity.enrich.statutory_tables import statutory_tables
from publicity.model.disclosure_tables import Applicants, DisclosureTables

ZERO = dict.fromkeys(Applicants.model_fields, 0)


def _zeros(model: Any) -> dict[str, Any]:
    """Every figure of a table nought."""
    return {
        name: _zeros(field.annotation) if hasattr(field.annotation, "model_fields") else 0
        for name, field in model.model_fields.items()
    }


def test_every_row_of_the_official_form_is_there() -> None:
    """Received, carried in, seven endings with their grounds, carried out; seven columns each."""
    values = _zeros(DisclosureTables)
    values["applications"]["received"] = {**ZERO, "natural_person": 3, "total": 3}
    values["applications"]["refused"]["case_file"] = {**ZERO, "natural_person": 1, "total": 1}

    tables = statutory_tables(DisclosureTables.model_validate(values))

    applications = tables[2]
    assert len(applications.rows) == 29
    assert applications.columns == ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    received = applications.rows[0]
    assert (received.label, received.cells[0], received.cells[-1]) == ("一、本年新收政府信息公开申请数量", "3", "3")
    assert ("属于行政执法案卷", 1, "1") in [
        (row.label, row.level, row.cells[-1]) for row in applications.rows if row.cells
    ]


def test_a_group_of_grounds_is_a_heading() -> None:
    """（三）不予公开 carries no figures of its own in the form; its eight grounds stand beneath it."""
    rows = statutory_tables(DisclosureTables.model_validate(_zeros(DisclosureTables)))[2].rows

    place = next(place for place, row in enumerate(rows) if row.label == "（三）不予公开")

    assert rows[place].cells == ()
    assert [row.level for row in rows[place + 1 : place + 9]] == [1] * 8
