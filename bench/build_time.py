"""make bench: check and cold build of 100 and 1,000 documents, beside stock Material on the same documents.

Each run is its own process; CPU seconds and the peak of memory are what the operating system counted for it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from synthetic import ROOT, write_town

ENV = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
LIMITS = "上限（1,000 页）：CPU 15 秒，内存 200 MB，每页 30 KB"


@dataclass(frozen=True)
class Figures:
    wall: float
    cpu: float
    peak_mb: float
    pages: int
    kb_a_page: float


# Runs a command and prints what the operating system counted for it and its children: wall, CPU, peak in KB.
COUNTER = """
import resource, subprocess, sys, time
began = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(done.returncode)
"""


def measure(command: list[str], folder: Path, site: Path) -> Figures:
    """One run of a command that builds ``site``; the peak is that of the largest single process."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTER, *command], cwd=folder, env=ENV, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    wall, cpu, peak = map(float, done.stdout.split())
    html = list(site.rglob("index.html"))
    return Figures(wall, cpu, peak / 1000, len(html), sum(path.stat().st_size for path in html) / len(html) / 1000)


def ours(folder: Path, documents: int) -> Figures:
    write_town(folder, documents)
    command = [sys.executable, str(ROOT / "scripts" / "cli.py"), "build", "--today", "2026-11-22"]
    return measure(command, folder, folder / "site")


def stock(folder: Path, documents: int) -> Figures:
    write_town(folder, documents, stock=True)
    return measure([sys.executable, "-m", "mkdocs", "build", "-q"], folder, folder / "site")


def main() -> None:
    sizes = (100, 1000)
    print(f"{'':22}{'pages':>7}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'KB/page':>9}")
    for name, build in (("this site", ours), ("stock Material", stock)):
        cpu = []
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                found = build(Path(folder) / "town", size)
            cpu.append(found.cpu)
            row = f"{found.pages:7}{found.wall:8.1f}{found.cpu:8.1f}{found.peak_mb:9.0f}{found.kb_a_page:9.1f}"
            print(f"{name + ' ' + format(size, ','):22}{row}", flush=True)
        print(f"{'':22}CPU grows {cpu[1] / cpu[0]:.1f} times from {sizes[0]} to {sizes[1]:,} documents")
    print(LIMITS)


if __name__ == "__main__":
    main()
