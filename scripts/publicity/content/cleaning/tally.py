"""What was taken out, in words a clerk reads; and the one way to say that a file cannot be cleaned."""

from __future__ import annotations

from publicity.errors import PublicityError


class CannotCleanError(PublicityError):
    """Why, and what to do instead; the caller adds the file's name."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(f"{why}。{cure}。")


class DamagedError(CannotCleanError):
    """The file is not what its format says."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"文件损坏{detail}", "请用原来的软件打开，另存一份后再清理")


class Tally:
    """Counts by what they are of, in the order first met. The removed text itself never enters it."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, what: str, count: int = 1) -> None:
        """``what`` may hold ``{n}`` for the count: ``批注{n}条``. Nothing is said of what has no name."""
        if what and count:
            self._counts[what] = self._counts.get(what, 0) + count

    def lines(self) -> tuple[str, ...]:
        """One phrase for each sort of thing removed."""
        return tuple(what.replace("{n}", str(count)) for what, count in self._counts.items())
