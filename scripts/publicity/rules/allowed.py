"""data/allowed_personal_info.yml: what a person has looked at and let out, why, on what basis, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field, model_validator

from publicity.rules.entries import Entry, load_entries

# No finding shows more digits than this, so no entry needs more.
MOST_SHOWN = 6


class Allowed(Entry):
    """One thing let out: by file, rule and masked form, never by the number itself, nor a hash that can be guessed.

    ``count`` is how many places it lets out: more that look alike are somebody else's. ``sha256`` is that of a file signed off as a whole (a scan that no program can read).
    """

    file: str = Field(title="文件", min_length=1)
    rule: str = Field(title="检查的种类", pattern=r"^[a-z][a-z-]*$")
    masked: str | None = Field(None, title="遮盖形式")
    sha256: str | None = Field(None, title="文件的SHA-256", pattern=r"^[0-9a-f]{64}$")
    count: int = Field(1, title="处数", ge=1)
    reason: str = Field(title="理由", min_length=1)
    approved_by: str = Field(title="批准人", min_length=1)
    until: date = Field(title="到期日")

    @model_validator(mode="after")
    def _names_what(self) -> Allowed:
        if (self.masked is None) == (self.sha256 is None):
            raise ValueError("要写 masked（检查提示里的遮盖形式）或 sha256（整个文件），只写一个")
        if self.masked is not None and ("*" not in self.masked or sum(map(str.isdigit, self.masked)) > MOST_SHOWN):
            raise ValueError("masked 要照抄检查提示里的遮盖形式，不能写号码本身")
        return self


@dataclass(frozen=True)
class AllowedList:
    """``entries`` in the order of the file."""

    entries: tuple[Allowed, ...] = ()

    def find(self, file: str, rule: str, masked: str) -> Allowed | None:
        """The entry for such a finding, whether or not it still holds; the one that holds longest."""
        fitting = [one for one in self.entries if (one.file, one.rule, one.masked) == (file, rule, masked)]
        return max(fitting, key=lambda one: one.until, default=None)

    def is_signed(self, file: str, rule: str, digest: str, today: date) -> bool:
        """Whether somebody has signed for this very file, and the signature still holds."""
        return any(
            (one.file, one.rule, one.sha256) == (file, rule, digest) and today <= one.until for one in self.entries
        )


def load_allowed(path: Path) -> AllowedList:
    """The reviewed list; an empty one lets nothing out."""
    return AllowedList(load_entries(path, "allowed", Allowed))
