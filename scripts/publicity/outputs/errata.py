"""Marks known errors in a report's HTML without changing one character a reader sees or copies."""

from __future__ import annotations

import re
from html import escape

from publicity.model import AnnualReport
from publicity.model.report import HEADER

_MARKUP = re.compile(r"(<!--.*?-->|<a\b.*?</a>|<[^>]*>)", re.DOTALL)


def mark_errata(html: str, report: AnnualReport) -> str:
    """Each original becomes a link to its note. Only text is marked, never markup or links; of overlapping ones the first."""
    originals = {
        erratum.number: escape(erratum.original, quote=False)
        for erratum in report.errata
        if erratum.original and erratum.section != HEADER
    }
    pieces = _MARKUP.split(html)
    text = "".join(pieces[::2])
    unique = {number: words for number, words in originals.items() if text.count(words) == 1}
    pieces[::2] = [_mark(piece, unique) for piece in pieces[::2]]
    return "".join(pieces)


def _mark(text: str, originals: dict[int, str]) -> str:
    """One run of text, its marks set from the front, none inside another."""
    places = sorted((text.find(words), number) for number, words in originals.items() if words in text)
    marked, done = [], 0
    for start, number in places:
        if start < done:
            continue
        words = originals[number]
        link = f'<a class="erratum" id="mark-{number}" href="#erratum-{number}" data-number="{number}">{words}</a>'
        marked += [text[done:start], link]
        done = start + len(words)
    return "".join([*marked, text[done:]])
