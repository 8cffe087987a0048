"""All that docs/ holds, read once and never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from publicity.content.attachments import Reading
from publicity.content.citations import Citation, declared_aliases, find_citations
from publicity.content.front_matter import FrontMatter
from publicity.content.markdown import Line, Link, find_blocks, find_links
from publicity.explain import Place
from publicity.finding import Finding, Severity
from publicity.model.page import PlainPage
from publicity.model.record import Record
from publicity.settings import Settings


@dataclass(frozen=True)
class PlacedCitation:
    """A citation in a body. Its offsets count from the start of ``line``; it may end on a later line."""

    citation: Citation
    line: Line


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    ``uri`` is its path below docs/; ``shown`` the path people see; ``source`` the whole file; ``header`` is None when
    the front matter cannot be used; ``expanded`` is the body with its includes in place, kept only where there are any.
    """

    uri: str
    shown: str
    source: str
    header: Record | PlainPage | None
    matter: FrontMatter | None
    body: str
    body_line: int
    expanded: tuple[Line, ...] | None = None
    problems: tuple[Finding, ...] = ()

    @property
    def record(self) -> Record | None:
        return self.header if isinstance(self.header, Record) else None

    @property
    def stem(self) -> str:
        return self.uri.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The folder below docs/, with a closing slash; empty at the top."""
        return self.uri[: self.uri.rfind("/") + 1]

    @property
    def url(self) -> str:
        """Where MkDocs puts the page, relative to the site (directory URLs)."""
        return url_of(self.uri)

    def lines(self) -> Iterator[Line]:
        """The expanded body."""
        if self.expanded is not None:
            yield from self.expanded
        elif self.body:
            for number, text in enumerate(self.body.split("\n"), self.body_line):
                yield Line(text, self.shown, number)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links and images of the body."""
        return tuple(find_links(self.lines()))

    @cached_property
    def citations(self) -> tuple[PlacedCitation, ...]:
        """Statutes and documents that the body cites; a short name holds from where it is declared to the end."""
        return tuple(_find_placed(self.lines()))

    def where(self, *place: str | int) -> tuple[int, int]:
        """Line and column of a front-matter value."""
        return self.matter.where(place) if self.matter else (1, 1)

    def finding(
        self, rule: str, place: Place, message: str, cure: str, *, severity: Severity = Severity.BLOCK, basis: str = ""
    ) -> Finding:
        """A finding at a front-matter value."""
        line, column = self.where(*place)
        return Finding(self.shown, line, column, severity, rule, message, cure, basis)


def _find_placed(lines: Iterable[Line]) -> Iterator[PlacedCitation]:
    aliases: dict[str, str] = {}
    for block in find_blocks(lines):
        for citation in find_citations(block.text, aliases):
            line, start = block.place(citation.start)
            yield PlacedCitation(replace(citation, start=citation.start - start, end=citation.end - start), line)
        aliases.update(declared_aliases(block.text))


def url_of(uri: str) -> str:
    """Where that uri stands in the site (directory URLs); the home page is the empty string, a file stays as it is."""
    if not uri.endswith(".md"):
        return uri
    return uri.removesuffix("index.md") if uri.rsplit("/", 1)[-1] == "index.md" else f"{uri.removesuffix('.md')}/"


@dataclass(frozen=True)
class Asset:
    """A file of docs/ that is not a page; ``size`` in bytes."""

    uri: str
    shown: str
    path: Path
    size: int

    @cached_property
    def sha256(self) -> str:
        """In hexadecimal; the file is read the first time that it is asked for."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class Corpus:
    """``first_commits`` gives the day (Asia/Shanghai) a file first entered the history, by uri; empty without git.

    ``readings`` are what the attachments hold, by the path people see.
    """

    settings: Settings
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    problems: tuple[Finding, ...] = ()
    first_commits: Mapping[str, date] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)

    @cached_property
    def records(self) -> tuple[tuple[Page, Record], ...]:
        """Pages that are records, in the order of their uri."""
        return tuple((page, page.record) for page in self.pages if page.record is not None)

    @cached_property
    def by_uri(self) -> Mapping[str, Page]:
        return {page.uri: page for page in self.pages}

    @cached_property
    def by_serial(self) -> Mapping[str, tuple[Page, Record]]:
        return {record.serial: (page, record) for page, record in self.records}

    @cached_property
    def serials_ever(self) -> frozenset[str]:
        """Serials in use, and those of pages that the history knows: an address is never given to another page."""
        stems = {uri.rsplit("/", 1)[-1].removesuffix(".md") for uri in self.first_commits}
        return frozenset({page.stem for page in self.pages} | set(self.by_serial) | stems)

    @cached_property
    def asset_by_uri(self) -> Mapping[str, Asset]:
        return {asset.uri: asset for asset in self.assets}

    @cached_property
    def asset_uris(self) -> frozenset[str]:
        return frozenset(self.asset_by_uri)
