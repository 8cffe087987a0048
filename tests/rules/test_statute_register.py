"""The register of laws and regulations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from publicity.rules import load_rules
from publicity.rules.statutes import load_statutes

REGISTER = load_rules().statutes


def test_a_statute_is_known_by_both_its_names() -> None:
    """Short title and full title lead to one entry."""
    assert REGISTER["城乡规划法"] is REGISTER["中华人民共和国城乡规划法"]
    assert REGISTER["城乡规划法"].articles == 70


@pytest.mark.parametrize(
    ("title", "day", "successor"),
    [("婚姻法", date(2021, 1, 1), "民法典"), ("环境保护法", date(2026, 8, 15), "生态环境法典")],
)
def test_a_repealed_statute_names_its_day_and_successor(title: str, day: date, successor: str) -> None:
    """The register says since when a law is gone, and where to look instead."""
    assert (REGISTER[title].repealed_on, REGISTER[title].repealed_by) == (day, successor)


def test_empty_cells_are_unknown(tmp_path: Path) -> None:
    """An empty number of articles is unknown, not zero."""
    path = tmp_path / "statutes.csv"
    head = "title,full_title,kind,adopted,last_changed,in_force_from,articles,repealed_on,repealed_by,as_of\n"
    path.write_text(head + "甲办法,,行政法规,,,,,,,2026-06-26\n", encoding="utf-8")
    register = load_statutes(path)

    assert list(register) == ["甲办法"]
    assert (register["甲办法"].articles, register["甲办法"].repealed_on) == (None, None)
