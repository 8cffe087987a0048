"""Personal information that must not go out: in pages, fragments, data files, file names, and in every attachment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from publicity.checks.personal_info.accounts import find_accounts
from publicity.checks.personal_info.bank_cards import find_bank_cards
from publicity.checks.personal_info.documents import find_plates, find_travel_documents
from publicity.checks.personal_info.homes import find_homes
from publicity.checks.personal_info.identity_numbers import find_identity_numbers
from publicity.checks.personal_info.kinds import DIFFERING, KINDS, Kind
from publicity.checks.personal_info.masks import MaskedNumber, differing_masks, find_masks, masked_numbers
from publicity.checks.personal_info.phones import find_phones
from publicity.checks.personal_info.scan import Hit, Options, Scan
from publicity.checks.personal_info.sources import passages_of
from publicity.checks.personal_info.vulnerable import find_vulnerable
from publicity.content.corpus import Corpus
from publicity.content.markdown import Line
from publicity.content.passages import Passage
from publicity.finding import Finding, Severity
from publicity.rules import Rules
from publicity.settings import Town

Detector = Callable[[Scan], Iterator[Hit]]

# Where two numbers share digits, the earlier detector's stands.
NUMBERS: tuple[Detector, ...] = (find_identity_numbers, find_bank_cards, find_phones, find_travel_documents)
OTHERS: tuple[Detector, ...] = (find_plates, find_accounts, find_homes, find_masks, find_vulnerable)


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


def find_personal_info(
    text: str,
    *,
    office_phones: Iterable[str] = (),
    office_emails: Iterable[str] = (),
    masks: tuple[str, ...] = Options().masks,
) -> Iterator[Hit]:
    """What a text of one or more lines holds, in its order; each hit with its line and column."""
    lines = tuple(Line(part, "", number) for number, part in enumerate(text.split("\n"), 1))
    scan = Scan(Passage(lines), Options(_digits(office_phones), frozenset(map(str.lower, office_emails)), masks))
    yield from hits_of(scan)


def hits_of(scan: Scan) -> list[Hit]:
    """The hits of every detector, by place; each says something once."""
    kept: list[Hit] = []
    for detector in NUMBERS:
        taken = [(hit.start, hit.end) for hit in kept]
        kept += [hit for hit in detector(scan) if not any(hit.start < end and start < hit.end for start, end in taken)]
    for detector in OTHERS:
        kept += detector(scan)
    return sorted({(hit.start, hit.kind): scan.placed(hit) for hit in kept}.values(), key=lambda hit: hit.start)


def options_of(town: Town) -> Options:
    """What the town's settings let pass."""
    phones = [*town.office_phones, town.contact.phone or "", town.contact.fax or ""]
    return Options(_digits(phones), frozenset(filter(None, [(town.contact.email or "").lower()])), town.masks)


def _digits(phones: Iterable[str]) -> frozenset[str]:
    """The digits of each number, extensions left out."""
    bare = (re.sub(r"\D", "", re.split(r"转|ext|,|，|、|；|;", phone)[0]) for phone in phones)
    return frozenset(filter(None, bare))


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


__all__ = ["Hit", "Options", "check_personal_info", "find_personal_info", "hits_of", "options_of"]
