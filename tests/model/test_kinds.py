"""What each kind of content checks about itself, beyond the form of its fields."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from publicity.model import (
    AnnualReport,
    EnforcementResult,
    NormativeDocument,
    NoticeBoard,
    ProcedureNotice,
    PublicityEvent,
)
from publicity.model.disclosure_tables import DisclosureTables

HEADER = {"title": "标题", "serial": "2026-00001"}
BASES = [{"statute": "行政处罚法", "article": "51"}]


def normative(**fields: str) -> NormativeDocument:
    values = {
        "kind": "normative_document", "issuing_organ": "待核定", "formed_on": "待核定", "published_at": "待核定",
        "category": "20.1", "validity": "in_force", "effective_on": "2026-05-01", "review_reference": "待核定",
    }  # fmt: skip
    return NormativeDocument.model_validate(HEADER | values | fields)


def event(**fields: str) -> PublicityEvent:
    values = {"kind": "publicity_event", "event_kind": "plan", "starts_on": "2026-05-01", "place": "待核定"}
    return PublicityEvent.model_validate(HEADER | values | fields)


def procedure(*steps: tuple[str, list[str] | None]) -> ProcedureNotice:
    values: dict[str, Any] = {"kind": "procedure_notice", "verified": "false", "applies_to": "甲", "legal_bases": BASES}
    values["steps"] = [
        {"id": name, "name": name, "actor": "镇", "action": "办", "time_limit": "待核定"}
        | ({} if after is None else {"next": [{"to": one, "when": "可以"} for one in after]})
        for name, after in steps
    ]
    return ProcedureNotice.model_validate(HEADER | values)


def result(**fields: str) -> EnforcementResult:
    names = ("decision_number", "decided_on", "party_name", "facts", "outcome", "deciding_organ")
    values = dict.fromkeys(names, "待核定") | {
        "kind": "enforcement_result",
        "result_kind": "penalty",
        "party_kind": "natural_person",
    }
    return EnforcementResult.model_validate(HEADER | values | {"legal_bases": BASES} | fields)


@pytest.mark.parametrize("expires_on", ["2026-05-01", "2031-04-30", "待核定"])
def test_a_document_expires_after_it_takes_effect(expires_on: str) -> None:
    """The last day may be the first day, later, or not known."""
    assert normative(expires_on=expires_on).effective_on is not None


def test_a_document_that_expires_before_it_takes_effect_is_refused() -> None:
    """失效早于施行 is a contradiction."""
    with pytest.raises(ValidationError, match="失效早于施行"):
        normative(expires_on="2026-04-30")


def test_pending_dates_contradict_nothing() -> None:
    """What is not known is not compared."""
    assert normative(effective_on="待核定", expires_on="2020-01-01").validity == "in_force"
    assert event(starts_on="待核定", ends_on="2020-01-01").event_kind == "plan"


def test_an_event_that_ends_before_it_starts_is_refused() -> None:
    """结束早于开始 is a contradiction; one day is enough."""
    assert event(ends_on="2026-05-01").ends_on is not None
    with pytest.raises(ValidationError, match="结束早于开始"):
        event(ends_on="2026-04-30")


@pytest.mark.parametrize(
    ("steps", "arrows"),
    [
        ([("a", None)], []),
        ([("a", None), ("b", None)], [("a", "b", "")]),
        ([("a", []), ("b", None)], []),
        ([("a", ["c", "b"]), ("b", []), ("c", None)], [("a", "c", "可以"), ("a", "b", "可以")]),
        ([("a", None), ("b", ["a"])], [("a", "b", ""), ("b", "a", "可以")]),
    ],
)
def test_a_step_leads_on_unless_it_says_otherwise(
    steps: list[tuple[str, list[str] | None]], arrows: list[tuple[str, str, str]]
) -> None:
    """Silence means the next step, an empty list means the end, a list means its targets."""
    assert procedure(*steps).arrows() == arrows


@pytest.mark.parametrize(
    ("steps", "words"), [([("a", None), ("a", None)], "步骤标识重复"), ([("a", ["b"])], "去向不存在")]
)
def test_arrows_lead_somewhere(steps: list[tuple[str, list[str] | None]], words: str) -> None:
    """Two steps of one name, or an arrow to none, are refused."""
    with pytest.raises(ValidationError, match=words):
        procedure(*steps)


@pytest.mark.parametrize("kind", ["rule_of_law", "self_assessment"])
def test_statutory_tables_belong_to_the_disclosure_report(kind: str) -> None:
    """Only the yearly disclosure report carries the three tables."""
    values = HEADER | {"kind": "annual_report", "report_kind": "disclosure_annual", "year": "2025", "tables": tables()}
    accepted = AnnualReport.model_validate(values)

    assert accepted.tables is not None
    with pytest.raises(ValidationError, match="统计表放错了"):
        AnnualReport.model_validate(values | {"report_kind": kind})


def test_a_result_needs_a_basis() -> None:
    """No decision is published without what it rests on."""
    assert result().legal_bases[0].article == 51
    with pytest.raises(ValidationError):
        result(legal_bases=[])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "code", ["91520000MA6DTEST0", "91520000ma6dtest00", "123", "９１５２００００ＭＡ６ＤＴＥＳＴ００"]
)
def test_a_credit_code_has_eighteen_characters(code: str) -> None:
    """A credit code of another form is refused."""
    with pytest.raises(ValidationError):
        result(party_credit_code=code)


def test_a_board_counts_from_one() -> None:
    """There is no board number zero."""
    values = dict.fromkeys(("board_kind", "location", "keeper", "update_cycle"), "待核定") | {"kind": "notice_board"}

    assert NoticeBoard.model_validate(HEADER | values | {"number": "15"}).number == 15
    with pytest.raises(ValidationError):
        NoticeBoard.model_validate(HEADER | values | {"number": "0"})


def tables() -> dict[str, Any]:
    """The three tables of a year in which nothing happened."""

    def fill(model: Any) -> Any:
        return {
            name: fill(field.annotation) if hasattr(field.annotation, "model_fields") else "0"
            for name, field in model.model_fields.items()
        }

    found: dict[str, Any] = fill(DisclosureTables)
    return found
