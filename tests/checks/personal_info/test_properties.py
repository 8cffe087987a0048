"""What holds for any text: nothing is raised, a planted number is found where it stands, and no hit tells it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from personal import IDENTITY, digits_shown
from personal_info.disguises import GAPS, GLYPHS, Style, write
from personal_info.numbers import bank_card, identity18, landline, mobile

from publicity.checks.personal_info import find_personal_info
from publicity.checks.personal_info.identity_numbers import is_known_county

BOUNDED = settings(derandomize=True, max_examples=100, deadline=None)
FEW = settings(derandomize=True, max_examples=25, deadline=None)
MOST_DIGITS = 6
CUTS = ((6, 8, 4), (6, 12), (4, 4, 4, 6))
# Signs that the detector gives a meaning to, so that a random text meets its rules.
ALPHABET = st.sampled_from(
    "0123456789１二〇①OlXx*＊×|-—./%&#;<>!()（）:：，。\n\u200b 年月日岁村组号户姓名身份证护照电话微信QQ@韦明贵A"
)
SEEDS = st.integers(0, 2**32)


@BOUNDED
@given(st.text(ALPHABET, max_size=200) | st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever stands there, each hit lies in it and is masked."""
    for hit in find_personal_info(text):
        lines = text.split("\n")
        assert 0 <= hit.start <= hit.end
        assert 1 <= hit.line <= len(lines)
        assert "*" in hit.masked


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("glyph", ["", *GLYPHS])
@FEW
@given(seed=SEEDS)
def test_a_planted_identity_number_is_found_on_its_line(glyph: str, gap: str, seed: int) -> None:
    """Each way of writing the digits, with each way of parting them."""
    chance = Random(seed)
    number = next(one for one in iter(lambda: identity18(chance), "") if is_known_county(one[:6]))
    written = write(chance, Style(glyph, gap), number, CUTS)
    hits = list(find_personal_info(f"前文如下。\n\n甲{written}乙\n\n后文如上。"))

    assert ("identity_number", 3) in {(hit.kind, hit.line) for hit in hits}
    assert {hit.line for hit in hits} == {3}


@BOUNDED
@given(
    seed=SEEDS,
    kind=st.sampled_from((identity18, bank_card, mobile, landline)),
    label=st.sampled_from(("", "账号：", "联系电话", "QQ：", "身份证", "户号")),
)
def test_a_masked_form_tells_at_most_six_digits(seed: int, kind: object, label: str) -> None:
    """The log is public: what is shown leaves the number unknown."""
    number = kind(Random(seed))  # type: ignore[operator]

    for hit in find_personal_info(label + number):
        assert len(digits_shown(hit.masked)) <= MOST_DIGITS
        assert number not in hit.masked


@BOUNDED
@given(st.text(ALPHABET, max_size=60), st.text(ALPHABET, max_size=60))
def test_what_stands_around_never_shows_the_number(before: str, after: str) -> None:
    """Whatever is found around a planted number, no hit repeats eight of its digits in a row."""
    parts = [IDENTITY[start : start + 8] for start in range(len(IDENTITY) - 7)]

    for hit in find_personal_info(f"{before}\n{IDENTITY}\n{after}"):
        assert not [part for part in parts if part in hit.masked]
