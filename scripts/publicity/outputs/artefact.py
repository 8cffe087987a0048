"""A file of the site that is not a page. Makers are in modules of their own and are listed in ``artefacts``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Artefact:
    """``uri`` is where it stands in the site, in ASCII, with its ending; equal records give equal bytes."""

    uri: str
    content: bytes

    @property
    def kind(self) -> str:
        """The ending without its dot, which readers know a sort of file by."""
        return self.uri.rpartition(".")[2]

    @property
    def size(self) -> str:
        """As a reader is told it before the download."""
        return size_in_words(len(self.content))


def size_in_words(number: int) -> str:
    """A number of bytes as readers know it: whole KB, from one MB on with one digit."""
    return f"{number / 1024**2:.1f}MB" if number >= 1024**2 else f"{-(-number // 1024)}KB"
