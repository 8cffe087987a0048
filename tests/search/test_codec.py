"""Numbers as text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity.search.codec import decode, encode, encode_text, from_gaps, gaps, hash_text, shard

NUMBERS = st.lists(st.integers(0, 2**32 - 1), max_size=50)


@given(NUMBERS)
def test_what_was_written_is_read(numbers: list[int]) -> None:
    text = encode_text(np.array(numbers, np.uint32))
    assert decode(text).tolist() == numbers
    assert set(text) <= {chr(code) for code in range(48, 112)}


@given(NUMBERS)
def test_each_value_is_found_by_where_it_begins(numbers: list[int]) -> None:
    written, begins = encode(np.array(numbers, np.uint32))
    parts = [written[begin:end].tobytes().decode() for begin, end in pairwise(begins)]
    assert [decode(part).tolist() for part in parts] == [[number] for number in numbers]


@given(st.sets(st.integers(0, 2**31), max_size=50))
def test_gaps_and_back(documents: set[int]) -> None:
    ordered = np.array(sorted(documents), np.uint32)
    assert from_gaps(gaps(ordered)).tolist() == ordered.tolist()


@pytest.mark.parametrize(("numbers", "text"), [([0], "0"), ([31], "O"), ([32], "P1"), ([1000, 1], "XO1"), ([], "")])
def test_digits(numbers: list[int], text: str) -> None:
    assert encode_text(np.array(numbers, np.uint32)) == text


@pytest.mark.parametrize(("text", "number"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
def test_the_hash_is_fnv_1a(text: str, number: int) -> None:
    """The test vectors of its authors; beyond ASCII it takes code points whole."""
    assert hash_text(text) == number
    assert shard(number, 0) == 0
    assert shard(number, 8) == number >> 24
