"""What counts as found is strict: the right kind, on the right line, stopped where it must be."""

from __future__ import annotations

import pytest
from personal_info.cases import Case
from personal_info.measure import Outcome, Tally, Verdict, by_kind, false_by_kind, weak_styles

from publicity.checks.personal_info import Hit
from publicity.finding import Severity

BLOCK, WARN = Severity.BLOCK, Severity.WARN


def hit(kind: str, line: int = 3, severity: Severity = BLOCK) -> Hit:
    return Hit(kind=kind, severity=severity, line=line, column=1, masked="*", start=0, end=1)


def outcome(kind: str, *hits: Hit, style: str = "plain") -> Outcome:
    """What was hit on a page with something of that kind on line 3."""
    return Outcome(Case(kind, style, "一\n二\n三\n", range(3, 4)), hits)


@pytest.mark.parametrize(
    ("kind", "hits", "verdict", "found"),
    [
        ("mobile", [hit("mobile")], Verdict.FOUND, True),
        ("mobile", [hit("mobile", 2)], Verdict.MISSED, False),
        ("mobile", [hit("mobile", severity=WARN)], Verdict.WARNED, False),
        ("mobile", [hit("landline")], Verdict.MISTAKEN, False),
        ("health", [hit("health", severity=WARN)], Verdict.WARNED, True),
        ("messenger", [hit("mobile")], Verdict.FOUND, True),
        ("birth", [], Verdict.MISSED, False),
    ],
)
def test_a_positive_is_judged_by_kind_line_and_severity(
    kind: str, hits: list[Hit], verdict: Verdict, found: bool
) -> None:
    """A hit elsewhere, of another kind, or a mere warning of a number that must be stopped is not a find."""
    assert (outcome(kind, *hits).verdict, outcome(kind, *hits).found) == (verdict, found)


def test_a_page_without_personal_information_is_judged_by_any_block() -> None:
    """One block anywhere is a false block, warnings alone are counted apart."""
    page = Case("figures", "", "一\n")

    assert Outcome(page, (hit("plate", 1), hit("birth", 1, WARN))).verdict is Verdict.BLOCKED
    assert Outcome(page, (hit("birth", 1, WARN),)).verdict is Verdict.ADVISED
    assert Outcome(page, ()).verdict is Verdict.QUIET


def test_a_row_counts_its_pages_and_shows_its_failures() -> None:
    """Recall and the list of failures of a row come from the same verdicts."""
    missed = outcome("mobile", hit("mobile", 1))
    rows = by_kind([outcome("mobile", hit("mobile")), missed, outcome("plate", hit("plate"))])

    assert [(row.name, row.total, row.recall) for row in rows] == [("mobile", 2, 0.5), ("plate", 1, 1.0)]
    assert rows[0].failures() == [missed]
    assert missed.strays == 1


def test_false_blocks_are_counted_once_a_page() -> None:
    """A kind that blocks a page twice is counted once, and only pages without personal information count."""
    page = Outcome(Case("figures", "", "一\n"), (hit("plate", 1), hit("plate", 1), hit("birth", 1, WARN)))

    assert false_by_kind([page, outcome("mobile", hit("mobile"))]) == {"plate": 1}
    assert Tally("", (page,)).false_blocks == 1


def test_both_disguises_of_a_pair_are_blamed() -> None:
    """A number missed under two disguises counts against both, the weakest first."""
    pages = [outcome("mobile", style="space + heading"), outcome("mobile", hit("mobile"), style="space")]

    assert weak_styles(pages) == [("mobile: heading", 1, 1), ("mobile: space", 1, 2)]
