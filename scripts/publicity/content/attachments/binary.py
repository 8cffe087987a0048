"""What can be read of binary data whose format is nobody's concern: printer settings, fonts, camera notes."""

from __future__ import annotations

import re

_ASCII = re.compile(rb"[\x20-\x7e]{6,4000}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){6,4000}")


def printable_texts(data: bytes) -> list[str]:
    """Runs of ASCII, one or two bytes a character, that hold a digit."""
    found = [run.decode("ascii") for run in _ASCII.findall(data)]
    found += [run[::2].decode("ascii") for run in _WIDE.findall(data)]
    return [text for text in found if any(char.isdigit() for char in text)]
