"""What indexing costs, each step in a process of its own: ``search_index.py build|change|edits|remove FOLDER DOCUMENTS``.

Prints one line of JSON. CPU seconds leave out making the synthetic documents, which a real site does not do.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from search_corpus import Corpus
from synthetic import ROOT

from publicity.rules.search import SearchRules, load_search
from publicity.search.document import Document, Source
from publicity.search.index import write_index
from publicity.search.update import update_index

EDITS = 30  # enough for one of them to join the hot segment with the newest of the others


@dataclass(frozen=True)
class Cost:
    """CPU seconds, peak of memory in MB, and what was written: files and MB; ``worst`` CPU seconds of several."""

    cpu: float
    peak_mb: float
    files: int
    mb: float
    worst: float = 0.0


class _Meter:
    """Counts the CPU seconds that go into making documents, to be taken off."""

    def __init__(self) -> None:
        self.making = 0.0

    def around(self, sources: Iterable[Source]) -> Iterator[Source]:
        for source in sources:
            yield replace(source, load=self._timed(source))

    def _timed(self, source: Source) -> _Timed:
        return _Timed(self, source)


@dataclass(frozen=True)
class _Timed:
    meter: _Meter
    source: Source

    def __call__(self) -> Document:
        began = time.process_time()
        document = self.source.load()
        self.meter.making += time.process_time() - began
        return document


def run(step: str, folder: Path, documents: int) -> Cost:
    """One step in a child process. Ends the program with the child's message when it fails."""
    command = [sys.executable, __file__, step, str(folder), str(documents)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return Cost(**json.loads(done.stdout))


def rules() -> SearchRules:
    """The project's own rules of search."""
    return load_search(ROOT / "data" / "search.yml", ROOT / "data" / "traditional.txt")


def _build(folder: Path, documents: int) -> Cost:
    meter, corpus, settings = _Meter(), Corpus(documents), rules()
    began = time.process_time()
    write_index(meter.around(corpus.sources()), settings, folder)
    return _cost(time.process_time() - began - meter.making, folder, 0)


def _change(folder: Path, documents: int) -> Cost:
    """A document in the middle of the archive is edited."""
    return _update(folder, [Corpus(documents).changed(documents // 2)], [])


def _edits(folder: Path, documents: int) -> Cost:
    """The mean of so many edits, one after another: each makes the next dearer, until one pays for joining them."""
    corpus = Corpus(documents)
    costs = [_update(folder, [corpus.changed(documents // 2 + 2 + number)], []) for number in range(EDITS)]
    cpu, mb = (sum(values) / EDITS for values in ([one.cpu for one in costs], [one.mb for one in costs]))
    return replace(costs[-1], cpu=cpu, mb=mb, worst=max(one.cpu for one in costs))


def _remove(folder: Path, documents: int) -> Cost:
    """Another is taken down, and leaves no trace."""
    return _update(folder, [], [Corpus(documents).source(documents // 2 + 1).url])


def _update(folder: Path, changed: list[Source], removed: list[str]) -> Cost:
    meter, settings = _Meter(), rules()
    timed = list(meter.around(changed))
    since = time.time_ns()
    began = time.process_time()
    update_index(folder, timed, removed, settings)
    return _cost(time.process_time() - began - meter.making, folder, since)


def _cost(cpu: float, folder: Path, since: int) -> Cost:
    """``since``: only files written after that moment count (nanoseconds)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    written = [stat for path in folder.rglob("*") if path.is_file() and (stat := path.stat()).st_mtime_ns >= since]
    return Cost(round(cpu, 3), round(peak, 1), len(written), round(sum(stat.st_size for stat in written) / 1e6, 3))


if __name__ == "__main__":
    steps = {"build": _build, "change": _change, "edits": _edits, "remove": _remove}
    print(json.dumps(vars(steps[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3])))))
