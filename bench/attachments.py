"""The attachment zoo of the tests, laid beside a page and checked with all that the gate has."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from synthetic import write_town

from publicity.finding import Finding
from publicity.project import open_project

FOUND, REFUSED, MISSED = "found", "refused", "missed"


def visit_zoo(today: date) -> dict[str, str]:
    """What became of every specimen, by file name: found, refused, or missed."""
    zoo: Any = importlib.import_module("zoo")  # of the tests, which mypy does not read
    with tempfile.TemporaryDirectory() as folder:
        config = write_town(Path(folder) / "town", 1)
        specimens = zoo.build_zoo(config.parent / "docs" / "disclosure" / "2025" / "attachments")
        findings = open_project(config, today).findings
    return {
        one.name: verdict(one, [found for found in findings if Path(found.path).name == one.name]) for one in specimens
    }


def verdict(specimen: Any, findings: Sequence[Finding]) -> str:
    """Found is the number where there is one, and otherwise the trouble; a file refused for another reason is safe."""
    blocking = {finding.rule for finding in findings if finding.blocks}
    told = blocking if specimen.holds == "number" else {finding.rule for finding in findings}
    if ("identity-number" if specimen.holds == "number" else specimen.rule) in told:
        return FOUND
    return REFUSED if blocking else MISSED
