"""What a detector made of the cases: found, only warned of, missed; blocked without reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from personal_info.cases import Case
from publicity.checks.personal_info import Hit
from publicity.finding import Severity

Detect = Callable[[str], Iterable[Hit]]
# A warning about these does not stop them from going out, so it counts as missed.
MUST_BLOCK = ("identity_number", "bank_card", "mobile")


class Verdict(StrEnum):
    """Of a page with something to find the first four, of a page without the last three."""

    FOUND = "found"
    WARNED = "warned"
    MISTAKEN = "as another kind"
    MISSED = "missed"
    BLOCKED = "falsely blocked"
    ADVISED = "falsely warned"
    QUIET = "quiet"


@dataclass(frozen=True)
class Outcome:
    """A case with what was hit on it."""

    case: Case
    hits: tuple[Hit, ...]

    @property
    def verdict(self) -> Verdict:
        return self._of_positive() if self.case.lines else self._of_negative()

    @property
    def found(self) -> bool:
        """Found as strictly as its kind asks for."""
        verdict = self.verdict
        return verdict is Verdict.FOUND or (verdict is Verdict.WARNED and self.case.kind not in MUST_BLOCK)

    @property
    def strays(self) -> int:
        """Blocks on other lines than where the page's one secret is."""
        return sum(hit.severity is Severity.BLOCK and hit.line not in self.case.lines for hit in self.hits)

    def _of_positive(self) -> Verdict:
        near = [hit for hit in self.hits if hit.line in self.case.lines]
        right = [hit for hit in near if hit.kind in self.case.accepted]
        if any(hit.severity is Severity.BLOCK for hit in right):
            return Verdict.FOUND
        if right:
            return Verdict.WARNED
        return Verdict.MISTAKEN if near else Verdict.MISSED

    def _of_negative(self) -> Verdict:
        if any(hit.severity is Severity.BLOCK for hit in self.hits):
            return Verdict.BLOCKED
        return Verdict.ADVISED if self.hits else Verdict.QUIET


@dataclass(frozen=True)
class Tally:
    """Outcomes of one row of a table."""

    name: str
    outcomes: tuple[Outcome, ...]

    @property
    def total(self) -> int:
        return len(self.outcomes)

    @property
    def recall(self) -> float:
        return sum(outcome.found for outcome in self.outcomes) / self.total

    @property
    def false_blocks(self) -> float:
        return self.count(Verdict.BLOCKED) / self.total

    def count(self, verdict: Verdict) -> int:
        return sum(outcome.verdict is verdict for outcome in self.outcomes)

    def failures(self) -> list[Outcome]:
        """What was missed, and what was blocked or warned of without reason."""
        wrong = (Verdict.BLOCKED, Verdict.ADVISED)
        return [one for one in self.outcomes if (not one.found if one.case.lines else one.verdict in wrong)]


def run(detect: Detect, cases: Iterable[Case]) -> list[Outcome]:
    """Every case, looked at once."""
    return [Outcome(case, tuple(detect(case.text))) for case in cases]


def by_kind(outcomes: Iterable[Outcome]) -> list[Tally]:
    """One tally a kind or family, in the order in which they first came."""
    rows: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        rows.setdefault(outcome.case.kind, []).append(outcome)
    return [Tally(name, tuple(row)) for name, row in rows.items()]


def false_by_kind(outcomes: Iterable[Outcome]) -> Counter[str]:
    """How many pages without personal information each kind blocked."""
    pages = [{hit.kind for hit in one.hits if hit.severity is Severity.BLOCK} for one in outcomes if not one.case.lines]
    return Counter(kind for kinds in pages for kind in kinds)


def weak_styles(outcomes: Iterable[Outcome]) -> list[tuple[str, int, int]]:
    """Disguises, alone or one of two, that hid something: how often, on how many pages; the weakest first."""
    total, hidden = Counter[str](), Counter[str]()
    for outcome in outcomes:
        for style in outcome.case.style.split(" + "):
            name = f"{outcome.case.kind}: {style}"
            total[name] += 1
            hidden[name] += not outcome.found
    rows = [(name, count, total[name]) for name, count in hidden.items() if count]
    return sorted(rows, key=lambda row: (-row[1] / row[2], row[0]))
