"""Every statute and document that a page cites: in its legal bases, in its other fields, and in its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from publicity.content.citations import Citation, find_citations
from publicity.content.corpus import Page
from publicity.explain import Place
from publicity.finding import Finding, Severity
from publicity.model import EnforcementItem, ProcedureNotice
from publicity.model.citation import cite
from publicity.model.fields import LegalBasis
from publicity.model.record import Record

# Errata quote what is wrong; a page's own number is no citation.
_CITES_NOTHING = frozenset({"errata", "document_number", "index_number", "serial"})
_CLAUSE_END = re.compile(r"[。；;！？!?|\n]")
_MARKED = re.compile(r"\s*《([^《》]+)》\s*")


@dataclass(frozen=True)
class Cited:
    """One citation of a page.

    ``clause`` are the words around it, for judging what the page says of the statute; ``place`` is that of the field, or
    of the legal basis (``structured``); ``path``, ``line`` and ``column`` are where a clerk finds it; ``offset`` is
    where the citation begins in its clause.
    """

    citation: Citation
    clause: str
    structured: bool
    place: Place
    path: str
    line: int
    column: int
    offset: int = 0

    @property
    def before(self) -> str:
        """The words of the clause that lead up to the citation."""
        return self.clause[: self.offset]

    @property
    def behind(self) -> str:
        """The words of the clause that follow it."""
        return self.clause[self.offset + len(self.citation.written) :]

    def finding(self, rule: str, message: str, cure: str, severity: Severity, basis: str) -> Finding:
        return Finding(self.path, self.line, self.column, severity, rule, message, cure, basis)


def speaks_of_now(record: Record | None) -> bool:
    """A power, a procedure and a plain page say what holds today; a decision or a report only what held then."""
    return record is None or isinstance(record, EnforcementItem | ProcedureNotice)


def cited_by(page: Page) -> Iterator[Cited]:
    """Front matter first, then the body with its includes."""
    if page.header is not None and page.matter is not None:
        yield from _in_fields(page, page.matter.values, ())
    for placed in page.citations:
        citation, line = placed.citation, placed.line
        clause, offset = clause_of(line.text, citation)
        yield Cited(citation, clause, False, (), line.path, line.number, citation.start + 1, offset)


def _in_fields(page: Page, value: Any, place: Place) -> Iterator[Cited]:
    if isinstance(value, str):
        for citation in find_citations(value):
            clause, offset = clause_of(value, citation)
            yield Cited(citation, clause, False, place, page.shown, *page.where(*place), offset)
    elif isinstance(value, dict):
        if "statute" in value:
            basis, where = LegalBasis.model_validate(value), page.where(*place, "statute")
            yield Cited(citation_of(basis), basis.says or "", True, place, page.shown, *where)
        for name, inner in value.items():
            if name not in _CITES_NOTHING and name != "statute":
                yield from _in_fields(page, inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _in_fields(page, inner, (*place, number))


def citation_of(basis: LegalBasis) -> Citation:
    """A legal basis as a citation. Its title never has book marks, since many write them; ``written`` keeps them."""
    written = cite(basis)
    marked = _MARKED.fullmatch(basis.statute)
    title = marked[1] if marked else basis.statute
    return Citation(written, title, basis.article, None, basis.paragraph, basis.item, 0, len(written))


def clause_of(text: str, citation: Citation) -> tuple[str, int]:
    """The words from the clause's end before the citation to the one after it, and where it begins in them."""
    begins = max((end.end() for end in _CLAUSE_END.finditer(text, 0, citation.start)), default=0)
    ends = _CLAUSE_END.search(text, citation.end)
    return text[begins : ends.start() if ends else len(text)], citation.start - begins
