"""What rests on which statute: the pages that cite it and the rules of data/ that come from it, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from publicity.content.citations import Citation, find_citations
from publicity.content.corpus import Corpus, Page
from publicity.enrich.citing import Cited, citation_of, cited_by, clause_of
from publicity.enrich.withdrawn import is_withdrawn
from publicity.model.citation import place_words
from publicity.model.fields import LegalBasis
from publicity.rules import Rules, Statute
from publicity.rules.entries import Entry
from publicity.rules.every import Kept, every_rule
from publicity.rules.local_statutes import LocalStatute


@dataclass(frozen=True)
class Use:
    """One place of the statute that something rests on."""

    citation: Citation

    @property
    def article(self) -> int | None:
        """The first article of a range; None where the whole statute is meant."""
        return self.citation.article

    @property
    def words(self) -> str:
        """第六十条第（六）项, without the title; empty for the whole."""
        one = self.citation
        return place_words(one.article, one.paragraph, one.item, one.last_article)


@dataclass(frozen=True)
class PageUse(Use):
    """By a page: ``cited`` says where a clerk finds it, and whether it is one of its legal bases."""

    page: Page
    cited: Cited


@dataclass(frozen=True)
class RuleUse(Use):
    """By a rule of the data files."""

    kept: Kept


@dataclass(frozen=True)
class Resting:
    """``title`` is the short title, or the name as written where the register does not know it (``statute`` None)."""

    title: str
    statute: Statute | None
    pages: tuple[PageUse, ...]
    rules: tuple[RuleUse, ...]

    @property
    def articles(self) -> frozenset[int | None]:
        """The places that its page of the site has a heading for; None stands for the whole."""
        return frozenset(use.article for use in self.uses)

    @property
    def uses(self) -> tuple[PageUse | RuleUse, ...]:
        """All of them, the pages first."""
        return (*self.pages, *self.rules)


def resting_on(corpus: Corpus, rules: Rules) -> Mapping[str, Resting]:
    """By title. What is not in the register counts only as a legal basis: other 《…》 may be any book or notice.

    A decision that was withdrawn rests on nothing any more.
    """
    pages: dict[str, list[PageUse]] = {}
    for page in corpus.pages:
        for cited in cited_by(page) if not is_withdrawn(page.record) else ():
            if title := _title(cited.citation, rules, cited.structured):
                pages.setdefault(title, []).append(PageUse(cited.citation, page, cited))
    kept: dict[str, list[RuleUse]] = {}
    for one in every_rule(rules):
        for cited in cited_by_rule(one.rule):
            if title := _title(cited.citation, rules, cited.structured):
                kept.setdefault(title, []).append(RuleUse(cited.citation, one))
    return {
        title: Resting(title, rules.statutes.resolve(title), tuple(pages.get(title, ())), tuple(kept.get(title, ())))
        for title in (pages | kept)
    }


def _title(citation: Citation, rules: Rules, structured: bool) -> str:
    statute = rules.statutes.resolve(citation.title)
    return statute.title if statute is not None else citation.title if structured else ""


def cited_by_rule(rule: Entry) -> Iterator[Cited]:
    """The legal bases of a rule, and what its texts cite. Path and line are left open: finding them reads the file.

    An entry of the local register cites nothing: it is the register itself.
    """
    if not isinstance(rule, LocalStatute):
        yield from _cited_in(rule)


def _cited_in(value: Any) -> Iterator[Cited]:
    if isinstance(value, LegalBasis):
        yield Cited(citation_of(value), value.says or "", True, (), "", 1, 1)
        yield from _cited_in(value.says)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _cited_in(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _cited_in(inner)
    elif isinstance(value, str):
        for one in find_citations(value):
            clause, offset = clause_of(value, one)
            yield Cited(one, clause, False, (), "", 1, 1, offset)


def by_article(resting: Resting) -> list[tuple[int | None, list[PageUse | RuleUse]]]:
    """In the order of the articles, the whole statute last; pages before rules."""
    found: dict[int | None, list[PageUse | RuleUse]] = {}
    for use in resting.uses:
        found.setdefault(use.article, []).append(use)
    return sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or 0))
