"""What the personal-information tests share: invented numbers, and what is found in a text.

The numbers keep the rules of real ones (county, date, check digit, issuer) and belong to nobody.
"""

from __future__ import annotations

from typing import Any

from publicity.checks.personal_info import Scan, find_personal_info
from publicity.checks.personal_info.scan import Options
from publicity.content.markdown import Line
from publicity.content.passages import Passage

IDENTITY = "522732198506152044"
IDENTITY_X = "52273220150901301X"
WRONG_CHECK = "522732198506152045"
WITHDRAWN = "512323196603054017"
SHORT_IDENTITY = "522732850615204"
CREDIT_CODE = "92522732900876366Q"
CARD = "6228480871234567893"
OTHER_CARD = "436742098712345670"
MOBILE = "13812345678"
LANDLINE = "0854-3921234"
RAW = (IDENTITY, IDENTITY_X, WRONG_CHECK, WITHDRAWN, SHORT_IDENTITY, CARD, OTHER_CARD, MOBILE)

B, W = "block", "warn"
Told = list[tuple[str, str]]


def told(text: str, **options: Any) -> Told:
    """Kind and severity of everything found, in its order."""
    return [(hit.kind, hit.severity.value) for hit in find_personal_info(text, **options)]


def scan_of(text: str) -> Scan:
    """The text made ready to be searched, under the plain settings."""
    lines = tuple(Line(part, "docs/a.md", number) for number, part in enumerate(text.split("\n"), 1))
    return Scan(Passage(lines), Options())


def table(*rows: str) -> str:
    """A Markdown table; each row's cells are parted by white space, the first row heads it."""
    head, *rest = ["| " + " | ".join(row.split()) + " |" for row in rows]
    return "\n".join([head, "| " + " | ".join("---" for _ in rows[0].split()) + " |", *rest])


def digits_shown(text: str) -> str:
    """The digits of a text, with everything else dropped."""
    return "".join(char for char in text if char.isdigit())
