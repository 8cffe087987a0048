"""Proofreading: own rules with few false alarms. Advice, but for 严重表述错误 that data/wording.yml has verified."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from publicity.checks.proofreading.brackets import mark_brackets
from publicity.checks.proofreading.characters import mark_rare_characters
from publicity.checks.proofreading.document_numbers import mark_year_brackets
from publicity.checks.proofreading.figures import mark_percentages
from publicity.checks.proofreading.known import leave_out_known
from publicity.checks.proofreading.ordinals import mark_broken_ordinals
from publicity.checks.proofreading.organs import mark_mixed_organs, mark_slips_in_organ
from publicity.checks.proofreading.punctuation import mark_doubled_marks, mark_half_width
from publicity.checks.proofreading.relative_years import mark_relative_years
from publicity.checks.proofreading.repeats import mark_repeats
from publicity.checks.proofreading.sheet import Mark, Sheet, read_sheets
from publicity.checks.proofreading.spacing import mark_stray_spaces
from publicity.checks.proofreading.totals import mark_totals
from publicity.checks.proofreading.wording import mark_slips_in_names, mark_wrong_orders, mark_wrong_words
from publicity.content.corpus import Corpus
from publicity.finding import Finding, Severity
from publicity.rules import Rules
from publicity.rules.wording import Wording

MOST_OF_A_RULE = 20

Proofreader = Callable[[Sheet, Wording], Iterator[Mark]]

# Where two of them speak of the same characters, the one that blocks is heard, else the earlier one.
PROOFREADERS: tuple[Proofreader, ...] = (
    mark_slips_in_names,
    mark_wrong_orders,
    mark_wrong_words,
    mark_slips_in_organ,
    mark_rare_characters,
    mark_repeats,
    mark_stray_spaces,
    mark_year_brackets,
    mark_doubled_marks,
    mark_half_width,
    mark_brackets,
    mark_broken_ordinals,
    mark_mixed_organs,
    mark_percentages,
    mark_totals,
    mark_relative_years,
)


def check_proofreading(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """What a careful reader would query in the fields and the body of every page."""
    for page in corpus.pages:
        for sheet in read_sheets(page, corpus.settings.town.organ):
            news, known = leave_out_known(sheet, proofread(sheet, rules.wording))
            yield from (_finding(sheet, mark) for mark in _thin_out(news))
            yield from known


def proofread(sheet: Sheet, wording: Wording) -> list[Mark]:
    """Every mark, each place told once; of what the page quotes from elsewhere only what must not be shown."""
    every = [mark for proofreader in PROOFREADERS for mark in proofreader(sheet, wording)]
    marks: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(every, key=lambda mark: not mark.blocks):
        places = range(mark.start, mark.end)
        if taken.isdisjoint(places) and (mark.blocks or not sheet.is_cited(mark.start)):
            taken.update(places)
            marks.append(mark)
    return marks


def _thin_out(marks: list[Mark]) -> Iterator[Mark]:
    """The first few of each rule, and how many more there are: a page in traditional characters is one trouble."""
    seen: dict[str, list[Mark]] = {}
    for mark in marks:
        seen.setdefault(mark.rule, []).append(mark)
    for alike in seen.values():
        yield from alike[:MOST_OF_A_RULE]
        if more := alike[MOST_OF_A_RULE:]:
            yield replace(more[0], message=f"这一处起还有{len(more)}处同类问题，不再逐条提示")


def _finding(sheet: Sheet, mark: Mark) -> Finding:
    line, column = sheet.where(mark.start)
    severity = Severity.BLOCK if mark.blocks else Severity.WARN
    return Finding(line.path, line.number, column, severity, mark.rule, mark.message, mark.cure, mark.basis)


__all__ = ["PROOFREADERS", "Proofreader", "check_proofreading", "proofread"]
