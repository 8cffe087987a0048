"""Templates with slots: ``{person}``, ``{int:3:90}``, ``{digits:11}``; ``{<}`` and ``{>}`` enclose what must be found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from personal_info import numbers, words

# Private characters stand in the text for the marks until the lines are counted.
BEGIN, END = "\ue000", "\ue001"
SLOT = re.compile(r"\{([a-z_0-9<>]+)((?::[^{}:\n]+)*)\}")
Slot = Callable[..., str]


@dataclass(frozen=True)
class Piece:
    """Some Markdown, and the first and last of its lines (from 0) that hold what must be found."""

    text: str
    first: int = 0
    last: int = 0

    @property
    def is_sentence(self) -> bool:
        """Plain running text, which may stand inside a paragraph."""
        return "\n" not in self.text and self.text[-1:] in "。；" and self.text[:1] not in "|#>-*`![0123456789"


def mark(text: str) -> str:
    """The text as what must be found."""
    return f"{BEGIN}{text}{END}"


def fill(chance: Random, template: str, **given: str) -> str:
    """The template with every slot filled, the same slot with another value each time; ``given`` wins."""

    def value(match: re.Match[str]) -> str:
        name, arguments = match[1], match[2].split(":")[1:]
        return given[name] if name in given else SLOTS[name](chance, *arguments)

    return SLOT.sub(value, template)


def piece(chance: Random, template: str, **given: str) -> Piece:
    """A filled template whose marks have become line numbers."""
    text = fill(chance, template, **given)
    first = text.count("\n", 0, max(text.find(BEGIN), 0))
    last = text.count("\n", 0, max(text.find(END), 0))
    return Piece(text.replace(BEGIN, "").replace(END, ""), first, last)


def person(chance: Random) -> str:
    family = chance.choice(words.DOUBLE_SURNAMES) if chance.random() < 0.02 else chance.choice(words.SURNAMES)
    return family + "".join(chance.choices(words.GIVEN, k=1 if chance.random() < 0.25 else 2))


def child(chance: Random) -> str:
    return chance.choice(words.SURNAMES) + chance.choice(words.NICKNAMES) if chance.random() < 0.5 else person(chance)


def masked_person(chance: Random) -> str:
    return chance.choice(words.SURNAMES) + chance.choice(("某", "某某", "*", "**", "×", "某某"))


def a_day(chance: Random, first: str = "2021", last: str = "2026") -> date:
    return numbers.day_between(chance, date(int(first), 1, 1), date(int(last), 11, 20))


def chinese_day(chance: Random, *years: str) -> str:
    day = a_day(chance, *years)
    return f"{day.year}年{day.month}月{day.day}日"


def money(chance: Random, low: str = "60", high: str = "9000") -> str:
    amount = chance.randint(int(low), int(high))
    return chance.choice((str(amount), f"{amount}.00", f"{amount:,}", f"{amount:,}.{chance.randint(0, 99):02d}"))


def _of(name: str) -> Slot:
    """A slot that picks from a list of words."""
    choices: tuple[str, ...] = getattr(words, name)
    return lambda chance: chance.choice(choices)


def _pick(chance: Random, choices: str) -> str:
    return chance.choice(choices.split("/"))


SLOTS: dict[str, Slot] = {
    "<": lambda chance: BEGIN,
    ">": lambda chance: END,
    "person": person,
    "child": child,
    "masked_person": masked_person,
    "masked_id": lambda chance: f"{chance.choice(numbers.HOME_COUNTIES)}********{numbers.digits(chance, 3)}{chance.choice('0123456789X')}",
    "masked_mobile": lambda chance: f"{chance.choice(numbers.MOBILES)}****{numbers.digits(chance, 4)}",
    "identity": numbers.identity18,
    "mobile": numbers.mobile,
    "bank_card": numbers.bank_card,
    "plate": numbers.plate,
    "credit_code": numbers.credit_code,
    "isbn13": numbers.isbn13,
    "bar_code": numbers.bar_code,
    "digits": lambda chance, count: numbers.digits(chance, int(count)),
    "hex": lambda chance, count: "".join(chance.choices("0123456789abcdef", k=int(count))),
    "int": lambda chance, low, high: str(chance.randint(int(low), int(high))),
    "decimal": lambda chance, low, high: f"{chance.uniform(float(low), float(high)):.2f}",
    "pick": _pick,
    "county_code": lambda chance: chance.choice(numbers.HOME_COUNTIES),
    "mobile_prefix": lambda chance: chance.choice(numbers.MOBILES),
    "money": money,
    "thousands": lambda chance, low, high: f"{chance.randint(int(low), int(high)):,}",
    "day": chinese_day,
    "iso": lambda chance, *years: a_day(chance, *years).isoformat(),
    "compact": lambda chance, *years: a_day(chance, *years).strftime("%Y%m%d"),
    "year": lambda chance: str(chance.randint(2020, 2026)),
    "village": _of("VILLAGES"),
    "group": _of("GROUPS"),
    "estate": _of("ESTATES"),
    "street": _of("STREETS"),
    "town": _of("TOWNS"),
    "county": _of("COUNTIES"),
    "organ": _of("ORGANS"),
    "office": _of("OFFICES"),
    "post": _of("POSTS"),
    "law": _of("LAWS"),
    "subsidy": _of("SUBSIDIES"),
    "project": _of("PROJECTS"),
    "company": _of("COMPANIES"),
    "bank": _of("BANKS"),
    "disease": _of("DISEASES"),
    "disability": _of("DISABILITIES"),
    "grade": _of("DISABILITY_GRADES"),
    "school": _of("SCHOOLS"),
    "form": _of("GRADES"),
    "crop": _of("CROPS"),
    "hotline": _of("HOTLINES"),
    "office_phone": _of("OFFICE_PHONES"),
}  # fmt: skip
