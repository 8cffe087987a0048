"""make bench: how much personal information the gate finds, what it stops without reason, and how fast it is.

Pages come from the grammar in personal_info/, from docs/ and the seed report, and from the attachment zoo of the tests.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from attachments import FOUND, MISSED, REFUSED, visit_zoo
from personal_info.cases import Case, clean_pages, negatives, positives
from personal_info.measure import MUST_BLOCK, Outcome, Tally, Verdict, by_kind, false_by_kind, run, weak_styles
from personal_info.words import OFFICE_PHONES
from synthetic import ROOT, write_town

from publicity.checks.personal_info import check_personal_info, find_personal_info
from publicity.checks.proofreading import check_proofreading
from publicity.content.loader import load_corpus
from publicity.rules import load_rules
from publicity.settings import load_settings

DETECT = partial(find_personal_info, office_phones=OFFICE_PHONES)
TODAY = date(2026, 11, 22)
PAGES_TIMED = 1000


@dataclass(frozen=True)
class Target:
    name: str
    limit: str
    measured: str
    kept: bool


def at_least(name: str, measured: float, limit: float) -> Target:
    return Target(name, f">= {limit:g}", f"{measured:.4f}", measured >= limit)


def at_most(name: str, measured: float, limit: float) -> Target:
    return Target(name, f"<= {limit:g}", f"{measured:.4f}", measured <= limit)


def real_pages() -> list[Case]:
    """Every page of docs/ and the seed report as they stand, none of which holds personal information."""
    paths = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "tests" / "golden" / "seed-report.txt"]
    return [Case("page of docs/", path.name, path.read_text(encoding="utf-8")) for path in paths]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """First column to the left, the others to the right."""
    for row in (head, *rows):
        print(
            f"{row[0]!s:34}"
            + "".join(f"{cell!s:>{max(len(name) + 2, 9)}}" for name, cell in zip(head[1:], row[1:], strict=True))
        )
    print(flush=True)


def conclude(targets: Sequence[Target]) -> NoReturn:
    """Say which were kept, and end with an error where one was not."""
    table(
        ("target", "limit", "measured", ""),
        [(one.name, one.limit, one.measured, "kept" if one.kept else "BROKEN") for one in targets],
    )
    sys.exit(0 if all(one.kept for one in targets) else 1)


def show_positives(outcomes: list[Outcome], false: dict[str, int]) -> list[Target]:
    tallies = by_kind(outcomes)
    plain = Tally("identity, plain text", tuple(one for one in tallies[0].outcomes if one.case.style == "plain"))
    columns = (Verdict.FOUND, Verdict.WARNED, Verdict.MISTAKEN, Verdict.MISSED)
    table(
        ("kind", "pages", *columns, "recall", "false blocks"),
        [
            (row.name, row.total, *(row.count(one) for one in columns), f"{row.recall:.4f}", false.get(row.name, 0))
            for row in (plain, *tallies)
        ],
    )
    print(f"blocks on other lines of these pages: {sum(one.strays for one in outcomes)}\n")
    weak = weak_styles(outcomes)[:20]
    if weak:
        table(("what hid most", "missed", "pages"), weak)
    return [
        at_least(f"recall, {plain.name}", plain.recall, 1),
        *(at_least(f"recall, {row.name}", row.recall, 0.995 if row.name in MUST_BLOCK else 0.97) for row in tallies),
    ]


def show_negatives(hard: list[Outcome], ordinary: list[Outcome]) -> list[Target]:
    rows = [*by_kind(hard), Tally("all that only looks so", tuple(hard)), *by_kind(ordinary)]
    columns = (Verdict.BLOCKED, Verdict.ADVISED, Verdict.QUIET)
    table(
        ("no personal information", "pages", *columns),
        [(row.name, row.total, *map(row.count, columns)) for row in rows],
    )
    return [
        at_most("false blocks, hard pages", Tally("", tuple(hard)).false_blocks, 1 / 200),
        at_most("false blocks, clean pages", Tally("", tuple(ordinary)).false_blocks, 1 / 200),
    ]


def show_zoo() -> list[Target]:
    verdicts = visit_zoo(TODAY)
    counts = {verdict: sum(one == verdict for one in verdicts.values()) for verdict in (FOUND, REFUSED, MISSED)}
    table(("attachment zoo", "files", *counts), [("all specimens", len(verdicts), *counts.values())])
    for name in (name for name, verdict in verdicts.items() if verdict == MISSED):
        print(f"missed: {name}")
    return [at_least("attachments found or refused", 1 - counts[MISSED] / len(verdicts), 1)]


def show_speed(pages: list[Case]) -> list[Target]:
    """MB of text a second through the detector, and seconds of the two checks on a town of 1,000 documents."""
    texts = [page.text for page in pages]
    size = sum(len(text.encode()) for text in texts) / 1e6
    rate = size / min(_seconds(lambda: (list(DETECT(text)) for text in texts)) for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        corpus, rules = load_corpus(load_settings(write_town(Path(folder) / "town", PAGES_TIMED))), load_rules()
        checks = (check_personal_info, check_proofreading)
        spent = [_seconds(partial(check, corpus, rules, TODAY)) for check in checks]
    print(
        f"{size:.1f} MB at {rate:.1f} MB/s; {PAGES_TIMED:,} pages: personal information {spent[0]:.2f} s, proofreading {spent[1]:.2f} s\n"
    )
    return [at_least("MB of text a second", rate, 2), at_most(f"seconds for {PAGES_TIMED:,} pages", sum(spent), 3)]


def show_failures(outcomes: Iterable[Outcome], limit: int) -> None:
    """The first failures of every row in full: all of it is invented."""
    for row in by_kind(outcomes):
        for outcome in row.failures()[:limit]:
            lines = outcome.case.text.split("\n")
            where = outcome.case.lines or sorted({hit.line for hit in outcome.hits})
            print(
                f"--- {row.name} ({outcome.case.style}): {outcome.verdict}; {[(hit.kind, hit.line, hit.severity.value) for hit in outcome.hits]}"
            )
            print("\n".join(f"{number:4} {lines[number - 1]}" for number in where))


def _seconds(work: Callable[[], Iterable[object]]) -> float:
    """CPU seconds of this process to go through it all: the machine is shared."""
    began = time.process_time()
    for _ in work():
        pass
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show-missed", type=int, default=0, metavar="N", help="print N failures of every row in full")
    limit: int = parser.parse_args().show_missed
    found, hard = run(DETECT, positives()), run(DETECT, negatives())
    pages = [*clean_pages(), *real_pages()]
    ordinary = run(DETECT, pages)
    targets = [
        *show_positives(found, false_by_kind(hard)),
        *show_negatives(hard, ordinary),
        *show_zoo(),
        *show_speed(pages),
    ]
    show_failures([*found, *hard, *ordinary], limit)
    conclude(targets)


if __name__ == "__main__":
    main()
