"""A page does not rest on a document of this site that was not in force on the page's own day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town, page, record
from normative import documents

from publicity.checks.lapsed_bases import check_lapsed_bases
from publicity.rules import load_rules

RULES = load_rules()
ENDED = {"title": "青石镇收费办法", "document_number": "青府规〔2024〕1号", "expires_on": "2024-12-31"}
RESULT = {
    "kind": "enforcement_result", "title": "决定", "category": '"20.6"', "formed_on": "-", "result_kind": "penalty",
    "decision_number": "待核定", "party_kind": "legal_person", "party_name": "某某合作社", "facts": "未批先建。",
    "outcome": "罚款。", "deciding_organ": "待核定",
}  # fmt: skip
POWER = {
    "kind": "enforcement_item", "title": "收费", "formed_on": "-", "category": "-", "power_kind": "levy", "verified": "true",
    "implementing_organ": "镇", "applies_to": "居民", "time_limit": "待核定",
}  # fmt: skip


def told(folder: Path, written: dict[str, str], *named: dict[str, str], day: date = TODAY) -> list[tuple[str, str]]:
    """Severity and message; ``named`` are the documents 2024-00001 …"""
    pages = written | documents({f"{number:02}": fields for number, fields in enumerate(named, 1)})
    corpus = corpus_of(make_town(folder, pages))
    return [(one.severity.value, one.message) for one in check_lapsed_bases(corpus, RULES, day)]


def decision(day: str, basis: str = "青石镇收费办法") -> dict[str, str]:
    text = record("2026-00009", **RESULT, decided_on=day, legal_bases=f"[{{statute: {basis}, article: 3}}]")
    return {"enforcement/results/2026-00009.md": text}


@pytest.mark.parametrize(
    ("day", "basis", "state"),
    [
        ("2024-12-31", "青石镇收费办法", ""),
        ("2025-01-01", "青石镇收费办法", "失效"),
        ("2025-01-01", "青府规〔2024〕1号", "失效"),
        ("2024-01-31", "青石镇收费办法", "尚未施行"),
        ("2025-01-01", "乙办法", ""),
        ("待核定", "青石镇收费办法", "失效"),  # then the day of publication, 2026-04-02
    ],
)
def test_a_legal_basis_was_in_force_on_the_day(tmp_path: Path, day: str, basis: str, state: str) -> None:
    """By title or number, on the day of the decision; what lapsed later is no fault of the decision."""
    found = told(tmp_path, decision(day, basis), ENDED)

    assert [severity for severity, _ in found] == (["block"] if state else [])
    assert all(f"是“{state}”" in message for _, message in found)


def test_one_version_in_force_is_enough(tmp_path: Path) -> None:
    """Two versions of one title; and a document of which nobody knows whether it is in force accuses nobody."""
    newer = ENDED | {"effective_on": "2025-01-01", "expires_on": "", "document_number": ""}
    unknown = ENDED | {"expires_on": "待核定"}

    assert told(tmp_path / "a", decision("2025-06-01"), ENDED, newer) == []
    assert told(tmp_path / "b", decision("2025-06-01"), unknown) == []


@pytest.mark.parametrize(
    ("uri", "text", "count"),
    [
        ("disclosure/2026/2026-00001.md", record(body="依照《青石镇收费办法》第三条办理。\n"), 1),
        ("disclosure/2026/2026-00001.md", record(body="依照青府规〔2024〕1号办理。\n"), 1),
        ("disclosure/2026/2026-00001.md", record(body="办理。\n"), 0),
        ("guide/fees.md", page("依照《青石镇收费办法》收费。\n"), 1),
        ("enforcement/powers/2026-00001.md",
         record(**POWER, published_at="2024-04-02 09:00", legal_bases="[{statute: 青石镇收费办法}]"), 1),
    ],
)  # fmt: skip
def test_what_a_text_names_and_what_lapsed_since_warn(tmp_path: Path, uri: str, text: str, count: int) -> None:
    """A text may speak of history; a power that was good once is to be looked at, and no date arriving blocks it."""
    found = told(tmp_path, {uri: text}, ENDED)

    assert [severity for severity, _ in found] == ["warn"] * count


def test_documents_that_are_tied_name_each_other(tmp_path: Path) -> None:
    """What repeals a document must name it; another that names it after its end is told."""
    body = "《青石镇收费办法》同时废止。\n"
    later = {"body": body, "formed_on": "2025-03-01", "effective_on": "2025-04-01"}

    assert told(tmp_path / "a", {}, ENDED, later | {"repeals": "[2024-00001]"}) == []
    assert len(told(tmp_path / "b", {}, ENDED, later)) == 1
