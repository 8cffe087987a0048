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


def measure(command: list[str], folder: Path, site: Path) -> Figures:
    """Run once; children are counted with their parent."""
    before = os.times()
    process = subprocess.Popen(command, cwd=folder, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, message = process.communicate()
    after = os.times()
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{message.decode()}")
    html = list(site.rglob("index.html"))
    return Figures(
        wall=after.elapsed - before.elapsed,
        cpu=after.children_user + after.children_system - before.children_user - before.children_system,
        peak_mb=_peak_mb(command, folder),
        pages=len(html),
        kb_a_page=sum(path.stat().st_size for path in html) / len(html) / 1000,
    )


def _peak_mb(command: list[str], folder: Path) -> float:
    """The largest resident size of the command or any child it waited for, from a run of its own."""
    counter = (
        "import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True,"
        "stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", counter, *command], cwd=folder, env=ENV, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1000


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
