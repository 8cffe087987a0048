"""LibreOffice as a writer: what it saves is what clerks really have."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

_SECONDS = 60


def save_as(folder: Path, jobs: Iterable[tuple[str, str]]) -> None:
    """Save files of the folder under other names; LibreOffice is started once for each format."""
    formats: dict[str, list[tuple[str, str]]] = {}
    for source, to in jobs:
        formats.setdefault(to.rpartition(".")[2], []).append((source, to))
    with tempfile.TemporaryDirectory() as profile:
        for kind, pairs in formats.items():
            out = Path(profile) / kind
            _run(profile, "--convert-to", kind, "--outdir", str(out), *(str(folder / source) for source, _ in pairs))
            for source, to in pairs:
                shutil.move(out / f"{source.rpartition('.')[0]}.{kind}", folder / to)


def _run(profile: str, *arguments: str) -> None:
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
