"""The generated set: pages with one piece of personal information each, hard pages without any, ordinary pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from personal_info import contexts, disguises, numbers, prose
from personal_info.disguises import Style
from personal_info.grammar import fill, mark, piece
from personal_info.kinds import SIMPLE
from personal_info.negatives import EVERYDAY, FAMILIES

SEED = 20260401
NEGATIVES_A_FAMILY = 200
CLEAN_PAGES = 400
# Sister kinds: the reader is told of the same leak under another name.
SISTERS = {
    "messenger": {"messenger", "mobile"},
    "birth": {"birth", "identity_number", "mask"},
}


@dataclass(frozen=True)
class Case:
    """``kind`` is what must be found on one of ``lines``; a page without personal information has no lines."""

    kind: str
    style: str
    text: str
    lines: range = range(0)

    @property
    def accepted(self) -> set[str]:
        """The kinds of hit that count."""
        return SISTERS.get(self.kind, {self.kind})


@dataclass(frozen=True)
class Numbered:
    """A kind that is one long number, which can be disguised; ``field`` is its name in an address."""

    number: Callable[[Random], str]
    labels: tuple[str, ...]
    field: str
    templates: tuple[str, ...]
    cuts: tuple[tuple[int, ...], ...]


NUMBERED = {
    "identity_number": Numbered(
        numbers.identity,
        ("", "", "身份证", "证件"),
        "sfzh",
        contexts.IDENTITY,
        ((6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 4, 4), (6, 4, 2, 2, 4), (4, 4, 4, 4, 2), (14, 4), (6, 12), (1,) * 18),
    ),
    "bank_card": Numbered(
        numbers.bank_card,
        ("银行卡", "一卡通", "惠农卡"),
        "card",
        contexts.BANK_CARD,
        ((4, 4, 4, 4, 3), (4, 4, 4, 4, 3), (6, 13), (8, 8, 3)),
    ),
    "mobile": Numbered(
        numbers.mobile,
        ("", "", "电话", "手机", "联系电话"),
        "phone",
        contexts.MOBILE,
        ((3, 4, 4), (3, 4, 4), (4, 4, 3), (3, 8), (1,) * 11),
    ),
}
# A form with a box for every group or digit; a table keeps only as many cells as its head has.
CELLS = (
    f"| 姓名 | {{label}}号码 |{' |' * 19}\n{'| --- ' * 21}|\n| {{person}} | {{value}} |",
    f"| 项目 | {{label}}登记号码 |{' |' * 18}\n{'| --- ' * 20}|\n| 填写 | {{value}} |",
)
# How many pages: plain, with one disguise, with two.
COUNTS = {"identity_number": (800, 800, 1000), "bank_card": (300, 300, 300), "mobile": (400, 400, 400)}


def positives(seed: int = SEED) -> Iterator[Case]:
    """Every page with something that must be found."""
    for kind, (plain, alone, pairs) in COUNTS.items():
        chance = Random(f"{seed} {kind}")
        for styles, count in (([Style()], plain), (disguises.alone(), alone), (disguises.pairs(), pairs)):
            chance.shuffle(styles)
            for place in range(count):
                yield _numbered(chance, kind, styles[place % len(styles)])
    for kind, (count, write) in SIMPLE.items():
        chance = Random(f"{seed} {kind}")
        for _ in range(count):
            text, lines = prose.embed(chance, write(chance))
            yield Case(kind, "plain", text, lines)


def negatives(seed: int = SEED) -> Iterator[Case]:
    """Every page with something that only looks like personal information."""
    for family, templates in FAMILIES.items():
        chance = Random(f"{seed} {family}")
        for place in range(NEGATIVES_A_FAMILY):
            text, _ = prose.embed(chance, piece(chance, templates[place % len(templates)]))
            yield Case(family, "", text)


def clean_pages(seed: int = SEED) -> Iterator[Case]:
    """Ordinary pages: prose and two or three everyday tables, lists and sentences."""
    for number in range(CLEAN_PAGES):
        chance = Random(f"{seed} page {number}")
        parts = [prose.title(chance)]
        for family in chance.sample(list(EVERYDAY), chance.randint(2, 3)):
            parts += [prose.block(chance) for _ in range(chance.randint(1, 4))]
            parts.append(fill(chance, chance.choice(EVERYDAY[family])))
        yield Case("clean page", "", "\n\n".join([*parts, prose.paragraph(chance)]) + "\n")


def _numbered(chance: Random, kind: str, style: Style) -> Case:
    """A page with a number of that kind, written in that style."""
    made = NUMBERED[kind]
    templates = made.templates
    if style.wrap:
        templates = (disguises.WRAPS[style.wrap],)
    elif style.gap == "cells":
        templates = CELLS
    elif style.gap == "break":
        templates = tuple(template for template in templates if "|" not in template)
    value = disguises.write(chance, style, made.number(chance), made.cuts)
    label = chance.choice(made.labels)
    found = piece(chance, chance.choice(templates), value=mark(value), label=label, field=made.field)
    text, lines = prose.embed(chance, found)
    return Case(kind, str(style), text, lines)
