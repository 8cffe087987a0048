"""make bench: check and cold build of 100 and 1,000 documents, beside stock Material on the same documents.

Each run is its own process; CPU seconds and the peak of memory are what the operating system counted for it. Pages are
weighed gzipped, as they travel. Our town has an address, so every page has the QR code that paper shows.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from synthetic import ROOT, write_town

ENV = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
# At 1,000 documents: CPU seconds, MB, and kB of the largest page, gzipped: style and scripts add 15 of the 45 a reader may wait for.
LIMITS = (15, 200, 20)


@dataclass(frozen=True)
class Figures:
    wall: float
    cpu: float
    peak_mb: float
    pages: int
    mean_kb: float
    largest_kb: float

    def within(self, cpu: float, peak_mb: float, largest_kb: float) -> bool:
        return self.cpu <= cpu and self.peak_mb <= peak_mb and self.largest_kb <= largest_kb


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
    sizes = [len(gzip.compress(path.read_bytes(), 6)) / 1000 for path in site.rglob("index.html")]
    return Figures(wall, cpu, peak / 1000, len(sizes), sum(sizes) / len(sizes), max(sizes))


def ours(folder: Path, documents: int) -> Figures:
    write_town(folder, documents)
    command = [sys.executable, str(ROOT / "scripts" / "cli.py"), "build", "--today", "2026-11-22"]
    return measure(command, folder, folder / "site")


def stock(folder: Path, documents: int) -> Figures:
    write_town(folder, documents, stock=True)
    return measure([sys.executable, "-m", "mkdocs", "build", "-q"], folder, folder / "site")


def main() -> None:
    sizes, kept = (100, 1000), True
    print(f"{'':22}{'pages':>7}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'mean kB':>9}{'max kB':>8}")
    for name, build in (("this site", ours), ("stock Material", stock)):
        cpu = []
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                found = build(Path(folder) / "town", size)
            cpu.append(found.cpu)
            row = f"{found.pages:7}{found.wall:8.1f}{found.cpu:8.1f}{found.peak_mb:9.0f}"
            print(f"{name + ' ' + format(size, ','):22}{row}{found.mean_kb:9.1f}{found.largest_kb:8.1f}", flush=True)
        if build is ours:
            kept = found.within(*LIMITS)
        print(f"{'':22}CPU grows {cpu[1] / cpu[0]:.1f} times from {sizes[0]} to {sizes[1]:,} documents")
    print(f"limits at 1,000 (CPU {LIMITS[0]} s, {LIMITS[1]} MB, {LIMITS[2]} kB a page): {'kept' if kept else 'BROKEN'}")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
