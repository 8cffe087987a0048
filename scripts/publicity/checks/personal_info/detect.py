"""Which detectors there are, and what they find in one passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from publicity.checks.personal_info.accounts import find_accounts
from publicity.checks.personal_info.bank_cards import find_bank_cards
from publicity.checks.personal_info.documents import find_plates, find_travel_documents
from publicity.checks.personal_info.homes import find_homes
from publicity.checks.personal_info.identity_numbers import KIND as IDENTITY
from publicity.checks.personal_info.identity_numbers import find_identity_numbers
from publicity.checks.personal_info.masks import find_masks
from publicity.checks.personal_info.phones import find_phones
from publicity.checks.personal_info.scan import Hit, Options, Scan
from publicity.checks.personal_info.sources import BINARY
from publicity.checks.personal_info.vulnerable import find_vulnerable
from publicity.content.markdown import Line
from publicity.content.passages import Passage
from publicity.settings import Town

# Hits of one detector in one passage: what has so many is stopped anyway, and nobody reads more lines than these.
MOST = 500

Detector = Callable[[Scan], Iterator[Hit]]

# Where two numbers share digits, the earlier detector's stands.
NUMBERS: tuple[Detector, ...] = (find_identity_numbers, find_bank_cards, find_phones, find_travel_documents)
OTHERS: tuple[Detector, ...] = (find_plates, find_accounts, find_homes, find_masks, find_vulnerable)


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


def numbers_of(scan: Scan) -> list[Hit]:
    """Numbers only; where two share digits, the one found first."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for detector in NUMBERS:
        for hit in islice(detector(scan), MOST):
            places = range(hit.start, hit.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(hit)
    return kept


def hits_of(scan: Scan) -> list[Hit]:
    """The hits of every detector, by place; each says something once."""
    kept = numbers_of(scan)
    if scan.passage.place.startswith(BINARY):  # among bytes, only a number that checks itself is no accident
        kept = [hit for hit in kept if hit.kind == IDENTITY]
    for detector in OTHERS if not scan.passage.place.startswith(BINARY) else ():
        kept += islice(detector(scan), MOST)
    return sorted({(hit.start, hit.kind): scan.placed(hit) for hit in kept}.values(), key=lambda hit: hit.start)


def options_of(town: Town) -> Options:
    """What the town's settings let pass."""
    phones = [*town.office_phones, town.contact.phone or "", town.contact.fax or ""]
    return Options(_digits(phones), frozenset(filter(None, [(town.contact.email or "").lower()])), town.masks)


def _digits(phones: Iterable[str]) -> frozenset[str]:
    """The digits of each number, extensions left out."""
    bare = (re.sub(r"\D", "", re.split(r"转|ext|,|，|、|；|;", phone)[0]) for phone in phones)
    return frozenset(filter(None, bare))
