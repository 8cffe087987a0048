"""What normative documents say of each other, and of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town
from hypothesis import given
from hypothesis import strategies as st
from normative import documents

from publicity.checks.validity import check_validity
from publicity.checks.versions import check_versions, find_cycle
from publicity.content.corpus import Corpus
from publicity.finding import Finding
from publicity.rules import Rules, load_rules
from publicity.rules.normative import NormativeRule

RULES = load_rules()
LATER = {"formed_on": "2025-03-01", "published_at": "2025-03-02 09:00", "effective_on": "2025-04-01"}
Check = Callable[[Corpus, Rules, date], Iterator[Finding]]


def told(
    folder: Path, check: Check, day: date = TODAY, rules: Rules = RULES, **written: dict[str, str]
) -> list[tuple[str, str]]:
    """Severity and message; documents are named d01, d02 …"""
    corpus = corpus_of(make_town(folder, documents({name[1:]: fields for name, fields in written.items()})))
    return [(one.severity.value, one.message) for one in check(corpus, rules, day)]


def reachable(ties: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Every pair that one comes to by going along the ties, by brute force."""
    found = set(ties)
    while more := {(a, d) for a, b in found for c, d in ties if b == c} - found:
        found |= more
    return found


NAMES = st.sampled_from("abcdef")


@given(st.sets(st.tuples(NAMES, NAMES), max_size=12))
def test_a_circle_is_found_where_there_is_one(ties: set[tuple[str, str]]) -> None:
    """What is found goes along the ties back to where it began; nothing is found only where nothing does."""
    circle = find_cycle(iter(ties))

    assert bool(circle) == any(a == b for a, b in reachable(ties))
    assert len(set(circle)) == len(circle)
    steps = set(zip(circle, [*circle[1:], *circle[:1]], strict=True))
    assert steps <= ties or {(b, a) for a, b in steps} <= ties


def test_every_circle_is_told_once(tmp_path: Path) -> None:
    """Two circles, one of them through replaced_by, and a document that amends itself."""
    found = told(
        tmp_path, check_versions,
        d01={"amends": "[2024-00002]"}, d02={"amends": "[2024-00001]"},
        d03={"amends": "[2024-00004]"}, d04={"amends": "[2024-00005]"}, d05={"replaced_by": "2024-00004"},
        d06={"replaced_by": "2024-00007"}, d07={"replaced_by": "2024-00006"},
        d08={"amends": "[2024-00008]"},
    )  # fmt: skip

    circles = [message for _, message in found if "绕成了一圈" in message]
    assert len(circles) == 3
    assert [{"2024-00001", "2024-00002"} <= set(one.replace("：", " ").split()) for one in circles].count(True) == 1


