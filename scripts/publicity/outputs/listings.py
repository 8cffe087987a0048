"""Listings by section, year, kind and category, newest first, page by page. They are virtual: never files in docs/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publicity.content.corpus import Corpus, Page
from publicity.enrich.entries import Entry, entries_of
from publicity.enrich.matching import Matching
from publicity.enrich.validity import States
from publicity.model import (
    AnnualReport,
    EnforcementItem,
    EnforcementResult,
    NormativeDocument,
    NoticeBoard,
    ProcedureNotice,
    PublicityEvent,
)
from publicity.model.fields import Choice
from publicity.model.record import Record
from publicity.model.report import ReportKind
from publicity.rules import Rules

Pairs = list[tuple[Page, Record]]
KindOf = Callable[[Record, States], Choice | None]


@dataclass(frozen=True)
class Section:
    """The page that opens a section, which records it lists, and by what they are sorted into sub-listings.

    ``feed`` is the name of what can be followed of it, in addresses that people keep; empty where nothing can be.
    """

    uri: str
    holds: Callable[[Record], bool]
    feed: str = ""
    by_year: bool = False
    by_kind: KindOf | None = None
    by_category: bool = False
    by_field: bool = False


@dataclass(frozen=True)
class Facet:
    """A link to a sub-listing, with how many records it has."""

    group: str
    label: str
    uri: str
    count: int


@dataclass(frozen=True)
class Listing:
    """One page of a listing. ``pages`` are the uris of all its pages; ``section`` the page it belongs under."""

    uri: str
    title: str
    section: str
    entries: tuple[Entry, ...]
    number: int
    pages: tuple[str, ...]
    total: int
    facets: tuple[Facet, ...] = ()
    category: str = ""
    field: str = ""


def _kind_of(record: Record, states: States) -> Choice | None:
    if isinstance(record, AnnualReport):
        return record.report_kind
    if isinstance(record, EnforcementItem):
        return record.power_kind
    if isinstance(record, EnforcementResult):
        return record.result_kind
    return states[record.serial].state if record.serial in states else None


def _is(*kinds: type[Record]) -> Callable[[Record], bool]:
    return lambda record: isinstance(record, kinds)


def _is_disclosure_annual(record: Record) -> bool:
    return isinstance(record, AnnualReport) and record.report_kind is ReportKind.DISCLOSURE_ANNUAL


SECTIONS: tuple[Section, ...] = (
    Section("report/index.md", _is(AnnualReport), feed="report", by_year=True, by_kind=_kind_of),
    Section("report/annual.md", _is_disclosure_annual),
    Section(
        "disclosure/index.md",
        lambda record: record.category is not None,
        feed="disclosure",
        by_year=True,
        by_category=True,
        by_field=True,
    ),
    Section("disclosure/normative/index.md", _is(NormativeDocument), feed="normative", by_year=True, by_kind=_kind_of),
    Section("enforcement/index.md", _is(EnforcementItem, ProcedureNotice, EnforcementResult), feed="enforcement"),
    Section("enforcement/powers/index.md", _is(EnforcementItem), feed="powers", by_kind=_kind_of),
    Section("enforcement/procedures/index.md", _is(ProcedureNotice), feed="procedures"),
    Section("enforcement/results/index.md", _is(EnforcementResult), feed="results", by_year=True, by_kind=_kind_of),
    Section("schedule/plan.md", _is(PublicityEvent), feed="publicity", by_year=True),
    Section("schedule/boards.md", _is(NoticeBoard)),
    Section("guide/catalogue.md", _is(Record)),
)


def category_uri(category: str) -> str:
    """The page of one category of statutory disclosure."""
    return f"disclosure/category/{category.replace('.', '-')}/index.md"


def field_uri(field: str) -> str:
    """The page of one field of 基层政务公开."""
    return f"disclosure/field/{field}/index.md"


def _year_of(record: Record) -> int:
    """A report belongs to the year it reports on, everything else to that of its serial."""
    return record.year if isinstance(record, AnnualReport) else record.serial_year


def build_listings(corpus: Corpus, rules: Rules, states: States) -> list[Listing]:
    """Every listing page of the site whose section exists in docs/."""
    per_page = corpus.settings.town.per_page
    found: list[Listing] = []
    for section in SECTIONS:
        opening = corpus.by_uri.get(section.uri)
        if opening is None or opening.header is None:
            continue
        records = [(page, record) for page, record in corpus.records if section.holds(record)]
        subs = list(_sub_listings(section, records, corpus, rules, states))
        facets = tuple(sub.facet for sub in subs if sub.facet.count)
        title = opening.header.title
        whole = _Sub(Facet("", title, section.uri, len(records)), records)
        found += _paginate(whole, title, section.uri, per_page, states, facets)
        for sub in subs:
            found += _paginate(sub, f"{title}：{sub.facet.label}", section.uri, per_page, states)
    return found


@dataclass(frozen=True)
class _Sub:
    """One listing, however many pages it takes."""

    facet: Facet
    records: Pairs
    category: str = ""
    field: str = ""


def _sub_listings(section: Section, records: Pairs, corpus: Corpus, rules: Rules, states: States) -> Iterator[_Sub]:
    base = _base(section.uri)
    if section.by_year:
        years = sorted({_year_of(record) for _, record in records}, reverse=True)
        for year in years:
            chosen = [pair for pair in records if _year_of(pair[1]) == year]
            yield _Sub(Facet("按年份", f"{year}年", f"{base}{year}/index.md", len(chosen)), chosen)
    if section.by_kind is not None:
        yield from _by_kind(section.by_kind, base, records, states)
    if section.by_category:
        for category in rules.categories.values():
            chosen = [pair for pair in records if pair[1].category == category.id]
            yield _Sub(Facet("按类别", category.title, category_uri(category.id), len(chosen)), chosen, category.id)
    if section.by_field:
        yield from _by_field(corpus, rules)


def _by_field(corpus: Corpus, rules: Rules) -> Iterator[_Sub]:
    """A field holds whatever serves it, in whichever section it stands."""
    chosen: dict[str, Pairs] = {name: [] for name in rules.fields}
    matching = Matching(rules)
    for pair in corpus.records:
        chosen.get(matching.field(pair[1]), []).append(pair)
    for field in rules.fields.values():
        records = chosen[field.id]
        yield _Sub(Facet("按领域", field.title, field_uri(field.id), len(records)), records, field=field.id)


def _by_kind(kind_of: KindOf, base: str, records: Pairs, states: States) -> Iterator[_Sub]:
    kinds: dict[Choice, Pairs] = {}
    for page, record in records:
        kind = kind_of(record, states)
        if kind is not None:
            kinds.setdefault(kind, []).append((page, record))
    order = [kind for choice in {type(kind) for kind in kinds} for kind in choice]
    for kind in sorted(kinds, key=order.index):
        uri = f"{base}kind/{kind.value.replace('_', '-')}/index.md"
        yield _Sub(Facet("按种类", kind.label, uri, len(kinds[kind])), kinds[kind])


def _paginate(
    sub: _Sub, title: str, section: str, per_page: int, states: States, facets: tuple[Facet, ...] = ()
) -> list[Listing]:
    entries = entries_of(sub.records, states)
    count = max(1, -(-len(entries) // per_page))
    base = _base(sub.facet.uri)
    uris = (sub.facet.uri, *(f"{base}page-{number}/index.md" for number in range(2, count + 1)))
    return [
        Listing(
            uri=own,
            title=title if number == 1 else f"{title}（第{number}页）",
            section=section,
            entries=tuple(entries[(number - 1) * per_page : number * per_page]),
            number=number,
            pages=uris,
            total=len(entries),
            facets=facets if number == 1 else (),
            category=sub.category,
            field=sub.field,
        )
        for number, own in enumerate(uris, 1)
    ]


def _base(uri: str) -> str:
    """The folder that a page's further pages and sub-listings stand in."""
    return uri.removesuffix("index.md") if uri.endswith("index.md") else f"{uri.removesuffix('.md')}/"
