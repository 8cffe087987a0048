"""Attachments that cannot be read to the end, or that carry what a reader does not see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.checks.file_names import is_allowed_type
from publicity.content.attachments import SCAN
from publicity.content.corpus import Corpus
from publicity.finding import Finding
from publicity.rules import Rules


def check_attachment_contents(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """What reading each attachment met; a scan may go out once somebody has signed that they read it."""
    for shown, reading in corpus.readings.items():
        if not is_allowed_type(shown):
            continue  # its name is told already, with the cure
        is_signed = rules.allowed.is_signed(shown, SCAN, reading.digest, today)
        for one in reading.troubles:
            if not (one.rule == SCAN and is_signed):
                yield Finding(shown, 1, 1, one.severity, one.rule, one.message, one.cure, one.basis)
