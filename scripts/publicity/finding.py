"""One thing a clerk should know about a line of a page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """``block`` must be mended before the page goes out; ``warn`` is advice."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, order=True)
class Finding:
    """``path`` is relative to the project; ``line`` and ``column`` count from 1."""

    path: str
    line: int
    column: int
    severity: Severity
    rule: str
    message: str
    cure: str
    basis: str = ""

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.BLOCK

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self)