@pytest.mark.parametrize(
    ("older", "newer", "severity"),
    [
        ({}, LATER | {"repeals": "[2024-00001]"}, None),
        ({"replaced_by": "2024-00002"}, LATER, None),
        ({"replaced_by": "2024-00002", "expires_on": "2025-03-31"}, LATER, None),
        ({"replaced_by": "2024-00002", "expires_on": "2025-04-01"}, LATER, "block"),
        # A repeal cuts the period short, and says so.
        ({"replaced_by": "2024-00002", "expires_on": "2030-01-31"}, LATER | {"repeals": "[2024-00001]"}, None),
        # Adopted on one day; before; a document of unknown date.
        ({}, {"repeals": "[2024-00001]"}, None),
        ({}, {"repeals": "[2024-00001]", "formed_on": "2024-01-09"}, "block"),
        ({}, {"amends": "[2024-00001]", "formed_on": "2024-01-09"}, "block"),
        ({"replaced_by": "2024-00002"}, {"formed_on": "2024-01-09"}, "block"),
        ({}, {"repeals": "[2024-00001]", "formed_on": "待核定", "effective_on": "2024-01-09"}, "block"),
        ({}, {"repeals": "[2024-00001]", "formed_on": "待核定", "effective_on": "待核定"}, None),
        ({"formed_on": "待核定"}, {"repeals": "[2024-00001]", "formed_on": "2020-01-09"}, None),
        # One number: twice in force, or one after the other.
        ({"document_number": "青府规〔2024〕1号"}, LATER | {"document_number": "青府规[2024]1号"}, "block"),
        ({"document_number": "青府规〔2024〕1号", "replaced_by": "2024-00002"}, LATER | {"document_number": "青府规〔2024〕1号"}, None),
        ({"document_number": "青府规〔2024〕1号", "effective_on": "待核定"}, LATER | {"document_number": "青府规〔2024〕1号"}, None),
        # One title, whatever it says of its version; what is amended may bear it too.
        ({"title": "青石镇办法（2019年修订）"}, LATER | {"title": "青石镇办法"}, "block"),
        ({"title": "青石镇办法", "replaced_by": "2024-00002"}, LATER | {"title": "青石镇办法（试行）"}, None),
        ({"title": "青石镇办法"}, LATER | {"title": "青石镇办法", "amends": "[2024-00001]"}, None),
        # It acts from its first day in force, and that was before.
        ({}, {"repeals": "[2024-00001]", "formed_on": "2024-01-12", "effective_on": "2024-01-09"}, "block"),
        # What is amended is neither repealed nor replaced by the same document.
        ({}, LATER | {"amends": "[2024-00001]", "repeals": "[2024-00001]"}, "block"),
        ({"replaced_by": "2024-00002"}, LATER | {"amends": "[2024-00001]"}, "block"),
        # An amendment of what has ended.
        ({"expires_on": "2025-03-30"}, LATER | {"amends": "[2024-00001]"}, "warn"),
        ({"expires_on": "2025-04-01"}, LATER | {"amends": "[2024-00001]"}, None),
    ],
)  # fmt: skip
def test_two_documents_agree(
    tmp_path: Path, older: dict[str, str], newer: dict[str, str], severity: str | None
) -> None:
    """A contradiction of their own words and dates blocks; one finding each."""
    found = told(tmp_path, check_versions, d01=older, d02=newer)

    assert [one for one, _ in found] == ([severity] if severity else [])


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2025, 4, 1), TODAY, date(2099, 12, 31)])
def test_what_blocks_does_not_depend_on_the_day(tmp_path: Path, day: date) -> None:
    """The same contradictions, whenever one looks."""
    ends = {"expires_on": "2026-12-31", "replaced_by": "2024-00002"}
    found = told(tmp_path, check_versions, day, d01=ends, d02=LATER, d03={"expires_on": "2026-01-31"})

    assert [one for one, _ in found] == ["block"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"validity": "in_force"}, ""),
        ({"validity": "repealed"}, "写的是“废止”，按日期推算是“有效”（2024-02-01起）"),
        ({"validity": "in_force", "expires_on": "2025-12-31"}, "写的是“有效”，按日期推算是“失效”（2026-01-01起）"),
        ({"validity": "待核定"}, ""),
        ({"validity": "repealed", "effective_on": "待核定"}, ""),
        ({"reviews": "[{reviewed_on: 2024-01-09, outcome: keep}]"}, "清理日期 2024-01-09 早于成文日期 2024-01-10"),
    ],
)
def test_what_staff_typed_is_held_against_the_dates(tmp_path: Path, fields: dict[str, str], words: str) -> None:
    """The computed state is shown; who typed another one is told."""
    found = told(tmp_path, check_validity, d01=fields)

    assert (not found) if not words else words in found[0][1]
    assert len(found) == bool(words)


@pytest.mark.parametrize(
    ("fields", "day", "words"),
    [
        ({}, date(2029, 2, 1), ""),
        ({}, date(2029, 2, 2), "超过一般文件的有效期（5年）（这条规则未核实）"),
        ({"title": "青石镇试行办法"}, date(2026, 2, 1), ""),
        ({"title": "青石镇试行办法"}, date(2026, 2, 2), "（2年）"),
        ({"expires_on": "2035-01-31"}, date(2030, 1, 1), ""),
        ({"expires_on": "待核定"}, date(2030, 1, 1), ""),
        ({"effective_on": "待核定"}, date(2030, 1, 1), ""),
        ({"reviews": "[{reviewed_on: 2027-06-01, outcome: keep}]"}, date(2032, 6, 1), ""),
        ({"reviews": "[{reviewed_on: 2027-06-01, outcome: keep}]"}, date(2032, 6, 2), "（5年）"),
        ({"reviews": "[{reviewed_on: 2027-06-01, outcome: repeal}]"}, date(2032, 6, 2), ""),
    ],
)
def test_a_document_without_an_end_is_asked_about(
    tmp_path: Path, fields: dict[str, str], day: date, words: str
) -> None:
    """Past the period that the province is said to give, anew from a review that kept it; only a warning."""
    found = told(tmp_path, check_validity, day, d01=fields)

    assert [severity for severity, _ in found] == (["warn"] if words else [])
    assert words in "".join(message for _, message in found)


def test_filing_is_asked_for_once_somebody_knows_by_when(tmp_path: Path) -> None:
    """A rule without a length asks nothing; with one, what is not filed is told."""
    rule = NormativeRule.model_validate(
        {"id": "filing", "concerns": "filing", "subject": "备案", "length": 15, "unit": "days", "source": "甲规定"}
    )
    known = replace(RULES, normative=(rule,))
    filed = {"filing_reference": "备〔2024〕1号"}

    assert told(tmp_path / "a", check_validity, date(2024, 3, 1), d01={}) == []
    assert told(tmp_path / "b", check_validity, date(2024, 1, 25), known, d01={}) == []
    ((severity, message),) = told(tmp_path / "c", check_validity, date(2024, 1, 26), known, d01={}, d02=filed)
    assert (severity, "应在 2024-01-25 以前报送备案" in message) == ("warn", True)
