"""What reading one attachment gives."""

from __future__ import annotations

from dataclasses import dataclass

from publicity.content.passages import Passage
from publicity.finding import Severity

# Bytes of one file; a larger one is refused unread.
MAX_ATTACHMENT = 20 * 1024 * 1024


@dataclass(frozen=True)
class Trouble:
    """Why a file cannot go out as it is, or what a person must look at; ``message`` does not name the file."""

    rule: str
    severity: Severity
    message: str
    cure: str
    basis: str = ""


@dataclass(frozen=True)
class Reading:
    """Every text in a file, what is wrong with it, and its SHA-256 (empty when it could not be read to the end)."""

    passages: tuple[Passage, ...]
    troubles: tuple[Trouble, ...]
    digest: str = ""
