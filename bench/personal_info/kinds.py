"""Pieces of personal information that are more than one long number, one writer for each kind."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from personal_info import contexts, numbers, people
from personal_info.grammar import Piece, chinese_day, mark, piece
from personal_info.words import ESTATES, GROUPS, LOGINS, MAIL_HOSTS, STREETS, TOWNS, VILLAGES

Writer = Callable[[Random], Piece]


def _numbered(number: Callable[[Random], str], templates: tuple[str, ...], tables: tuple[str, ...] = ()) -> Writer:
    """A number in its context; one in seven is typed in full-width signs."""

    def write(chance: Random) -> Piece:
        value = number(chance)
        if chance.random() < 1 / 7:
            value = "".join(chr(ord(one) + 0xFEE0) if one.isascii() and one.isalnum() else one for one in value)
        return piece(chance, chance.choice(templates + tables), value=mark(value))

    return write


def _told(templates: tuple[str, ...]) -> Writer:
    """A template that marks itself what must be found."""

    def write(chance: Random) -> Piece:
        given = {name: make(chance) for name, make in OWN_SLOTS.items()}
        return piece(chance, chance.choice(templates), **given)

    return write


def login(chance: Random) -> str:
    forms = ("{}{}", "{}_{}", "wx{}{}", "{}-{}")
    return chance.choice(forms).format(chance.choice(LOGINS), numbers.digits(chance, chance.randint(2, 4)))


def messenger_number(chance: Random) -> str:
    return chance.choice("123456789") + numbers.digits(chance, chance.randint(6, 9))


def mail(chance: Random) -> str:
    name = chance.choice((login, messenger_number))(chance)
    host = chance.choice(MAIL_HOSTS)
    forms = ("{}@{}", "{}@{}", "{}@{}", "{}＠{}", "{} @ {}", "{}(at){}", "{}[at]{}", "{} AT {}", "{}#{}", "{}（at）{}")
    return chance.choice(forms).format(name, host)


def home(chance: Random) -> str:
    """An address below the township, with house, flat or at least the villagers' group."""
    number = chance.randint(1, 120)
    rural = f"{chance.choice(VILLAGES)}{chance.choice(GROUPS)}"
    flat = f"{chance.randint(1, 20)}{chance.choice('栋幢号')}{chance.choice(('', f'{chance.randint(1, 4)}单元'))}{chance.randint(1, 18)}0{chance.randint(1, 4)}{chance.choice(('室', '号', ''))}"
    below = chance.choice((f"{rural}{number}号", f"{rural}{number}号", rural, chance.choice(ESTATES) + flat,
                           f"{chance.choice(STREETS)}{number}号附{chance.randint(1, 9)}号", f"{chance.choice(STREETS)}{number}号{flat}"))  # fmt: skip
    return chance.choice(("", "云岭县", "贵州省云岭县")) + chance.choice((*TOWNS, "青石镇", "")) + below


def household(chance: Random) -> str:
    length = chance.choice((7, 8, 9, 9, 10))
    return chance.choice(
        (
            numbers.digits(chance, length),
            f"{chance.choice(numbers.HOME_COUNTIES)}{numbers.digits(chance, 9)}",
            f"NO.{numbers.digits(chance, 8)}",
        )
    )


def half_masked(chance: Random) -> str:
    """Masks that leave the birth date, or most of it, to be read."""
    full = numbers.identity18(chance)
    forms = (f"{full[:10]}****{full[14:]}", f"{full[:12]}****{full[16:]}", f"{full[:14]}****", f"{full[:14]}xxxx",
             f"{full[:6]}**{full[8:]}", f"{full[:14]}***{full[17:]}", f"{full[:2]}****{full[6:14]}****")  # fmt: skip
    return chance.choice(forms)


def deed(chance: Random) -> str:
    year = chance.randint(2016, 2025)
    return chance.choice((f"黔（{year}）云岭县不动产权第{numbers.digits(chance, 7)}号", f"黔({year})云岭县不动产权第{numbers.digits(chance, 7)}号",
                          f"黔〔{year}〕安平县不动产权第{numbers.digits(chance, 7)}号"))  # fmt: skip


OWN_SLOTS: dict[str, Callable[[Random], str]] = {
    "login": login,
    "qq": messenger_number,
    "mail": mail,
    "home": home,
    "household": household,
    "born": lambda chance: chinese_day(chance, "1935", "2015"),
    "half_masked": half_masked,
    "deed": deed,
}
SIMPLE: dict[str, tuple[int, Writer]] = {
    "landline": (300, _numbered(numbers.landline, contexts.LANDLINE)),
    "travel_document": (300, _numbered(numbers.travel_document, contexts.TRAVEL_DOCUMENT, contexts.TRAVEL_TABLES)),
    "plate": (300, _numbered(numbers.plate, contexts.PLATE)),
    "messenger": (300, _told(people.MESSENGER)),
    "email": (200, _told(people.EMAIL)),
    "home_address": (300, _told(people.HOME_ADDRESS)),
    "household": (200, _told(people.HOUSEHOLD)),
    "birth": (300, _told(people.BIRTH)),
    "minor": (250, _told(people.MINOR)),
    "health": (250, _told(people.HEALTH)),
    "property": (200, _told(people.PROPERTY)),
}
