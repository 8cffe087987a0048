"""Personal information that must not go out: in pages, fragments, data files, file names, and in every attachment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date

from publicity.checks.personal_info.detect import find_personal_info, hits_of, numbers_of, options_of
from publicity.checks.personal_info.kinds import DIFFERING, KINDS, Kind
from publicity.checks.personal_info.masks import MaskedNumber, differing_masks, masked_numbers
from publicity.checks.personal_info.scan import Hit, Options, Scan
from publicity.checks.personal_info.sources import in_parts, passages_of, rendered_passage
from publicity.content.corpus import Corpus, Page
from publicity.finding import Finding, Severity
from publicity.rules import Allowed, Rules


def check_personal_info(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Everything found that nobody has let out, and what has been let out for nothing."""
    options = options_of(corpus.settings.town)
    masked: list[MaskedNumber] = []
    met: dict[str, set[Finding]] = defaultdict(set)
    for passage in passages_of(corpus):
        scan = Scan(passage, options)
        for hit in hits_of(scan):
            finding = _finding(scan, hit, KINDS[hit.kind])
            entry = rules.allowed.find(finding.path, finding.rule, hit.masked)
            if entry is None:
                yield finding
            else:
                met[entry.id].add(finding)
        masked += masked_numbers(scan)
    for one, other in differing_masks(masked):
        yield _finding(one.scan, one.hit, DIFFERING, _where(other))
        yield _finding(other.scan, other.hit, DIFFERING, _where(one))
    for entry in rules.allowed.entries:
        yield from _beyond(entry, met[entry.id], today)


def _beyond(entry: Allowed, met: Set[Finding], today: date) -> Iterator[Finding]:
    """What an entry does not let out: anything after its last day, and more places than it names."""
    if entry.masked is None:
        return
    why = ""
    if today > entry.until:
        why = f"（放行登记 {entry.id} 已于 {entry.until} 到期）"
    elif len(met) > entry.count:
        why = f"（放行登记 {entry.id} 只放行{entry.count}处，样子相同的有{len(met)}处）"
    if why:
        yield from (replace(finding, message=finding.message + why) for finding in met)
    if not met:
        message = f"放行登记 {entry.id} 没有对应的内容"
        yield Finding(
            "data/allowed_personal_info.yml", 1, 1, Severity.WARN, "allowed", message, "已经改掉的请删去这一条"
        )


def check_rendered_numbers(corpus: Corpus, page: Page, html: str, rules: Rules, today: date) -> Iterator[Finding]:
    """Numbers that only show once the page is rendered: taken apart in the source by links, tags or references."""
    options = options_of(corpus.settings.town)
    for passage in in_parts(rendered_passage(page, html)):
        scan = Scan(passage, options)
        for hit in numbers_of(scan):
            finding = _finding(scan, hit, KINDS[hit.kind])
            entry = rules.allowed.find(finding.path, finding.rule, hit.masked)
            if finding.blocks and (entry is None or today > entry.until):
                yield finding


def rule_of(kind: str) -> str:
    return kind.replace("_", "-")


def _finding(scan: Scan, hit: Hit, kind: Kind, where: str = "") -> Finding:
    line = scan.line_of(hit.start)
    place = scan.passage.place_of(line)
    message = f"{place}{kind.says.format(hit.masked, where)}"
    number, column = (1, 1) if place else (line.number, scan.column_of(hit.start))
    return Finding(line.path, number, column, hit.severity, rule_of(hit.kind), message, kind.cure, kind.basis)


def _where(masked: MaskedNumber) -> str:
    line = masked.scan.line_of(masked.hit.start)
    place = masked.scan.passage.place_of(line)
    return f"{line.path} {place}" if place else f"{line.path}:{line.number}"


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
