"""What counts as the same text: one form for the index and for the query; ``engine.js`` does the same, character by character."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Never seen by a reader: soft hyphen, zero-width and direction marks, variation selectors.
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
)
SPACE = "\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Book marks go with the quotes: 行政处罚法第三条 is written 《行政处罚法》第三条 on the page.
QUOTES = "\"'`\u2018-\u201f\u2032\u2033\u300a\u300b\u3008\u3009\u300c-\u300f\u301d-\u301f"
DASHES = "~\u2010-\u2015\u2053\u2212\u223c\u301c\ufe58"
DOTS = "\u2022\u2027\u2219\u22c5\u30fb"
OPENING = "\\[{\u3010\u3014\u3016\u3018"
CLOSING = "\\]}\u3011\u3015\u3017\u3019"

# Characters that no gram is made of: punctuation, symbols, spaces. Pairs of first and last code point.
SIGNS = (
    (0x00, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0xBF), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2190, 0x27BF),
    (0x3000, 0x3004), (0x3006, 0x3006), (0x3008, 0x3020), (0x3030, 0x3030), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),
)  # fmt: skip

_SIGN = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in SIGNS)
_LATIN = f"(?:(?![{_SIGN}])[\u0000-\u2e7f])"
_IDLE_SPACE = re.compile(f"(?<!{_LATIN}) +| +(?!{_LATIN})")
_SPACES = re.compile(" +")
_FORMS = [
    (re.compile(f"[{INVISIBLE}{QUOTES}]"), ""),
    (re.compile(f"[{SPACE}]"), " "),
    (re.compile(f"[{DASHES}]"), "-"),
    (re.compile(f"[{DOTS}]"), "·"),
    (re.compile(f"[{OPENING}]"), "("),
    (re.compile(f"[{CLOSING}]"), ")"),
]


class Normaliser(dict[int, str]):
    """A table for ``str.translate`` that learns each character when it first meets it.

    ``traditional``: two strings of equal length, each character of the first is read as that of the second;
    ``version`` differs where these do.
    """

    def __init__(self, traditional: tuple[str, str]) -> None:
        super().__init__()
        self._simplified = dict(zip(*traditional, strict=True))
        self.version = hashlib.sha256("\n".join(traditional).encode()).hexdigest()

    def __missing__(self, code: int) -> str:
        self[code] = form = self._form(chr(code))
        return form

    def _form(self, character: str) -> str:
        """Compatibility form, lower case, and one of each sort of bracket, dash and dot; "" for what nobody sees."""
        form = unicodedata.normalize("NFKC", character).lower()
        for pattern, replacement in _FORMS:
            form = pattern.sub(replacement, form)
        return "".join(self._simplified.get(one, one) for one in form)

    def normalise(self, text: str) -> str:
        """The text as it is compared; a space is kept, once, only between two letters or digits of other scripts."""
        return _IDLE_SPACE.sub("", _SPACES.sub(" ", text.translate(self)))
