"""Plots as inline SVG: bars whose words stand beside them, so that no colour is needed to read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

# Units of a drawing that a phone shows at about its own width.
WIDTH, ROW, BAR, TEXT = 320, 44, 14, 15


@dataclass(frozen=True)
class Bar:
    """One row: its name, and how many of each series."""

    label: str
    parts: tuple[int, ...]


def stacked_bars(ident: str, title: str, series: Sequence[str], bars: Sequence[Bar]) -> str:
    """Horizontal bars to one scale, each under its numbers in words; the colours come from the style sheet.

    ``ident`` is unique on its page. To a screen reader it is one image, whose description has every number.
    """
    scale = WIDTH / (max((sum(bar.parts) for bar in bars), default=0) or 1)
    said = [f"{bar.label}：{_numbers(series, bar)}" for bar in bars]
    rows = [_row(place * ROW, words, bar, scale) for place, (words, bar) in enumerate(zip(said, bars, strict=True), 1)]
    shapes = "\n".join([_legend(series), *rows])
    return (
        f'<svg class="plot" role="img" aria-labelledby="{ident}-t {ident}-d" viewBox="0 0 {WIDTH} {ROW * (len(bars) + 1)}">'
        f'<title id="{ident}-t">{escape(title)}</title><desc id="{ident}-d">{escape("；".join(said))}</desc>\n'
        f"{shapes}\n</svg>"
    )


def _legend(series: Sequence[str]) -> str:
    """Each series beside its colour, in the first row."""
    step = WIDTH / len(series)
    return "".join(
        f'<rect class="plot-{number}" x="{number * step:.1f}" y="4" width="{BAR}" height="{BAR}"/>'
        f'<text x="{number * step + BAR + 6:.1f}" y="{TEXT + 1}">{escape(name)}</text>'
        for number, name in enumerate(series)
    )


def _row(top: int, words: str, bar: Bar, scale: float) -> str:
    shapes, left = [f'<text x="0" y="{top}">{escape(words)}</text>'], 0.0
    for number, part in enumerate(bar.parts):
        if part:
            place = f'x="{left:.1f}" y="{top + 8}" width="{part * scale:.1f}" height="{BAR}"'
            shapes.append(f'<rect class="plot-{number}" {place}/>')
        left += part * scale
    return "".join(shapes)


def _numbers(series: Sequence[str], bar: Bar) -> str:
    """按时 3，迟 1; a bare 0 where there is nothing."""
    told = [f"{name} {part}" for name, part in zip(series, bar.parts, strict=True) if part]
    return "，".join(told) or "0"
