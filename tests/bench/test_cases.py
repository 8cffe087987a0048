"""The generated pages are what they say: the same each time, enough of them, and true to the rules of real numbers."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from personal_info import numbers
from personal_info.cases import NUMBERED, Case, clean_pages, negatives, positives
from personal_info.disguises import GAPS, GLYPHS, Style, alone, pairs, write
from personal_info.grammar import piece
from personal_info.prose import embed
from stdnum import luhn
from stdnum.cn import uscc

KINDS = {
    "identity_number", "bank_card", "mobile", "landline", "travel_document", "plate", "messenger", "email",
    "home_address", "household", "birth", "minor", "health", "property",
}  # fmt: skip
# GB 11643, table of weights and of check characters, as printed there.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "1 0 X 9 8 7 6 5 4 3 2".split()  # noqa: SIM905


@cache
def found_pages() -> tuple[Case, ...]:
    return tuple(positives())


@cache
def hard_pages() -> tuple[Case, ...]:
    return tuple(negatives())


def marked(case: Case) -> str:
    """The lines where something must be found."""
    lines = case.text.split("\n")
    return "\n".join(lines[number - 1] for number in case.lines)


def test_the_same_seed_gives_the_same_pages() -> None:
    """Two runs with one seed give the same pages, and another seed gives others."""
    assert tuple(positives()) == found_pages()
    assert tuple(negatives()) == hard_pages()
    assert next(positives(seed=1)) != found_pages()[0]


def test_there_are_enough_of_every_kind() -> None:
    """At least 5,000 pages with, 5,000 hard pages without, 400 ordinary pages, and no kind forgotten."""
    kinds = Counter(case.kind for case in found_pages())

    assert len(found_pages()) >= 5000
    assert len(hard_pages()) >= 5000
    assert len(list(clean_pages())) >= 400
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 200


def test_only_pages_with_personal_information_have_lines() -> None:
    """A positive names lines of its page that are not empty; a negative names none."""
    assert all(case.lines and marked(case).strip() for case in found_pages())
    assert not any(case.lines for case in [*hard_pages(), *clean_pages()])


def test_no_slot_or_mark_is_left() -> None:
    """Every slot is filled and the private marks of the grammar are gone."""
    pages = [*found_pages(), *hard_pages(), *clean_pages()]

    assert [case.text for case in pages if re.search(r"[\ue000\ue001]|\{[a-z<>]", case.text)] == []


def test_a_page_tells_the_line_of_what_it_hides() -> None:
    """The line is right wherever the piece stands, also in a table and over a line break."""
    chance = Random(1)
    for template, expected in (("a {<}SECRET{>}。", "a SECRET。"), ("| h |\n| --- |\n| {<}SECRET{>} |", "| SECRET |")):
        for _ in range(30):
            text, lines = embed(chance, piece(chance, template))
            assert [expected in text.split("\n")[number - 1] for number in lines] == [True]
    text, lines = embed(chance, piece(chance, "a {<}SEC\nRET{>}。"))

    assert [text.split("\n")[number - 1] for number in lines] == ["a SEC", "RET。"]


def test_identity_numbers_keep_the_standard() -> None:
    """Eighteen digits carry the check character of the standard, a day between 1930 and 2020, every province."""
    chance = Random(2)
    made = [numbers.identity18(chance) for _ in range(3000)]
    days = [date(int(one[6:10]), int(one[10:12]), int(one[12:14])) for one in made]

    assert [
        one
        for one in made
        if CHECKS[sum(int(digit) * by for digit, by in zip(one, WEIGHTS, strict=False)) % 11] != one[17].upper()
    ] == []
    assert 1930 <= min(days).year <= max(days).year <= 2020
    assert len({one[:2] for one in made}) >= 34
    assert {one[17] for one in made} >= {"X", "x"}


def test_old_identity_numbers_hold_a_day() -> None:
    """Fifteen digits hold a real day of the last century."""
    chance = Random(3)
    made = [numbers.identity15(chance) for _ in range(1000)]

    assert all(len(one) == 15 and date(1900 + int(one[6:8]), int(one[8:10]), int(one[10:12])) for one in made)


def test_cards_and_codes_pass_their_checks() -> None:
    """Cards pass Luhn at 16 to 19 digits; credit codes, books and goods carry their check digits."""
    chance = Random(4)
    cards = [numbers.bank_card(chance) for _ in range(1000)]
    goods = [make(chance) for make in (numbers.isbn13, numbers.bar_code) for _ in range(200)]

    assert all(16 <= len(card) <= 19 and luhn.is_valid(card) for card in cards)
    assert {len(card) for card in cards} == {16, 17, 18, 19}
    assert all(uscc.is_valid(numbers.credit_code(chance)) for _ in range(500))
    assert all(sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(one)) % 10 == 0 for one in goods)


def test_plain_pages_show_the_whole_number() -> None:
    """On a plain page the number stands on its line in ordinary digits."""
    shapes = {"identity_number": r"\d{17}[\dXx]|\d{15}", "bank_card": r"\d{16,19}", "mobile": r"1[3-9]\d{9}"}
    plain = [case for case in found_pages() if case.kind in shapes and case.style == "plain"]

    assert len(plain) > 1000
    assert [marked(case) for case in plain if not re.search(shapes[case.kind], marked(case))] == []


@pytest.mark.parametrize("style", [style for style in alone() if not style.wrap], ids=str)
def test_a_disguise_hides_the_number(style: Style) -> None:
    """A number written with other signs or with something between its groups is no longer there to be searched for."""
    chance = Random(5)
    for made in NUMBERED.values():
        for _ in range(20):
            number = "1" + made.number(chance)[1:-1] + "0"
            assert number not in write(chance, style, number, made.cuts)


def test_every_disguise_and_pair_is_used() -> None:
    """Each disguise alone and each pair that can stand together is met at least once with an identity number."""
    used = {case.style for case in found_pages() if case.kind == "identity_number"}

    assert used == {"plain", *map(str, alone()), *map(str, pairs())}
    assert len(pairs()) > len(GLYPHS) * len(GAPS)


def test_the_grammar_does_not_know_the_detector() -> None:
    """Only the judging imports the detector: pages written from its rules would measure nothing."""
    folder = Path(numbers.__file__).parent
    knowing = {path.name for path in folder.glob("*.py") if "publicity" in path.read_text(encoding="utf-8")}

    assert knowing == {"measure.py"}
