"""Whether a decision has been taken down: then nothing of it is shown but that, since when, and why."""

from __future__ import annotations

from publicity.model import EnforcementResult
from publicity.model.enforcement import Withdrawal
from publicity.model.record import Record


def withdrawal_of(record: Record | None) -> Withdrawal | None:
    """Its day and reason; None for what stands, and for pages that are no record."""
    return record.withdrawal if isinstance(record, EnforcementResult) else None


def is_withdrawn(record: Record | None) -> bool:
    """Asked wherever something of a record is shown."""
    return withdrawal_of(record) is not None
