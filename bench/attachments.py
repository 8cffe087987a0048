"""The attachment zoo of the tests, read and searched like the attachments of a page."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from publicity.checks.personal_info import Hit
from publicity.content.attachments import Reading, read_attachments
from publicity.finding import Severity

Detect = Callable[[str], Iterable[Hit]]
FOUND, REFUSED, MISSED = "found", "refused", "missed"


def visit_zoo(detect: Detect) -> dict[str, str]:
    """What became of every specimen, by file name: its number found, the file refused, or missed."""
    zoo: Any = importlib.import_module("zoo")  # of the tests, which mypy does not read
    with tempfile.TemporaryDirectory() as folder:
        specimens = zoo.build_zoo(Path(folder))
        readings = read_attachments([(one.path, one.name) for one in specimens])
    return {one.name: _verdict(one, readings[one.name], detect) for one in specimens}


def _verdict(specimen: Any, reading: Reading, detect: Detect) -> str:
    """Whatever a specimen holds, the rule that it names must be met besides."""
    if specimen.rule and specimen.rule not in {trouble.rule for trouble in reading.troubles}:
        return MISSED
    if specimen.holds == "number" and _has_number(reading, detect):
        return FOUND
    return REFUSED if any(trouble.severity is Severity.BLOCK for trouble in reading.troubles) else MISSED


def _has_number(reading: Reading, detect: Detect) -> bool:
    texts = ("\n".join(line.text for line in passage.lines) for passage in reading.passages)
    hits = (hit for text in texts for hit in detect(text))
    return any(hit.kind == "identity_number" and hit.severity is Severity.BLOCK for hit in hits)
