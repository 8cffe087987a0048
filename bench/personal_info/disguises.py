"""How people write a number so that it is harder to find, by accident or on purpose.

A disguise is a glyph (other signs for the digits), a gap (something between groups of digits) or a wrap (a place in
the Markdown). They are measured alone and two at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

Glyph = Callable[[Random, str], list[str]]
Gap = Callable[[Random, list[str]], str]


@dataclass(frozen=True)
class Style:
    """Names of a glyph, a gap and a wrap; empty is the plain way."""

    glyph: str = ""
    gap: str = ""
    wrap: str = ""

    def __str__(self) -> str:
        return " + ".join(filter(None, (self.glyph, self.gap, self.wrap))) or "plain"


def _mapped(signs: str, cross: str = "XX") -> Glyph:
    """Ten signs for 0-9; ``cross`` are the signs for a final X."""
    return lambda chance, text: [signs[int(one)] if one.isdigit() else chance.choice(cross) for one in text]


def _letters(chance: Random, text: str) -> list[str]:
    """O for 0 and l for 1, as a typist or a scanner leaves them; every one or some."""
    share = chance.choice((1.0, 0.5))
    put = {"0": "Oo", "1": "lI"}
    return [chance.choice(put[one]) if one in put and chance.random() < share else one for one in text]


def _entities(chance: Random, text: str) -> list[str]:
    form = chance.choice(("&#{};", "&#x{:x};"))
    share = chance.choice((1.0, 0.3))
    return [form.format(ord(one)) if chance.random() < share else one for one in text]


def _half_chinese(chance: Random, text: str) -> list[str]:
    place = chance.randint(4, len(text) - 4)
    return [*text[:place], *GLYPHS["chinese"](chance, text[place:])]


def _other_zero(chance: Random, text: str) -> list[str]:
    zero = chance.choice("零○")
    return [zero if one == "〇" else one for one in GLYPHS["chinese"](chance, text)]


GLYPHS: dict[str, Glyph] = {
    "full width": _mapped("０１２３４５６７８９", "Ｘｘ"),
    "chinese": _mapped("〇一二三四五六七八九"),
    "chinese, 零": _other_zero,
    "chinese, half": _half_chinese,
    "capital": _mapped("零壹贰叁肆伍陆柒捌玖"),
    "letters": _letters,
    "styled": _mapped("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
    "entities": _entities,
}


def _joined(*gaps: str) -> Gap:
    return lambda chance, groups: chance.choice(gaps).join(groups)


def _marked(*marks: tuple[str, str]) -> Gap:
    """One group, or every second one, inside emphasis or tags."""

    def write(chance: Random, groups: list[str]) -> str:
        opening, closing = chance.choice(marks)
        step = chance.choice((1, 2))
        place = chance.randrange(len(groups))
        marked = range(0, len(groups), 2) if step == 2 else (place,)
        return "".join(f"{opening}{one}{closing}" if at in marked else one for at, one in enumerate(groups))

    return write


GAPS: dict[str, Gap] = {
    "space": _joined(" ", "  ", "\u3000"),
    "hyphen": _joined("-", "—", "–", "－", "_"),
    "dot": _joined(".", "·", "．"),
    "zero width": _joined("\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad"),
    "nbsp": _joined("\u00a0", "\u2009", "\u202f", "&nbsp;"),
    "slash": _joined("/", "／"),
    "emphasis": _marked(("**", "**"), ("*", "*"), ("***", "***"), ("~~", "~~")),
    "tags": _marked(("<b>", "</b>"), ("<span>", "</span>"), ("<u>", "</u>")),
    "break": _joined("\n", "<br>", "  \n", "<br/>"),
    "comment inside": _joined("<!-- -->", "<!--x-->"),
    "cells": _joined(" | "),
}
# A line break, a tag or a cell cannot stand just anywhere.
NEEDS_ROOM = {"break", "comment inside", "cells", "emphasis", "tags"}

# {label} is what the page calls the number, such as a card's; people leave the label of other numbers out.
WRAPS: dict[str, str] = {
    "code span": "核验结果为{label}`{value}`，以窗口登记为准。",
    "fence": "```\n姓名={person}\n{label}={value}\n```",
    "indented code": "导出数据如下：\n\n    {person},{label},{value},{village}",
    "link target": "见[{label}登记表扫描件](../files/{value}.jpg)。",
    "link query": "[查询{label}办理进度](https://www.example.gov.cn/query?{field}={value}&type=1)",
    "link text": "[{label}{value}](../files/scan-{int:1:40}.pdf)",
    "link title": '[登记表](form.md "{person} {label}{value}")',
    "alt text": "![{person} {label}{value}](photo-{int:1:40}.jpg)",
    "reference": "[{label}登记表]: ../files/{value}.pdf",
    "comment": "<!-- 待删：{person} {label}{value} -->",
    "file name": "附件：{label}{value}.pdf",
    "file name with name": "[{person}{label}{value}.docx](../files/a.docx)",
    "heading": "### {person}（{label}{value}）",
    "quote": "> 当事人{person}，{label}{value}，对上述事实无异议。",
    "list item": "- {person} {label}{value} {village}",
    "attribute": '<img src="a.png" alt="{label}{value}">',
    "footnote": "[^1]: {person}，{label}{value}。",
}
# Inside these Markdown makes nothing of emphasis, tags and entities, and white space ends an address.
LITERAL = {"code span", "fence", "indented code", "link target", "link query", "reference", "file name", "comment", "attribute", "link title"}  # fmt: skip
ADDRESS = {"link target", "link query", "reference"}


def cut(signs: Sequence[str], sizes: tuple[int, ...]) -> list[str]:
    """The written number in groups; the last takes what is left, and what is short ends early."""
    groups, start = [], 0
    for size in sizes[:-1]:
        groups.append("".join(signs[start : start + size]))
        start += size
    return [group for group in (*groups, "".join(signs[start:])) if group]


def alone() -> list[Style]:
    """Every disguise by itself."""
    return [
        *(Style(glyph=glyph) for glyph in GLYPHS),
        *(Style(gap=gap) for gap in GAPS),
        *(Style(wrap=wrap) for wrap in WRAPS),
    ]


def pairs() -> list[Style]:
    """Every two disguises that can stand together."""
    return [
        *(Style(glyph=glyph, gap=gap) for glyph in GLYPHS for gap in GAPS),
        *(Style(glyph=glyph, wrap=wrap) for glyph in GLYPHS for wrap in WRAPS if _readable(glyph, wrap)),
        *(Style(gap=gap, wrap=wrap) for gap in GAPS for wrap in WRAPS if _fits(gap, wrap)),
    ]


def _fits(gap: str, wrap: str) -> bool:
    """Whether people could write that gap in that place."""
    if wrap in ADDRESS:
        return gap in ("hyphen", "zero width")
    return gap not in NEEDS_ROOM or (wrap not in LITERAL and gap in ("emphasis", "tags") and wrap != "alt text")


def _readable(glyph: str, wrap: str) -> bool:
    """Entities are characters again only where Markdown or HTML decodes them."""
    return glyph != "entities" or wrap not in LITERAL - {"attribute"}


def write(chance: Random, style: Style, number: str, cuts: tuple[tuple[int, ...], ...]) -> str:
    """The number as that style writes it."""
    signs = GLYPHS[style.glyph](chance, number) if style.glyph else list(number)
    if not style.gap:
        return "".join(signs)
    if style.gap in NEEDS_ROOM - {"cells"}:  # nobody breaks or marks every single digit
        cuts = tuple(sizes for sizes in cuts if len(sizes) <= 3)
    return GAPS[style.gap](chance, cut(signs, chance.choice(cuts)))
