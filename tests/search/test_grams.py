"""Texts and the grams in them, against a slow and plain way to find these."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from publicity.search.codec import hash_text
from publicity.search.grams import FIELD_BITS, Piece, gram_text, is_sign, rows_of
from publicity.search.normal import SIGNS

TEXTS = st.text("低保处罚，。a1z9-( 𠮷", max_size=30)
PIECES = st.lists(st.builds(Piece, st.integers(0, 3), st.integers(0, 3), st.integers(0, 27), TEXTS), max_size=6)


def plain_grams(text: str) -> set[str]:
    """Each character and pair; threes and fours of ASCII characters, or of these with another at the end; no signs."""

    def told(part: str) -> bool:
        return not any(first <= ord(one) <= last for one in part for first, last in SIGNS)

    parts = {(size, text[at : at + size]) for size in (1, 2, 3, 4) for at in range(len(text) - size + 1)}
    return {part for size, part in parts if told(part) and (size < 3 or part[:-1].isascii())}


@given(PIECES, st.integers(0, 1000))
def test_rows_are_what_the_pieces_hold(pieces: list[Piece], first: int) -> None:
    expected: dict[tuple[str, int, int], int] = {}
    for piece in pieces:
        for gram in plain_grams(piece.text):
            place = (gram, piece.field, piece.document + first)
            expected[place] = expected.get(place, 0) | 1 << piece.passage

    rows = rows_of(pieces, first)

    found = zip(rows.key.tolist(), rows.document.tolist(), rows.mask.tolist(), strict=True)
    assert {(gram_text(key >> FIELD_BITS), key & 3, document): mask for key, document, mask in found} == expected
    assert [hash_text(gram_text(key >> FIELD_BITS)) for key in rows.key.tolist()] == rows.hash.tolist()
    order = list(zip(rows.hash.tolist(), rows.key.tolist(), rows.document.tolist(), strict=True))
    assert order == sorted(set(order))


def test_signs() -> None:
    codes = np.arange(0x30000, dtype=np.uint32)
    expected = [any(first <= code <= last for first, last in SIGNS) for code in range(0x30000)]
    assert is_sign(codes).tolist() == expected
