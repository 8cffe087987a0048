"""Personal information that must not go out: in pages, fragments, data files, file names, and in every attachment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.checks.personal_info.detect import find_personal_info, hits_of, numbers_of, options_of
from publicity.checks.personal_info.kinds import DIFFERING, KINDS, Kind
from publicity.checks.personal_info.masks import MaskedNumber, differing_masks, masked_numbers
from publicity.checks.personal_info.scan import Hit, Options, Scan
from publicity.checks.personal_info.sources import in_parts, passages_of, rendered_passage
from publicity.content.corpus import Corpus, Page
from publicity.finding import Finding, Severity
from publicity.rules import Rules


def check_personal_info(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Everything found that nobody has let out, and what has been let out for nothing."""
    options = options_of(corpus.settings.town)
    masked: list[MaskedNumber] = []
    used: set[str] = set()
    for passage in passages_of(corpus):
        scan = Scan(passage, options)
        for hit in hits_of(scan):
            yield from _unless_allowed(scan, hit, rules, today, used)
        masked += masked_numbers(scan)
    for one, other in differing_masks(masked):
        yield _finding(one.scan, one.hit, DIFFERING, _where(other))
        yield _finding(other.scan, other.hit, DIFFERING, _where(one))
    yield from _idle_entries(rules, used)


def check_rendered_numbers(corpus: Corpus, page: Page, html: str, rules: Rules, today: date) -> Iterator[Finding]:
    """Numbers that only show once the page is rendered: taken apart in the source by links, tags or references."""
    options = options_of(corpus.settings.town)
    for passage in in_parts(rendered_passage(page, html)):
        scan = Scan(passage, options)
        for hit in numbers_of(scan):
            if hit.severity is Severity.BLOCK:
                yield from _unless_allowed(scan, hit, rules, today, set())


def _unless_allowed(scan: Scan, hit: Hit, rules: Rules, today: date, used: set[str]) -> Iterator[Finding]:
    path = scan.line_of(hit.start).path
    entry = rules.allowed.find(path, rule_of(hit.kind), hit.masked)
    if entry is not None:
        used.add(entry.id)
        if today <= entry.until:
            return
    expired = f"（放行登记 {entry.id} 已于 {entry.until} 到期）" if entry else ""
    yield _finding(scan, hit, KINDS[hit.kind], expired=expired)


def rule_of(kind: str) -> str:
    return kind.replace("_", "-")


def _finding(scan: Scan, hit: Hit, kind: Kind, where: str = "", expired: str = "") -> Finding:
    line = scan.line_of(hit.start)
    place = scan.passage.place_of(line)
    message = f"{place}{kind.says.format(hit.masked, where)}{expired}"
    number, column = (1, 1) if place else (line.number, scan.column_of(hit.start))
    return Finding(line.path, number, column, hit.severity, rule_of(hit.kind), message, kind.cure, kind.basis)


def _where(masked: MaskedNumber) -> str:
    line = masked.scan.line_of(masked.hit.start)
    place = masked.scan.passage.place_of(line)
    return f"{line.path} {place}" if place else f"{line.path}:{line.number}"


def _idle_entries(rules: Rules, used: set[str]) -> Iterator[Finding]:
    for entry in rules.allowed.entries:
        if entry.masked is not None and entry.id not in used:
            message = f"放行登记 {entry.id} 没有对应的内容"
            yield Finding(
                "data/allowed_personal_info.yml", 1, 1, Severity.WARN, "allowed", message, "已经改掉的请删去这一条"
            )


__all__ = [
    "Hit",
    "Options",
    "check_personal_info",
    "check_rendered_numbers",
    "find_personal_info",
    "hits_of",
    "numbers_of",
    "options_of",
]
