"""What reading an attachment met becomes a finding on it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from conftest import TODAY

from publicity.checks.attachment_contents import check_attachment_contents
from publicity.content.attachments import Reading
from publicity.content.attachments.troubles import MACRO, UNREAD_PAGES
from publicity.finding import Finding, Severity

SHOWN = "docs/a/x.pdf"


def findings_of(reading: Reading, signed: tuple[str, str] = ("", "")) -> list[Finding]:
    """What is said of one attachment when these bytes under that rule are signed off."""

    def signed_off(file: str, rule: str, digest: str, today: date) -> bool:
        return (file, today) == (SHOWN, TODAY) and (rule, digest) == signed

    corpus: Any = SimpleNamespace(readings={SHOWN: reading})
    rules: Any = SimpleNamespace(allowed=SimpleNamespace(is_signed=signed_off))
    return list(check_attachment_contents(corpus, rules, TODAY))


def test_each_trouble_is_a_finding_on_the_file() -> None:
    """With its severity, cure and basis as they are."""
    (found,) = findings_of(Reading((), (MACRO,), "abc"))

    assert found == Finding(SHOWN, 1, 1, Severity.BLOCK, "attachment-macro", MACRO.message, MACRO.cure, MACRO.basis)


def test_a_scan_that_somebody_has_read_may_go_out() -> None:
    """The sign-off is for these bytes, and for nothing else about the file."""
    reading = Reading((), (UNREAD_PAGES, MACRO), "abc")

    assert [one.rule for one in findings_of(reading)] == ["attachment-scan", "attachment-macro"]
    assert [one.rule for one in findings_of(reading, ("attachment-scan", "abc"))] == ["attachment-macro"]
    assert len(findings_of(reading, ("attachment-scan", "abd"))) == 2
    assert len(findings_of(reading, ("attachment-macro", "abc"))) == 2
