"""What has been read so far of one file and of the files inside it, within bounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from publicity.content.attachments.reading import Trouble
from publicity.content.attachments.troubles import TOO_DEEP, UNSAFE_NAME

# Far above real attachments; what is beyond takes longer to check than a clerk would wait.
MAX_LINES = 200_000
MAX_CHARACTERS = 8_000_000
MAX_UNPACKED = 150 * 1024 * 1024
MAX_MEMBERS = 5_000
MAX_DEPTH = 3

NumberedLine = tuple[int, str]
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_DIGITS = re.compile(r"\d[\d\s_.-]{3,60}\d")


class RefusedError(Exception):
    """Nothing more of this file (or of the file inside it) can be read."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


class TooMuchError(Exception):
    """The bounds of the whole file are reached, whatever else is inside."""


@dataclass
class Store:
    """Shared by a file and all that is inside it, so that the bounds hold for the whole."""

    passages: list[tuple[str, list[NumberedLine]]] = field(default_factory=list)
    troubles: dict[Trouble, None] = field(default_factory=dict)
    lines: int = 0
    characters: int = 0
    unpacked: int = 0
    members: int = 0


@dataclass(frozen=True)
class Draft:
    """``where`` is the way to a file inside a file; ``read`` reads one of those by its name."""

    read: Callable[[str, bytes, Draft], None]
    store: Store = field(default_factory=Store)
    where: str = ""
    depth: int = 0

    def add(self, place: str, lines: Iterable[NumberedLine]) -> None:
        """Keep a passage; a line without text is left out."""
        kept: list[NumberedLine] = []
        for number, text in lines:
            if text and not text.isspace():
                self._count(text)
                kept.append((number, text))
        if kept:
            self.store.passages.append((self.where + place, kept))

    def add_texts(self, place: str, texts: Iterable[str]) -> None:
        """Keep texts that have no place of their own, numbered as they come."""
        self.add(place, enumerate(texts, 1))

    def _count(self, text: str) -> None:
        self.store.lines += 1
        self.store.characters += len(text)
        check_room(self.store.lines, self.store.characters)

    def count_unpacked(self, members: int, size: int) -> None:
        """Raises TooMuchError when what would be unpacked is too much."""
        self.store.members += members
        self.store.unpacked += size
        if self.store.members > MAX_MEMBERS or self.store.unpacked > MAX_UNPACKED:
            raise TooMuchError

    def trouble(self, kind: Trouble, where: str = "") -> None:
        """Note a trouble, once for each place."""
        self.store.troubles[replace(kind, message=self.where + where + kind.message)] = None

    def enter(self, name: str, data: bytes, what: str = "内嵌文件") -> None:
        """Read a file inside this one; its name is read too."""
        self.add_texts(f"{what}的名称", [name])
        if is_deceptive(name):
            self.trouble(UNSAFE_NAME)
        inner = replace(self, where=f"{self.where}{what}“{shown_name(name)}”", depth=self.depth + 1)
        if inner.depth > MAX_DEPTH:
            inner.trouble(TOO_DEEP)
        else:
            self.read(name, data, inner)


def is_deceptive(name: str) -> bool:
    """Whether a name has characters that nobody sees, which could hide its real ending."""
    return any(unicodedata.category(char) in _UNSEEN for char in name)


def check_room(lines: int, characters: int) -> None:
    """Raises TooMuchError when that is more text than is read of one file."""
    if lines > MAX_LINES or characters > MAX_CHARACTERS:
        raise TooMuchError


def shown_name(name: str) -> str:
    """A name as a finding may show it: printable, short, and without the numbers it may hold."""
    printable = "".join(char if char.isprintable() else " " for char in name)
    masked = _DIGITS.sub("***", printable.replace("{", "（").replace("}", "）"))
    return masked if len(masked) <= 40 else f"{masked[:20]}…{masked[-12:]}"
