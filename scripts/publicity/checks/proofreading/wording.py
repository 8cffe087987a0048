"""Wrong words, long names with a slip in them, and fixed phrases in another order."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.checks.proofreading.sheet import Mark, Sheet, printable
from publicity.checks.proofreading.slips import find_slips
from publicity.rules.wording import Correction, Wording

RULE = "wording"


def mark_wrong_words(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Words that data/wording.yml knows to be wrong, unless they are part of a longer word that is right."""
    for start, wrong in wording.wrong_words.find(sheet.text):
        if not wording.right_words.covers(sheet.text, start, start + len(wrong)):
            yield _mark(sheet, start, wrong, *wording.corrections[wrong])


def mark_slips_in_names(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Long fixed names one character off."""
    for entry in wording.names:
        for start, slip in find_slips(sheet.text, entry.name):
            yield _mark(sheet, start, slip, entry.name, entry)


def mark_wrong_orders(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Fixed phrases that have all their words, in another order or one of them mistaken."""
    for entry in wording.orders:
        # One of them at most may be mistaken.
        if sum(part in sheet.text for part in entry.parts) < len(entry.parts) - 1:
            continue
        for found in entry.pattern.finditer(sheet.text):
            words = tuple(entry.token.findall(found.group()))
            if words != entry.parts and len(set(words)) == len(words):
                yield _mark(sheet, found.start(), found.group(), entry.right, entry)


def _mark(sheet: Sheet, start: int, wrong: str, right: str, entry: Correction) -> Mark:
    end = start + len(wrong)
    doubt = "是" if entry.blocks else "多半是"
    message = f"“{sheet.quote(start, end)}”中的“{printable(wrong)}”{doubt}“{right}”之误"
    if entry.blocks:
        message += "，属于严重表述错误"
    return Mark(start, end, RULE, message, f"请改为“{right}”", entry.cited, entry.blocks)
