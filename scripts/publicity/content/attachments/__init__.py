"""Attachments: every text that they hold, and why they may not go out. Nothing in a file can make reading raise or hang."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from publicity.content.attachments.reading import MAX_ATTACHMENT, Reading, Trouble
from publicity.content.attachments.troubles import SCAN, UNREAD
from publicity.content.markdown import Line
from publicity.content.passages import Passage
from publicity.finding import Severity

_SCRIPTS = Path(__file__).resolve().parents[3]
_WORKER = "publicity.content.attachments.worker"


def read_attachments(files: Sequence[tuple[Path, str]]) -> dict[str, Reading]:
    """Readings by shown path, of (path, shown path); never raises. No process is started when there is no file."""
    if not files:
        return {}
    readings = {shown: Reading((), (UNREAD,)) for _, shown in files}
    command = [sys.executable, "-m", _WORKER]
    environment = {**os.environ, "PYTHONPATH": str(_SCRIPTS), "PYTHONUTF8": "1"}
    request = json.dumps([str(path) for path, _ in files])
    done = subprocess.run(command, input=request.encode(), capture_output=True, env=environment, check=False)
    for told in done.stdout.split(b"\n"):
        index, _, answer = told.partition(b"\t")
        if answer:
            shown = files[int(index)][1]
            readings[shown] = _reading(json.loads(answer), shown)
    return readings


def _reading(told: Any, shown: str) -> Reading:
    passages = (
        Passage(tuple(Line(text, shown, number) for number, text in lines), place) for place, lines in told["passages"]
    )
    troubles = (
        Trouble(rule, Severity(severity), message, cure, basis)
        for rule, severity, message, cure, basis in told["troubles"]
    )
    return Reading(tuple(passages), tuple(troubles), told["digest"])


__all__ = ["MAX_ATTACHMENT", "SCAN", "Reading", "Trouble", "read_attachments"]
