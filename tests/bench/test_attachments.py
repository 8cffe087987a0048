"""What counts as caught in an attachment."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from attachments import FOUND, MISSED, REFUSED, verdict

from publicity.finding import Finding, Severity


def finding(rule: str, severity: Severity = Severity.BLOCK) -> Finding:
    return Finding("docs/a.pdf", 1, 1, severity, rule, "问题", "办法")


@pytest.mark.parametrize(
    ("holds", "rule", "findings", "expected"),
    [
        ("number", "", [finding("identity-number")], FOUND),
        ("number", "", [finding("attachment-broken")], REFUSED),
        ("number", "", [finding("identity-number", Severity.WARN)], MISSED),
        ("trouble", "attachment-metadata", [finding("attachment-metadata", Severity.WARN)], FOUND),
        ("trouble", "attachment-macro", [finding("file-name")], REFUSED),
        ("trouble", "attachment-macro", [finding("attachment-metadata", Severity.WARN)], MISSED),
        ("number", "", [], MISSED),
    ],
)
def test_a_specimen_is_found_refused_or_missed(holds: str, rule: str, findings: list[Finding], expected: str) -> None:
    """A number must be stopped by its rule or its file refused; a trouble must at least be told."""
    assert verdict(SimpleNamespace(holds=holds, rule=rule), findings) == expected
