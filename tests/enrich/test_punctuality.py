"""How punctually things were published, counted by year."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town, record

from publicity.enrich.facts import Facts
from publicity.enrich.punctuality import Punctuality, punctuality
from publicity.rules import load_rules

RULES = load_rules()


def counted(folder: Path, *records: tuple[str, str]) -> tuple[Punctuality, ...]:
    """Of records given as formed and published."""
    pages = {
        f"disclosure/2026/2026-0000{place}.md": record(f"2026-0000{place}", formed_on=formed, published_at=published)
        for place, (formed, published) in enumerate(records, 1)
    }
    return punctuality(Facts(corpus_of(make_town(folder, pages)), RULES, TODAY))


def test_records_are_counted_by_the_year_they_were_published_in(tmp_path: Path) -> None:
    """In time, late and unknown; the median is of the late ones alone. 2026-04-30 is the limit for 2026-04-01."""
    years = counted(
        tmp_path,
        ("2026-04-01", "2026-04-30 09:00"),
        ("2026-04-01", "2026-05-01 09:00"),
        ("2026-04-01", "2026-05-10 09:00"),
        ("2026-04-01", "2026-05-03 09:00"),
        ("待核定", "2026-05-03 09:00"),
        ("2025-04-01", "2025-04-02 09:00"),
        ("2026-04-01", "待核定"),
    )

    assert years == (Punctuality(2025, 1, 0, 0, None), Punctuality(2026, 1, 3, 1, 3))


@pytest.mark.parametrize(("published", "median"), [("2026-05-02 09:00", 1.5), ("2026-05-01 09:00", 1)])
def test_the_median_of_two_lies_between_them(tmp_path: Path, published: str, median: float) -> None:
    """Half days come of an even number."""
    (year,) = counted(tmp_path, ("2026-04-01", "2026-05-01 09:00"), ("2026-04-01", published))

    assert year.median_late == median


def test_a_rule_that_reaches_only_by_our_reading_makes_nothing_late(tmp_path: Path) -> None:
    """A self-assessment after the report's day is unknown; without a formation day no certain rule speaks."""
    text = (
        "---\nkind: annual_report\ntitle: 自查自评\nserial: 2026-00009\nreport_kind: self_assessment\nyear: 2020\n"
        "published_at: 2022-05-30 09:00\n---\n"
    )
    corpus = corpus_of(make_town(tmp_path, {"report/2026-00009.md": text}))

    assert punctuality(Facts(corpus, RULES, TODAY)) == (Punctuality(2022, 0, 0, 1, None),)


def test_nothing_published_makes_no_year(tmp_path: Path) -> None:
    """An empty archive has no plot."""
    assert counted(tmp_path) == ()
